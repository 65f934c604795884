using CfGen.Generator.Tests.Generation;

namespace CfGen.Generator.Tests.Naming;

/// <summary>Names of methods beside the other members of their resource: they end in <c>Async</c>, so that few names are taken.</summary>
public class MethodNameTests
{
    [Theory]
    // A resource below another has the bare name.
    [InlineData("things.run", "post", "things.run.models.list", "StartRun(options)", "Task RunAsync(")]
    // Members of every object, and the methods that build calls.
    [InlineData("things.finalize", "post", "things.list", "StartFinalize(options)", "Task FinalizeAsync(")]
    [InlineData("things.list", "get", "things.startList", "StartStartList(options)", "Task StartListAsync(")]
    public void A_method_keeps_its_name(string name, string method, string other, string start, string signature)
    {
        GeneratorRun run = GeneratorHost.Generate(Document.OfPaths(
            $"/a: {{ {method}: {{ x-cfgen-name: {name}, operationId: a, responses: {{ '204': {{ description: ok }} }} }} }}\n"
            + $"/b: {{ put: {{ x-cfgen-name: {other}, operationId: b, responses: {{ '204': {{ description: ok }} }} }} }}")).AssertCompiles();

        string code = string.Concat(run.Sources.Values);
        Assert.Contains(signature, code, StringComparison.Ordinal);
        Assert.Contains(start, code, StringComparison.Ordinal);
    }

    // Its fields and those of the other, which pages.
    [Fact]
    public void A_list_and_its_paging_are_two()
    {
        const string Pages = "'200': { description: ok, content: { application/json: { schema: { type: array, items: { type: string } } } } }";
        GeneratorHost.Generate(Document.OfPaths(
            $"/a: {{ get: {{ x-cfgen-name: things.list, operationId: a, responses: {{ {Pages} }} }} }}\n/b: {{ get: {{ x-cfgen-name: things.listPaging, operationId: b, responses: {{ {Pages} }} }} }}")).AssertCompiles();
    }

    [Fact]
    public void An_operation_that_states_its_name_leaves_the_others_theirs()
    {
        const string Logs = "get: { tags: [Logs], operationId: $, responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { type: string } } } } } }";
        foreach (string stated in (string[])["", ", x-cfgen-name: logs.list"])
        {
            GeneratorRun run = GeneratorHost.Generate(Document.OfPaths(
                $"/accounts/{{a}}/logs: {{ {Logs.Replace("$", "a", StringComparison.Ordinal)}{stated} }} }}\n/zones/{{z}}/logs: {{ {Logs.Replace("$", "z", StringComparison.Ordinal)} }} }}")).AssertCompiles();

            Assert.Contains(run.Sources.Keys, k => k.Contains("ZonesLogsResource", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Names_that_differ_in_the_case_of_acronyms_are_two()
    {
        GeneratorRun run = GeneratorHost.Generate(Document.OfPaths(
            "/a: { get: { x-cfgen-name: things.ListURLs, operationId: a, responses: { '204': { description: ok } } } }\n"
            + "/b: { get: { x-cfgen-name: things.ListUrls, operationId: b, responses: { '204': { description: ok } } } }")).AssertCompiles();

        string code = string.Concat(run.Sources.Values);
        Assert.Contains(" ListURLsAsync(", code, StringComparison.Ordinal);
        Assert.Contains(" ListUrlsAsync(", code, StringComparison.Ordinal);
    }
}
