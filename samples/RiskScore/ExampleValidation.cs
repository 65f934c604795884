using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RiskScore;

/// <summary>Thrown for a request that the example server rejects. Carries the values of the error envelope.</summary>
[SuppressMessage("Design", "CA1032", Justification = "A rejection needs a status and a code.")]
internal sealed class RefusalException(int status, int code, string message, string? pointer = null) : Exception(message)
{
    internal int Status { get; } = status;

    internal int Code { get; } = code;

    internal string? Pointer { get; } = pointer;
}

/// <summary>Validates values against the schema keywords that this document uses.</summary>
internal static class ExampleValidation
{
    /// <summary>Validates the text of a parameter against its schema.</summary>
    internal static void ValidateText(ExampleDocument document, string text, JsonNode schema, string name)
    {
        JsonNode resolved = document.ResolveReference(schema);
        switch (resolved["type"]?.GetValue<string>())
        {
            case "integer" when !long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _):
                throw CreateRefusal(name, "is not an integer");
            case "string":
                ValidateString(text, resolved, name);
                break;
        }
    }

    /// <summary>Validates a body against its schema.</summary>
    internal static void ValidateBody(ExampleDocument document, JsonNode? value, JsonNode schema, string at)
    {
        JsonNode rules = document.ResolveReference(schema);
        foreach (JsonNode? branch in rules["allOf"] as JsonArray ?? [])
            ValidateBody(document, value, branch!, at);
        if (value is null)
        {
            if (rules["type"] is not null && rules["nullable"]?.GetValue<bool>() != true)
                throw CreateRefusal(at, "is null");
            return;
        }

        switch (rules["type"]?.GetValue<string>())
        {
            case "object":
                if (value is not JsonObject properties)
                    throw CreateRefusal(at, "is not an object");
                foreach (JsonNode? required in rules["required"] as JsonArray ?? [])
                {
                    if (!properties.ContainsKey(required!.GetValue<string>()))
                        throw CreateRefusal($"{at}/{required}", "is required");
                }

                foreach ((string name, JsonNode? property) in properties)
                {
                    if ((rules["properties"]?[name] ?? rules["additionalProperties"] as JsonObject) is { } inner)
                        ValidateBody(document, property, inner, $"{at}/{name}");
                }

                break;
            case "string":
                if (value.GetValueKind() != JsonValueKind.String)
                    throw CreateRefusal(at, "is not a string");
                ValidateString(value.GetValue<string>(), rules, at);
                break;
            case "boolean" when value.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False):
                throw CreateRefusal(at, "is not a boolean");
        }
    }

    private static void ValidateString(string text, JsonNode rules, string at)
    {
        if (text.Length > (rules["maxLength"]?.GetValue<long>() ?? int.MaxValue))
            throw CreateRefusal(at, $"is longer than {rules["maxLength"]}");
        if (rules["enum"] is JsonArray values && !values.Any(v => v?.ToString() == text))
            throw CreateRefusal(at, $"is none of {string.Join(", ", values)}");
        bool fits = rules["format"]?.GetValue<string>() switch
        {
            "uuid" => text.Length == 36 && Guid.TryParseExact(text, "D", out _),
            "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
            _ => true,
        };
        if (!fits)
            throw CreateRefusal(at, $"is not a {rules["format"]}");
    }

    private static RefusalException CreateRefusal(string at, string what) =>
        new(400, 1003, $"{(at.Length == 0 ? "The body" : at)} {what}.", at.StartsWith('/') ? at : null);
}
