using System.Reflection;
using CfGen.Cases.Tests.ClientParameters;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Cases.Tests;

/// <summary>Parameters that are options of the client, since every operation has them or the item names them.</summary>
public class ClientParameterTests
{
    private const string Id = "b4c1b1c6-6a51-4c0c-9e56-3a0c7a1c0f4a";

    [Fact]
    public async Task Options_are_sent_with_every_call()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using CaseClient client = Create(server);

        await client.Calls.ListAsync();
        await client.Calls.ListAsync(new() { Limit = 7 });
        await client.Calls.CreateAsync("t");
        await client.Status.GetAsync();

        Assert.Equal(
            [
                ("/accounts/AC1/calls?api-version=3&level=low", "t1", "agent/1"),
                ("/accounts/AC1/calls?api-version=3&level=low&limit=7", "t1", "agent/1"),
                ("/accounts/AC1/calls?api-version=3&level=low&trace=t", "t1", "agent/1"),
                ("/status?api-version=3&level=low", "t1", "agent/1"),
            ],
            server.Requests.Select(r => (Sort(r.Target), r["case-tenant-id"], r["User-Agent"]))
        );
    }

    [Fact]
    public async Task A_call_overrides_options()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using CaseClient client = Create(server);

        await client.Calls.ListAsync(
            new() { Limit = 7 },
            accountId: "AC2",
            caseTenantId: "t2",
            userAgent: "other",
            apiVersion: 4,
            level: new("high")
        );
        await client.Calls.GetAsync(Id, 1, caseTenantId: "t3");
        await client.Status.GetAsync(new() { AccountId = 5 });

        Assert.Equal(
            [
                ("/accounts/AC2/calls?api-version=4&level=high&limit=7", "t2", "other"),
                ($"/accounts/AC1/calls/{Id}?api-version=3&level=low&trace=1", "t3", "agent/1"),
                ("/status?account-id=5&api-version=3&level=low", "t1", "agent/1"),
            ],
            server.Requests.Select(r => (Sort(r.Target), r["case-tenant-id"], r["User-Agent"]))
        );
    }

    [Fact]
    public async Task A_missing_or_invalid_option_is_named()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using CaseClient incomplete = new(server.CreateOptions<CaseClientOptions>(o => o.CaseTenantId = "too long"));

        ApiValidationException fault = await Assert.ThrowsAsync<ApiValidationException>(() => incomplete.Calls.CreateAsync("t"));
        ApiValidationException passed = await Assert.ThrowsAsync<ApiValidationException>(() =>
            incomplete.Status.GetAsync(caseTenantId: "too long")
        );

        Assert.Equal(
            [("CaseClientOptions.AccountId", "required"), ("CaseClientOptions.CaseTenantId", "maxLength: 5")],
            fault.Violations.Select(v => (v.Parameter, v.Rule))
        );
        Assert.Equal(["caseTenantId"], passed.Violations.Select(v => v.Parameter));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Without_a_user_agent_the_clients_own_is_sent()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>(o => o.CaseTenantId = "t1"));

        await client.Status.GetAsync();

        Assert.StartsWith("CfGen/", server.SingleRequest["User-Agent"], StringComparison.Ordinal);
    }

    [Fact]
    public void Defaults_are_those_of_the_document()
    {
        CaseClientOptions options = new() { ApiVersion = 9 };
        options.ApiVersion = null;

        Assert.Equal((3, "low", null), (options.ApiVersion, options.Level?.Value, options.CaseTenantId));
    }

    [Fact]
    public void Strings_are_read_from_the_environment()
    {
        Environment.SetEnvironmentVariable("CASE_TENANT_ID", "t9");
        try
        {
            Assert.Equal("t9", CaseClientOptions.FromEnvironment().CaseTenantId);
        }
        finally
        {
            Environment.SetEnvironmentVariable("CASE_TENANT_ID", null);
        }
    }

    [Fact]
    public async Task An_empty_list_leaves_the_parameters_to_the_methods()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using NoClientParameters.CaseClient client = new(server.CreateOptions<NoClientParameters.CaseClientOptions>());

        await client.Status.GetAsync("t1", "agent/2", 3, new("low"));

        Assert.Equal("t1", server.SingleRequest["case-tenant-id"]);
        Assert.Empty(
            typeof(NoClientParameters.CaseClientOptions).GetProperties(
                BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.Instance
            )
        );
    }

    private static CaseClient Create(TestServer server) =>
        new(
            server.CreateOptions<CaseClientOptions>(o =>
            {
                o.AccountId = "AC1";
                o.CaseTenantId = "t1";
                o.UserAgent = "agent/1";
            })
        );

    // The order of a query has no meaning.
    private static string Sort(string target)
    {
        string[] parts = target.Split('?');
        return parts[0] + "?" + string.Join('&', parts[1].Split('&').Order(StringComparer.Ordinal));
    }
}
