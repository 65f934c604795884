using CfGen.Runtime.Tests.Support;

namespace CfGen.Cases.Tests;

/// <summary>The names of enum values. The values themselves go over the wire as they are.</summary>
public class EnumTests
{
    [Fact]
    public async Task A_value_that_is_a_name_keeps_it_and_a_sort_order_is_named_after_its_direction()
    {
        await using TestServer server = await TestServer.StartAsync(200, """{"state":2,"level":10,"ms":"b2","op":">=","reaction":"-1"}""");
        using Enums.CaseClient client = new(server.CreateOptions<Enums.CaseClientOptions>());

        Enums.Item item = await client.Items.GetAsync(
            new()
            {
                State = Enums.State.Broken,
                Sort = [Enums.ItemsSort.Name, Enums.ItemsSort.CreatedAtDescending],
                Order = Enums.ItemsOrder.Asc,
                Op = Enums.Operator.NotEqual,
            }
        );

        Assert.Equal("/items?state=-1&op=%21%3D&sort=name,-created_at&order=asc", server.SingleRequest.Target);
        Assert.Equal(
            (Enums.State.Done, Enums.Level.Mid, Enums.Ms.SecondOne, Enums.Operator.GreaterThanOrEqual, Enums.Reaction.Minus1),
            (item.State, item.Level, item.Ms, item.Op, item.Reaction)
        );
        Assert.Equal(("ASC", "NONE", "None"), (Enums.ItemsOrder.ASC.Value, Enums.Odd.NONE.Value, Enums.Odd.None.Value));
    }

    [Fact]
    public async Task Parameters_of_earlier_versions_have_the_names_of_their_extensions()
    {
        await using TestServer server = await TestServer.StartAsync(204, "");
        using LegacyEnums.CaseClient client = new(server.CreateOptions<LegacyEnums.CaseClientOptions>());

        await client.Items.GetAsync(
            LegacyEnums.ItemKind.Small,
            new()
            {
                States = [LegacyEnums.ItemState.Active, LegacyEnums.ItemState.Broken],
                Levels = [LegacyEnums.ItemsLevel.High, LegacyEnums.ItemsLevel.Low],
                Shared = LegacyEnums.Shared.Second,
            }
        );
        await client.Forms.CreateAsync(new() { Mode = LegacyEnums.FormMode.Fast });

        ReceivedRequest[] requests = [.. server.Requests];
        Assert.Equal("/items/k1?states=a,b&levels=2%7C1", requests[0].Target);
        Assert.Equal(("2", "mode=m2"), (requests[0]["shared"], requests[1].Body));
    }
}
