using System.Text.Json;

namespace CfGen.Infrastructure;

// Strings with a format, as the types that .NET has for them. Each reads the value of the property at hand and moves to the next name.
public ref partial struct JsonModelReader
{
    /// <summary>Reads a uuid.</summary>
    public System.Guid Guid()
    {
        Enter();
        var value = TakeGuid();
        Advance();
        return value;
    }

    /// <summary>Reads a uuid, or null.</summary>
    public System.Guid? GuidOrNull()
    {
        Enter();
        System.Guid? value = _json.TokenType == JsonTokenType.Null ? null : TakeGuid();
        Advance();
        return value;
    }

    /// <summary>Reads an RFC 3339 date and time; without an offset it is UTC.</summary>
    public DateTimeOffset DateTime()
    {
        Enter();
        var value = TakeDateTime();
        Advance();
        return value;
    }

    /// <summary>Reads an RFC 3339 date and time; without an offset it is UTC, or null.</summary>
    public DateTimeOffset? DateTimeOrNull()
    {
        Enter();
        DateTimeOffset? value = _json.TokenType == JsonTokenType.Null ? null : TakeDateTime();
        Advance();
        return value;
    }

    /// <summary>Reads an RFC 3339 full-date.</summary>
    public DateOnly Date()
    {
        Enter();
        var value = TakeDate();
        Advance();
        return value;
    }

    /// <summary>Reads an RFC 3339 full-date, or null.</summary>
    public DateOnly? DateOrNull()
    {
        Enter();
        DateOnly? value = _json.TokenType == JsonTokenType.Null ? null : TakeDate();
        Advance();
        return value;
    }

    /// <summary>Reads an RFC 3339 time.</summary>
    public TimeOnly Time()
    {
        Enter();
        var value = TakeTime();
        Advance();
        return value;
    }

    /// <summary>Reads an RFC 3339 time, or null.</summary>
    public TimeOnly? TimeOrNull()
    {
        Enter();
        TimeOnly? value = _json.TokenType == JsonTokenType.Null ? null : TakeTime();
        Advance();
        return value;
    }

    /// <summary>Reads an ISO 8601 duration.</summary>
    public TimeSpan Duration()
    {
        Enter();
        var value = TakeDuration();
        Advance();
        return value;
    }

    /// <summary>Reads an ISO 8601 duration, or null.</summary>
    public TimeSpan? DurationOrNull()
    {
        Enter();
        TimeSpan? value = _json.TokenType == JsonTokenType.Null ? null : TakeDuration();
        Advance();
        return value;
    }

    /// <summary>Reads a URI or a reference.</summary>
    public System.Uri Uri()
    {
        Enter();
        var value = TakeUri();
        Advance();
        return value;
    }

    /// <summary>Reads a URI or a reference, or null.</summary>
    public System.Uri? UriOrNull()
    {
        Enter();
        System.Uri? value = _json.TokenType == JsonTokenType.Null ? null : TakeUri();
        Advance();
        return value;
    }

    /// <summary>Reads base64 text.</summary>
    public byte[] Bytes()
    {
        Enter();
        var value = TakeBytes();
        Advance();
        return value;
    }

    /// <summary>Reads base64 text, or null.</summary>
    public byte[]? BytesOrNull()
    {
        Enter();
        byte[]? value = _json.TokenType == JsonTokenType.Null ? null : TakeBytes();
        Advance();
        return value;
    }

    /// <summary>Reads an IPv4 or IPv6 address.</summary>
    public System.Net.IPAddress IPAddress()
    {
        Enter();
        var value = TakeIPAddress();
        Advance();
        return value;
    }

    /// <summary>Reads an IPv4 or IPv6 address, or null.</summary>
    public System.Net.IPAddress? IPAddressOrNull()
    {
        Enter();
        System.Net.IPAddress? value = _json.TokenType == JsonTokenType.Null ? null : TakeIPAddress();
        Advance();
        return value;
    }
}
