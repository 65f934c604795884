using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CfGen.Generator.Model;
using CfGen.Generator.Naming;
using CfGen.Generator.Parsing;
using Microsoft.OpenApi;

namespace CfGen.Generator.Schemas;

/// <summary>The listed values of a schema that becomes an open enum.</summary>
internal sealed class EnumValues
{
    private readonly List<EnumValue> _members;

    private EnumValues(EnumKind kind, List<EnumValue> values)
    {
        Kind = kind;
        _members = values;
    }

    public EnumKind Kind { get; }

    /// <summary>Null where the shape lists no values, or such as no enum can hold: booleans are a bool, fractions a number.</summary>
    public static EnumValues? TryCreate(ResolvedSchema shape) =>
        shape is { Enum: { } values, Types: { } types } ? shape.EnumValues ??= Create(types, values, shape) : null;

    private static EnumValues? Create(JsonSchemaType types, List<JsonNode?> values, ResolvedSchema shape)
    {
        if (types == JsonSchemaType.String)
            return Create(EnumKind.String, values, shape, v => v.ToPlainText());
        if ((types & ~(JsonSchemaType.Integer | JsonSchemaType.Number)) == 0)
            return Create(EnumKind.Integer, values, shape, FormatInteger);
        bool scalars = (types & (JsonSchemaType.Object | JsonSchemaType.Array)) == 0 && (types & (types - 1)) != 0;
        return scalars ? Create(EnumKind.Json, values, shape, v => v.ToPlainText()) : null;
    }

    public EquatableArray<EnumMember> CreateMembers(string typeName)
    {
        Dictionary<string, string> names = Identifiers.AssignEnumMemberNames(typeName, _members.Select(v => v.Name));
        return _members.Select(v => new EnumMember(names[v.Name], v.Value, v.IsString)).ToEquatable();
    }

    private static EnumValues? Create(EnumKind kind, List<JsonNode?> values, ResolvedSchema shape, Func<JsonValue, string?> text)
    {
        List<EnumValue> members = [];
        HashSet<string> names = new(StringComparer.Ordinal);
        HashSet<string> texts = new(StringComparer.Ordinal);
        foreach (JsonNode? node in values)
        {
            if (node is not JsonValue value || text(value) is not { } member)
                return null;
            // A string and a number of the same text cannot both be members; which one it is then stays open.
            if (!texts.Add(member))
                continue;
            string name = shape.EnumNames?.TryGetValue(value.ToJsonString(), out string? given) is true
                ? given
                : GetDefaultName(kind, member);
            // A name that stands for two values is no name for either.
            members.Add(
                new EnumValue(member, names.Add(name) ? name : GetDefaultName(kind, member), value.GetValueKind() == JsonValueKind.String)
            );
        }

        return new EnumValues(kind, members);
    }

    private static string? FormatInteger(JsonValue value) =>
        long.TryParse(value.ToPlainText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : null;

    private static string GetDefaultName(EnumKind kind, string text) =>
        kind == EnumKind.String ? text
        : text.Length > 1 && text[0] == '-' ? "minus " + text.Substring(1)
        : text;

    private sealed record EnumValue(string Value, string Name, bool IsString);
}
