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
    /// <exception cref="JsonException">
    /// The JSON is malformed or does not fit the model. <see cref="JsonException.Path"/> is the path from this value.
    /// </exception>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        // The serializer does not expose its buffer, and the model reader needs all of it for error paths and unknown properties.
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        int depth = options.MaxDepth == 0 ? JsonModelReader.DefaultMaxDepth : Math.Min(options.MaxDepth, JsonModelReader.HighestMaxDepth);
        return JsonElementReader.Read<T>(document.RootElement, depth, options);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, [DisallowNull] T value, JsonSerializerOptions options)
    {
        var w = new JsonModelWriter(writer, isRequest: false, options);
        T.Write(ref w, value);
    }
}
