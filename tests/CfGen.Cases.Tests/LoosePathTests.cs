using CfGen.Runtime.Tests.Support;

namespace CfGen.Cases.Tests;

/// <summary>
/// Paths and methods that are written loosely, path parameters without a declaration, and operations that a reference names whole.
/// </summary>
public class LoosePathTests
{
    [Fact]
    public async Task Methods_in_upper_case_and_paths_without_a_slash_are_called()
    {
        await using TestServer server = await TestServer.StartAsync(200, "\"text\"");
        using LoosePaths.CaseClient client = new(server.CreateOptions<LoosePaths.CaseClientOptions>());

        Assert.Equal("text", await client.Upper.GetAsync());
        await client.Upper.CreateAsync();
        await client.Slashless.GetAsync();

        Assert.Equal(["GET /upper", "POST /upper", "GET /slashless"], server.Requests.Select(r => $"{r.Method} {r.Target}"));
    }

    [Fact]
    public async Task Path_parameters_without_a_declaration_are_required_strings()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using LoosePaths.CaseClient client = new(server.CreateOptions<LoosePaths.CaseClientOptions>());

        await client.Versions.Things.GetAsync("v 1", 7);

        Assert.Equal("/versions/v%201/things/7", server.SingleRequest.Target);
    }

    [Fact]
    public async Task Operations_that_a_reference_names_whole_are_called()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using LoosePaths.CaseClient client = new(server.CreateOptions<LoosePaths.CaseClientOptions>());

        await client.Named.GetAsync(new() { Q = "x" });

        Assert.Equal("/named?q=x", server.SingleRequest.Target);
    }
}
