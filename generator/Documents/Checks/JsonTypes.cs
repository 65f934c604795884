using System.Text.Json;
using System.Text.Json.Nodes;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.Checks;

/// <summary>A set of JSON types.</summary>
[Flags]
internal enum JsonTypes
{
    None = 0,
    Null = 1,
    Boolean = 2,
    Integer = 4,
    Fraction = 8,
    String = 16,
    Array = 32,
    Object = 64,

    /// <summary>A number is an integer or has a fraction.</summary>
    Number = Integer | Fraction,
    Any = Null | Boolean | Number | String | Array | Object,
}

/// <summary>The types of schemas and values, and their names in messages.</summary>
internal static class JsonTypesExtensions
{
    private static readonly (JsonTypes Types, string Name)[] s_names =
    [
        (JsonTypes.Boolean, "boolean"),
        (JsonTypes.Number, "number"),
        (JsonTypes.Integer, "integer"),
        (JsonTypes.String, "string"),
        (JsonTypes.Array, "array"),
        (JsonTypes.Object, "object"),
        (JsonTypes.Null, "null"),
    ];

    /// <summary>Returns the types of the keyword <c>type</c>; any where there is none, or one that does not exist.</summary>
    public static JsonTypes ReadTypes(this JsonObject schema)
    {
        JsonTypes types = JsonTypes.None;
        IEnumerable<JsonNode?> written = schema["type"] is JsonArray list ? list : (JsonNode?[])[schema["type"]];
        foreach (JsonNode? type in written)
        {
            if (Array.Find(s_names, n => n.Name == type.AsString()).Types is not (not JsonTypes.None and var known))
                return JsonTypes.Any;
            types |= known;
        }

        return types;
    }

    /// <summary>Returns the type of a value.</summary>
    public static JsonTypes GetJsonType(this JsonNode? value) =>
        value.IsJsonNull()
            ? JsonTypes.Null
            : value!.GetValueKind() switch
            {
                JsonValueKind.String => JsonTypes.String,
                JsonValueKind.Number => IsIntegral((JsonValue)value) ? JsonTypes.Integer : JsonTypes.Fraction,
                JsonValueKind.True or JsonValueKind.False => JsonTypes.Boolean,
                JsonValueKind.Array => JsonTypes.Array,
                _ => JsonTypes.Object,
            };

    /// <summary>Returns the names of the types, as in <c>string or null</c>.</summary>
    public static string Format(this JsonTypes types)
    {
        List<string> names = [];
        foreach ((JsonTypes known, string name) in s_names)
        {
            if ((types & known) != known)
                continue;
            names.Add(name);
            types &= ~known;
        }

        return string.Join(" or ", names);
    }

    /// <summary>True where the two sets have no type in common but null.</summary>
    public static bool Excludes(this JsonTypes types, JsonTypes other) =>
        (types & other & ~JsonTypes.Null) == 0 && (types & ~JsonTypes.Null) != 0 && (other & ~JsonTypes.Null) != 0;

    // 1.0 and 1e3 are integers.
    private static bool IsIntegral(JsonValue value) =>
        value.IsInteger()
        || (
            decimal.TryParse(
                value.ToJsonString(),
                System.Globalization.NumberStyles.Float,
                System.Globalization.CultureInfo.InvariantCulture,
                out decimal number
            )
            && number == decimal.Truncate(number)
        );
}
