using System.ComponentModel;
using System.Globalization;
using System.Net;
using System.Numerics;
using System.Text;
using System.Text.Json;
using CfGen.Serialization;

namespace CfGen.CodeGen;

/// <summary>Writes models with one call a property, on top of <see cref="Utf8JsonWriter"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref partial struct JsonModelWriter
{
    private readonly Utf8JsonWriter _writer;
    private readonly JsonSerializerOptions? _serializerOptions;

    // Whether a property that is null is written as null. Never inherited by what is inside the value.
    private readonly bool _writesNull;
    private readonly bool _isHidden;

    /// <summary>Creates a writer on <paramref name="json"/>.</summary>
    /// <param name="json">The target.</param>
    /// <param name="isRequest">True for the body of a request, which has no read-only properties.</param>
    /// <param name="serializerOptions">The options that write types of the program that have no codec.</param>
    internal JsonModelWriter(Utf8JsonWriter json, bool isRequest = false, JsonSerializerOptions? serializerOptions = null)
    {
        _serializerOptions = serializerOptions;
        _writer = json;
        IsRequest = isRequest;
    }

    private JsonModelWriter(JsonModelWriter outer, bool writesNull, bool isHidden = false)
    {
        _isHidden = isHidden;
        _writer = outer._writer;
        _serializerOptions = outer._serializerOptions;
        IsRequest = outer.IsRequest;
        IsText = outer.IsText;
        _writesNull = writesNull;
    }

    /// <summary>True if read-only properties are left out.</summary>
    public bool IsRequest { get; }

    /// <summary>True if the JSON becomes the text of <c>ToString</c>, which is bounded and has no secrets.</summary>
    internal bool IsText { get; private init; }

    /// <summary>True if no more lists and objects are written.</summary>
    internal bool IsFull =>
        IsText && (_writer.CurrentDepth >= JsonText.MaxDepth || _writer.BytesCommitted + _writer.BytesPending > JsonText.MaxBytes);

    /// <summary>Creates a writer for the text of <c>ToString</c>.</summary>
    internal static JsonModelWriter ForText(Utf8JsonWriter json) => new(json) { IsText = true };

    /// <summary>Returns a writer whose next property is a secret, which the text of <c>ToString</c> hides.</summary>
    public JsonModelWriter Hide() => new(this, _writesNull, isHidden: IsText);

    /// <summary>Returns a writer whose next property is written as null if it is null.</summary>
    public JsonModelWriter OrNull() => OrNull(writesNull: true);

    /// <summary>Returns a writer whose next property is written as null, or left out, if it is null.</summary>
    public JsonModelWriter OrNull(bool writesNull) => new(this, writesNull);

    /// <summary>Returns a writer whose next property is written as null if it is null and marked.</summary>
    /// <param name="marked">The properties of the model that are marked.</param>
    /// <param name="index">The index of the property.</param>
    public JsonModelWriter OrNull(NullMembers marked, int index) => new(this, !IsText && marked.Has(index));

    /// <summary>Writes the start of an object.</summary>
    public void WriteStartObject() => _writer.WriteStartObject();

    /// <summary>Writes the unknown properties and the end of an object.</summary>
    public void WriteEndObject(UnknownProperties? unknown = null)
    {
        if (!IsText)
            unknown?.Write(_writer);
        _writer.WriteEndObject();
    }

    /// <summary>Writes the value of a union case that is a model.</summary>
    public void WriteCase<T>(object value)
        where T : IJsonModel<T>
    {
        JsonModelWriter self = this;
        ModelCodec<T>.Write(ref self, (T)value);
    }

    /// <summary>Writes the value of a union case with its codec.</summary>
    public void WriteCase<T, TCodec>(object value)
        where TCodec : struct, IValueCodec<T> => WriteValue<T, TCodec>((T)value);

    internal void WriteValue<T, TCodec>(T value)
        where TCodec : struct, IValueCodec<T>
    {
        JsonModelWriter self = new(this, writesNull: false);
        TCodec.Write(ref self, value);
    }

    internal void WriteNullValue() => _writer.WriteNullValue();

    internal void WriteStringValue(string value) =>
        _writer.WriteStringValue(IsText ? JsonText.Cut(value, JsonText.MaxWrittenLength) : value);

    /// <summary>Writes a value that stands for items that are not printed.</summary>
    internal void WriteOmission(int count) => _writer.WriteStringValue(JsonText.MarkOmitted(count));

    /// <summary>Writes a value that stands for a list or object that is not printed.</summary>
    internal void WriteOmission() => _writer.WriteStringValue(JsonText.MarkOmitted());

    internal void WriteEnumValue<T>(T value)
        where T : struct, IOpenEnum<T>
    {
        if (IsRequest && value.Equals(default))
            JsonBodySerializer.ReportUnsetEnum(typeof(T).Name, _writer.BytesCommitted + _writer.BytesPending);
        OpenEnumTable table = T.Table;
        if (table.IsInteger || (table.IsMixed && !table.IsString(value.Value)))
            _writer.WriteRawValue(value.Value);
        else
            _writer.WriteStringValue(value.Value);
    }

    internal void WriteBooleanValue(bool value) => _writer.WriteBooleanValue(value);

    internal void WriteInt64Value(long value) => _writer.WriteNumberValue(value);

    internal void WriteUInt64Value(ulong value) => _writer.WriteNumberValue(value);

    internal void WriteNumber<T>(T value, bool asText)
        where T : struct, INumberBase<T>
    {
        Span<byte> text = stackalloc byte[NumberText.MaxLength];
        text = text[..NumberText.Format(value, text)];
        if (asText)
            _writer.WriteStringValue(text);
        else
            _writer.WriteRawValue(text);
    }

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

    internal void WriteBytesValue(byte[] value) =>
        _writer.WriteBase64StringValue(
            IsText && value.Length > JsonText.MaxWrittenLength ? value.AsSpan(0, JsonText.MaxWrittenLength) : value
        );

    internal void WriteIPAddressValue(IPAddress value) => _writer.WriteStringValue(value.ToString());

    internal void WriteElementValue(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
            _writer.WriteNullValue();
        else if (IsText)
            WriteElementText(value);
        else
            value.WriteTo(_writer);
    }

    /// <summary>Writes the start of an array.</summary>
    public void WriteStartArray() => _writer.WriteStartArray();

    /// <summary>Writes the end of an array.</summary>
    public void WriteEndArray() => _writer.WriteEndArray();

    /// <summary>Writes one item of a tuple with its codec.</summary>
    public void Item<T, TCodec>(T value)
        where TCodec : struct, IValueCodec<T> => WriteValue<T, TCodec>(value);

    /// <summary>Writes the items after the positions of a tuple.</summary>
    public void Items<T, TCodec>(IReadOnlyList<T>? items)
        where TCodec : struct, IValueCodec<T>
    {
        int count = items?.Count ?? 0;
        for (int i = 0; i < count; i++)
        {
            if (IsLast(i))
            {
                WriteOmission(count - i);
                break;
            }

            WriteValue<T, TCodec>(items![i]);
        }
    }

    /// <summary>Writes a value with a codec of the program.</summary>
    public void Own<T, TCodec>(T value)
        where TCodec : IJsonCodec<T> => WriteOwn<T, CodecAccess<T, TCodec>>(value);

    /// <summary>Writes a value by the type's own codec.</summary>
    public void Own<T>(T value)
        where T : IJsonCodec<T> => WriteOwn<T, CodecAccess<T, T>>(value);

    /// <summary>Writes a value by the contract of its type. C# chooses this overload for a type that has no codec.</summary>
    public void Own<T>(T value, bool hasNoCodec = true) => WriteOwn<T, TypeInfoAccess<T>>(value);

    /// <summary>Writes null.</summary>
    public void Null() => WriteNullValue();

    /// <summary>True if the text of <c>ToString</c> has enough of a list or map.</summary>
    internal bool IsLast(int index) => IsText && (index >= JsonText.MaxItems || (index > 0 && IsFull));

    internal void WritePropertyName(string name) =>
        _writer.WritePropertyName(IsText ? JsonText.Cut(name, JsonText.MaxWrittenLength) : name);

    private void WriteOwn<T, TAccess>(T value)
        where TAccess : struct, IOwnTypeAccess<T>
    {
        if (value is null)
        {
            WriteNullValue();
            return;
        }

        if (IsFull)
        {
            WriteOmission();
            return;
        }

        // ToString has no options.
        if (IsText && !TAccess.CanWrite(_serializerOptions))
        {
            WriteStringValue(value.ToString() ?? "");
            return;
        }

        (int depth, long length) = (_writer.CurrentDepth, _writer.BytesCommitted + _writer.BytesPending);
        TAccess.Write(_writer, value, _serializerOptions);
        if (_writer.CurrentDepth != depth || _writer.BytesCommitted + _writer.BytesPending == length)
            throw new NotSupportedException($"{TAccess.Name} did not write one JSON value. Write a value, and end each object and array.");
    }

    private void WriteName(ReadOnlySpan<byte> name)
    {
        if (_isHidden)
            _writer.WritePropertyName(JsonText.MarkHidden(Encoding.UTF8.GetString(name)));
        else
            _writer.WritePropertyName(name);
    }

    private void WriteElementText(JsonElement value)
    {
        if (value.ValueKind is (JsonValueKind.Array or JsonValueKind.Object) && IsFull)
        {
            WriteOmission();
            return;
        }

        int index = 0;
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                WriteStartArray();
                foreach (JsonElement item in value.EnumerateArray())
                {
                    if (IsLast(index++))
                    {
                        WriteOmission(value.GetArrayLength() - index + 1);
                        break;
                    }

                    WriteElementText(item);
                }

                WriteEndArray();
                break;
            case JsonValueKind.Object:
                WriteStartObject();
                foreach (JsonProperty property in value.EnumerateObject())
                {
                    if (IsLast(index++))
                    {
                        WritePropertyName(JsonText.OmittedName);
                        WriteOmission();
                        break;
                    }

                    WritePropertyName(property.Name);
                    WriteElementText(property.Value);
                }

                WriteEndObject();
                break;
            case JsonValueKind.String:
                WriteStringValue(value.GetString()!);
                break;
            default:
                value.WriteTo(_writer);
                break;
        }
    }
}
