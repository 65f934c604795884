using System.Text.Json;
using Acme.Directions;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Client.Tests;

/// <summary>Properties that only requests or only responses have, in a type that is both.</summary>
public class DirectionTests
{
    [Fact]
    public async Task A_property_that_only_responses_have_is_not_sent()
    {
        await using TestServer server = await TestServer.StartAsync(200, """{"id":"1","name":"n"}""");
        using DirectionsClient client = Create(server);

        Thing received = await client.Things.UpdateAsync(new Thing { Name = "n", Secret = "s" });
        await client.Things.UpdateAsync(received with { Secret = "t" });

        Assert.Equal("1", received.Id);
        Assert.Equal(["""{"name":"n","secret":"s"}""", """{"name":"n","secret":"t"}"""], server.Requests.Select(r => r.Body));
        // Outside of a request the value is written whole.
        Assert.Equal("""{"id":"1","name":"n"}""", JsonSerializer.Serialize(received));
    }

    [Fact]
    public async Task Null_is_sent_where_it_was_set_and_left_out_where_it_was_not()
    {
        await using TestServer server = await TestServer.StartAsync(200, """{"id":"1","name":"n","note":null}""");
        using DirectionsClient client = Create(server);

        Thing received = await client.Things.UpdateAsync(new Thing { Name = "n" });
        await client.Things.UpdateAsync(received);
        await client.Things.UpdateAsync(new Thing { Name = "n", Note = "text" });

        Assert.Equal(
            ["""{"name":"n"}""", """{"name":"n","note":null}""", """{"name":"n","note":"text"}"""],
            server.Requests.Select(r => r.Body)
        );
    }

    private static DirectionsClient Create(TestServer server) =>
        new(new DirectionsClientOptions { BaseUrl = new Uri(server.Url), MaxRetries = 0 });
}
