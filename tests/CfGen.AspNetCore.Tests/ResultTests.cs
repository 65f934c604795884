using System.Text;
using CfGen.AspNetCore.Tests.Client;

namespace CfGen.AspNetCore.Tests;

/// <summary>Results of each kind of an API of ASP.NET Core.</summary>
public class ResultTests(ExampleServer server) : IClassFixture<ExampleServer>
{
    private static readonly Order s_sample = new()
    {
        Id = Api.ResultEndpoints.Sample.Id,
        Customer = "Ann",
        Total = 12.5,
        At = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)),
        Color = Color.DarkGreen,
        ShipTo = null,
    };

    private ResultsResource Results => server.Client.Results;

    [Fact]
    public async Task One_of_several_results_is_a_value_or_an_exception()
    {
        Assert.Equal(s_sample, await Results.Orders.GetAsync(s_sample.Id));
        await Assert.ThrowsAsync<ApiNotFoundException>(() => Results.Orders.GetAsync(Guid.Empty));
        Assert.Equal(s_sample, await Results.Problems.GetByIdAsync(1));
        ApiNotFoundException missing = await Assert.ThrowsAsync<ApiNotFoundException>(() => Results.Problems.GetByIdAsync(2));
        ApiBadRequestException invalid = await Assert.ThrowsAsync<ApiBadRequestException>(() => Results.Problems.GetByIdAsync(3));

        Assert.Contains("No such order", missing.Message, StringComparison.Ordinal);
        Assert.Contains("too large", invalid.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Created_accepted_and_empty_results_are_read()
    {
        Order order = s_sample with { Customer = "Bob" };

        Assert.Equal(order, await Results.Orders.CreateAsync(order));
        ApiConflictException conflict = await Assert.ThrowsAsync<ApiConflictException>(() => Results.Orders.CreateAsync(s_sample));
        Assert.Contains("taken", conflict.RawBody, StringComparison.Ordinal);
        await Results.Orders.UpdateAsync(order.Id, order);
        await Results.Orders.DeleteAsync(s_sample.Id);
        await Assert.ThrowsAsync<ApiNotFoundException>(() => Results.Orders.DeleteAsync(Guid.Empty));
        Assert.Equal("1", (await Results.Jobs.CreateAsync()).Street);
        Assert.Equal((s_sample, null), (await Results.Maybe.GetAsync(true), await Results.Maybe.GetAsync(false)));
        Assert.Equal((s_sample, null), (await Results.Null.GetAsync(true), await Results.Null.GetAsync(false)));
        Assert.Equal(s_sample, await server.Client.Items.CreateAsync(s_sample));
        Assert.Equal(s_sample, await server.Client.Items.GetAsync(1));
        await Assert.ThrowsAsync<ApiNotFoundException>(() => server.Client.Items.GetAsync(2));
    }

    [Fact]
    public async Task Results_that_are_no_object_are_read()
    {
        Assert.Equal("plain text", await Results.Text.GetAsync());
        Assert.Equal("plain text", await server.Client.Items.Text.GetAsync());
        Assert.Equal("a,b", await Results.Content.GetAsync());
        Assert.Equal(42, await Results.Number.GetAsync());
        Assert.True(await Results.Flag.GetAsync());
        Assert.Equal(s_sample.Id, await Results.Guid.GetAsync());
        Assert.Equal(new DateOnly(2026, 1, 2), await Results.Day.GetAsync());
        Assert.Equal(10, await Results.Level.GetAsync());
        Assert.Equal([1, 2, 3], await Results.Bytes.GetAsync());
        Assert.Equal([Color.Red, Color.Blue], await ToListAsync(Results.Colors.ListAsync()));
        Assert.Equal(("a", 1), ((await Results.Pairs.GetAsync()).Key, (await Results.Pairs.GetAsync()).Value));
    }

    [Fact]
    public async Task Lists_and_events_are_read()
    {
        Order second = s_sample with { Customer = "Bob" };

        Assert.Equal([s_sample, second], await ToListAsync(Results.Stream.ListAsync()));
        Assert.Equal([s_sample], await ToListAsync(Results.ListAsync()));
        List<SseItemOfOrder> events = await ToListAsync(Results.Events.GetAsync());
        Assert.Equal([s_sample, second], events.Select(e => e.Data));
        Assert.Equal(("Ann", "7", TimeSpan.FromSeconds(2)), (events[0].EventType, events[0].EventId, events[0].ReconnectionInterval));
        List<SseItemOfOrder> plain = await ToListAsync(Results.Events.PlainAsync());
        Assert.Equal([("order", s_sample), ("order", second)], plain.Select(e => (e.EventType, e.Data)));
        List<SseItemOfstring> words = await ToListAsync(Results.Events.TextAsync());
        Assert.Equal([("word", "one"), ("word", "two\nlines")], words.Select(e => (e.EventType, e.Data)));
    }

    [Fact]
    public async Task Files_are_streams()
    {
        using StreamReader picture = new(await Results.Picture.GetAsync());
        using StreamReader file = new(await server.Client.Items.File.GetAsync());

        Assert.Equal(("PNG", "%PDF"), (await picture.ReadToEndAsync(), await file.ReadToEndAsync()));
        await Results.File.GetAsync();
        await server.Client.Items.Any.GetAsync();
    }

    [Fact]
    public async Task Failures_are_exceptions()
    {
        ApiStatusException failure = await Assert.ThrowsAsync<ApiUnprocessableEntityException>(() => Results.Problems.GetAsync());
        Assert.Contains("broken", failure.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ApiServerException>(() => Results.Internal.GetAsync());
        await Results.Redirect.GetAsync();
    }

    [Fact]
    public async Task Forms_with_files_arrive()
    {
        FormsResource forms = server.Client.Forms;
        ApiFile file = ApiFile.FromText("content", "a.txt");
        ApiFile other = ApiFile.FromBytes("other"u8.ToArray(), "ä b.bin");
        DateOnly day = new(2026, 1, 2);
        Guid album = Guid.NewGuid();

        Assert.Equal(["file:a.txt:content"], (await forms.Files.CreateAsync(new() { File = file })).Values);
        Assert.Equal(
            ["files:a.txt:content", "files:ä b.bin:other"],
            (await forms.Files.BulkCreateAsync(new() { Files = [file, other] })).Values
        );
        Assert.Equal(
            ["t", "3", "2026-01-02", "file:a.txt:content"],
            (
                await forms.Mixed.CreateAsync(
                    new()
                    {
                        File = file,
                        Title = "t",
                        Stars = 3,
                        Day = day,
                    }
                )
            ).Values
        );
        Assert.Equal(
            ["t", album.ToString(), "image:a.txt:content", "ä b.bin"],
            (
                await forms.Photo.CreateAsync(
                    new()
                    {
                        Title = "t",
                        Album = album,
                        Image = file,
                        Thumbnail = other,
                    }
                )
            ).Values
        );
    }

    [Fact]
    public async Task Forms_without_a_file_arrive()
    {
        FormsResource forms = server.Client.Forms;
        DateOnly day = new(2026, 1, 2);

        Assert.Equal(
            ["t", "3", "2026-01-02", "Blue", "a", "b", "1", "2"],
            (
                await forms.Note.CreateAsync(
                    new()
                    {
                        Title = "t",
                        Stars = 3,
                        Day = day,
                        Color = Color.Blue,
                        Tags = ["a", "b"],
                        Numbers = [1, 2],
                    }
                )
            ).Values
        );
        Assert.Equal(
            ["n", "Red", "1", "2"],
            (
                await forms.Fields.CreateAsync(
                    new()
                    {
                        Name = "n",
                        Numbers = [1, 2],
                        Color = Color.Red,
                    }
                )
            ).Values
        );
        using MemoryStream raw = new("raw"u8.ToArray());
        Assert.Equal(["raw"], (await forms.Raw.CreateAsync(raw)).Values);
    }

    [Fact]
    public async Task Forms_of_controllers_arrive()
    {
        ItemsResource items = server.Client.Items;
        ApiFile file = ApiFile.FromText("content", "a.txt");

        Assert.Equal(
            ["t", "3", "-", "Blue", "a", "b", "1", "2"],
            (
                await items.Form.CreateAsync(
                    new()
                    {
                        Title = "t",
                        Stars = 3,
                        Color = Color.Blue,
                        Tags = ["a", "b"],
                        Numbers = [1, 2],
                    }
                )
            ).Values
        );
        Assert.Equal(["a.txt", "7", "t"], (await items.File.CreateAsync(new() { File = file, Title = "t" })).Values);
        Assert.Equal(
            ["t", "-", "a.txt", "7", "-", "True"],
            (await items.Photo.CreateAsync(new() { Title = "t", Image = file }, new() { Keep = true })).Values
        );
        Rules rules = new()
        {
            Number = 1,
            Share = 1,
            Text = "ab",
            Tags = ["t"],
        };
        Assert.Equal("ab", (await items.Rules.CreateAsync(rules)).Text);
    }

    private static async Task<List<T>> ToListAsync<T>(IAsyncEnumerable<T> items)
    {
        List<T> list = [];
        await foreach (T item in items)
            list.Add(item);
        return list;
    }
}
