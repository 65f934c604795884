using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CfGen.WholeDocument.Tests.Schemas;

/// <summary>Values to try for scalars: what the document shows first, then what its words ask for, then what is common.</summary>
internal static class Values
{
    private static readonly string[] s_texts =
    [
        "text",
        "a",
        "7d",
        "1",
        "a/b c+d&e=f",
        "example.com",
        "/path",
        "sample-01",
        "sample_01",
        "https://example.com/a?b=c",
        "9f1839b6152d298aca64c4e906b6d074",
        "3fa85f64-5717-4562-b3fc-2c963f66afa6",
        "2024-02-29T12:34:56.789Z",
        "2024-02-29",
        "192.0.2.1",
        "2001:db8::1",
        "ada@example.com",
    ];

    public static IEnumerable<JsonNode?> CreateStrings(SchemaIntersection schema)
    {
        string? format = schema.GetValues("format").FirstOrDefault()?.GetValue<string>();
        string? shown = format switch
        {
            "date-time" => "2024-02-29T12:34:56.789Z",
            "date" => "2024-02-29",
            "uuid" => "3fa85f64-5717-4562-b3fc-2c963f66afa6",
            "uri" => "https://example.com/a?b=c",
            "ipv4" => "192.0.2.1",
            "ipv6" => "2001:db8::1",
            "email" => "ada@example.com",
            "hostname" => "example.com",
            _ => null,
        };
        if (shown is not null)
            yield return shown;
        // Members with examples of their own tell members apart, where one text for all would not.
        foreach (
            JsonNode? example in schema
                .GetValues("example")
                .Concat(schema.GetValues("default"))
                .Where(e => e?.GetValueKind() == JsonValueKind.String)
        )
            yield return example;
        foreach (string text in s_texts)
            yield return text;
        int length = (int)Math.Max(schema.GetLargest("minLength") ?? 0, 1);
        foreach (char filler in "a1/")
            yield return new string(filler, length);
        foreach (string pattern in schema.GetValues("pattern").Select(p => p!.GetValue<string>()))
        {
            foreach (string word in Regex.Split(pattern, @"[|()^$]"))
                yield return word;
        }
    }

    public static IEnumerable<JsonNode?> CreateNumbers(SchemaIntersection schema, string type)
    {
        foreach (JsonNode? example in schema.GetValues("example").Where(e => e?.GetValueKind() == JsonValueKind.Number))
            yield return example;
        IEnumerable<decimal> limits = schema
            .GetValues("minimum")
            .Concat(schema.GetValues("maximum"))
            .Concat(schema.GetValues("multipleOf"))
            .Select(l => l!.GetValue<decimal>());
        foreach (
            decimal number in limits
                .SelectMany(l => (decimal[])[l, l + 1, l - 1])
                .Prepend(0)
                .Prepend(1)
                .Prepend(type == "number" ? 1.5m : 2)
        )
            yield return CreateNumber(number);
    }

    // Numbers made by parsing convert to any type of number, which others do not.
    private static JsonNode? CreateNumber(decimal number) => JsonNode.Parse(number.ToString(CultureInfo.InvariantCulture));
}
