using System.Buffers;
using System.Net;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace CfGen.Infrastructure;

// Values at the token on which the reader stands: what codecs are made of.
public ref partial struct JsonModelReader
{
    private static readonly JsonElement s_emptyObject = Element("{}"u8);

    internal string TakeString()
    {
        if (_json.TokenType != JsonTokenType.String)
        {
            WrongType("a string");
            return null!;
        }

        return Text();
    }

    internal bool TakeBoolean()
    {
        if (_json.TokenType is JsonTokenType.True or JsonTokenType.False)
            return _json.TokenType == JsonTokenType.True;
        WrongType("a boolean");
        return default;
    }

    internal int TakeInt32()
    {
        if (_json.TokenType == JsonTokenType.Number)
        {
            if (_json.TryGetInt32(out int value))
                return value;
            if (TryWhole(out decimal whole) && whole is >= int.MinValue and <= int.MaxValue)
                return (int)whole;
        }

        WrongType("a 32-bit integer");
        return default;
    }

    internal long TakeInt64()
    {
        if (_json.TokenType == JsonTokenType.Number)
        {
            if (_json.TryGetInt64(out long value))
                return value;
            if (TryWhole(out decimal whole) && whole is >= long.MinValue and <= long.MaxValue)
                return (long)whole;
        }

        WrongType("a 64-bit integer");
        return default;
    }

    internal float TakeSingle()
    {
        if (_json.TokenType == JsonTokenType.Number && _json.TryGetSingle(out float value) && float.IsFinite(value))
            return value;
        WrongType("a single-precision number");
        return default;
    }

    internal double TakeDouble()
    {
        if (_json.TokenType == JsonTokenType.Number && _json.TryGetDouble(out double value) && double.IsFinite(value))
            return value;
        WrongType("a double-precision number");
        return default;
    }

    internal decimal TakeDecimal()
    {
        if (_json.TokenType == JsonTokenType.Number && _json.TryGetDecimal(out decimal value))
            return value;
        WrongType("a decimal number");
        return default;
    }

    internal Guid TakeGuid()
    {
        if (_json.TokenType == JsonTokenType.String && _json.TryGetGuid(out Guid value))
            return value;
        WrongType("a uuid");
        return default;
    }

    internal DateTimeOffset TakeDateTime()
    {
        if (_json.TokenType == JsonTokenType.String && Rfc3339.TryDateTime(TextBytes(), out DateTimeOffset value))
            return value;
        WrongType("an RFC 3339 date and time");
        return default;
    }

    internal DateOnly TakeDate()
    {
        if (_json.TokenType == JsonTokenType.String && Rfc3339.TryDate(TextBytes(), out DateOnly value))
            return value;
        WrongType("an RFC 3339 date");
        return default;
    }

    internal TimeOnly TakeTime()
    {
        if (_json.TokenType == JsonTokenType.String && Rfc3339.TryTime(TextBytes(), out TimeOnly value))
            return value;
        WrongType("an RFC 3339 time");
        return default;
    }

    internal TimeSpan TakeDuration()
    {
        if (_json.TokenType == JsonTokenType.String && Iso8601Duration.TryParse(Text(), out TimeSpan value))
            return value;
        WrongType("an ISO 8601 duration");
        return default;
    }

    internal Uri TakeUri()
    {
        if (_json.TokenType == JsonTokenType.String && UriText.TryParse(Text(), out Uri? value))
            return value;
        WrongType("a URI");
        return null!;
    }

    internal byte[] TakeBytes()
    {
        if (_json.TokenType == JsonTokenType.String && _json.TryGetBytesFromBase64(out byte[]? value))
            return value;
        WrongType("base64 text");
        return null!;
    }

    internal System.Net.IPAddress TakeIPAddress()
    {
        if (_json.TokenType == JsonTokenType.String && System.Net.IPAddress.TryParse(Text(), out System.Net.IPAddress? value))
            return value;
        WrongType("an IP address");
        return null!;
    }

    internal JsonElement TakeElement()
    {
        if (_json.TokenType == JsonTokenType.StartObject)
        {
            // Free-form objects are mostly empty: all of them are one element.
            int start = (int)_json.TokenStartIndex;
            if (start + 1 < _body.Length && _body[start + 1] == (byte)'}')
            {
                _json.Read();
                return s_emptyObject;
            }
        }

        return JsonElement.ParseValue(ref _json);
    }

    internal T TakeEnum<T>()
        where T : struct, IOpenEnum<T>
    {
        OpenEnumTable table = T.Table;
        if (table.IsInteger)
        {
            long number = TakeInt64();
            if (table.Find(number) == 0)
                _unknownEnums++;
            return T.From(number);
        }

        if (table.IsMixed && _json.TokenType is JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False)
            return Known<T>(table.Find(_json.ValueSpan), Encoding.ASCII.GetString(_json.ValueSpan));
        if (_json.TokenType != JsonTokenType.String)
        {
            WrongType("a string");
            return default;
        }

        string? known = table.Find(TextBytes());
        return Known<T>(known, known ?? Text());
    }

    private T Known<T>(string? known, string value)
        where T : struct, IOpenEnum<T>
    {
        if (known is null)
            _unknownEnums++;
        return T.From(known ?? value);
    }

    internal T[] TakeList<T, TCodec>()
        where TCodec : struct, IJsonCodec<T>
    {
        if (_json.TokenType != JsonTokenType.StartArray)
        {
            WrongType("an array");
            return null!;
        }

        // The items are gathered in a pooled array, so that the list is one array of exactly its length.
        T[] items = ArrayPool<T>.Shared.Rent(16);
        int count = 0;
        try
        {
            while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
            {
                if (count == items.Length)
                    items = Grow(items, count);
                items[count] = TCodec.Read(ref this);
                count++;
            }

            return count == 0 ? [] : items.AsSpan(0, count).ToArray();
        }
        finally
        {
            Return(items, count);
        }
    }

    internal Dictionary<string, T> TakeMap<T, TCodec>()
        where TCodec : struct, IJsonCodec<T>
    {
        if (_json.TokenType != JsonTokenType.StartObject)
        {
            WrongType("an object");
            return null!;
        }

        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            string key = Text();
            _json.Read();
            CollectionsMarshal.GetValueRefOrAddDefault(map, key, out _) = TCodec.Read(ref this);
        }

        return map;
    }

    private static T[] Grow<T>(T[] items, int count)
    {
        T[] larger = ArrayPool<T>.Shared.Rent(count * 2);
        items.AsSpan(0, count).CopyTo(larger);
        Return(items, count);
        return larger;
    }

    private static void Return<T>(T[] items, int count)
    {
        if (System.Runtime.CompilerServices.RuntimeHelpers.IsReferenceOrContainsReferences<T>())
            items.AsSpan(0, count).Clear();
        ArrayPool<T>.Shared.Return(items);
    }

    private readonly bool TryWhole(out decimal value) => _json.TryGetDecimal(out value) && value == decimal.Truncate(value);

    private readonly string Text()
    {
        try
        {
            return _json.ValueIsEscaped ? _json.GetString()! : s_strict.GetString(_json.ValueSpan);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            throw NotText();
        }
    }

    private readonly ReadOnlySpan<byte> TextBytes() => _json.ValueIsEscaped ? Unescaped() : _json.ValueSpan;

    private static JsonElement Element(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        return JsonElement.ParseValue(ref reader);
    }
}
