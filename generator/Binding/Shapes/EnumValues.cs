using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CfGen.Generator.Binding.Names;
using CfGen.Generator.Model;
using CfGen.Generator.Reading;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Shapes;

/// <summary>The listed values of a schema that becomes an open enum.</summary>
internal sealed class EnumValues
{
    private readonly List<Listed> _values;

    private EnumValues(EnumKind kind, List<Listed> values)
    {
        Kind = kind;
        _values = values;
    }

    public EnumKind Kind { get; }

    /// <summary>Null where the shape lists no values, or such as no enum can hold: booleans are a bool, fractions a number.</summary>
    public static EnumValues? Find(Shape shape) =>
        shape is { Enum: { } values, Types: { } types } ? shape.Values ??= Of(types, values, shape) : null;

    private static EnumValues? Of(JsonSchemaType types, List<JsonNode?> values, Shape shape)
    {
        if (types == JsonSchemaType.String)
            return Of(EnumKind.String, values, shape, v => v.PlainText());
        if ((types & ~(JsonSchemaType.Integer | JsonSchemaType.Number)) == 0)
            return Of(EnumKind.Integer, values, shape, Whole);
        bool scalars = (types & (JsonSchemaType.Object | JsonSchemaType.Array)) == 0 && (types & (types - 1)) != 0;
        return scalars ? Of(EnumKind.Json, values, shape, v => v.PlainText()) : null;
    }

    public EquatableArray<EnumMember> Members(string typeName)
    {
        Dictionary<string, string> names = Identifiers.EnumMembers(typeName, _values.Select(v => v.Name));
        return _values.Select(v => new EnumMember(names[v.Name], v.Text, v.IsString)).ToEquatable();
    }

    private static EnumValues? Of(EnumKind kind, List<JsonNode?> values, Shape shape, Func<JsonValue, string?> text)
    {
        List<Listed> members = [];
        HashSet<string> names = new(StringComparer.Ordinal);
        HashSet<string> texts = new(StringComparer.Ordinal);
        foreach (JsonNode? node in values)
        {
            if (node is not JsonValue value || text(value) is not { } member)
                return null;
            // A string and a number of the same text cannot both be members; which one it is then stays open.
            if (!texts.Add(member))
                continue;
            string name = shape.EnumNames?.TryGetValue(value.ToJsonString(), out string? given) is true ? given : Spoken(kind, member);
            // A name that stands for two values is no name for either.
            members.Add(new Listed(member, names.Add(name) ? name : Spoken(kind, member), value.GetValueKind() == JsonValueKind.String));
        }

        return new EnumValues(kind, members);
    }

    private static string? Whole(JsonValue value) =>
        long.TryParse(value.PlainText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : null;

    private static string Spoken(EnumKind kind, string text) => kind == EnumKind.String ? text
        : text.Length > 1 && text[0] == '-' ? "minus " + text.Substring(1)
        : text;

    private sealed record Listed(string Text, string Name, bool IsString);
}
