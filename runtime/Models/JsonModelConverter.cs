using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using CfGen.CodeGen;
using CfGen.Serialization;

namespace CfGen;

/// <summary>Makes <see cref="JsonSerializer"/> read and write generated models with their own generated code.</summary>
/// <typeparam name="T">The model.</typeparam>
public sealed class JsonModelConverter<T> : JsonConverter<T>
    where T : IJsonModel<T>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The JSON is malformed or does not fit the model. <see cref="JsonException.Path"/> is the path from this value.</exception>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        // The serializer does not expose its buffer, and the model reader needs all of it for error paths and unknown properties.
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
#if NET9_0_OR_GREATER
        ReadOnlySpan<byte> json = System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(document.RootElement);
#else
        byte[] json = System.Text.Encoding.UTF8.GetBytes(document.RootElement.GetRawText());
#endif
        int depth = options.MaxDepth == 0 ? JsonModelReader.DefaultMaxDepth : Math.Min(options.MaxDepth, JsonModelReader.HighestMaxDepth);
        var r = new JsonModelReader(json, lenient: false, depth);
        try
        {
            r.ReadFirstToken();
            return T.Read(ref r);
        }
        catch (JsonReadException error)
        {
            JsonLocation location = JsonLocation.Locate(json, error.Offset, error.MissingProperty);
            throw new JsonException(
                $"The JSON is not a valid {typeof(T).Name} at {location.Path} (line {location.Line}): {error.Message}.",
                location.Path,
                location.Line - 1,
                null,
                error
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
