using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using CfGen.CodeGen;
using CfGen.Serialization;

namespace CfGen;

/// <summary>Lets <see cref="JsonSerializer"/> read and write generated models with their own members.</summary>
/// <typeparam name="T">The model.</typeparam>
public sealed class JsonModelConverter<T> : JsonConverter<T>
    where T : IJsonModel<T>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The JSON is malformed or breaks the model; <see cref="JsonException.Path"/> says where, counted from this value.</exception>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        // The serializer hides its buffer, which our reader needs whole for paths and unknown properties.
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
#if NET9_0_OR_GREATER
        ReadOnlySpan<byte> json = System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(document.RootElement);
#else
        byte[] json = System.Text.Encoding.UTF8.GetBytes(document.RootElement.GetRawText());
#endif
        int depth = options.MaxDepth == 0 ? JsonModelReader.DefaultMaxDepth : options.MaxDepth;
        var r = new JsonModelReader(json, lenient: false, depth);
        try
        {
            r.ReadFirstToken();
            return T.Read(ref r);
        }
        catch (JsonReadException fault)
        {
            JsonLocation place = JsonLocation.Locate(json, fault.Offset, fault.MissingProperty);
            throw new JsonException(
                $"{typeof(T).Name}: {fault.Message} (path {place.Path}, line {place.Line}).",
                place.Path,
                place.Line - 1,
                null,
                fault
            );
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, [DisallowNull] T value, JsonSerializerOptions options)
    {
        var w = new JsonModelWriter(writer);
        T.Write(ref w, value);
    }
}
