using CfGen.Generator.Tests.Hosting;

namespace CfGen.Generator.Tests.Naming;

/// <summary>
/// The names of methods beside the other members of their resource. They end in <c>Async</c>, so that few names conflict.
/// </summary>
public class MethodNameTests
{
    [Theory]
    // A resource below has the name without suffix.
    [InlineData("things.run", "post", "things.run.models.list", "CreateRunRequest(options)", "Task RunAsync(")]
    // The members of every object, and the methods that create requests.
    [InlineData("things.finalize", "post", "things.list", "CreateFinalizeRequest(options)", "Task FinalizeAsync(")]
    [InlineData(
        "things.list",
        "get",
        "things.createListRequest",
        "CreateCreateListRequestRequest(options)",
        "Task CreateListRequestAsync("
    )]
    public void Method_keeps_its_name_beside_conflicting_operation(string name, string method, string other, string start, string signature)
    {
        GeneratorRun run = GeneratorHost
            .Generate(
                TestDocument.FromPaths(
                    $"/a: {{ {method}: {{ x-cfgen-name: {name}, operationId: a, responses: {{ '204': {{ description: ok }} }} }} }}\n"
                        + $"/b: {{ put: {{ x-cfgen-name: {other}, operationId: b, responses: {{ '204': {{ description: ok }} }} }} }}"
                )
            )
            .AssertCompiles();

        string code = string.Concat(run.Sources.Values);
        Assert.Contains(signature, code, StringComparison.Ordinal);
        Assert.Contains(start, code, StringComparison.Ordinal);
    }

    // The fields of an operation, and those of a paged one.
    [Fact]
    public void List_and_its_paging_field_have_different_names()
    {
        const string Pages =
            "'200': { description: ok, content: { application/json: { schema: { type: array, items: { type: string } } } } }";
        GeneratorHost
            .Generate(
                TestDocument.FromPaths(
                    $"/a: {{ get: {{ x-cfgen-name: things.list, operationId: a, responses: {{ {Pages} }} }} }}\n/b: {{ get: {{ x-cfgen-name: things.listPaging, operationId: b, responses: {{ {Pages} }} }} }}"
                )
            )
            .AssertCompiles();
    }

    [Fact]
    public void Explicit_operation_name_does_not_rename_others()
    {
        const string Logs =
            "get: { tags: [Logs], operationId: $, responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { type: string } } } } } }";
        foreach (string stated in (string[])["", ", x-cfgen-name: logs.list"])
        {
            GeneratorRun run = GeneratorHost
                .Generate(
                    TestDocument.FromPaths(
                        $"/accounts/{{a}}/logs: {{ {Logs.Replace("$", "a", StringComparison.Ordinal)}{stated} }} }}\n/zones/{{z}}/logs: {{ {Logs.Replace("$", "z", StringComparison.Ordinal)} }} }}"
                    )
                )
                .AssertCompiles();

            Assert.Contains(run.Sources.Keys, k => k.Contains("ZonesLogsResource", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Names_that_differ_only_in_acronym_case_are_distinct()
    {
        GeneratorRun run = GeneratorHost
            .Generate(
                TestDocument.FromPaths(
                    "/a: { get: { x-cfgen-name: things.ListURLs, operationId: a, responses: { '204': { description: ok } } } }\n"
                        + "/b: { get: { x-cfgen-name: things.ListUrls, operationId: b, responses: { '204': { description: ok } } } }"
                )
            )
            .AssertCompiles();

        string code = string.Concat(run.Sources.Values);
        Assert.Contains(" ListURLsAsync(", code, StringComparison.Ordinal);
        Assert.Contains(" ListUrlsAsync(", code, StringComparison.Ordinal);
    }
}
