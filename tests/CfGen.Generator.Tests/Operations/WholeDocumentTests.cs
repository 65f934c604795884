using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CfGen.Generator.Tests.Generation;
using Xunit.Abstractions;

namespace CfGen.Generator.Tests.Operations;

/// <summary>The largest real document at hand: none of its operations is left out.</summary>
public sealed partial class WholeDocumentTests(ITestOutputHelper output)
{
    private const string Cloudflare = "corpus/cloudflare-api-2024-08-06.json";

    [Fact]
    public void Every_operation_is_generated_and_compiles()
    {
        if (SharedData.Find(Cloudflare, output) is not { } path) return;
        string text = File.ReadAllText(path);
        using JsonDocument document = JsonDocument.Parse(text);

        GeneratorRun run = GeneratorHost.Generate(new Document("/project/cloudflare.json", text));

        Assert.DoesNotContain(run.Diagnostics, d => d.Id is "CFG1002" or "CFG0099");
        // What is said of bodies and answers: each of these was looked at, and is as it should be (docs/emitted-code.md).
        Assert.Equal(
            [
                "'string' is no media type; the body is taken for a text: 3",
                "'undefined' is no media type; the body is taken for a text: 2",
                "a schema of 'multipart/form-data' has no C# type; the body is a Stream: 1",
                "the answer 202 is of type 'application/json', not 'image/png'; the method gives null for it: 1",
                "the body may be of type 'application/javascript' too; the method sends 'multipart/form-data': 2",
                "the body may be of type 'text/javascript' too; the method sends 'multipart/form-data': 2",
            ],
            run.Diagnostics.Select(d => d.GetMessage(CultureInfo.InvariantCulture)).Where(m => m.Contains("/content/", StringComparison.Ordinal) && m.Contains("; the ", StringComparison.Ordinal))
                .Select(m => m[(m.IndexOf(": ", StringComparison.Ordinal) + 2)..])
                .GroupBy(m => m).Select(g => $"{g.Key}: {g.Count()}").Order(StringComparer.Ordinal));
        Dictionary<string, string> expected = Operations(document.RootElement);
        Assert.Equal(1533, expected.Count);
        Dictionary<string, string> generated = run.Sources.Values.SelectMany(s => Info().Matches(s)).ToDictionary(
            m => $"{m.Groups["method"].Value.ToUpperInvariant()} {m.Groups["path"].Value}",
            m => m.Groups["security"].Value, StringComparer.Ordinal);
        Assert.Equal(expected.OrderBy(o => o.Key, StringComparer.Ordinal), generated.OrderBy(o => o.Key, StringComparer.Ordinal));
        Assert.Equal(8, expected.Values.Distinct().Count());
        run.AssertCompiles();
    }

    /// <summary>The document's operations, each with its alternatives of credentials as emitted code has them: sets of schemes, a bit a scheme.</summary>
    private static Dictionary<string, string> Operations(JsonElement root)
    {
        List<string> schemes = [.. root.GetProperty("components").GetProperty("securitySchemes").EnumerateObject().Select(s => s.Name)];
        Dictionary<string, string> operations = new(StringComparer.Ordinal);
        foreach (JsonProperty path in root.GetProperty("paths").EnumerateObject())
        {
            foreach (JsonProperty operation in path.Value.EnumerateObject().Where(o => o.Name is "get" or "put" or "post" or "patch" or "delete"))
            {
                JsonElement security = operation.Value.TryGetProperty("security", out JsonElement own) ? own : root.GetProperty("security");
                List<long> sets = [.. security.EnumerateArray().Select(s => s.EnumerateObject().Sum(n => 1L << schemes.IndexOf(n.Name))).Distinct()];
                operations.Add($"{operation.Name.ToUpperInvariant()} {path.Name}", sets is [0] ? "" : string.Join(", ", sets.Select(s => "0x" + s.ToString("x", CultureInfo.InvariantCulture))));
            }
        }

        return operations;
    }

    [GeneratedRegex("""ApiOperationInfo\("[^"]*", global::System\.Net\.Http\.HttpMethod\.(?<method>\w+), "(?<path>[^"]*)"\)\n    \{\n(        Security = new ulong\[\] \{ (?<security>[^}]*) \},\n)?""")]
    private static partial Regex Info();
}
