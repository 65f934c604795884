using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CfGen.Generator.Tests.Hosting;
using Xunit.Abstractions;

namespace CfGen.WholeDocument.Tests;

/// <summary>None of the document's operations is left out.</summary>
[Collection(CompiledDocumentGroup.Name)]
public sealed partial class OperationTests(CompiledDocument document, ITestOutputHelper output)
{
    [Fact]
    public void Every_operation_is_generated()
    {
        if (!document.IsAvailable(output))
            return;
        GeneratorRun run = document.Run;

        Assert.DoesNotContain(run.Diagnostics, d => d.Id is "CFG1002" or "CFG0099");
        // Findings about bodies and responses. Each was reviewed and is correct (docs/guides/bodies-and-parameters.md).
        Assert.Equal(
            [
                "'string' is no media type; the body is taken for a text: 3",
                "'undefined' is no media type; the body is taken for a text: 2",
                "a schema of 'multipart/form-data' has no C# type; the body is a Stream: 1",
                "the answer 202 is of type 'application/json', not 'image/png'; the method gives null for it: 1",
                "the body may be of type 'application/javascript' too; the method sends 'multipart/form-data': 2",
                "the body may be of type 'text/javascript' too; the method sends 'multipart/form-data': 2",
            ],
            run.Diagnostics.Select(d => d.GetMessage(CultureInfo.InvariantCulture))
                .Where(m => m.Contains("/content/", StringComparison.Ordinal) && m.Contains("; the ", StringComparison.Ordinal))
                .Select(m => m[(m.IndexOf(": ", StringComparison.Ordinal) + 2)..])
                .GroupBy(m => m)
                .Select(g => $"{g.Key}: {g.Count()}")
                .Order(StringComparer.Ordinal)
        );
        Dictionary<string, string> expected = GetOperations(document.Root);
        Assert.Equal(1533, expected.Count);
        Dictionary<string, string> generated = run
            .Sources.Values.SelectMany(s => InfoPattern().Matches(s))
            .ToDictionary(
                m => $"{m.Groups["method"].Value.ToUpperInvariant()} {m.Groups["path"].Value}",
                m => m.Groups["security"].Value,
                StringComparer.Ordinal
            );
        Assert.Equal(expected.OrderBy(o => o.Key, StringComparer.Ordinal), generated.OrderBy(o => o.Key, StringComparer.Ordinal));
        Assert.Equal(8, expected.Values.Distinct().Count());
    }

    /// <summary>The document's operations, each with its alternatives of credentials as emitted code has them: sets of schemes, a bit a scheme.</summary>
    private static Dictionary<string, string> GetOperations(JsonObject root)
    {
        List<string> schemes = [.. root["components"]!["securitySchemes"]!.AsObject().Select(s => s.Key)];
        Dictionary<string, string> operations = new(StringComparer.Ordinal);
        foreach ((string path, JsonNode? item) in root["paths"]!.AsObject())
        {
            foreach (
                (string method, JsonNode? operation) in item!
                    .AsObject()
                    .Where(o => o.Key is "get" or "put" or "post" or "patch" or "delete")
            )
            {
                JsonArray security = (operation!["security"] ?? root["security"])!.AsArray();
                List<long> sets = [.. security.Select(s => s!.AsObject().Sum(n => 1L << schemes.IndexOf(n.Key))).Distinct()];
                operations.Add(
                    $"{method.ToUpperInvariant()} {path}",
                    sets is [0] ? "" : string.Join(", ", sets.Select(s => "0x" + s.ToString("x", CultureInfo.InvariantCulture)))
                );
            }
        }

        return operations;
    }

    [GeneratedRegex(
        """ApiOperationInfo\("[^"]*", global::System\.Net\.Http\.HttpMethod\.(?<method>\w+), "(?<path>[^"]*)"\)\n    \{\n(        Security = new ulong\[\] \{ (?<security>[^}]*) \},\n)?"""
    )]
    private static partial Regex InfoPattern();
}
