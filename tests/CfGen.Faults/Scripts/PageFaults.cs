using System.Globalization;
using System.Text.RegularExpressions;
using CfGen.Faults.Calls;
using CfGen.Faults.Server;

namespace CfGen.Faults.Scripts;

/// <summary>Lists whose pages repeat, end too early, or lead elsewhere.</summary>
internal static partial class PageFaults
{
    private const int Size = 3;

    public static IEnumerable<Fault> Create() => [.. CreateCursors(), .. CreateNumbers(), .. CreateNamedEnds(), .. CreateLinks()];

    private static IEnumerable<Fault> CreateCursors()
    {
        Operation list = Operations.ListCursors;
        yield return new("pages by cursor", list, x => SendAsync(x, x.Number < 3 ? Cursor(x) : ""), Ending.After(9)) { Requests = 3 };
        yield return new("a cursor of null", list, x => SendAsync(x, "null"), Ending.After(3)) { Requests = 1 };
        yield return new("an empty cursor", list, x => SendAsync(x, "\"\""), Ending.After(3)) { Requests = 1 };
        yield return new("a cursor that is repeated", list, x => SendAsync(x, "\"same\""), Ending.After(6)) { Requests = 2 };
        yield return new("cursors in a circle", list, x => SendAsync(x, $"\"{(x.Number - 1) % 3}\""), Ending.After(12)) { Requests = 4 };
        yield return new(
            "empty pages with a new cursor",
            list,
            x => SendPageAsync(x, x.Number / 4, x.Number % 4 == 1 ? Size : 0, x.Number < 9 ? ",\"next_cursor\":" + Cursor(x) : ""),
            Ending.After(9)
        )
        {
            Requests = 9,
        };
        yield return new(
            "empty pages without an end",
            list,
            x => SendPageAsync(x, 0, x.Number == 1 ? Size : 0, ",\"next_cursor\":" + Cursor(x)),
            Ending.Format.WithResults(3)
        );
        yield return new("a cursor of special characters", list, SendSpecialAsync, Ending.After(6)) { Requests = 2 };
        yield return new("a cursor of another type", list, x => SendAsync(x, "{}"), Ending.After(3), Ending.Format) { Requests = 1 };
        yield return new("a page that is cut", list, CutAsync, Ending.Connection.WithResults(3)) { Requests = 2 };
        yield return new(
            "a page that fails once",
            list,
            x => x.Number == 2 ? x.RespondAsync(503, "") : SendAsync(x, x.Number < 3 ? Cursor(x) : "null", x.Number == 1 ? 0 : 1),
            Ending.After(6)
        )
        {
            Client = ClientKind.Retrying,
            Requests = 3,
        };
        yield return new(
            "a page of HTML",
            list,
            x => x.Number == 1 ? SendAsync(x, Cursor(x)) : x.RespondAsync(200, "<html>"),
            Ending.Format.WithResults(3)
        );
        yield return new(
            "a page of another type",
            list,
            x => x.Number == 1 ? SendAsync(x, Cursor(x)) : x.RespondAsync(200, "{\"items\":7}"),
            Ending.Format.WithResults(3)
        );
        yield return new(
            "a page that is refused",
            list,
            x => x.Number == 1 ? SendAsync(x, Cursor(x)) : x.RespondAsync(403, "{}"),
            Ending.Status(403).WithResults(3)
        );
        yield return new("a list that the caller leaves", list, x => SendAsync(x, Cursor(x)), Ending.After(7)) { Take = 7, Requests = 3 };
    }

    private static IEnumerable<Fault> CreateNumbers()
    {
        Operation list = Operations.ListPages;
        yield return new("pages by number", list, x => SendNumberedAsync(x, GetPage(x) < 4 ? Size : 0), Ending.After(9));
        yield return new("a numbered page that is repeated", list, x => SendPageAsync(x, 0, Size, ""), Ending.After(3)) { Requests = 2 };
        yield return new("no items", list, x => SendPageAsync(x, 0, 0, ""), Ending.After(0)) { Requests = 1 };
        yield return new(
            "a page by number that is cut",
            list,
            x => x.Number == 1 ? SendNumberedAsync(x, Size) : CutAsync(x),
            Ending.Connection.WithResults(3)
        );
        yield return new(
            "a total that is too large",
            list,
            x => SendPageAsync(x, GetPage(x) - 1, GetPage(x) < 3 ? Size : 0, ",\"total_count\":1000000000000"),
            Ending.After(6)
        );
        yield return new(
            "a total that is no number",
            list,
            x => SendPageAsync(x, GetPage(x) - 1, GetPage(x) < 3 ? Size : 0, ",\"total_count\":\"many\""),
            Ending.After(6),
            Ending.Format
        );
    }

    /// <summary>Servers with an error for a page that does not exist: the response names the last page.</summary>
    private static IEnumerable<Fault> CreateNamedEnds()
    {
        (string Name, string Last, string Other)[] ends =
        [
            ("null and a count", "\"count\":9,\"next\":null", "\"count\":9,\"next\":\"http://127.0.0.1/?page=2\""),
            ("null", "\"next\":null", "\"next\":\"http://127.0.0.1/?page=2\""),
            ("a count", "\"count\":9", "\"count\":9"),
            ("nothing for null", "\"previous\":null", "\"next\":\"/?page=2\""),
        ];
        foreach ((string name, string last, string other) in ends)
            yield return new(
                $"a last page that is named by {name}",
                Operations.ListNumbered,
                x =>
                    GetPage(x) > 3
                        ? x.RespondAsync(404, "{\"detail\":\"Invalid page.\"}")
                        : x.RespondAsync(200, $"{{{(GetPage(x) == 3 ? last : other)},\"results\":[{GetItems(x, GetPage(x) - 1, Size)}]}}"),
                Ending.After(9)
            )
            {
                Requests = 3,
            };
    }

    private static IEnumerable<Fault> CreateLinks()
    {
        Operation list = Operations.ListLinks;
        yield return new(
            "links",
            list,
            x => SendLinkAsync(x, x.Number < 3 ? $"</links/{x.Call.Id}?at={x.Number}>; rel=\"next\"" : null),
            Ending.After(9)
        )
        {
            Requests = 3,
        };
        yield return new(
            "a link to another origin",
            list,
            x => SendLinkAsync(x, $"<{x.Servers.Foreign.Url}{x.Call.Id}>; rel=\"next\""),
            Endings.ConnectionWithin(3)
        )
        {
            Requests = 1,
        };
        yield return new(
            "a link to another scheme",
            list,
            x => SendLinkAsync(x, $"<ftp://127.0.0.1/{x.Call.Id}>; rel=\"next\""),
            Endings.ConnectionWithin(3)
        )
        {
            Requests = 1,
        };
        yield return new("a link to the same page", list, x => SendLinkAsync(x, $"<{x.Request.Target}>; rel=\"next\""), Ending.After(3))
        {
            Requests = 1,
        };
        yield return new("a link that is none", list, x => SendLinkAsync(x, "<<<;;rel=next"), Ending.After(3), Ending.Connection)
        {
            Requests = 1,
        };
        yield return new(
            "links of other relations",
            list,
            x => SendLinkAsync(x, $"</a>; rel=prev, </b>; rel=\"last\"; title=\"next\""),
            Ending.After(3)
        )
        {
            Requests = 1,
        };
        yield return new(
            "a page that redirects to another origin",
            list,
            x =>
                x.Number == 1 ? SendLinkAsync(x, $"</links/{x.Call.Id}?at=1>; rel=next")
                : x.IsForeign ? x.RespondAsync(200, $"[{GetItems(x, 1, Size)}]")
                : x.RespondAsync(302, "", $"Location: {x.Servers.Foreign.Url}{x.Call.Id}\r\n"),
            Ending.After(6)
        );
    }

    private static string Cursor(Exchange x) => string.Create(CultureInfo.InvariantCulture, $"\"cursor {x.Number}\"");

    private static int GetPage(Exchange x) =>
        FindPage().Match(x.Request.Target) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 1;

    /// <summary>Sends the page of the request's number, and a cursor as JSON.</summary>
    private static Task SendAsync(Exchange x, string cursor, int? page = null) =>
        SendPageAsync(x, page ?? x.Number - 1, Size, cursor.Length == 0 ? "" : ",\"next_cursor\":" + cursor);

    private static Task SendNumberedAsync(Exchange x, int count) => SendPageAsync(x, GetPage(x) - 1, count, "");

    private static Task SendPageAsync(Exchange x, int page, int count, string more) =>
        x.RespondAsync(200, $"{{\"items\":[{GetItems(x, page, count)}]{more}}}");

    private static Task SendLinkAsync(Exchange x, string? link) =>
        x.RespondAsync(200, $"[{GetItems(x, x.Number - 1, Size)}]", link is null ? "" : $"Link: {link}\r\n");

    private static string GetItems(Exchange x, int page, int count) =>
        string.Join(',', Enumerable.Range(page * Size, count).Select(i => Values.CreateJson(x.Call.Id, i)));

    private static Task SendSpecialAsync(Exchange x) =>
        x.Number == 1 ? SendAsync(x, "\"a&b=c#d %+/\\u00e9\\r\\n\"")
        : x.Request.Target.EndsWith("?cursor=a%26b%3Dc%23d%20%25%2B%2F%C3%A9%0D%0A", StringComparison.Ordinal) ? SendAsync(x, "null")
        : x.RespondAsync(400, x.Request.Target);

    private static async Task CutAsync(Exchange x)
    {
        if (x.Number == 1)
        {
            await SendAsync(x, Cursor(x));
            return;
        }

        await x.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{\"items\":[");
        await x.CloseAsync();
    }

    [GeneratedRegex(@"[?&]page=(\d+)")]
    private static partial Regex FindPage();
}
