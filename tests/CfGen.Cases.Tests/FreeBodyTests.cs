using System.Text.Json;
using CfGen.Cases.Tests.FreeBodies;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Cases.Tests;

/// <summary>Required bodies of any JSON, which are an empty object unless the caller passes another.</summary>
public class FreeBodyTests
{
    private static readonly JsonElement s_value = JsonSerializer.SerializeToElement(new { a = 1 });

    [Fact]
    public async Task A_required_body_of_any_JSON_is_an_empty_object()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());

        await client.Records.DeleteAsync("1");
        await client.Records.DeleteAsync("1", default(JsonElement));
        await client.Empty.PostAsync(parameters: new() { Force = true });
        await client.Patch.PostAsync();

        Assert.Equal(
            [
                ("DELETE /records/1", "application/json", "{}"),
                ("DELETE /records/1", "application/json", "{}"),
                ("POST /empty?force=true", "application/json", "{}"),
                ("POST /patch", "application/merge-patch+json", "{}"),
            ],
            server.Requests.Select(r => ($"{r.Method} {r.Target}", r["Content-Type"], r.Body))
        );
    }

    [Fact]
    public async Task Any_JSON_can_be_passed()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());

        await client.Records.DeleteAsync("1", s_value);
        await client.Empty.PostAsync(s_value, new() { Force = true });
        await client.Patch.PostAsync(JsonSerializer.SerializeToElement("text"));

        Assert.Equal(["{\"a\":1}", "{\"a\":1}", "\"text\""], server.Requests.Select(r => r.Body));
    }

    [Fact]
    public async Task A_body_that_an_empty_object_is_none_of_is_required()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());

        await client.Texts.PostAsync(new Dictionary<string, string> { ["a"] = "b" });
        await client.Maps.PostAsync(
            new Dictionary<string, IReadOnlyDictionary<string, string>> { ["a"] = new Dictionary<string, string> { ["b"] = "c" } }
        );
        await client.Some.PostAsync(s_value);
        await Assert.ThrowsAsync<ApiValidationException>(() => client.Texts.PostAsync(null!));
        await Assert.ThrowsAsync<ApiValidationException>(() => client.Some.PostAsync(default));

        Assert.Equal(["{\"a\":\"b\"}", "{\"a\":{\"b\":\"c\"}}", "{\"a\":1}"], server.Requests.Select(r => r.Body));
    }

    [Fact]
    public async Task An_optional_body_is_the_first_of_the_optional_arguments()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());

        await client.Optional.PostAsync();
        await client.Optional.PostAsync(s_value);
        await client.Optional.PostAsync(s_value, new() { Force = true });

        Assert.Equal(
            [("/optional", ""), ("/optional", "{\"a\":1}"), ("/optional?force=true", "{\"a\":1}")],
            server.Requests.Select(r => (r.Target, r.Body))
        );
    }
}
