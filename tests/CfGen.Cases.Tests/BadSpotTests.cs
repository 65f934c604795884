using CfGen.Runtime.Tests.Support;

namespace CfGen.Cases.Tests;

/// <summary>A bad spot of a document costs that spot: the operation is called, and what is right of its types is read.</summary>
public class BadSpotTests
{
    [Fact]
    public async Task A_reference_that_leads_nowhere_costs_its_property()
    {
        await using TestServer server = await TestServer.StartAsync(
            TestServer.Respond(
                200,
                """{"nestedA":[{"propertyA":"a","children":[{"propertyA":"b"}]}],"nestedB":[{"propertyA":"c"}],"tags":[{"propertyA":"d"}]}"""
            ),
            TestServer.Respond(200, ""),
            TestServer.Respond(200, """{"name":"Ann","myAddress":{"street":"Main"},"alt":{"street":"Side"}}""")
        );
        using DeepReferences.CaseClient client = new(server.CreateOptions<DeepReferences.CaseClientOptions>());

        DeepReferences.TopLevel top = await client.Top.GetAsync();
        await client.Nav.CreateAsync(new() { Id = 1, Children = [System.Text.Json.JsonSerializer.SerializeToElement(2)] });
        DeepReferences.Person person = await client.Person.GetAsync();

        Assert.Equal(("a", "b"), (top.NestedA![0].PropertyA, top.NestedA[0].Children![0].PropertyA));
        Assert.Equal(("c", "d"), (top.NestedB![0].PropertyA, top.Tags![0].PropertyA));
        Assert.Equal("""{"id":1,"children":[2]}""", server.Requests.ElementAt(1).Body);
        Assert.Equal(("Ann", "Main"), (person.Name, person.MyAddress!.Street));
        Assert.Equal("Side", person.Alt!.Value.GetProperty("street").GetString());
    }

    [Fact]
    public async Task A_list_of_required_names_among_the_properties_costs_nothing_else()
    {
        await using TestServer server = await TestServer.StartAsync(200, """{"id":"7"}""");
        using RequiredAmongProperties.CaseClient client = new(server.CreateOptions<RequiredAmongProperties.CaseClientOptions>());

        Assert.Equal("7", (await client.A.GetAsync()).Id);
    }

    [Fact]
    public async Task A_circle_below_a_text_costs_the_text()
    {
        await using TestServer server = await TestServer.StartAsync(200, "");
        using CircularFormat.CaseClient client = new(server.CreateOptions<CircularFormat.CaseClientOptions>());

        await client.A.GetAsync();

        Assert.Equal("/a", server.SingleRequest.Target);
    }

    [Fact]
    public async Task A_method_in_upper_case_and_a_path_without_a_slash_are_called()
    {
        await using TestServer server = await TestServer.StartAsync(200, "\"text\"");
        using MethodInUpperCase.CaseClient upper = new(server.CreateOptions<MethodInUpperCase.CaseClientOptions>());
        using PathWithoutSlash.CaseClient slashless = new(server.CreateOptions<PathWithoutSlash.CaseClientOptions>());

        Assert.Equal(("text", "text"), (await upper.A.GetAsync(), await slashless.A.GetAsync()));

        Assert.Equal(["GET /a", "GET /a"], server.Requests.Select(r => $"{r.Method} {r.Target}"));
    }
}
