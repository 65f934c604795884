using System.Text.Json.Nodes;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.Normalization;

/// <summary>
/// Replaces types that do not exist. The names of types of programming languages and databases, and names in another case, mean a type and
/// a format; any other name says nothing.
/// </summary>
internal static class TypeNameNormalizer
{
    private static readonly HashSet<string> s_types = new(
        ["string", "number", "integer", "boolean", "array", "object", "null", "file"],
        StringComparer.Ordinal
    );

    private static readonly Dictionary<string, (string Type, string? Format)> s_meanings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["str"] = ("string", null),
        ["text"] = ("string", null),
        ["varchar"] = ("string", null),
        ["char"] = ("string", null),
        ["datetime"] = ("string", "date-time"),
        ["date-time"] = ("string", "date-time"),
        ["date_time"] = ("string", "date-time"),
        ["date"] = ("string", "date"),
        ["time"] = ("string", "time"),
        ["uuid"] = ("string", "uuid"),
        ["guid"] = ("string", "uuid"),
        ["uri"] = ("string", "uri"),
        ["email"] = ("string", "email"),
        ["int"] = ("integer", null),
        ["int32"] = ("integer", "int32"),
        ["int64"] = ("integer", "int64"),
        ["long"] = ("integer", "int64"),
        ["float"] = ("number", "float"),
        ["double"] = ("number", "double"),
        ["decimal"] = ("number", "decimal"),
        ["bool"] = ("boolean", null),
        ["list"] = ("array", null),
        ["map"] = ("object", null),
        ["dict"] = ("object", null),
    };

    public static bool AppliesTo(JsonObject schema) => schema["type"].AsString() is { } type && !s_types.Contains(type);

    /// <summary>Replaces the type of a schema, and returns it with the meaning that it has.</summary>
    public static (string Type, string Meaning) Normalize(JsonObject schema)
    {
        string type = schema["type"].AsString()!;
        schema.Remove("type");
        if (s_types.FirstOrDefault(t => t.Equals(type, StringComparison.OrdinalIgnoreCase)) is { } known)
        {
            schema["type"] = known;
            return (type, $"'{known}'");
        }

        if (!s_meanings.TryGetValue(type, out (string Type, string? Format) meaning))
            return (type, "any value");
        schema["type"] = meaning.Type;
        if (meaning.Format is not { } format || schema.ContainsKey("format"))
            return (type, $"'{meaning.Type}'");
        schema["format"] = format;
        return (type, $"'{meaning.Type}' with the format '{format}'");
    }
}
