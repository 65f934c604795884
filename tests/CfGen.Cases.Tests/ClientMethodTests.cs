using CfGen.Cases.Tests.NoOperationIds;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Cases.Tests;

/// <summary>Operations that belong to no resource are methods of the client.</summary>
public class ClientMethodTests
{
    [Fact]
    public async Task The_root_is_a_method_of_the_client()
    {
        await using TestServer server = await TestServer.StartAsync(200, "Hello World!", "text/plain");
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());

        Assert.Equal("Hello World!", await client.GetAsync());

        Assert.Equal(("GET", "/"), (server.SingleRequest.Method, server.SingleRequest.Target));
    }

    [Fact]
    public async Task A_path_that_is_a_verb_is_a_method_of_the_client()
    {
        await using TestServer server = await TestServer.StartAsync(200, "");
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());

        ApiResponse response = await client.LoginWithResponseAsync(new Order { Secret = "x" }, new() { UseCookies = true });

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(("POST", "/login?useCookies=true"), (server.SingleRequest.Method, server.SingleRequest.Target));
        Assert.Equal("""{"secret":"x"}""", server.SingleRequest.Body);
    }

    // A resource has other methods, or is a noun.
    [Fact]
    public async Task Other_paths_stay_resources()
    {
        await using TestServer server = await TestServer.StartAsync(200, "");
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());

        await client.Person.CreateAsync();

        Assert.Equal("/api/Person", server.SingleRequest.Target);
    }
}
