using System.Text.Json;
using CfGen.AspNetCore.Tests.Api;
using CfGen.AspNetCore.Tests.Client;

namespace CfGen.AspNetCore.Tests;

/// <summary>The running API, with a client of its 3.1 document.</summary>
public sealed class ExampleServer : IAsyncLifetime
{
    private ExampleApi? _api;

    public Uri Url => _api!.Url;

    public ExampleClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _api = await ExampleApi.StartAsync();
        Client = new(new ExampleClientOptions { BaseUrl = _api.Url, MaxRetries = 0 });
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _api!.DisposeAsync();
    }

    /// <summary>Sends a value and checks that it comes back as it was.</summary>
    public static async Task AssertEchoAsync<T>(T value, Func<T, Task<T>> echo)
    {
        T response = await echo(value);
        Assert.Equal(JsonSerializer.Serialize(value), JsonSerializer.Serialize(response));
    }
}
