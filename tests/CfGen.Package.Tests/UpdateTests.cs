namespace CfGen.Package.Tests;

/// <summary>The target that takes newer documents over, in a project with several frameworks.</summary>
public sealed class UpdateTests
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Pets, version: "1" }
        servers: [{ url: https://api.example.com }]
        paths:
          /pets/{id}:
            get:
              operationId: getPet
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              responses:
                "200": { description: ok, content: { application/json: { schema: { $ref: "parts/pet.yaml#/Pet" } } } }
        """;

    private const string Pet = "Pet:\n  type: object\n  properties:\n    name: { type: string }\n";

    [Fact]
    public async Task Documents_are_fetched_compared_and_replaced_and_a_build_fetches_nothing()
    {
        using Consumer consumer = CreateConsumer("source/pets.yaml");

        // Neither of the two files exists.
        await UpdateAsync(consumer, succeeds: true);
        Assert.Equal(Document, await ReadAsync(consumer, "pets.yaml"));
        Assert.Equal(Pet, await ReadAsync(consumer, "parts/pet.yaml"));
        Assert.Contains("Pet.Name member", await ReadAsync(consumer, "pets.api.txt"), StringComparison.Ordinal);
        Outcome build = (await consumer.BuildAsync("-f", "net10.0")).Succeeded();
        Assert.True(build.Compiled);
        Assert.DoesNotContain("FetchDocuments", build.Output, StringComparison.Ordinal);

        Assert.Contains("is up to date with", (await UpdateAsync(consumer, succeeds: true)).Output, StringComparison.Ordinal);

        // A member that the code uses is gone: the code is corrected after the update.
        consumer.Write("source/parts/pet.yaml", Pet.Replace("name:", "title:", StringComparison.Ordinal));
        Assert.NotEmpty((await UpdateAsync(consumer, succeeds: false, "-p:CfGenUpdateCheck=true")).Lines("error CFG2087"));
        Assert.Equal(Pet, await ReadAsync(consumer, "parts/pet.yaml"));
        Outcome update = await UpdateAsync(consumer, succeeds: true);
        Assert.Contains("'Name'", Assert.Single(update.Lines("warning CS1061")), StringComparison.Ordinal);
        string[] lines = [.. update.Output.Split('\n').Select(l => l.Trim())];
        int breaks = Array.FindIndex(lines, l => l.EndsWith("Breaks the source:", StringComparison.Ordinal));
        Assert.True(breaks >= 0 && breaks < Array.FindIndex(lines, l => l.EndsWith("In all:", StringComparison.Ordinal)), update.Output);
        Assert.Contains(lines, l => l.Contains("pet.yaml(", StringComparison.Ordinal) && l.Contains("Pet.Name", StringComparison.Ordinal));
        Assert.DoesNotContain(
            lines,
            l => l.Contains("CfGen.update", StringComparison.Ordinal) && l.Contains(": CFG5", StringComparison.Ordinal)
        );
        Assert.Contains("title:", await ReadAsync(consumer, "parts/pet.yaml"), StringComparison.Ordinal);
        Assert.Contains("Pet.Title member", await ReadAsync(consumer, "pets.api.txt"), StringComparison.Ordinal);
        (await UpdateAsync(consumer, succeeds: true, "-p:CfGenUpdateCheck=true")).Succeeded();

        // A document without an operation changes nothing.
        string before = await ReadAsync(consumer, "pets.yaml");
        consumer.Write("source/pets.yaml", "openapi: 3.0.3\ninfo: { title: Pets, version: '2' }\npaths: {}\n");
        update = await UpdateAsync(consumer, succeeds: false);
        Assert.Contains("it has no operation", Assert.Single(update.Lines("error CFG2085")), StringComparison.Ordinal);
        Assert.Equal(before, await ReadAsync(consumer, "pets.yaml"));
    }

    [Fact]
    public async Task A_server_gets_the_headers_and_no_log_has_them()
    {
        await using LoopbackApi server = await LoopbackApi.StartAsync("<!DOCTYPE html><title>Sign in</title>");
        using Consumer consumer = CreateConsumer(server.Url);
        consumer.Write("pets.yaml", Document);
        Outcome update = await UpdateAsync(
            consumer,
            succeeds: false,
            "-v:diag",
            "-p:CfGenClient=petclient",
            "-p:CfGenUpdateHeaders=Authorization: Bearer ${CFGEN_TEST_TOKEN}"
        );
        // Such a log has times, so that its end repeats the line in another form.
        Assert.Contains("it is a web page", update.Lines("error CFG2083")[0], StringComparison.Ordinal);
        Assert.Equal("GET /client/v4 Bearer token-of-a-test", Assert.Single(server.Requests));
        Assert.DoesNotContain("token-of-a-test", update.Output, StringComparison.Ordinal);
        Assert.Equal(Document, await ReadAsync(consumer, "pets.yaml"));
    }

    private static Consumer CreateConsumer(string source)
    {
        Consumer consumer = new();
        consumer.Environment["CFGEN_TEST_TOKEN"] = "token-of-a-test";
        consumer.WriteProject(
            Consumer.Reference
                + $"""
                <OpenApiClient Include="pets.yaml" SourceUrl="{source}" Namespace="Acme.Pets" ClientName="PetClient" ApiListing="pets.api.txt" />
                <OpenApiClient Include="parts/*.yaml" Reference="true" />
                """,
            "<TargetFrameworks>net8.0;net10.0</TargetFrameworks>"
        );
        consumer.Write("source/pets.yaml", Document);
        consumer.Write("source/parts/pet.yaml", Pet);
        consumer.Write(
            "Use.cs",
            """
            using Acme.Pets;
            internal static class Use
            {
                public static async Task<string?> ReadAsync(PetClient client) => (await client.Pets.GetAsync("1")).Name;
            }
            """
        );
        return consumer;
    }

    private static async Task<Outcome> UpdateAsync(Consumer consumer, bool succeeds, params string[] more)
    {
        Outcome outcome = await consumer.BuildAsync(["-t:UpdateOpenApiClients", .. more]);
        return succeeds ? outcome.Succeeded() : outcome.Failed();
    }

    private static Task<string> ReadAsync(Consumer consumer, string name) => File.ReadAllTextAsync(consumer.PathOf(name));
}
