using System.Text;
using Acme.Faults;

namespace CfGen.Faults.Calls;

/// <summary>An operation of the document.</summary>
/// <param name="Id">The <c>operationId</c>.</param>
/// <param name="MediaType">The media type of a right response.</param>
/// <param name="CreateBody">Creates the body of a right response.</param>
/// <param name="Run">Calls the operation and enumerates its results as text.</param>
internal sealed record Operation(
    string Id,
    string MediaType,
    Func<Call, byte[]> CreateBody,
    Func<FaultsClient, Call, IAsyncEnumerable<string>> Run
)
{
    /// <summary>Creates the text of a right result.</summary>
    public Func<string, int, string> CreateResult { get; init; } = (id, index) => Values.Describe(Values.CreateItem(id, index));

    /// <summary>True if a second request with the same id may take effect twice.</summary>
    public bool IsUnsafe { get; init; }

    public override string ToString() => Id;
}

/// <summary>The operations.</summary>
internal static class Operations
{
    public static readonly Operation GetItem = CreateSingle("get-item", (c, call) => c.Items.GetAsync(call.Id, call.Options, call.Token));

    public static readonly Operation GetResponse = CreateSingle(
        "get-item",
        async (c, call) =>
        {
            ApiResponse<Item> response = await c.Items.GetWithResponseAsync(call.Id, call.CreateRawOptions(), call.Token);
            if (response.RawBody is null)
                call.Report("The raw body is missing.");
            return response.Value!;
        }
    );

    public static readonly Operation GetWrapped = CreateSingle(
        "get-wrapped-item",
        (c, call) => c.Wrapped.GetAsync(call.Id, call.Options, call.Token)
    ) with
    {
        CreateBody = call => Encode($$"""{"result":{{Values.CreateJson(call.Id, 0)}},"success":true,"errors":[],"messages":[]}"""),
    };

    public static readonly Operation Create = CreateSingle(
        "create-item",
        (c, call) => c.Items.CreateAsync(call.Id, Values.CreateItem(call.Id, 0), call.Options, call.Token)
    ) with
    {
        IsUnsafe = true,
    };

    public static readonly Operation Start = CreateSingle(
        "start-item",
        (c, call) => c.Items.StartAsync(call.Id, call.Options, call.Token)
    ) with
    {
        IsUnsafe = true,
    };

    public static readonly Operation Replace = CreateSingle(
        "replace-item",
        (c, call) => c.Items.ReplaceAsync(call.Id, Values.CreateItem(call.Id, 0), call.Options, call.Token)
    );

    public static readonly Operation Pay = CreateSingle(
        "create-payment",
        (c, call) => c.Payments.CreateAsync(call.Id, Values.CreateItem(call.Id, 0), null, call.Options, call.Token)
    );

    public static readonly Operation GetText = new(
        "get-text",
        "text/plain; charset=utf-8",
        call => Encode(Values.CreateText(call.Id)),
        (c, call) => ToSequenceAsync(c.Texts.GetAsync(call.Id, call.Options, call.Token), text => text)
    )
    {
        CreateResult = (id, _) => Values.CreateText(id),
    };

    public static readonly Operation GetFile = new(
        "get-file",
        "application/octet-stream",
        call => Encode(Values.CreateText(call.Id)),
        (c, call) => ReadFileAsync(c, call)
    )
    {
        CreateResult = (id, _) => Values.CreateText(id),
    };

    public static readonly Operation ListLines = CreateList(
        "list-lines",
        "application/x-ndjson",
        (c, call) => c.Lines.ListAsync(call.Id, call.Options, call.Token)
    );

    public static readonly Operation WatchEvents = CreateList(
        "watch-events",
        "text/event-stream",
        (c, call) => c.Events.WatchAsync(call.Id, call.Options, call.Token)
    );

    public static readonly Operation ListPages = CreateList(
        "list-pages",
        "application/json",
        (c, call) => c.Pages.ListAsync(call.Id, null, call.Options, call.Token)
    );

    public static readonly Operation ListNumbered = CreateList(
        "list-numbered",
        "application/json",
        (c, call) => c.Numbered.ListAsync(call.Id, null, call.Options, call.Token)
    );

    public static readonly Operation ListCursors = CreateList(
        "list-cursors",
        "application/json",
        (c, call) => c.Cursors.ListAsync(call.Id, null, call.Options, call.Token)
    );

    public static readonly Operation ListLinks = CreateList(
        "list-links",
        "application/json",
        (c, call) => c.Links.ListAsync(call.Id, call.Options, call.Token)
    );

    private static Operation CreateSingle(string id, Func<FaultsClient, Call, Task<Item>> run) =>
        new(
            id,
            "application/json",
            call => Encode(Values.CreateJson(call.Id, 0)),
            (client, call) => ToSequenceAsync(run(client, call), Values.Describe)
        );

    private static Operation CreateList(string id, string mediaType, Func<FaultsClient, Call, IAsyncEnumerable<Item>> run) =>
        new(id, mediaType, _ => [], (client, call) => DescribeAsync(run(client, call)));

    private static byte[] Encode(string text) => Encoding.UTF8.GetBytes(text);

    private static async IAsyncEnumerable<string> ToSequenceAsync<T>(Task<T> task, Func<T, string> describe)
    {
        yield return describe(await task) ?? "null";
    }

    private static async IAsyncEnumerable<string> DescribeAsync(IAsyncEnumerable<Item> items)
    {
        await foreach (Item item in items)
            yield return Values.Describe(item);
    }

    private static async IAsyncEnumerable<string> ReadFileAsync(FaultsClient client, Call call)
    {
        await using Stream stream = await client.Files.GetAsync(call.Id, call.Options, call.Token);
        if (call.Fault.Take == 0)
            yield break; // disposed unread
        using MemoryStream all = new();
        await stream.CopyToAsync(all, call.Token);
        yield return Values.DescribeBytes(all.GetBuffer().AsSpan(0, (int)all.Length));
    }
}
