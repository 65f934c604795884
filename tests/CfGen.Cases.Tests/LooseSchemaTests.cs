using CfGen.Runtime.Tests.Support;

namespace CfGen.Cases.Tests;

/// <summary>Schemas that their authors got slightly wrong, or wrote for a later version.</summary>
public class LooseSchemaTests
{
    [Fact]
    public async Task What_the_author_meant_is_read_and_sent()
    {
        const string Thing =
            """{"settings":{"a":"b"},"counts":{"n-1":1,"s-1":"x"},"created":"2026-01-02T03:04:05Z","total":1.10,"kind":"word"}""";
        await using TestServer server = await TestServer.StartAsync(200, Thing);
        using LooseSchemas.CaseClient client = new(server.CreateOptions<LooseSchemas.CaseClientOptions>());

        LooseSchemas.Thing thing = await client.Things.GetAsync();
        await client.Things.CreateAsync(thing);

        Assert.Equal(("b", "word", 1.10m), (thing.Settings!["a"], thing.Kind, thing.Total));
        Assert.Equal((1L, "x"), (thing.Counts!["n-1"].Value, thing.Counts["s-1"].Value));
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), thing.Created);
        Assert.Equal(Thing, server.Requests.Last().Body);
    }
}
