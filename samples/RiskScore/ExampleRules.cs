using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RiskScore;

/// <summary>A request that the example server refuses, in the terms of the envelope.</summary>
[SuppressMessage("Design", "CA1032", Justification = "A refusal without status and code has no answer.")]
internal sealed class RefusalException(int status, int code, string message, string? pointer = null) : Exception(message)
{
    internal int Status { get; } = status;

    internal int Code { get; } = code;

    internal string? Pointer { get; } = pointer;
}

/// <summary>The rules of schemas, as far as this document has them.</summary>
internal static class ExampleRules
{
    /// <summary>Holds the text of a parameter against its schema.</summary>
    internal static void CheckText(ExampleDocument document, string text, JsonNode schema, string name)
    {
        JsonNode resolved = document.Resolve(schema);
        switch (resolved["type"]?.GetValue<string>())
        {
            case "integer" when !long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _):
                throw Refusal(name, "is not an integer");
            case "string":
                CheckString(text, resolved, name);
                break;
        }
    }

    /// <summary>Holds a body against its schema.</summary>
    internal static void Check(ExampleDocument document, JsonNode? value, JsonNode schema, string at)
    {
        JsonNode rules = document.Resolve(schema);
        foreach (JsonNode? branch in rules["allOf"] as JsonArray ?? [])
            Check(document, value, branch!, at);
        if (value is null)
        {
            if (rules["type"] is not null && rules["nullable"]?.GetValue<bool>() != true)
                throw Refusal(at, "is null");
            return;
        }

        switch (rules["type"]?.GetValue<string>())
        {
            case "object":
                if (value is not JsonObject properties)
                    throw Refusal(at, "is not an object");
                foreach (JsonNode? required in rules["required"] as JsonArray ?? [])
                {
                    if (!properties.ContainsKey(required!.GetValue<string>()))
                        throw Refusal($"{at}/{required}", "is required");
                }

                foreach ((string name, JsonNode? property) in properties)
                {
                    if ((rules["properties"]?[name] ?? rules["additionalProperties"] as JsonObject) is { } inner)
                        Check(document, property, inner, $"{at}/{name}");
                }

                break;
            case "string":
                if (value.GetValueKind() != JsonValueKind.String)
                    throw Refusal(at, "is not a string");
                CheckString(value.GetValue<string>(), rules, at);
                break;
            case "boolean" when value.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False):
                throw Refusal(at, "is not a boolean");
        }
    }

    private static void CheckString(string text, JsonNode rules, string at)
    {
        if (text.Length > (rules["maxLength"]?.GetValue<long>() ?? int.MaxValue))
            throw Refusal(at, $"is longer than {rules["maxLength"]}");
        if (rules["enum"] is JsonArray values && !values.Any(v => v?.ToString() == text))
            throw Refusal(at, $"is none of {string.Join(", ", values)}");
        bool fits = rules["format"]?.GetValue<string>() switch
        {
            "uuid" => text.Length == 36 && Guid.TryParseExact(text, "D", out _),
            "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
            _ => true,
        };
        if (!fits)
            throw Refusal(at, $"is not a {rules["format"]}");
    }

    private static RefusalException Refusal(string at, string what) =>
        new(400, 1003, $"{(at.Length == 0 ? "The body" : at)} {what}.", at.StartsWith('/') ? at : null);
}
