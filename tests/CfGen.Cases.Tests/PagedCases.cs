using System.Globalization;
using CfGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CfGen.Cases.Tests;

/// <summary>Lists of items 1 to a total, three a page, of servers that behave like a framework.</summary>
internal static class PagedCases
{
    public const int Size = 3;

    /// <summary>Numbers of items that end with a short page, with a full one, with none, and with the first.</summary>
    public static TheoryData<int> Totals => new(8, 6, 0, 3, 2);

    /// <summary>The requests that all items take: one for each page.</summary>
    public static int CountPages(int total) => Math.Max(1, (total + Size - 1) / Size);

    /// <summary>The JSON of the items from an index on, as far as they are on its page.</summary>
    public static string FormatItems(int total, long before, int size = Size, string name = "id") =>
        $"[{string.Join(',', Take(total, before, size).Select(i => $$"""{"{{name}}":{{i}}}"""))}]";

    public static int[] Take(int total, long before, int size = Size) => [.. Enumerable.Range(1, total).Skip((int)before).Take(size)];

    public static long? ReadNumber(this HttpContext context, string name) =>
        context.Request.Query.TryGetValue(name, out var text) ? long.Parse(text!, CultureInfo.InvariantCulture) : null;

    public static string FormatUrl(this HttpContext context, bool exists, string query) =>
        exists ? $"\"{context.Request.Scheme}://{context.Request.Host}{context.Request.Path}?{query}\"" : "null";

    /// <summary>Reads all items and checks that they are 1 to the total.</summary>
    /// <returns>The targets of the requests.</returns>
    public static async Task<string[]> ReadAllAsync<T>(TestServer server, int total, Pageable<T> list, Func<T, long> getId, int first = 1)
    {
        List<long> ids = [];
        await foreach (T item in list)
        {
            ids.Add(getId(item));
            Assert.True(ids.Count <= 100, "The list does not end.");
        }

        Assert.Equal(Enumerable.Range(first, Math.Max(0, total - first + 1)).Select(i => (long)i), ids);
        string[] targets = [.. server.Requests.Select(r => r.Target)];
        await CheckContinuationAsync(list, getId);
        return targets;
    }

    /// <summary>Checks that the token of each page leads to the items after it, and that the last page has none.</summary>
    private static async Task CheckContinuationAsync<T>(Pageable<T> list, Func<T, long> getId)
    {
        List<Page<T>> pages = [];
        await foreach (Page<T> page in list.AsPages())
            pages.Add(page);
        for (int i = 0; i < pages.Count; i++)
        {
            Assert.Equal(pages[i].HasNextPage, pages[i].ContinuationToken is not null);
            if (pages[i].ContinuationToken is not { } token)
                continue;
            List<long> rest = [];
            await foreach (Page<T> page in list.AsPages(token))
                rest.AddRange(page.Items.Select(getId));
            Assert.Equal(pages.Skip(i + 1).SelectMany(p => p.Items).Select(getId), rest);
        }
    }
}
