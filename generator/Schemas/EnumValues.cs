using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CfGen.Generator.Model;
using CfGen.Generator.Naming;
using CfGen.Generator.Parsing;
using Microsoft.OpenApi;

namespace CfGen.Generator.Schemas;

/// <summary>The values of a schema that becomes an open enum.</summary>
internal sealed class EnumValues
{
    private readonly List<EnumValue> _values;

    private EnumValues(EnumKind kind, List<EnumValue> values)
    {
        Kind = kind;
        _values = values;
    }

    public EnumKind Kind { get; }

    /// <summary>
    /// The values of the schema; null where it has no enum, or one of values that no open enum can hold: booleans are a bool, and fractions
    /// a number.
    /// </summary>
    public static EnumValues? TryCreate(ResolvedSchema schema) =>
        schema is { Enum: { } values, Types: { } types } ? schema.EnumValues ??= Create(types, values, schema) : null;

    public EquatableArray<EnumMember> CreateMembers(string typeName)
    {
        Dictionary<string, string> names = EnumMemberNames.Assign(typeName, _values.Select(v => v.Name));
        return _values.Select(v => new EnumMember(names[v.Name], v.Text, v.IsString, v.Description)).ToEquatable();
    }

    private static EnumValues? Create(JsonSchemaType types, List<JsonNode?> values, ResolvedSchema schema)
    {
        if (types == JsonSchemaType.String)
            return Create(EnumKind.String, values, schema, v => v.ToPlainText());
        if ((types & ~(JsonSchemaType.Integer | JsonSchemaType.Number)) == 0)
            return Create(EnumKind.Integer, values, schema, FormatInteger);
        bool areScalars = (types & (JsonSchemaType.Object | JsonSchemaType.Array)) == 0 && (types & (types - 1)) != 0;
        return areScalars ? Create(EnumKind.Json, values, schema, v => v.ToPlainText()) : null;
    }

    private static EnumValues? Create(EnumKind kind, List<JsonNode?> nodes, ResolvedSchema schema, Func<JsonValue, string?> format)
    {
        List<EnumValue> values = [];
        HashSet<string> names = new(StringComparer.Ordinal);
        HashSet<string> texts = new(StringComparer.Ordinal);
        foreach (JsonNode? node in nodes)
        {
            if (node is not JsonValue value || format(value) is not { } text)
                return null;
            // A string and a number of the same text cannot both be members. A value is compared by its text, so the first serves for both.
            if (!texts.Add(text))
                continue;
            string name = schema.EnumNames?.TryGetValue(value.ToJsonString(), out string? given) is true
                ? given
                : GetDefaultName(kind, text);
            // The document may give one name to two values: the second keeps its own.
            values.Add(
                new EnumValue(
                    text,
                    names.Add(name) ? name : GetDefaultName(kind, text),
                    value.GetValueKind() == JsonValueKind.String,
                    schema.EnumDescriptions?.TryGetValue(value.ToJsonString(), out string? words) is true ? words : ""
                )
            );
        }

        return new EnumValues(kind, values);
    }

    private static string? FormatInteger(JsonValue value) =>
        long.TryParse(value.ToPlainText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : null;

    private static string GetDefaultName(EnumKind kind, string text) =>
        kind != EnumKind.String && text.Length > 1 && text[0] == '-' ? "minus " + text.Substring(1) : text;

    private sealed record EnumValue(string Text, string Name, bool IsString, string Description);
}
