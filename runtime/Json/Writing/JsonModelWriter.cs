using System.ComponentModel;
using System.Globalization;
using System.Net;
using System.Text.Json;

namespace CfGen.Infrastructure;

/// <summary>Writes models: a thin layer of one call a property over <see cref="Utf8JsonWriter"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref partial struct JsonModelWriter
{
    private readonly Utf8JsonWriter _json;

    /// <summary>A writer on <paramref name="json"/>.</summary>
    /// <param name="json">Takes what is written.</param>
    /// <param name="isRequest">Whether it is the body of a request, which leaves out what only answers have.</param>
    public JsonModelWriter(Utf8JsonWriter json, bool isRequest = false)
    {
        _json = json;
        IsRequest = isRequest;
    }

    /// <summary>Whether members that only answers have are left out.</summary>
    public bool IsRequest { get; }

    /// <summary>Begins an object.</summary>
    public void Begin() => _json.WriteStartObject();

    /// <summary>Ends an object, after the properties that its document does not know.</summary>
    public void End(JsonExtras? extras = null)
    {
        extras?.Write(_json);
        _json.WriteEndObject();
    }

    internal void Put<T, TCodec>(T value)
        where TCodec : struct, IJsonCodec<T>
    {
        JsonModelWriter self = this;
        TCodec.Write(ref self, value);
    }

    internal void PutNull() => _json.WriteNullValue();

    internal void PutString(string value) => _json.WriteStringValue(value);

    internal void PutEnum<T>(T value)
        where T : struct, IOpenEnum<T>
    {
        OpenEnumTable table = T.Table;
        if (table.IsInteger || (table.IsMixed && !table.IsString(value.Value)))
            _json.WriteRawValue(value.Value);
        else
            _json.WriteStringValue(value.Value);
    }

    internal void PutBoolean(bool value) => _json.WriteBooleanValue(value);

    internal void PutInt64(long value) => _json.WriteNumberValue(value);

    internal void PutSingle(float value) => _json.WriteNumberValue(value);

    internal void PutDouble(double value) => _json.WriteNumberValue(value);

    internal void PutDecimal(decimal value) => _json.WriteNumberValue(value);

    internal void PutGuid(Guid value) => _json.WriteStringValue(value);

    internal void PutDateTime(DateTimeOffset value)
    {
        Span<byte> text = stackalloc byte[Rfc3339.MaxLength];
        _json.WriteStringValue(text[..Rfc3339.Format(value, text)]);
    }

    internal void PutDate(DateOnly value) => _json.WriteStringValue(value.ToString("O", CultureInfo.InvariantCulture));

    internal void PutTime(TimeOnly value) => _json.WriteStringValue(Rfc3339.Format(value));

    internal void PutDuration(TimeSpan value) => _json.WriteStringValue(Iso8601Duration.Format(value));

    internal void PutUri(Uri value) => _json.WriteStringValue(value.OriginalString);

    internal void PutBytes(byte[] value) => _json.WriteBase64StringValue(value);

    internal void PutIPAddress(IPAddress value) => _json.WriteStringValue(value.ToString());

    internal void PutElement(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
            _json.WriteNullValue();
        else
            value.WriteTo(_json);
    }

    internal void BeginList() => _json.WriteStartArray();

    internal void EndList() => _json.WriteEndArray();

    internal void Key(string name) => _json.WritePropertyName(name);
}
