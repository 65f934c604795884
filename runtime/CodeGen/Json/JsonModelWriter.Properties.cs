using System.Net;
using System.Text.Json;
using CfGen.Serialization;

namespace CfGen.CodeGen;

// One method a type of property. Each writes the name and the value. If the value is null, it writes nothing, or null after OrNull.
public readonly ref partial struct JsonModelWriter
{
    /// <summary>Writes a string, or nothing if it is null.</summary>
    public void String(ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            WriteName(name);
            WriteStringValue(value);
        }
        else
        {
            WriteNullProperty(name);
        }
    }

    /// <summary>Writes a boolean, or nothing if it is null.</summary>
    public void Boolean(ReadOnlySpan<byte> name, bool? value) => Value<bool, BooleanCodec>(name, value);

    /// <summary>Writes a 32-bit integer, or nothing if it is null.</summary>
    public void Int32(ReadOnlySpan<byte> name, int? value) => Value<int, Int32Codec>(name, value);

    /// <summary>Writes a 64-bit integer, or nothing if it is null.</summary>
    public void Int64(ReadOnlySpan<byte> name, long? value) => Value<long, Int64Codec>(name, value);

    /// <summary>Writes a single-precision number, or nothing if it is null.</summary>
    public void Single(ReadOnlySpan<byte> name, float? value) => Value<float, SingleCodec>(name, value);

    /// <summary>Writes a double-precision number, or nothing if it is null.</summary>
    public void Double(ReadOnlySpan<byte> name, double? value) => Value<double, DoubleCodec>(name, value);

    /// <summary>Writes a decimal number, or nothing if it is null.</summary>
    public void Decimal(ReadOnlySpan<byte> name, decimal? value) => Value<decimal, DecimalCodec>(name, value);

    /// <summary>Writes a UUID, or nothing if it is null.</summary>
    public void Guid(ReadOnlySpan<byte> name, System.Guid? value) => Value<System.Guid, GuidCodec>(name, value);

    /// <summary>Writes an RFC 3339 date and time, or nothing if it is null.</summary>
    public void DateTime(ReadOnlySpan<byte> name, DateTimeOffset? value) => Value<DateTimeOffset, DateTimeCodec>(name, value);

    /// <summary>Writes an RFC 3339 date, or nothing if it is null.</summary>
    public void Date(ReadOnlySpan<byte> name, DateOnly? value) => Value<DateOnly, DateCodec>(name, value);

    /// <summary>Writes an RFC 3339 time, or nothing if it is null.</summary>
    public void Time(ReadOnlySpan<byte> name, TimeOnly? value) => Value<TimeOnly, TimeCodec>(name, value);

    /// <summary>Writes an ISO 8601 duration, or nothing if it is null.</summary>
    public void Duration(ReadOnlySpan<byte> name, TimeSpan? value) => Value<TimeSpan, DurationCodec>(name, value);

    /// <summary>Writes an absolute or relative URI, or nothing if it is null.</summary>
    public void Uri(ReadOnlySpan<byte> name, System.Uri? value) => Value<System.Uri, UriCodec>(name, value);

    /// <summary>Writes Base64 text, or nothing if it is null.</summary>
    public void Bytes(ReadOnlySpan<byte> name, byte[]? value) => Value<byte[], BytesCodec>(name, value);

    /// <summary>Writes an IPv4 or IPv6 address, or nothing if it is null.</summary>
    public void IPAddress(ReadOnlySpan<byte> name, System.Net.IPAddress? value) => Value<System.Net.IPAddress, IPAddressCodec>(name, value);

    /// <summary>Writes any JSON value, or nothing if it is null.</summary>
    public void Json(ReadOnlySpan<byte> name, JsonElement? value)
    {
        if (value is { ValueKind: not JsonValueKind.Undefined })
        {
            WriteName(name);
            WriteElementValue(value.Value);
        }
        else
        {
            WriteNullProperty(name);
        }
    }

    /// <summary>Writes a model, or nothing if it is null.</summary>
    public void Model<T>(ReadOnlySpan<byte> name, T? value)
        where T : IJsonModel<T> => Value<T, ModelCodec<T>>(name, value);

    /// <summary>Writes an open enum.</summary>
    public void Enum<T>(ReadOnlySpan<byte> name, T value)
        where T : struct, IOpenEnum<T>
    {
        WriteName(name);
        WriteEnumValue(value);
    }

    /// <summary>Writes an open enum, or nothing if it is null.</summary>
    public void Enum<T>(ReadOnlySpan<byte> name, T? value)
        where T : struct, IOpenEnum<T>
    {
        if (value is { } item)
            Enum(name, item);
        else
            WriteNullProperty(name);
    }

    /// <summary>Writes an array of models, or nothing if it is null.</summary>
    public void List<T>(ReadOnlySpan<byte> name, IReadOnlyList<T>? value)
        where T : IJsonModel<T> => Value<IReadOnlyList<T>, ListCodec<T, ModelCodec<T>>>(name, value);

    /// <summary>Writes a map of models, or nothing if it is null.</summary>
    public void Map<T>(ReadOnlySpan<byte> name, IReadOnlyDictionary<string, T>? value)
        where T : IJsonModel<T> => Value<IReadOnlyDictionary<string, T>, MapCodec<T, ModelCodec<T>>>(name, value);

    /// <summary>Writes a value with its codec, or nothing if it is null.</summary>
    public void Value<T, TCodec>(ReadOnlySpan<byte> name, T? value)
        where TCodec : struct, IValueCodec<T>
    {
        if (value is null)
        {
            WriteNullProperty(name);
            return;
        }

        WriteName(name);
        WriteValue<T, TCodec>(value);
    }

    /// <summary>Writes a value with its codec, or nothing if it is null.</summary>
    public void Value<T, TCodec>(ReadOnlySpan<byte> name, T? value)
        where T : struct
        where TCodec : struct, IValueCodec<T>
    {
        if (value is not { } item)
        {
            WriteNullProperty(name);
            return;
        }

        WriteName(name);
        WriteValue<T, TCodec>(item);
    }

    /// <summary>Writes the properties that the document allows without listing them.</summary>
    public void AdditionalProperties<T, TCodec>(IReadOnlyDictionary<string, T>? properties)
        where TCodec : struct, IValueCodec<T>
    {
        if (properties is null)
            return;
        int index = 0;
        foreach ((string name, T value) in properties)
        {
            if (IsLast(index++))
            {
                WritePropertyName(JsonText.OmittedName);
                WriteOmission(properties.Count - index + 1);
                break;
            }

            WritePropertyName(name);
            WriteValue<T, TCodec>(value);
        }
    }

    private void WriteNullProperty(ReadOnlySpan<byte> name)
    {
        if (_writesNull)
            _writer.WriteNull(name);
    }
}
