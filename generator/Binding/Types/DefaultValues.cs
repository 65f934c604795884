using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Parsing;
using CfGen.Generator.Schemas;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Types;

/// <summary>
/// Formats the defaults of schemas for the documentation. A default is never emitted as a value: a server that changes its defaults treats
/// a value that is left out and the old default differently.
/// </summary>
internal sealed class DefaultValues(FindingCollector findings)
{
    // The default is part of a sentence. Longer values are left out.
    private const int MaxLength = 80;

    // People read it, so that only what JSON requires is escaped. The depth is that of the deepest document, which is more than the
    // default.
    private static readonly JsonSerializerOptions s_readableJson = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = TextParser.MaximumDepth + 1,
    };

    // Many operations share a component.
    private readonly HashSet<string> _reportedPointers = new(StringComparer.Ordinal);

    /// <summary>
    /// The JSON of the default; empty where there is none. A default that does not match the schema is reported, and left out.
    /// </summary>
    public string Format(ResolvedSchema schema, string pointer)
    {
        if (schema.Default is not { } value)
            return "";
        if (FindMismatch(schema, value, pointer) is { } mismatch)
        {
            if (_reportedPointers.Add(pointer))
                findings.Add(mismatch);
            return "";
        }

        if (value.IsJsonNull())
            return "";
        string text = ToJson(Sort(value)!);
        return text.Length > MaxLength ? "" : text;
    }

    /// <summary>Orders the members of objects by name: another order is the same default, and no change of the client.</summary>
    private static JsonNode? Sort(JsonNode? node) =>
        node switch
        {
            JsonObject members => new JsonObject(
                members.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => new KeyValuePair<string, JsonNode?>(m.Key, Sort(m.Value)))
            ),
            JsonArray items => new JsonArray([.. items.Select(Sort)]),
            JsonValue value => value.DeepClone(),
            _ => null,
        };

    /// <summary>The JSON of the only value beside null; empty where there are several.</summary>
    public static string FormatOnlyValue(ResolvedSchema schema) =>
        ConstantValue.FindOnlyValue(schema) is not null && ToJson(schema.Enum![0]!) is { Length: <= MaxLength } text ? text : "";

    private static Finding? FindMismatch(ResolvedSchema schema, JsonNode value, string pointer)
    {
        if (value.IsJsonNull())
            return schema.IsNullable || schema.Types is null ? null : DefaultValueFindings.DefaultNotNullable(pointer);
        if (schema.Types is { } types && (types & GetJsonTypes(value)) == 0)
            return DefaultValueFindings.DefaultOfOtherType(pointer, Truncate(value), types.ToString().ToLowerInvariant());
        return schema.Enum is { } values && !values.Exists(v => Normalize(v) == Normalize(value))
            ? DefaultValueFindings.DefaultNotInEnum(pointer, Truncate(value))
            : null;
    }

    /// <summary>
    /// Normalizes a value as open enums compare it: documents write 1, "1" and 1.0 for the same value, and the library True for true.
    /// </summary>
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
            // JSON has one kind of number: 1.0 is an integer.
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
