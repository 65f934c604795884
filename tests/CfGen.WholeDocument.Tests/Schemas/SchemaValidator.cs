using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CfGen.WholeDocument.Tests.Schemas;

/// <summary>
/// Validates values against schemas of OpenAPI 3.0, for the keywords that the document uses. One branch or more of <c>oneOf</c> has to
/// match, because the branches of this document overlap.
/// </summary>
/// <param name="direction">
/// The direction of the values: readOnly members are not required in requests, and writeOnly members not in responses.
/// </param>
internal sealed class SchemaValidator(RawDocument document, Direction direction)
{
    // What needs no check: words, and what is looked at along with another keyword.
    private static readonly HashSet<string> s_known =
    [
        "title",
        "description",
        "example",
        "default",
        "deprecated",
        "readOnly",
        "writeOnly",
        "discriminator",
        "nullable",
        "type",
        "enum",
        "format",
        "$ref",
        "allOf",
        "oneOf",
        "anyOf",
        "not",
        "properties",
        "required",
        "additionalProperties",
        "items",
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "multipleOf",
        "minLength",
        "maxLength",
        "pattern",
        "minItems",
        "maxItems",
        "uniqueItems",
        "minProperties",
        "maxProperties",
        "externalDocs",
        "xml",
        "examples",
    ];

    private readonly Dictionary<string, HashSet<string>> _hidden = [];

    public RawDocument Document => document;

    public Direction Direction => direction;

    /// <summary>Returns the first problem with its place in the value; null if there is none.</summary>
    public string? FindError(DocumentNode schema, JsonNode? value, string at = "$") =>
        FindError(schema, value, at, GetHiddenMembers(schema));

    /// <param name="hidden">
    /// The members that do not travel this way: one part of a composition may require what another says that of.
    /// </param>
    private string? FindError(DocumentNode schema, JsonNode? value, string at, HashSet<string> hidden)
    {
        schema = document.Resolve(schema);
        if (schema.Schema is not { } keywords)
            return schema.Node is null ? $"{at}: no schema at {schema.Pointer}" : null;
        if (keywords.FirstOrDefault(k => !s_known.Contains(k.Key) && !k.Key.StartsWith("x-", StringComparison.Ordinal)).Key is { } unknown)
            throw new NotSupportedException($"The validator does not know {unknown} at {schema.Pointer}.");

        string? type = schema.GetString("type");
        if (value is null && type is not null && schema.HasFlag("nullable"))
            return IsInEnum(schema, null) ? null : $"{at}: null is not in the enum of {schema.Pointer}";
        if (type is not null && !HasType(value, type))
            return $"{at}: {GetKind(value)} is not {type} ({schema.Pointer})";
        if (!IsInEnum(schema, value))
            return $"{at}: not in the enum of {schema.Pointer}";
        if (ValidateComposition(schema, value, at, hidden) is { } composed)
            return composed;
        return value switch
        {
            JsonObject members => ValidateObject(schema, members, at, hidden),
            JsonArray items => ValidateArray(schema, items, at),
            JsonValue scalar when scalar.GetValueKind() == JsonValueKind.String => ValidateString(schema, scalar.GetValue<string>(), at),
            JsonValue scalar when scalar.GetValueKind() == JsonValueKind.Number => ValidateNumber(schema, scalar.GetValue<decimal>(), at),
            _ => null,
        };
    }

    private string? ValidateComposition(DocumentNode schema, JsonNode? value, string at, HashSet<string> hidden)
    {
        foreach (DocumentNode part in schema.GetItems("allOf"))
        {
            if (FindError(part, value, at, hidden) is { } fault)
                return fault;
        }

        foreach (string keyword in (string[])["oneOf", "anyOf"])
        {
            List<string?> faults = [.. schema.GetItems(keyword).Select(branch => FindError(branch, value, at, hidden))];
            if (faults.Count > 0 && faults.TrueForAll(f => f is not null))
                return $"{at}: no branch of {schema.Pointer}/{keyword} holds (the first: {faults[0]})";
        }

        return schema["not"] is not null && FindError(schema.GetChild("not"), value, at, hidden) is null
            ? $"{at}: {schema.Pointer}/not holds"
            : null;
    }

    private string? ValidateObject(DocumentNode schema, JsonObject members, string at, HashSet<string> hidden)
    {
        Dictionary<string, DocumentNode> properties = schema.GetMembers("properties").ToDictionary(p => p.Name, p => p.Place);
        foreach (string name in (schema["required"] as JsonArray ?? []).Select(r => r!.GetValue<string>()))
        {
            if (!members.ContainsKey(name) && !hidden.Contains(name))
                return $"{at}: {name} is missing ({schema.Pointer})";
        }

        if (members.Count < schema.GetNumber("minProperties") || members.Count > schema.GetNumber("maxProperties"))
            return $"{at}: {members.Count} members ({schema.Pointer})";
        foreach ((string name, JsonNode? member) in members)
        {
            string place = $"{at}.{name}";
            if (properties.TryGetValue(name, out DocumentNode property))
            {
                if (FindError(property, member, place) is { } fault)
                    return fault;
            }
            else if (
                schema["additionalProperties"] is JsonObject
                && FindError(schema.GetChild("additionalProperties"), member, place) is { } fault
            )
            {
                return fault;
            }
            else if (schema["additionalProperties"] is JsonValue allowed && !allowed.GetValue<bool>())
            {
                return $"{place} is not allowed ({schema.Pointer})";
            }
        }

        return null;
    }

    private HashSet<string> GetHiddenMembers(DocumentNode schema)
    {
        if (_hidden.TryGetValue(schema.Pointer, out HashSet<string>? names))
            return names;
        List<DocumentNode> parts = [document.Resolve(schema)];
        for (int i = 0; i < parts.Count; i++)
        {
            foreach (
                DocumentNode part in ((string[])["allOf", "oneOf", "anyOf"]).SelectMany(k => parts[i].GetItems(k)).Select(document.Resolve)
            )
            {
                if (!parts.Exists(p => p.Pointer == part.Pointer))
                    parts.Add(part);
            }
        }

        return _hidden[schema.Pointer] = [
            .. parts
                .SelectMany(p => p.GetMembers("properties"))
                .Where(p => new SchemaIntersection(document, p.Place).HasFlag(direction == Direction.Sent ? "readOnly" : "writeOnly"))
                .Select(p => p.Name),
        ];
    }

    private string? ValidateArray(DocumentNode schema, JsonArray items, string at)
    {
        if (items.Count < schema.GetNumber("minItems") || items.Count > schema.GetNumber("maxItems"))
            return $"{at}: {items.Count} items ({schema.Pointer})";
        if (
            schema.HasFlag("uniqueItems")
            && items.Select((item, i) => items.Take(i).Any(other => JsonNode.DeepEquals(item, other))).Any(twice => twice)
        )
            return $"{at}: items are not unique ({schema.Pointer})";
        return schema["items"] is null
            ? null
            : items.Select((item, i) => FindError(schema.GetChild("items"), item, $"{at}[{i}]")).FirstOrDefault(f => f is not null);
    }

    private static string? ValidateString(DocumentNode schema, string text, string at)
    {
        int length = text.EnumerateRunes().Count();
        if (length < schema.GetNumber("minLength") || length > schema.GetNumber("maxLength"))
            return $"{at}: a length of {length} ({schema.Pointer})";
        if (schema.GetString("pattern") is { } pattern && !Regex.IsMatch(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(1)))
            return $"{at}: '{text}' does not match {pattern} ({schema.Pointer})";
        return schema.GetString("format") is { } format && !HasFormat(text, format)
            ? $"{at}: '{text}' is not {format} ({schema.Pointer})"
            : null;
    }

    private static string? ValidateNumber(DocumentNode schema, decimal number, string at)
    {
        bool below = schema.HasFlag("exclusiveMinimum") ? number <= schema.GetNumber("minimum") : number < schema.GetNumber("minimum");
        bool above = schema.HasFlag("exclusiveMaximum") ? number >= schema.GetNumber("maximum") : number > schema.GetNumber("maximum");
        if (below || above)
            return $"{at}: {number} is out of range ({schema.Pointer})";
        return schema.GetNumber("multipleOf") is { } unit && number % unit != 0
            ? $"{at}: {number} is no multiple of {unit} ({schema.Pointer})"
            : null;
    }

    private static bool IsInEnum(DocumentNode schema, JsonNode? value) =>
        schema["enum"] is not JsonArray values || values.Any(v => JsonDifference.Find(v, value) is null);

    private static string GetKind(JsonNode? value) => value?.GetValueKind().ToString() ?? "null";

    private static bool HasType(JsonNode? value, string type) =>
        type switch
        {
            "object" => value is JsonObject,
            "array" => value is JsonArray,
            "string" => value?.GetValueKind() == JsonValueKind.String,
            "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
            "number" => value?.GetValueKind() == JsonValueKind.Number,
            "integer" => value?.GetValueKind() == JsonValueKind.Number && decimal.IsInteger(value.GetValue<decimal>()),
            _ => throw new NotSupportedException($"The validator does not know the type {type}."),
        };

    private static bool HasFormat(string text, string format) =>
        format switch
        {
            "date-time" => Regex.IsMatch(text, @"^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$")
                && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
            "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "uuid" => Guid.TryParseExact(text, "D", out _) && text.Trim() == text,
            "ipv4" => Regex.IsMatch(text, @"^\d+\.\d+\.\d+\.\d+$") && IPAddress.TryParse(text, out _),
            "ipv6" => text.Contains(':', StringComparison.Ordinal)
                && !text.Contains('/', StringComparison.Ordinal)
                && IPAddress.TryParse(text, out _),
            "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
            "email" => Regex.IsMatch(text, @"^[^@\s]+@[^@\s]+\.[^@\s]+$"),
            "hostname" => Regex.IsMatch(
                text,
                @"^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$"
            ),
            _ => true, // says what is in it, not how it looks
        };
}
