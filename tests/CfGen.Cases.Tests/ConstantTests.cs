using CfGen.Runtime.Tests.Support;

namespace CfGen.Cases.Tests;

/// <summary>Members and parameters that can have one value only.</summary>
public class ConstantTests
{
    [Fact]
    public async Task A_required_constant_is_sent_without_being_set()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using NamedInheritance.CaseClient client = new(server.CreateOptions<NamedInheritance.CaseClientOptions>());

        await client.Kinds.CreateAsync(new() { Note = "n" });

        Assert.Equal("""{"object":"kind","version":3,"ratio":0.5,"live":true,"note":"n"}""", server.SingleRequest.Body);
    }

    [Fact]
    public async Task A_required_parameter_with_one_value_is_sent_without_being_passed()
    {
        await using TestServer server = await TestServer.StartAsync(
            200,
            """{"object":"other","version":4,"ratio":0.5,"live":true,"mode":"slow"}"""
        );
        using NamedInheritance.CaseClient client = new(server.CreateOptions<NamedInheritance.CaseClientOptions>());

        NamedInheritance.Kind kind = await client.Kinds.GetAsync();

        Assert.Equal("/kinds?action=describe&version=2", server.SingleRequest.Target);
        // Another value of a newer version of the API is read as it is.
        Assert.Equal(("other", 4L, "slow"), (kind.Object, kind.Version, kind.Mode));
    }

    [Fact]
    public async Task A_required_constant_must_be_in_the_response()
    {
        await using TestServer server = await TestServer.StartAsync(200, """{"version":3,"ratio":0.5,"live":true}""");
        using NamedInheritance.CaseClient client = new(server.CreateOptions<NamedInheritance.CaseClientOptions>());

        ApiResponseFormatException fault = await Assert.ThrowsAsync<ApiResponseFormatException>(() => client.Kinds.GetAsync());

        Assert.Contains("object", fault.Message, StringComparison.Ordinal);
    }
}
