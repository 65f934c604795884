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
}
