using CfGen.Runtime.Tests.Support;

namespace CfGen.Cases.Tests;

/// <summary>The ways in which documents say that a value may be null.</summary>
public class NullTests
{
    [Fact]
    public async Task Null_beside_a_reference_is_read_in_3_1()
    {
        await using TestServer server = await TestServer.StartAsync(
            200,
            """{"home":null,"level":null,"code":"abc","away":null,"legacy":null,"extended":{"city":"Oslo","zip":"0150"}}"""
        );
        using ReferenceSiblings.CaseClient client = new(server.CreateOptions<ReferenceSiblings.CaseClientOptions>());

        ReferenceSiblings.Team team = await client.Team.GetAsync();

        Assert.Equal((null, null, null), (team.Home, team.Away, team.Legacy));
        Assert.Null(team.Level);
        Assert.Equal(("Oslo", "0150"), (team.Extended!.City, team.Extended.Zip));
    }

    [Fact]
    public async Task Null_as_an_alternative_is_read_in_3_0()
    {
        await using TestServer server = await TestServer.StartAsync(
            200,
            """{"sibling":null,"allof":null,"oneof":null,"odata":null,"odata2":null,"comp":null,"state":null,"anyEnum":null,"list":[null,{"city":"Oslo"}]}"""
        );
        using NullableReferences.CaseClient client = new(server.CreateOptions<NullableReferences.CaseClientOptions>());

        NullableReferences.Team team = await client.Team.GetAsync();

        Assert.All([team.Sibling, team.Allof, team.Oneof, team.Odata, team.Odata2], Assert.Null);
        Assert.Equal((null, null), (team.State, team.AnyEnum));
        Assert.Equal([null, "Oslo"], team.List.Select(a => a?.City));
    }

    [Fact]
    public async Task A_value_of_a_nullable_alternative_has_the_type_of_the_other()
    {
        await using TestServer server = await TestServer.StartAsync(
            200,
            """{"sibling":null,"allof":null,"oneof":null,"odata":{"city":"Oslo"},"odata2":{"city":"Rome"},"comp":null,"state":"a","anyEnum":null,"list":[]}"""
        );
        using NullableReferences.CaseClient client = new(server.CreateOptions<NullableReferences.CaseClientOptions>());

        NullableReferences.Team team = await client.Team.GetAsync();

        Assert.Equal(("Oslo", "Rome"), (team.Odata!.City, team.Odata2!.City));
        Assert.Equal(NullableReferences.State.A, team.State);
    }

    [Fact]
    public async Task A_list_of_types_is_read_before_3_1()
    {
        await using TestServer server = await TestServer.StartAsync(200, """{"a":null,"b":null,"c":"5","d":"x","e":null}""");
        using TypeList.CaseClient client = new(server.CreateOptions<TypeList.CaseClientOptions>());

        TypeList.AGetResponse response = await client.A.GetAsync();

        Assert.Equal((null, null, 5L, "x", null), (response.A, response.B, response.C, response.D, response.E));
    }

    [Fact]
    public async Task Null_and_rules_beside_a_reference_are_sent_in_3_1()
    {
        await using TestServer server = await TestServer.StartAsync(200, "");
        using ReferenceSiblings.CaseClient client = new(server.CreateOptions<ReferenceSiblings.CaseClientOptions>());
        ReferenceSiblings.Team team = new()
        {
            Home = null,
            Level = null,
            Code = "abc",
            Away = null,
            Legacy = null,
            Extended = new() { Zip = "0150" },
        };

        await client.Team.UpdateAsync(team);
        ApiValidationException violation = await Assert.ThrowsAsync<ApiValidationException>(() =>
            client.Team.UpdateAsync(team with { Code = "abcd" })
        );

        Assert.Equal(
            """{"home":null,"away":null,"legacy":null,"level":null,"code":"abc","extended":{"zip":"0150"}}""",
            server.SingleRequest.Body
        );
        Assert.Equal("/code", violation.Violations.Single().BodyPointer);
    }

    [Fact]
    public async Task Null_as_an_alternative_is_sent_in_3_0()
    {
        await using TestServer server = await TestServer.StartAsync(200, "");
        using NullableReferences.CaseClient client = new(server.CreateOptions<NullableReferences.CaseClientOptions>());

        NullableReferences.TeamUpdate team = new()
        {
            Odata = new() { City = "Oslo" },
            State = NullableReferences.State.B,
        };
        await client.Team.UpdateAsync(team.WithNull(nameof(team.Sibling)));
        await client.Team.UpdateAsync(team.WithNull(nameof(team.State), nameof(team.Odata)));
        await client.Team.UpdateAsync(team with { State = null });

        Assert.Equal(
            [
                """{"sibling":null,"odata":{"city":"Oslo"},"state":"b"}""",
                """{"odata":null,"state":null}""",
                """{"odata":{"city":"Oslo"}}""",
            ],
            server.Requests.Select(r => r.Body)
        );
    }
}
