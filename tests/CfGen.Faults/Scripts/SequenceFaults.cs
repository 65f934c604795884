using System.Text;
using CfGen.Faults.Calls;
using CfGen.Faults.Server;

namespace CfGen.Faults.Scripts;

/// <summary>Lines of JSON and server-sent events.</summary>
internal static class SequenceFaults
{
    public static IEnumerable<Fault> Create() => [.. CreateLines(), .. CreateEvents(), .. CreateLineEnds(), .. CreateBoth()];

    private static IEnumerable<Fault> CreateLines()
    {
        Operation lines = Operations.ListLines;
        yield return new("lines", lines, x => SendAsync(x, Line(x, 0) + Line(x, 1) + Line(x, 2)), Ending.After(3));
        yield return new("lines without the last line end", lines, x => SendAsync(x, (Line(x, 0) + Line(x, 1)).TrimEnd()), Ending.After(2));
        yield return new(
            "lines with CR and blank lines",
            lines,
            x => SendAsync(x, "\r\n" + Line(x, 0).TrimEnd() + "\r\n\r\n \n" + Line(x, 1)),
            Ending.After(2)
        );
        yield return new("no lines", lines, x => SendAsync(x, ""), Ending.After(0));
        yield return new(
            "lines that end in the middle",
            lines,
            x => SendAsync(x, Line(x, 0) + Line(x, 1)[..20]),
            Ending.Format.WithResults(1)
        );
        yield return new("a line of HTML", lines, x => SendAsync(x, Line(x, 0) + "<html>\n" + Line(x, 1)), Ending.Format.WithResults(1));
        yield return new(
            "a line of another type",
            lines,
            x => SendAsync(x, Line(x, 0) + Line(x, 1) + "[1]\n"),
            Ending.Format.WithResults(2)
        );
        yield return new("a line of null", lines, x => SendAsync(x, Line(x, 0) + "null\n"), Ending.Format.WithResults(1));
        yield return new("a line without a member", lines, x => SendAsync(x, "{\"id\":\"x\"}\n"), Ending.Format);
        yield return new("an endless line", lines, x => SendAsync(x, Line(x, 0) + new string('1', 1_200_000)), Ending.Format.WithResults(1))
        {
            Client = ClientKind.Retrying,
        };
        yield return new("a list for lines", lines, x => SendAsync(x, $"[{Line(x, 0).TrimEnd()}]"), Ending.Format);
    }

    private static IEnumerable<Fault> CreateEvents()
    {
        Operation events = Operations.WatchEvents;
        yield return new("events", events, x => SendAsync(x, Event(x, 0) + Event(x, 1)), Ending.After(2));
        yield return new(
            "events with comments and a byte order mark",
            events,
            x => SendAsync(x, "\uFEFF: hello\n\n:\n" + Event(x, 0) + ": ping\n\n" + Event(x, 1)),
            Ending.After(2)
        );
        yield return new(
            "events and the end mark",
            events,
            x => SendAsync(x, Event(x, 0) + "data: [DONE]\n\n" + Event(x, 1)),
            Ending.After(1)
        );
        yield return new(
            "events of unknown fields",
            events,
            x => SendAsync(x, "foo: bar\nevent: x\nretry: soon\n\n" + Event(x, 0)),
            Ending.After(1)
        );
        yield return new(
            "an event without its end",
            events,
            x => SendAsync(x, Event(x, 0) + Event(x, 1).TrimEnd()),
            Ending.After(2),
            Ending.After(1)
        );
        yield return new(
            "an event in the middle",
            events,
            x => SendAsync(x, Event(x, 0) + Event(x, 1)[..25]),
            Ending.Format.WithResults(1),
            Ending.After(1)
        );
        yield return new("an event of HTML", events, x => SendAsync(x, Event(x, 0) + "data: <html>\n\n"), Ending.Format.WithResults(1));
        yield return new("an event of null", events, x => SendAsync(x, "data: null\n\n"), Ending.Format);
        yield return new("JSON for events", events, x => x.RespondAsync(200, Values.CreateJson(x.Call.Id, 0)), Ending.Format);
        yield return new("an endless event", events, x => SendAsync(x, "data: " + new string('1', 1_200_000)), Ending.Format)
        {
            Client = ClientKind.Retrying,
        };
        yield return new(
            "an event of many lines",
            events,
            x => SendAsync(x, "data: {\n" + $"data: {Values.CreateJson(x.Call.Id, 0)[1..^1]}\n" + "data: }\n\n"),
            Ending.After(1)
        );
    }

    private static IEnumerable<Fault> CreateLineEnds()
    {
        Operation events = Operations.WatchEvents;
        yield return new(
            "events with CR and LF",
            events,
            x => SendAsync(x, (Event(x, 0) + Event(x, 1)).Replace("\n", "\r\n")),
            Ending.After(2)
        );
        yield return new("events with CR", events, x => SendAsync(x, (Event(x, 0) + Event(x, 1)).Replace('\n', '\r')), Ending.After(2));
        yield return new(
            "events with CR in small chunks",
            events,
            x => SendSlowlyAsync(x, (Event(x, 0) + Event(x, 1) + Event(x, 2)).Replace('\n', '\r')),
            Ending.After(3)
        );
        yield return new(
            "events with each line end",
            events,
            x => SendAsync(x, ": a\r: b\n: c\r\n\r" + Event(x, 0).TrimEnd() + "\r\n\r" + Event(x, 1).TrimEnd() + "\r\r\n"),
            Ending.After(2)
        );
    }

    private static IEnumerable<Fault> CreateBoth()
    {
        foreach (Operation operation in (Operation[])[Operations.ListLines, Operations.WatchEvents])
        {
            yield return new("a sequence that is cut", operation, x => CutAsync(x, isReset: false), Ending.Connection.WithResults(2));
            yield return new("a sequence that is reset", operation, x => CutAsync(x, isReset: true), Endings.ConnectionWithin(2));
            yield return new("a sequence in small chunks", operation, SendSlowlyAsync, Ending.After(3));
            yield return new("a sequence that the caller leaves", operation, SendEndlessAsync, Ending.After(4)) { Take = 4 };
            yield return new(
                "a silent sequence that the caller cancels",
                operation,
                SendThenSilenceAsync,
                Ending.Canceled.WithResults(1),
                Ending.Canceled
            )
            {
                IsCanceled = true,
            };
            yield return new("a sequence in gzip", operation, x => SendCompressedAsync(x, cut: 0), Ending.After(3));
            yield return new(
                "a sequence in gzip that ends early",
                operation,
                x => SendCompressedAsync(x, cut: 12),
                Endings.ConnectionWithin(3)
            );
            yield return new("a silent sequence with an idle timeout", operation, SendThenSilenceAsync, Ending.Timeout.WithResults(1))
            {
                Client = ClientKind.Retrying,
                Requests = 1,
                Configure = o => o.IdleTimeout = FaultClock.Brief,
            };
            yield return new("a sequence that is refused", operation, x => x.RespondAsync(403, "{}"), Ending.Status(403)) { Requests = 1 };
            yield return new(
                "a sequence after a failure",
                operation,
                x => x.Number == 1 ? x.RespondAsync(503, "") : SendSlowlyAsync(x),
                Ending.After(3)
            )
            {
                Client = ClientKind.Retrying,
                Requests = 2,
            };
        }
    }

    private static string Line(Exchange x, int index) => Values.CreateJson(x.Call.Id, index) + "\n";

    private static string Event(Exchange x, int index) => $"data: {Values.CreateJson(x.Call.Id, index)}\n\n";

    private static string Piece(Exchange x, int index) => x.Call.Fault.Operation == Operations.ListLines ? Line(x, index) : Event(x, index);

    private static Task SendAsync(Exchange x, string body) => x.RespondAsync(200, Encoding.UTF8.GetBytes(body), x.MediaType);

    private static async Task CutAsync(Exchange x, bool isReset)
    {
        await x.BeginChunksAsync();
        await x.SendChunkAsync(Piece(x, 0));
        await x.SendChunkAsync(Piece(x, 1));
        await x.SendAsync("ff\r\n");
        await (isReset ? x.ResetAsync() : x.CloseAsync());
    }

    private static Task SendSlowlyAsync(Exchange x) => SendSlowlyAsync(x, Piece(x, 0) + Piece(x, 1) + Piece(x, 2));

    private static async Task SendSlowlyAsync(Exchange x, string body)
    {
        await x.BeginChunksAsync();
        foreach (byte[] piece in Encoding.UTF8.GetBytes(body).Chunk(50))
            await x.SendChunkAsync(piece);
        await x.EndChunksAsync();
    }

    private static async Task SendEndlessAsync(Exchange x)
    {
        await x.BeginChunksAsync();
        for (int i = 0; ; i++)
            await x.SendChunkAsync(Piece(x, i));
    }

    private static async Task SendThenSilenceAsync(Exchange x)
    {
        await x.BeginChunksAsync();
        await x.SendChunkAsync(Piece(x, 0));
        await x.KeepSilentAsync();
    }

    private static Task SendCompressedAsync(Exchange x, int cut)
    {
        byte[] body = EncodingFaults.Compress(Encoding.UTF8.GetBytes(Piece(x, 0) + Piece(x, 1) + Piece(x, 2)));
        return x.RespondAsync(200, body[..^cut], x.MediaType, "Content-Encoding: gzip\r\n");
    }
}
