using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CfGen.CodeGen;
using CfGen.Serialization;

namespace CfGen;

/// <summary>Makes <see cref="JsonSerializer"/> read and write open enums as the values that the API uses.</summary>
/// <typeparam name="T">The enum.</typeparam>
public sealed class OpenEnumConverter<T> : JsonConverter<T>
    where T : struct, IOpenEnum<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (T.Table.IsInteger && reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long number))
            return T.From(number);
        if (reader.TokenType == JsonTokenType.String && !T.Table.IsInteger)
            return T.From(reader.GetString()!);
        if (T.Table.IsMixed && reader.TokenType is JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False)
            return T.From(Encoding.ASCII.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan));
        string mismatch = JsonTypeMismatch.Describe(T.Table.IsInteger ? "an integer" : "a string", reader.TokenType);
        throw new JsonException($"The JSON is not a valid {typeof(T).Name}: {mismatch}.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        new JsonModelWriter(writer).WriteEnumValue(value);

    /// <inheritdoc/>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.From(reader.GetString()!);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.Value);
}
