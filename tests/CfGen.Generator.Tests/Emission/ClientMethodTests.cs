using System.Reflection;
using CfGen.Generator.Tests.Hosting;

namespace CfGen.Generator.Tests.Emission;

/// <summary>Operations of no resource, which are methods of the client and of its interface.</summary>
public class ClientMethodTests
{
    private const string Response =
        "responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { a: { type: string }, b: { deprecated: true, type: string } } } } } } }";

    private static readonly TestDocument s_document = TestDocument.FromPaths(
        $"/: {{ get: {{ {Response} }} }}\n"
            + $"/login: {{ post: {{ parameters: [{{ name: user, in: query, schema: {{ type: string }} }}], {Response} }} }}\n"
            + $"/things: {{ get: {{ {Response} }} }}"
    );

    [Theory]
    [InlineData("true", "record")]
    [InlineData("false", "class")]
    public void Methods_are_a_part_of_the_client(string interfaces, string models)
    {
        GeneratorRun run = GeneratorHost.Generate(s_document.With("Interfaces", interfaces).With("Models", models)).AssertNoDiagnostics();
        using LoadedConsumer consumer = run.Load();

        Type client = consumer.Type("Acme.Sample.SampleClient");
        Assert.True(client.GetMethod("GetAsync")!.IsVirtual);
        Assert.Contains(client.GetMethods(), m => m.Name == "LoginWithResponseAsync");
        Assert.NotNull(client.GetProperty("Things"));
        Assert.Equal(
            ["SampleClient.g.cs", "SampleClientOperations.g.cs", "ThingsResource.g.cs"],
            run.Sources.Keys.Select(k => k["Acme.Sample.".Length..]).Order(StringComparer.Ordinal)
        );
        Assert.NotNull(consumer.Type("Acme.Sample.SampleLoginParameters"));
        if (interfaces == "true")
            Assert.Contains(consumer.Type("Acme.Sample.ISampleClient").GetMethods(), m => m.Name == "LoginAsync");
    }

    [Fact]
    public void A_client_without_such_operations_has_one_part() =>
        Assert.DoesNotContain(
            GeneratorHost.Generate(TestDocument.FromPaths($"/things: {{ get: {{ {Response} }} }}")).AssertCompiles().Sources.Keys,
            k => k.EndsWith("Operations.g.cs", StringComparison.Ordinal)
        );

    // `await using` would send a request.
    [Fact]
    public void No_method_disposes_the_client()
    {
        TestDocument document = TestDocument.FromPaths($"/dispose: {{ post: {{ x-cfgen-name: dispose, {Response} }} }}");
        using LoadedConsumer consumer = GeneratorHost.Generate(document).AssertNoDiagnostics().Load();

        MethodInfo[] methods = consumer.Type("Acme.Sample.SampleClient").GetMethods();
        Assert.DoesNotContain(methods, m => m.Name == "DisposeAsync");
        Assert.Contains(methods, m => m.Name == "DisposePostAsync");
    }
}
