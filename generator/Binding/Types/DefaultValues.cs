using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Parsing;
using CfGen.Generator.Schemas;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Types;

/// <summary>
/// What a value is where none is sent. It is documentation and nothing that is emitted as a value: leaving out and sending the default
/// are two things to a server that changes its defaults.
/// </summary>
internal sealed class DefaultValues(FindingCollector findings)
{
    // Whole objects say too little in a sentence.
    private const int MaxLength = 80;

    // It is read by people: what JSON does not have to escape stands there as it is. As deep as a document may be, which the writer's own limit is not.
    private static readonly JsonSerializerOptions s_readableJson = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = TextParser.MaximumDepth + 1,
    };

    // One component serves many operations.
    private readonly HashSet<string> _reportedPointers = new(StringComparer.Ordinal);

    /// <summary>The JSON of the default; empty where there is none, or none that the schema has room for, which is said.</summary>
    public string Format(ResolvedSchema shape, string pointer)
    {
        if (shape.Default is not { } value)
            return "";
        if (FindMismatch(shape, value) is { } wrong)
        {
            if (_reportedPointers.Add(pointer))
                findings.Add(SchemaFindings.InvalidDefault(pointer, Truncate(value), wrong));
            return "";
        }

        string text = ToJson(value);
        return value.IsJsonNull() || text.Length > MaxLength ? "" : text;
    }

    private static string? FindMismatch(ResolvedSchema shape, JsonNode value)
    {
        if (value.IsJsonNull())
            return shape.IsNullable || shape.Types is null ? null : "is not nullable";
        if (shape.Types is { } types && (types & GetJsonTypes(value)) == 0)
            return $"is not of type {types.ToString().ToLowerInvariant()}";
        return shape.Enum is { } listed && !listed.Exists(v => Normalize(v) == Normalize(value)) ? "is none of the listed values" : null;
    }

    /// <summary>As the values of an open enum are compared: documents, and the library for const, write 1, "1" and 1.0 for one thing, and True for true.</summary>
    private static string? Normalize(JsonNode? value)
    {
        if (value.IsJsonNull())
            return null;
        string text = value!.ToPlainText();
        if (bool.TryParse(text, out bool truth))
            return truth ? "true" : "false";
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
            ? number.ToString("G29", CultureInfo.InvariantCulture)
            : text;
    }

    private static JsonSchemaType GetJsonTypes(JsonNode value) =>
        value.GetValueKind() switch
        {
            JsonValueKind.True or JsonValueKind.False => JsonSchemaType.Boolean,
            JsonValueKind.String => JsonSchemaType.String,
            JsonValueKind.Array => JsonSchemaType.Array,
            JsonValueKind.Object => JsonSchemaType.Object,
            // JSON knows one kind of number: 1.0 is whole.
            _ => decimal.TryParse(ToJson(value), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
            && number != decimal.Truncate(number)
                ? JsonSchemaType.Number
                : JsonSchemaType.Number | JsonSchemaType.Integer,
        };

    private static string Truncate(JsonNode value)
    {
        string text = ToJson(value);
        return text.Length <= MaxLength ? text : text.Substring(0, MaxLength) + "...";
    }

    private static string ToJson(JsonNode value) => value.IsJsonNull() ? "null" : value.ToJsonString(s_readableJson);
}
