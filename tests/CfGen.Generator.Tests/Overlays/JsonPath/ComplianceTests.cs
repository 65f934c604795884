using System.Text.Json;
using System.Text.Json.Nodes;
using CfGen.Generator.Overlays.JsonPath;
using Xunit.Abstractions;

namespace CfGen.Generator.Tests.Overlays.JsonPath;

/// <summary>The conformance tests of RFC 9535.</summary>
public class ComplianceTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_case_of_the_conformance_tests_passes()
    {
        if (SharedData.Find("overlays/jsonpath/cts.json", output) is not { } file)
            return;
        JsonArray cases = JsonNode.Parse(File.ReadAllText(file))!["tests"]!.AsArray();
        List<string> failures = [];
        int invalid = 0;
        foreach (JsonNode? test in cases)
        {
            if (test!["invalid_selector"] is not null)
                invalid++;
            if (FindProblem(test!) is { } problem)
                failures.Add($"{test!["name"]}: {test["selector"]}: {problem}");
        }

        Assert.Empty(failures);
        Assert.True(cases.Count >= 703, $"There are {cases.Count} cases.");
        Assert.InRange(invalid, 247, cases.Count - 456);
    }

    private static string? FindProblem(JsonNode test)
    {
        bool isInvalid = test["invalid_selector"]?.GetValue<bool>() ?? false;
        JsonPathQuery query;
        try
        {
            query = JsonPathQuery.Parse(test["selector"]!.GetValue<string>());
        }
        catch (JsonPathException exception)
        {
            return isInvalid ? null : exception.Message;
        }

        if (isInvalid)
            return "The selector is invalid and was accepted.";
        List<JsonPathNode> nodes = query.Select(test["document"], new WorkBudget(100_000, default));
        string values = Format(new JsonArray([.. nodes.Select(n => n.Value?.DeepClone())]));
        string paths = Format(new JsonArray([.. nodes.Select(n => JsonValue.Create(n.GetNormalizedPath()))]));
        IEnumerable<string> expectedValues = GetExpected(test, "result", "results");
        IEnumerable<string> expectedPaths = GetExpected(test, "result_paths", "results_paths");
        return expectedValues.Zip(expectedPaths).Contains((values, paths)) ? null : $"{values} at {paths}";
    }

    private static IEnumerable<string> GetExpected(JsonNode test, string one, string several) =>
        test[one] is { } only ? [Format(only)] : test[several]!.AsArray().Select(r => Format(r!));

    private static string Format(JsonNode node) => JsonSerializer.Serialize(node);
}
