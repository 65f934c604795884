using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CfGen.WholeDocument.Tests.Schemas;

/// <summary>
/// Whether a value is valid against a schema of OpenAPI 3.0, for the keywords that the document uses. Of <c>oneOf</c> one branch or
/// more has to hold: the branches of this document overlap, and whoever reads has to take that.
/// </summary>
/// <param name="direction">Which way the values go: what is readOnly is not required of what is sent, nor what is writeOnly of what is received.</param>
internal sealed class SchemaValidator(RawDocument document, Direction direction)
{
    // What needs no check: words, and what is looked at along with another keyword.
    private static readonly HashSet<string> s_known =
    [
        "title", "description", "example", "default", "deprecated", "readOnly", "writeOnly", "discriminator", "nullable", "type", "enum", "format", "$ref", "allOf", "oneOf", "anyOf", "not",
        "properties", "required", "additionalProperties", "items", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern",
        "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties", "externalDocs", "xml", "examples",
    ];

    private readonly Dictionary<string, HashSet<string>> _hidden = [];

    public RawDocument Document => document;

    public Direction Direction => direction;

    /// <summary>What is wrong first, with its place in the value; null where nothing is.</summary>
    public string? Fault(Place schema, JsonNode? value, string at = "$") => Fault(schema, value, at, Hidden(schema));

    /// <param name="hidden">The members that do not travel this way: one part of a composition may require what another says that of.</param>
    private string? Fault(Place schema, JsonNode? value, string at, HashSet<string> hidden)
    {
        schema = document.Resolve(schema);
        if (schema.Schema is not { } keywords)
            return schema.Node is null ? $"{at}: no schema at {schema.Pointer}" : null;
        if (keywords.FirstOrDefault(k => !s_known.Contains(k.Key) && !k.Key.StartsWith("x-", StringComparison.Ordinal)).Key is { } unknown)
            throw new NotSupportedException($"The validator does not know {unknown} at {schema.Pointer}.");

        string? type = schema.Text("type");
        if (value is null && type is not null && schema.Is("nullable"))
            return InEnum(schema, null) ? null : $"{at}: null is not in the enum of {schema.Pointer}";
        if (type is not null && !HasType(value, type))
            return $"{at}: {Kind(value)} is not {type} ({schema.Pointer})";
        if (!InEnum(schema, value))
            return $"{at}: not in the enum of {schema.Pointer}";
        if (Composed(schema, value, at, hidden) is { } composed)
            return composed;
        return value switch
        {
            JsonObject members => OfObject(schema, members, at, hidden),
            JsonArray items => OfArray(schema, items, at),
            JsonValue scalar when scalar.GetValueKind() == JsonValueKind.String => OfString(schema, scalar.GetValue<string>(), at),
            JsonValue scalar when scalar.GetValueKind() == JsonValueKind.Number => OfNumber(schema, scalar.GetValue<decimal>(), at),
            _ => null,
        };
    }

    private string? Composed(Place schema, JsonNode? value, string at, HashSet<string> hidden)
    {
        foreach (Place part in schema.Items("allOf"))
        {
            if (Fault(part, value, at, hidden) is { } fault)
                return fault;
        }

        foreach (string keyword in (string[])["oneOf", "anyOf"])
        {
            List<string?> faults = [.. schema.Items(keyword).Select(branch => Fault(branch, value, at, hidden))];
            if (faults.Count > 0 && faults.TrueForAll(f => f is not null))
                return $"{at}: no branch of {schema.Pointer}/{keyword} holds (the first: {faults[0]})";
        }

        return schema["not"] is not null && Fault(schema.Below("not"), value, at, hidden) is null ? $"{at}: {schema.Pointer}/not holds" : null;
    }

    private string? OfObject(Place schema, JsonObject members, string at, HashSet<string> hidden)
    {
        Dictionary<string, Place> properties = schema.Members("properties").ToDictionary(p => p.Name, p => p.Place);
        foreach (string name in (schema["required"] as JsonArray ?? []).Select(r => r!.GetValue<string>()))
        {
            if (!members.ContainsKey(name) && !hidden.Contains(name))
                return $"{at}: {name} is missing ({schema.Pointer})";
        }

        if (members.Count < schema.Number("minProperties") || members.Count > schema.Number("maxProperties"))
            return $"{at}: {members.Count} members ({schema.Pointer})";
        foreach ((string name, JsonNode? member) in members)
        {
            string place = $"{at}.{name}";
            if (properties.TryGetValue(name, out Place property))
            {
                if (Fault(property, member, place) is { } fault)
                    return fault;
            }
            else if (schema["additionalProperties"] is JsonObject && Fault(schema.Below("additionalProperties"), member, place) is { } fault)
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

    private HashSet<string> Hidden(Place schema)
    {
        if (_hidden.TryGetValue(schema.Pointer, out HashSet<string>? names))
            return names;
        List<Place> parts = [document.Resolve(schema)];
        for (int i = 0; i < parts.Count; i++)
        {
            foreach (Place part in ((string[])["allOf", "oneOf", "anyOf"]).SelectMany(k => parts[i].Items(k)).Select(document.Resolve))
            {
                if (!parts.Exists(p => p.Pointer == part.Pointer))
                    parts.Add(part);
            }
        }

        return _hidden[schema.Pointer] =
            [.. parts.SelectMany(p => p.Members("properties")).Where(p => new Conjunct(document, p.Place).Is(direction == Direction.Sent ? "readOnly" : "writeOnly")).Select(p => p.Name)];
    }

    private string? OfArray(Place schema, JsonArray items, string at)
    {
        if (items.Count < schema.Number("minItems") || items.Count > schema.Number("maxItems"))
            return $"{at}: {items.Count} items ({schema.Pointer})";
        if (schema.Is("uniqueItems") && items.Select((item, i) => items.Take(i).Any(other => JsonNode.DeepEquals(item, other))).Any(twice => twice))
            return $"{at}: items are not unique ({schema.Pointer})";
        return schema["items"] is null ? null : items.Select((item, i) => Fault(schema.Below("items"), item, $"{at}[{i}]")).FirstOrDefault(f => f is not null);
    }

    private static string? OfString(Place schema, string text, string at)
    {
        int length = text.EnumerateRunes().Count();
        if (length < schema.Number("minLength") || length > schema.Number("maxLength"))
            return $"{at}: a length of {length} ({schema.Pointer})";
        if (schema.Text("pattern") is { } pattern && !Regex.IsMatch(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(1)))
            return $"{at}: '{text}' does not match {pattern} ({schema.Pointer})";
        return schema.Text("format") is { } format && !HasFormat(text, format) ? $"{at}: '{text}' is not {format} ({schema.Pointer})" : null;
    }

    private static string? OfNumber(Place schema, decimal number, string at)
    {
        bool below = schema.Is("exclusiveMinimum") ? number <= schema.Number("minimum") : number < schema.Number("minimum");
        bool above = schema.Is("exclusiveMaximum") ? number >= schema.Number("maximum") : number > schema.Number("maximum");
        if (below || above)
            return $"{at}: {number} is out of range ({schema.Pointer})";
        return schema.Number("multipleOf") is { } unit && number % unit != 0 ? $"{at}: {number} is no multiple of {unit} ({schema.Pointer})" : null;
    }

    private static bool InEnum(Place schema, JsonNode? value) => schema["enum"] is not JsonArray values || values.Any(v => JsonDifference.Find(v, value) is null);

    private static string Kind(JsonNode? value) => value?.GetValueKind().ToString() ?? "null";

    private static bool HasType(JsonNode? value, string type) => type switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value?.GetValueKind() == JsonValueKind.String,
        "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        "number" => value?.GetValueKind() == JsonValueKind.Number,
        "integer" => value?.GetValueKind() == JsonValueKind.Number && decimal.IsInteger(value.GetValue<decimal>()),
        _ => throw new NotSupportedException($"The validator does not know the type {type}."),
    };

    private static bool HasFormat(string text, string format) => format switch
    {
        "date-time" => Regex.IsMatch(text, @"^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$") && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "uuid" => Guid.TryParseExact(text, "D", out _) && text.Trim() == text,
        "ipv4" => Regex.IsMatch(text, @"^\d+\.\d+\.\d+\.\d+$") && IPAddress.TryParse(text, out _),
        "ipv6" => text.Contains(':', StringComparison.Ordinal) && !text.Contains('/', StringComparison.Ordinal) && IPAddress.TryParse(text, out _),
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
        "email" => Regex.IsMatch(text, @"^[^@\s]+@[^@\s]+\.[^@\s]+$"),
        "hostname" => Regex.IsMatch(text, @"^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$"),
        _ => true, // says what is in it, not how it looks
    };
}
