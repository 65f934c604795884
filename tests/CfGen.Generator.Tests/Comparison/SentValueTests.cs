using System.Globalization;
using CfGen.Generator.Configuration;
using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Comparison;

/// <summary>Changes after which code still compiles, and no longer sends what it sent by itself.</summary>
public class SentValueTests
{
    private const string ListingPath = "/project/client.api.txt";

    private static readonly TestDocument s_rooms = TestDocument
        .FromPaths(
            """
            /rooms:
              get:
                operationId: listRooms
                parameters: [ { name: list, in: query, required: true, schema: { type: string, enum: [ 'true' ] } } ]
                responses: { '204': { description: ok } }
              post:
                operationId: openRoom
                requestBody: { required: true, content: { application/json: { schema: { type: object } } } }
                responses: { '204': { description: ok } }
            """
        )
        .With("ApiListing", ListingPath);

    [Theory]
    [InlineData("name: list, in: query, required: true", "name: list, in: query", "CFG5025", "RoomsResource.ListAsync(list)")]
    [InlineData("{ required: true, content", "{ content", "CFG5034", "RoomsResource.CreateAsync(body)")]
    public void What_is_no_longer_sent_breaks_at_run_time_only(string old, string with, string id, string member)
    {
        string listing = ListingSource.TryRead(new GeneratorHost(s_rooms).WithWrittenListings().Run().Sources.Values.Single())!.Value.Value;
        GeneratorRun run = GeneratorHost
            .Generate(s_rooms.Replace(old, with), new TestDocument(ListingPath, listing) { IsListing = true })
            .AssertCompiles();

        string change = Assert.Single(run.Diagnostics, d => d.Id == id).GetMessage(CultureInfo.InvariantCulture);
        Assert.Contains(member, change, StringComparison.Ordinal);
        Assert.Contains("This breaks at run time only", change, StringComparison.Ordinal);
        Assert.DoesNotContain(
            run.Diagnostics,
            d => d.GetMessage(CultureInfo.InvariantCulture).Contains("breaks the source", StringComparison.Ordinal) && d.Id != "CFG5046"
        );
    }
}
