using CfGen.Cases.Tests.OData;
using CfGen.Runtime.Tests.Support;

namespace CfGen.Cases.Tests;

/// <summary>OData's keys and functions, whose paths have parentheses and quotes.</summary>
public class ODataPathTests
{
    [Fact]
    public async Task A_key_selects_an_entity_of_the_set()
    {
        Assert.Equal("GET /Products(42)", await CallAsync(client => client.Products.GetAsync(42)));
        Assert.Equal("PUT /Products(-1)", await CallAsync(client => client.Products.UpdateAsync(-1, CreatePerson())));
        Assert.Equal("GET /Products(42)/Category", await CallAsync(client => client.Products.Category.GetAsync(42)));
        Assert.Equal("GET /People('russell')", await CallAsync(client => client.People.GetAsync("russell")));
        Assert.Equal("PATCH /People('a')", await CallAsync(client => client.People.UpdateAsync("a", CreatePerson())));
        Assert.Equal("DELETE /People('a')", await CallAsync(client => client.People.DeleteAsync("a")));
    }

    // A quote is written twice in a text of OData. A slash would be another segment, and parentheses mean nothing in a text.
    [Theory]
    [InlineData("O'Neil", "O%27%27Neil")]
    [InlineData("''", "%27%27%27%27")]
    [InlineData("a/b(c)", "a%2Fb%28c%29")]
    [InlineData("Söhne & Co", "S%C3%B6hne%20%26%20Co")]
    public async Task A_text_in_quotes_has_its_quotes_doubled(string key, string encoded)
    {
        Assert.Equal($"GET /People('{encoded}')", await CallAsync(client => client.People.GetAsync(key)));
        Assert.Equal($"GET /OrderDetails(OrderID=7,Code='{encoded}')", await CallAsync(client => client.OrderDetails.GetAsync(7, key)));
    }

    // Without quotes in the path, the server takes the text as it is.
    [Fact]
    public async Task A_text_without_quotes_is_not_changed() =>
        Assert.Equal("GET /Tags(O%27Neil)", await CallAsync(client => client.Tags.GetAsync("O'Neil")));

    [Fact]
    public async Task Functions_and_actions_are_methods()
    {
        Assert.Equal(
            "GET /GetNearestAirport(lat=1.5,lon=-0.25)",
            await CallAsync(client => client.GetNearestAirportAsync(lat: 1.5, lon: -0.25))
        );
        Assert.Equal("GET /GetPersonWithMostFriends()", await CallAsync(client => client.GetPersonWithMostFriendsAsync()));
        Assert.Equal("POST /ResetDataSource", await CallAsync(client => client.ResetDataSourceAsync()));
        Assert.Equal(
            "GET /People('x')/Trippin.GetFriendsTrips(userName='y%27%27z')",
            await CallAsync(client => client.People.GetFriendsTripsAsync("x", "y'z").GetPageAsync())
        );
    }

    [Fact]
    public async Task A_qualified_action_is_named_without_its_namespace()
    {
        Assert.Equal(
            "POST /People('a')/Trippin.ShareTrip",
            await CallAsync(client => client.People.ShareTripAsync("a", new() { TripId = 1 }))
        );
        Assert.Equal("POST /Me/Microsoft.Graph.sendMail", await CallAsync(client => client.Me.SendMailAsync()));
    }

    [Fact]
    public async Task A_count_is_a_number()
    {
        await using TestServer server = await TestServer.StartAsync(200, "42", "text/plain; charset=utf-8");
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());

        int count = await client.People.CountAsync(new() { Filter = "Age gt 1" });

        Assert.Equal((42, "GET", "/People/$count"), (count, server.SingleRequest.Method, server.SingleRequest.Target.Split('?')[0]));
        Assert.Contains("text/plain", server.SingleRequest["Accept"], StringComparison.Ordinal);
    }

    private static Person CreatePerson() => new() { UserName = "a", Age = 1 };

    private static async Task<string> CallAsync(Func<CaseClient, Task> call)
    {
        await using TestServer server = await TestServer.StartAsync(200, """{"UserName":"a","Age":1}""");
        using CaseClient client = new(server.CreateOptions<CaseClientOptions>());
        await call(client);
        return $"{server.SingleRequest.Method} {server.SingleRequest.Target}";
    }
}
