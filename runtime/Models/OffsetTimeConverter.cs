using System.Text.Json;
using System.Text.Json.Serialization;

namespace CfGen;

/// <summary>Reads and writes an <see cref="OffsetTime"/> as RFC 3339 text.</summary>
internal sealed class OffsetTimeConverter : JsonConverter<OffsetTime>
{
    public override OffsetTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        OffsetTime.TryParse(reader.GetString(), out OffsetTime value)
            ? value
            : throw new JsonException("The text is not an RFC 3339 time.");

    public override void Write(Utf8JsonWriter writer, OffsetTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
