using System.Text.Json;

namespace CfGen.CodeGen;

// Strings with a format, as the types that .NET has for them. Each reads the value of the property at hand and moves to the next name.
public ref partial struct JsonModelReader
{
    /// <summary>Reads a uuid.</summary>
    public System.Guid Guid()
    {
        MoveToValue();
        var value = ReadGuidValue();
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads a uuid, or null.</summary>
    public System.Guid? GuidOrNull()
    {
        MoveToValue();
        System.Guid? value = _reader.TokenType == JsonTokenType.Null ? null : ReadGuidValue();
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads an RFC 3339 date and time; without an offset it is UTC.</summary>
    public DateTimeOffset DateTime()
    {
        MoveToValue();
        var value = ReadDateTimeValue();
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads an RFC 3339 date and time; without an offset it is UTC, or null.</summary>
    public DateTimeOffset? DateTimeOrNull()
    {
        MoveToValue();
        DateTimeOffset? value = _reader.TokenType == JsonTokenType.Null ? null : ReadDateTimeValue();
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads an RFC 3339 full-date.</summary>
    public DateOnly Date()
    {
        MoveToValue();
        var value = ReadDateValue();
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads an RFC 3339 full-date, or null.</summary>
    public DateOnly? DateOrNull()
    {
        MoveToValue();
        DateOnly? value = _reader.TokenType == JsonTokenType.Null ? null : ReadDateValue();
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads an RFC 3339 time.</summary>
    public TimeOnly Time()
    {
        MoveToValue();
        var value = ReadTimeValue();
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads an RFC 3339 time, or null.</summary>
    public TimeOnly? TimeOrNull()
    {
        MoveToValue();
        TimeOnly? value = _reader.TokenType == JsonTokenType.Null ? null : ReadTimeValue();
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads an ISO 8601 duration.</summary>
    public TimeSpan Duration()
    {
        MoveToValue();
        var value = ReadDurationValue();
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads an ISO 8601 duration, or null.</summary>
    public TimeSpan? DurationOrNull()
    {
        MoveToValue();
        TimeSpan? value = _reader.TokenType == JsonTokenType.Null ? null : ReadDurationValue();
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads a URI or a reference.</summary>
    public System.Uri Uri()
    {
        MoveToValue();
        var value = ReadUriValue();
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads a URI or a reference, or null.</summary>
    public System.Uri? UriOrNull()
    {
        MoveToValue();
        System.Uri? value = _reader.TokenType == JsonTokenType.Null ? null : ReadUriValue();
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads base64 text.</summary>
    public byte[] Bytes()
    {
        MoveToValue();
        var value = ReadBytesValue();
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads base64 text, or null.</summary>
    public byte[]? BytesOrNull()
    {
        MoveToValue();
        byte[]? value = _reader.TokenType == JsonTokenType.Null ? null : ReadBytesValue();
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads an IPv4 or IPv6 address.</summary>
    public System.Net.IPAddress IPAddress()
    {
        MoveToValue();
        var value = ReadIPAddressValue();
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads an IPv4 or IPv6 address, or null.</summary>
    public System.Net.IPAddress? IPAddressOrNull()
    {
        MoveToValue();
        System.Net.IPAddress? value = _reader.TokenType == JsonTokenType.Null ? null : ReadIPAddressValue();
        MoveToNextProperty();
        return value;
    }
}
