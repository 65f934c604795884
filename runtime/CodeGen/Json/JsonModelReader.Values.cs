using System.Net;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using CfGen.Serialization;

namespace CfGen.CodeGen;

// The value at the current token. The reader stands on the first token of the value and is left on its last one. Codecs call these methods.
public ref partial struct JsonModelReader
{
    private static readonly UTF8Encoding s_strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly JsonElement s_emptyObject = ParseElement("{}"u8);

    /// <summary>Returns the number of the union case that the value is, from 1, or 0 if it fits none.</summary>
    public int SelectCase(UnionTable cases)
    {
        EnsureStack();
        int selected = cases.SelectCase(_reader, _cancellation);
        if (selected == 0)
            _unknownUnionCount++;
        return selected;
    }

    /// <summary>Reads the value of a union case that is a model.</summary>
    public T ReadCase<T>()
        where T : IJsonModel<T> => T.Read(ref this);

    /// <summary>Reads the value of a union case with its codec.</summary>
    public T ReadCase<T, TCodec>()
        where TCodec : struct, IValueCodec<T> => TCodec.Read(ref this);

    internal string ReadStringValue()
    {
        if (_reader.TokenType == JsonTokenType.String)
            return GetText();
        ReportWrongType("a string");
        return null!;
    }

    internal bool ReadBooleanValue()
    {
        if (_reader.TokenType is JsonTokenType.True or JsonTokenType.False)
            return _reader.TokenType == JsonTokenType.True;
        ReportWrongType("a boolean");
        return default;
    }

    internal int ReadInt32Value()
    {
        if (_reader.TokenType == JsonTokenType.Number)
        {
            if (_reader.TryGetInt32(out int value))
                return value;
            if (NumberText.TryParse(_reader.ValueSpan, out long whole) && whole is >= int.MinValue and <= int.MaxValue)
                return (int)whole;
        }

        ReportWrongType("a 32-bit integer");
        return default;
    }

    internal long ReadInt64Value()
    {
        if (_reader.TokenType == JsonTokenType.Number)
        {
            if (_reader.TryGetInt64(out long value))
                return value;
            if (NumberText.TryParse(_reader.ValueSpan, out value))
                return value;
        }

        ReportWrongType("a 64-bit integer");
        return default;
    }

    internal float ReadSingleValue()
    {
        if (_reader.TokenType == JsonTokenType.Number && _reader.TryGetSingle(out float value) && float.IsFinite(value))
            return value;
        ReportWrongType("a single-precision number");
        return default;
    }

    internal double ReadDoubleValue()
    {
        if (_reader.TokenType == JsonTokenType.Number && _reader.TryGetDouble(out double value) && double.IsFinite(value))
            return value;
        ReportWrongType("a double-precision number");
        return default;
    }

    internal decimal ReadDecimalValue()
    {
        if (_reader.TokenType == JsonTokenType.Number && _reader.TryGetDecimal(out decimal value))
            return value;
        ReportWrongType("a decimal number");
        return default;
    }

    internal Guid ReadGuidValue()
    {
        if (_reader.TokenType == JsonTokenType.String && _reader.TryGetGuid(out Guid value))
            return value;
        ReportWrongType("a UUID");
        return default;
    }

    internal DateTimeOffset ReadDateTimeValue()
    {
        if (_reader.TokenType == JsonTokenType.String && Rfc3339.TryParseDateTime(GetTextBytes(), out DateTimeOffset value))
            return value;
        ReportWrongType("an RFC 3339 date and time");
        return default;
    }

    internal DateOnly ReadDateValue()
    {
        if (_reader.TokenType == JsonTokenType.String && Rfc3339.TryParseDate(GetTextBytes(), out DateOnly value))
            return value;
        ReportWrongType("an RFC 3339 date");
        return default;
    }

    internal TimeOnly ReadTimeValue()
    {
        if (_reader.TokenType == JsonTokenType.String && Rfc3339.TryParseTime(GetTextBytes(), out OffsetTime value))
            return value.Time;
        ReportWrongType("an RFC 3339 time");
        return default;
    }

    internal OffsetTime ReadOffsetTimeValue()
    {
        if (_reader.TokenType == JsonTokenType.String && Rfc3339.TryParseTime(GetTextBytes(), out OffsetTime value))
            return value;
        ReportWrongType("an RFC 3339 time");
        return default;
    }

    /// <summary>Reads a number from a token of the given type: a number, or a string that holds one.</summary>
    internal T ReadNumber<T>(JsonTokenType token, string expected)
        where T : struct, INumberBase<T>
    {
        if (_reader.TokenType == token && NumberText.TryParse(GetTextBytes(), out T value))
            return value;
        ReportWrongType(expected);
        return default;
    }

    internal TimeSpan ReadDurationValue()
    {
        if (_reader.TokenType == JsonTokenType.String && DurationText.TryParse(GetText(), out TimeSpan value))
            return value;
        ReportWrongType("a duration");
        return default;
    }

    internal Uri ReadUriValue()
    {
        if (_reader.TokenType == JsonTokenType.String && UriText.TryParse(GetText(), out Uri? value))
            return value;
        ReportWrongType("a URI");
        return null!;
    }

    internal byte[] ReadBytesValue()
    {
        if (_reader.TokenType == JsonTokenType.String && _reader.TryGetBytesFromBase64(out byte[]? value))
            return value;
        ReportWrongType("Base64 text");
        return null!;
    }

    internal IPAddress ReadIPAddressValue()
    {
        if (_reader.TokenType == JsonTokenType.String && System.Net.IPAddress.TryParse(GetText(), out IPAddress? value))
            return value;
        ReportWrongType("an IP address");
        return null!;
    }

    internal JsonElement ReadElementValue()
    {
        if (_reader.TokenType == JsonTokenType.StartObject)
        {
            // Most free-form objects are empty. All of them share one element.
            int start = (int)_reader.TokenStartIndex;
            if (start + 1 < _body.Length && _body[start + 1] == (byte)'}')
            {
                _reader.Read();
                return s_emptyObject;
            }
        }

        return JsonElement.ParseValue(ref _reader);
    }

    internal T ReadEnumValue<T>()
        where T : struct, IOpenEnum<T>
    {
        OpenEnumTable table = T.Table;
        if (table.IsInteger)
        {
            long number = ReadInt64Value();
            if (table.FindOrdinal(number) == 0)
                _unknownEnumCount++;
            return T.From(number);
        }

        if (table.IsMixed && _reader.TokenType is JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False)
            return ToEnum<T>(table.FindValue(_reader.ValueSpan), Encoding.ASCII.GetString(_reader.ValueSpan));
        if (_reader.TokenType != JsonTokenType.String)
        {
            ReportWrongType("a string");
            return default;
        }

        string? known = table.FindValue(GetTextBytes());
        return ToEnum<T>(known, known ?? GetText());
    }

    internal T[] ReadListValue<T, TCodec>()
        where TCodec : struct, IValueCodec<T>
    {
        if (_reader.TokenType != JsonTokenType.StartArray)
        {
            ReportWrongType("an array");
            return null!;
        }

        // The items are gathered in a pooled array, so that the result is one array of exactly its length.
        T[] items = PooledArray.Rent<T>();
        int count = 0;
        try
        {
            while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
            {
                if (count == items.Length)
                    items = PooledArray.Grow(items, count);
                CheckCancellation();
                items[count] = TCodec.Read(ref this);
                count++;
            }

            return count == 0 ? [] : items.AsSpan(0, count).ToArray();
        }
        finally
        {
            PooledArray.Return(items, count);
        }
    }

    internal Dictionary<string, T> ReadMapValue<T, TCodec>()
        where TCodec : struct, IValueCodec<T>
    {
        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            ReportWrongType("an object");
            return null!;
        }

        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            CheckCancellation();
            string key = GetText();
            _reader.Read();
            CollectionsMarshal.GetValueRefOrAddDefault(map, key, out _) = TCodec.Read(ref this);
        }

        return map;
    }

    private T ToEnum<T>(string? known, string value)
        where T : struct, IOpenEnum<T>
    {
        if (known is null)
            _unknownEnumCount++;
        return T.From(known ?? value);
    }

    private readonly string GetText()
    {
        try
        {
            return _reader.ValueIsEscaped ? _reader.GetString()! : s_strictUtf8.GetString(_reader.ValueSpan);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            throw CreateInvalidTextException();
        }
    }

    private readonly ReadOnlySpan<byte> GetTextBytes() => _reader.ValueIsEscaped ? UnescapeText() : _reader.ValueSpan;

    private readonly byte[] UnescapeText()
    {
        byte[] buffer = new byte[_reader.ValueSpan.Length];
        try
        {
            return buffer[.._reader.CopyString(buffer)];
        }
        catch (InvalidOperationException)
        {
            throw CreateInvalidTextException();
        }
    }

    private static JsonElement ParseElement(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        return JsonElement.ParseValue(ref reader);
    }

    /// <summary>Reports a value of another type: a strict read fails, a lenient read counts and skips it.</summary>
    private void ReportWrongType(string expected)
    {
        if (!_lenient)
            throw new JsonReadException(JsonTypeMismatch.Describe(expected, _reader.TokenType), _reader.TokenStartIndex);
        _invalidValueCount++;
        SkipValue();
    }

    private readonly JsonReadException CreateInvalidTextException() => new("the text is not valid UTF-8", _reader.TokenStartIndex);
}
