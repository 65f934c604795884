using System.Text.Json;
using CfGen.Serialization;

namespace CfGen.CodeGen;

// One method a type of property. Each reads the value of the property at whose name the reader stands, and moves to the name of the next.
// Strings, models, lists and maps do not go by their codecs: a codec of a class is shared code, which looks its types up at run time.
public ref partial struct JsonModelReader
{
    /// <summary>Reads a string.</summary>
    public string String()
    {
        MoveToValue();
        string value = ReadStringValue();
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads a string, or null.</summary>
    public string? StringOrNull()
    {
        MoveToValue();
        string? value = _reader.TokenType == JsonTokenType.Null ? null : ReadStringValue();
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads a boolean.</summary>
    public bool Boolean() => Value<bool, BooleanCodec>();

    /// <summary>Reads a boolean, or null.</summary>
    public bool? BooleanOrNull() => NullableValue<bool, BooleanCodec>();

    /// <summary>Reads a 32-bit integer. 1.0 is an integer.</summary>
    public int Int32() => Value<int, Int32Codec>();

    /// <summary>Reads a 32-bit integer, or null. 1.0 is an integer.</summary>
    public int? Int32OrNull() => NullableValue<int, Int32Codec>();

    /// <summary>Reads a 64-bit integer. 1.0 is an integer.</summary>
    public long Int64() => Value<long, Int64Codec>();

    /// <summary>Reads a 64-bit integer, or null. 1.0 is an integer.</summary>
    public long? Int64OrNull() => NullableValue<long, Int64Codec>();

    /// <summary>Reads a single-precision number.</summary>
    public float Single() => Value<float, SingleCodec>();

    /// <summary>Reads a single-precision number, or null.</summary>
    public float? SingleOrNull() => NullableValue<float, SingleCodec>();

    /// <summary>Reads a double-precision number.</summary>
    public double Double() => Value<double, DoubleCodec>();

    /// <summary>Reads a double-precision number, or null.</summary>
    public double? DoubleOrNull() => NullableValue<double, DoubleCodec>();

    /// <summary>Reads a decimal number.</summary>
    public decimal Decimal() => Value<decimal, DecimalCodec>();

    /// <summary>Reads a decimal number, or null.</summary>
    public decimal? DecimalOrNull() => NullableValue<decimal, DecimalCodec>();

    /// <summary>Reads a UUID.</summary>
    public System.Guid Guid() => Value<System.Guid, GuidCodec>();

    /// <summary>Reads a UUID, or null.</summary>
    public System.Guid? GuidOrNull() => NullableValue<System.Guid, GuidCodec>();

    /// <summary>Reads an RFC 3339 date and time. Without an offset it is UTC.</summary>
    public DateTimeOffset DateTime() => Value<DateTimeOffset, DateTimeCodec>();

    /// <summary>Reads an RFC 3339 date and time, or null. Without an offset it is UTC.</summary>
    public DateTimeOffset? DateTimeOrNull() => NullableValue<DateTimeOffset, DateTimeCodec>();

    /// <summary>Reads an RFC 3339 date.</summary>
    public DateOnly Date() => Value<DateOnly, DateCodec>();

    /// <summary>Reads an RFC 3339 date, or null.</summary>
    public DateOnly? DateOrNull() => NullableValue<DateOnly, DateCodec>();

    /// <summary>Reads an RFC 3339 time.</summary>
    public TimeOnly Time() => Value<TimeOnly, TimeCodec>();

    /// <summary>Reads an RFC 3339 time, or null.</summary>
    public TimeOnly? TimeOrNull() => NullableValue<TimeOnly, TimeCodec>();

    /// <summary>Reads an ISO 8601 duration.</summary>
    public TimeSpan Duration() => Value<TimeSpan, DurationCodec>();

    /// <summary>Reads an ISO 8601 duration, or null.</summary>
    public TimeSpan? DurationOrNull() => NullableValue<TimeSpan, DurationCodec>();

    /// <summary>Reads an absolute or relative URI.</summary>
    public System.Uri Uri() => Value<System.Uri, UriCodec>();

    /// <summary>Reads an absolute or relative URI, or null.</summary>
    public System.Uri? UriOrNull() => ValueOrNull<System.Uri, UriCodec>();

    /// <summary>Reads Base64 text as bytes.</summary>
    public byte[] Bytes() => Value<byte[], BytesCodec>();

    /// <summary>Reads Base64 text as bytes, or null.</summary>
    public byte[]? BytesOrNull() => ValueOrNull<byte[], BytesCodec>();

    /// <summary>Reads an IPv4 or IPv6 address.</summary>
    public System.Net.IPAddress IPAddress() => Value<System.Net.IPAddress, IPAddressCodec>();

    /// <summary>Reads an IPv4 or IPv6 address, or null.</summary>
    public System.Net.IPAddress? IPAddressOrNull() => ValueOrNull<System.Net.IPAddress, IPAddressCodec>();

    /// <summary>Reads any JSON value.</summary>
    public JsonElement Json() => Value<JsonElement, JsonElementCodec>();

    /// <summary>Reads any JSON value, or null.</summary>
    public JsonElement? JsonOrNull() => NullableValue<JsonElement, JsonElementCodec>();

    /// <summary>Reads an open enum.</summary>
    public T Enum<T>()
        where T : struct, IOpenEnum<T> => Value<T, EnumCodec<T>>();

    /// <summary>Reads an open enum, or null.</summary>
    public T? EnumOrNull<T>()
        where T : struct, IOpenEnum<T> => NullableValue<T, EnumCodec<T>>();

    /// <summary>Reads a model.</summary>
    public T Model<T>()
        where T : IJsonModel<T>
    {
        MoveToValue();
        T value = T.Read(ref this);
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads a model, or null.</summary>
    public T? ModelOrNull<T>()
        where T : class, IJsonModel<T>
    {
        MoveToValue();
        T? value = _reader.TokenType == JsonTokenType.Null ? null : T.Read(ref this);
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads an array of models.</summary>
    public IReadOnlyList<T> List<T>()
        where T : IJsonModel<T>
    {
        MoveToValue();
        T[] value = ReadListValue<T, ModelCodec<T>>();
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads an array of models, or null.</summary>
    public IReadOnlyList<T>? ListOrNull<T>()
        where T : IJsonModel<T>
    {
        MoveToValue();
        T[]? value = _reader.TokenType == JsonTokenType.Null ? null : ReadListValue<T, ModelCodec<T>>();
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads an object as a map of models. When a key repeats, the last value counts.</summary>
    public IReadOnlyDictionary<string, T> Map<T>()
        where T : IJsonModel<T>
    {
        MoveToValue();
        Dictionary<string, T> value = ReadMapValue<T, ModelCodec<T>>();
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads an object as a map of models, or null. When a key repeats, the last value counts.</summary>
    public IReadOnlyDictionary<string, T>? MapOrNull<T>()
        where T : IJsonModel<T>
    {
        MoveToValue();
        Dictionary<string, T>? value = _reader.TokenType == JsonTokenType.Null ? null : ReadMapValue<T, ModelCodec<T>>();
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads a value with its codec.</summary>
    public T Value<T, TCodec>()
        where TCodec : struct, IValueCodec<T>
    {
        MoveToValue();
        T value = TCodec.Read(ref this);
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads a value of a class with its codec, or null.</summary>
    public T? ValueOrNull<T, TCodec>()
        where T : class
        where TCodec : struct, IValueCodec<T>
    {
        MoveToValue();
        T? value = _reader.TokenType == JsonTokenType.Null ? null : TCodec.Read(ref this);
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads a value of a struct with its codec, or null.</summary>
    public T? NullableValue<T, TCodec>()
        where T : struct
        where TCodec : struct, IValueCodec<T>
    {
        MoveToValue();
        T? value = _reader.TokenType == JsonTokenType.Null ? null : TCodec.Read(ref this);
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads the value at which the reader stands with a codec of the program.</summary>
    public T Own<T, TCodec>()
        where TCodec : IJsonCodec<T> => ReadOwn<T, CodecAccess<T, TCodec>>();

    /// <summary>Reads the value at which the reader stands by the type's own codec.</summary>
    public T Own<T>()
        where T : IJsonCodec<T> => ReadOwn<T, CodecAccess<T, T>>();

    /// <summary>Reads the value at which the reader stands by the contract of the type. C# chooses this overload for a type that has no codec.</summary>
    public T Own<T>(bool hasNoCodec = true) => ReadOwn<T, TypeInfoAccess<T>>();

    /// <summary>True if the reader stands on null.</summary>
    public readonly bool IsNull() => _reader.TokenType == JsonTokenType.Null;

    /// <summary>Enters the array at whose <c>[</c> the reader stands, as a tuple.</summary>
    public JsonTupleState ReadStartTuple()
    {
        EnsureStack();
        if (_reader.TokenType == JsonTokenType.StartArray)
            return default;
        ReportWrongType("an array");
        return new JsonTupleState { HasEnded = true, IsInvalid = true };
    }

    /// <summary>Moves to the next item of a tuple. Returns false if there is none.</summary>
    public bool HasItem(ref JsonTupleState tuple)
    {
        if (tuple.HasEnded)
            return false;
        _reader.Read();
        CheckCancellation();
        tuple.HasEnded = _reader.TokenType == JsonTokenType.EndArray;
        tuple.Count += tuple.HasEnded ? 0 : 1;
        return !tuple.HasEnded;
    }

    /// <summary>Reads the item at which the reader stands.</summary>
    public T Item<T, TCodec>()
        where TCodec : struct, IValueCodec<T> => TCodec.Read(ref this);

    /// <summary>Leaves a tuple and checks its length. Items that were not read are too many.</summary>
    /// <param name="tuple">The result of <see cref="ReadStartTuple"/>.</param>
    /// <param name="requiredCount">The number of items that it must have.</param>
    public void ReadEndTuple(ref JsonTupleState tuple, int requiredCount)
    {
        if (HasItem(ref tuple))
        {
            ReportWrongLength($"expected an array of at most {tuple.Count - 1} items, but found more");
            do SkipValue();
            while (HasItem(ref tuple));
        }
        else if (tuple.Count < requiredCount && !tuple.IsInvalid)
        {
            ReportWrongLength($"expected an array of at least {requiredCount} items, but found {tuple.Count}");
        }
    }

    private T ReadOwn<T, TAccess>()
        where TAccess : struct, IOwnTypeAccess<T>
    {
        if (_reader.TokenType != JsonTokenType.Null)
        {
            Utf8JsonReader start = _reader;
            bool isValue;
            T? value = default;
            try
            {
                value = TAccess.Read(ref _reader, _serializerOptions);
                isValue = value is not null;
            }
            catch (Exception e)
                when (e
                        is FormatException
                            or InvalidOperationException
                            or JsonException
                            or ArgumentException
                            or OverflowException
                            or KeyNotFoundException
                )
            {
                isValue = false; // its message may repeat the value
            }

            if (isValue)
            {
                LeaveOwn(start, TAccess.Name);
                return value!;
            }

            _reader = start;
        }

        ReportWrongType($"a value of {typeof(T).Name}");
        return default!;
    }

    /// <summary>Checks that foreign code has read one value. One that it only looked at is skipped.</summary>
    private void LeaveOwn(in Utf8JsonReader start, string codec)
    {
        bool isInside = start.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
        if (_reader.BytesConsumed == start.BytesConsumed && isInside)
            SkipValue();
        bool isAtEnd = isInside
            ? _reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray && _reader.CurrentDepth == start.CurrentDepth
            : _reader.BytesConsumed == start.BytesConsumed;
        if (!isAtEnd)
            throw new NotSupportedException(
                $"{codec} read more or less than one JSON value. Leave the reader on the last token of the value."
            );
    }

    private void ReportWrongLength(string message)
    {
        if (!_lenient)
            throw new JsonReadException(message, _reader.TokenStartIndex);
        _invalidValueCount++;
    }
}
