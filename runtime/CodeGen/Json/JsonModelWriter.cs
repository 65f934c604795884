using System.ComponentModel;
using System.Globalization;
using System.Net;
using System.Text.Json;
using CfGen.Serialization;

namespace CfGen.CodeGen;

/// <summary>Writes models: a thin layer of one call a property over <see cref="Utf8JsonWriter"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref partial struct JsonModelWriter
{
    private readonly Utf8JsonWriter _writer;

    /// <summary>A writer on <paramref name="json"/>.</summary>
    /// <param name="json">Takes what is written.</param>
    /// <param name="isRequest">Whether it is the body of a request, which leaves out what only answers have.</param>
    public JsonModelWriter(Utf8JsonWriter json, bool isRequest = false)
    {
        _writer = json;
        IsRequest = isRequest;
    }

    /// <summary>Whether members that only answers have are left out.</summary>
    public bool IsRequest { get; }

    /// <summary>Begins an object.</summary>
    public void WriteStartObject() => _writer.WriteStartObject();

    /// <summary>Ends an object, after the properties that its document does not know.</summary>
    public void WriteEndObject(UnknownProperties? extras = null)
    {
        extras?.Write(_writer);
        _writer.WriteEndObject();
    }

    internal void WriteValue<T, TCodec>(T value)
        where TCodec : struct, IJsonCodec<T>
    {
        JsonModelWriter self = this;
        TCodec.Write(ref self, value);
    }

    internal void WriteNullValue() => _writer.WriteNullValue();

    internal void WriteStringValue(string value) => _writer.WriteStringValue(value);

    internal void WriteEnumValue<T>(T value)
        where T : struct, IOpenEnum<T>
    {
        OpenEnumTable table = T.Table;
        if (table.IsInteger || (table.IsMixed && !table.IsString(value.Value)))
            _writer.WriteRawValue(value.Value);
        else
            _writer.WriteStringValue(value.Value);
    }

    internal void WriteBooleanValue(bool value) => _writer.WriteBooleanValue(value);

    internal void WriteInt64Value(long value) => _writer.WriteNumberValue(value);

    internal void WriteSingleValue(float value) => _writer.WriteNumberValue(value);

    internal void WriteDoubleValue(double value) => _writer.WriteNumberValue(value);

    internal void WriteDecimalValue(decimal value) => _writer.WriteNumberValue(value);

    internal void WriteGuidValue(Guid value) => _writer.WriteStringValue(value);

    internal void WriteDateTimeValue(DateTimeOffset value)
    {
        Span<byte> text = stackalloc byte[Rfc3339.MaxLength];
        _writer.WriteStringValue(text[..Rfc3339.Format(value, text)]);
    }

    internal void WriteDateValue(DateOnly value) => _writer.WriteStringValue(value.ToString("O", CultureInfo.InvariantCulture));

    internal void WriteTimeValue(TimeOnly value) => _writer.WriteStringValue(Rfc3339.Format(value));

    internal void WriteDurationValue(TimeSpan value) => _writer.WriteStringValue(Iso8601Duration.Format(value));

    internal void WriteUriValue(Uri value) => _writer.WriteStringValue(value.OriginalString);

    internal void WriteBytesValue(byte[] value) => _writer.WriteBase64StringValue(value);

    internal void WriteIPAddressValue(IPAddress value) => _writer.WriteStringValue(value.ToString());

    internal void WriteElementValue(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
            _writer.WriteNullValue();
        else
            value.WriteTo(_writer);
    }

    internal void WriteStartArray() => _writer.WriteStartArray();

    internal void WriteEndArray() => _writer.WriteEndArray();

    internal void WritePropertyName(string name) => _writer.WritePropertyName(name);
}
