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

        Assert.DoesNotContain(run.Diagnostics, d => d.Id is "CFG1002" or "CFG1017" or "CFG0099");
        // Findings about bodies and responses. Each was reviewed and is correct (docs/guides/bodies-and-parameters.md).
        Assert.Equal(
            [
                "CFG1010 The media type 'string' is not valid. The body is handled as text; write a media type such as application/json.: 3",
                "CFG1010 The media type 'undefined' is not valid. The body is handled as text; write a media type such as application/json.: 2",
                "CFG1011 The schema of 'multipart/form-data' has no C# type, because CfGen does not parse this media type. The body is typed as Stream.: 1",
                "CFG1013 The request body can also be sent as 'application/javascript'. The method sends 'multipart/form-data'.: 1",
                "CFG1013 The request body can also be sent as 'text/javascript'. The method sends 'multipart/form-data'.: 1",
                "CFG1014 The response 202 has the media type 'application/json', and the method reads 'image/png' of other responses. It returns null for the response 202.: 1",
            ],
            run.Diagnostics.Where(d => d.Id.StartsWith("CFG101", StringComparison.Ordinal) && d.Id is not "CFG1016")
                .Select(d => $"{d.Id} {PointerPattern().Replace(d.GetMessage(CultureInfo.InvariantCulture), "")}")
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

    /// <summary>
    /// The document's operations, each with its alternatives of credentials as emitted code has them: sets of schemes, a bit a scheme.
    /// </summary>
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

    [GeneratedRegex(@" at #\S+")]
    private static partial Regex PointerPattern();

    [GeneratedRegex(
        """ApiOperationInfo\("[^"]*", global::System\.Net\.Http\.HttpMethod\.(?<method>\w+), "(?<path>[^"]*)"\)\n    \{\n(        Security = new ulong\[\] \{ (?<security>[^}]*) \},\n)?"""
    )]
    private static partial Regex InfoPattern();
}
