using System.Globalization;
using System.Text;
using CfGen.Faults.Calls;
using CfGen.Faults.Server;

namespace CfGen.Faults.Scripts;

/// <summary>Responses that break HTTP, or bend it.</summary>
internal static class ProtocolFaults
{
    private static readonly Operation[] s_some = [Operations.GetItem, Operations.GetText, Operations.Replace];

    public static IEnumerable<Fault> Create() =>
        [.. CreateBroken(), .. CreateLengths(), .. CreateChunks(), .. CreateInterim(), .. CreateHeaders()];

    private static IEnumerable<Fault> CreateBroken()
    {
        (string Name, string Text)[] broken =
        [
            ("a status line of another protocol", "220 mail.example ESMTP\r\n\r\n"),
            ("a status that is no number", "HTTP/1.1 abc OK\r\nContent-Length: 0\r\n\r\n"),
            ("a status of two digits", "HTTP/1.1 99 OK\r\nContent-Length: 0\r\n\r\n"),
            ("HTTP/9.9", "HTTP/9.9 xyz\r\n\r\n"),
            ("a body without a head", "{\"id\":\"x\"}\r\n\r\n"),
            ("noise", "\u0000\u00ff\u00fe\u0001\u0002\u007f\r\n\u0000\r\n\r\n"),
            ("a header without a colon", "HTTP/1.1 200 OK\r\nContent-Length 5\r\n\r\nhello"),
            ("a header name with a space", "HTTP/1.1 200 OK\r\nContent Length: 5\r\n\r\nhello"),
            ("an endless head", "HTTP/1.1 200 OK\r\nX-Long: " + new string('x', 200_000) + "\r\n\r\n"),
            ("10,000 header lines", "HTTP/1.1 200 OK\r\n" + string.Concat(Enumerable.Repeat("X-Some: value\r\n", 10_000)) + "\r\n"),
            ("only line feeds", "\n\n\n\n"),
        ];
        foreach ((string name, string text) in broken)
        {
            foreach (Operation operation in s_some)
                yield return new(name, operation, x => SendAndCloseAsync(x, text), Ending.Connection);
        }
    }

    private static IEnumerable<Fault> CreateLengths()
    {
        foreach (Operation operation in s_some)
        {
            if (operation != Operations.GetText)
                yield return new("a body longer than announced", operation, x => SendAsync(x, x.Body.Length - 2), Ending.Format);
            yield return new(
                "no length, closed at the end",
                operation,
                x => SendWithHeadersAsync(x, "Connection: close\r\n"),
                Ending.Value
            );
            yield return new("HTTP/1.0", operation, SendOldAsync, Ending.Value);
            yield return new("an announced length of a terabyte", operation, x => SendAsync(x, 1L << 40), Ending.Format, Ending.Connection);
            yield return new("an announced length of 90 MB", operation, x => SendAsync(x, 90_000_000), Ending.Connection);
            yield return new("a length that is no number", operation, x => SendLengthAsync(x, "many"), Ending.Value, Ending.Connection);
            yield return new("a negative length", operation, x => SendLengthAsync(x, "-5"), Ending.Value, Ending.Connection);
            yield return new(
                "two lengths",
                operation,
                x => SendLengthAsync(x, $"{x.Body.Length}\r\nContent-Length: {x.Body.Length}"),
                Ending.Value,
                Ending.Connection
            );
            yield return new(
                "a response larger than the limit",
                operation,
                x => x.RespondAsync(200, [.. Encoding.ASCII.GetBytes(new string(' ', 2_000_000)), .. x.Body], x.MediaType),
                Ending.Format
            )
            {
                Client = ClientKind.Retrying,
                Requests = 1,
            };
        }
    }

    private static IEnumerable<Fault> CreateChunks()
    {
        (string Name, string Chunk)[] broken =
        [
            ("a chunk size that is no number", "zz\r\n"),
            ("a chunk size of 16 digits", "FFFFFFFFFFFFFFFF\r\n"),
            ("a chunk size of 100 digits", new string('1', 100) + "\r\n"),
            ("a chunk without its line end", "1\r\nx2\r\nyy\r\n"),
            ("a negative chunk size", "-1\r\n"),
            ("an endless chunk extension", "5;" + new string('e', 100_000) + "\r\nhello\r\n"),
        ];
        foreach (Operation operation in s_some)
        {
            foreach ((string name, string chunk) in broken)
                yield return new(name, operation, x => SendBrokenChunkAsync(x, chunk), Ending.Connection);
            yield return new("chunks of a byte", operation, SendSmallChunksAsync, Ending.Value);
            yield return new("chunk extensions and trailers", operation, SendTrailersAsync, Ending.Value);
            yield return new("chunks and a length", operation, SendBothAsync, Ending.Value, Ending.Connection);
            yield return new(
                "an unknown transfer encoding",
                operation,
                x => SendWithHeadersAsync(x, "Transfer-Encoding: bogus\r\nConnection: close\r\n"),
                Ending.Value,
                Ending.Connection
            );
        }
    }

    private static IEnumerable<Fault> CreateInterim()
    {
        foreach (Operation operation in s_some)
        {
            yield return new("100 early hints", operation, x => SendInterimAsync(x, "103 Early Hints", 100), Ending.Value);
            yield return new("1,000 continues", operation, x => SendInterimAsync(x, "100 Continue", 1000), Ending.Value);
            yield return new("10,000 continues", operation, x => SendInterimAsync(x, "100 Continue", 10_000), Ending.Connection);
            yield return new("interim responses for ever", operation, SendInterimForeverAsync, Ending.Timeout) { IsEndless = true };
            yield return new(
                "switching protocols",
                operation,
                x => SendAndCloseAsync(x, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n"),
                Ending.Status(101),
                Ending.Connection
            );
        }
    }

    private static IEnumerable<Fault> CreateHeaders()
    {
        (string Name, string Headers)[] odd =
        [
            ("two media types", "Content-Type: text/html\r\n"),
            ("a header in Latin-1", "X-Name: J\u00fcrgen\r\n"),
            ("a folded header", "X-Folded: one\r\n two\r\n"),
            ("an empty header", "X-Empty:\r\n"),
            ("500 cookies", string.Concat(Enumerable.Range(0, 500).Select(i => $"Set-Cookie: c{i}=SECRET-{i}; Path=/\r\n"))),
            ("a request id of lines", "cf-ray: one\ttwo\r\nx-request-id: " + new string('r', 5000) + "\r\n"),
            ("a duplicate request id", "cf-ray: one\r\ncf-ray: two\r\n"),
            ("a date that is none", "Date: yesterday\r\nExpires: -1\r\nLast-Modified: 0\r\n"),
        ];
        foreach ((string name, string headers) in odd)
        {
            foreach (Operation operation in s_some)
                yield return new(name, operation, x => x.RespondAsync(200, x.Body, x.MediaType, headers), Ending.Value);
        }
    }

    private static async Task SendAndCloseAsync(Exchange x, string text)
    {
        await x.SendAsync(text);
        await x.CloseAsync();
    }

    private static async Task SendAsync(Exchange x, long length)
    {
        await SendLengthAsync(x, length.ToString(CultureInfo.InvariantCulture));
        await x.CloseAsync();
    }

    private static async Task SendLengthAsync(Exchange x, string length)
    {
        await x.SendAsync(
            $"HTTP/1.1 200 OK\r\nContent-Type: {x.MediaType}\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n",
            x.Body
        );
        await x.CloseAsync();
    }

    private static async Task SendWithHeadersAsync(Exchange x, string headers)
    {
        await x.SendAsync($"HTTP/1.1 200 OK\r\nContent-Type: {x.MediaType}\r\n{headers}\r\n", x.Body);
        await x.CloseAsync();
    }

    private static async Task SendOldAsync(Exchange x)
    {
        await x.SendAsync($"HTTP/1.0 200\r\nContent-Type: {x.MediaType}\r\n\r\n", x.Body);
        await x.CloseAsync();
    }

    private static async Task SendBrokenChunkAsync(Exchange x, string chunk)
    {
        await x.BeginChunksAsync();
        await x.SendAsync(chunk);
        await x.CloseAsync();
    }

    private static async Task SendSmallChunksAsync(Exchange x)
    {
        await x.BeginChunksAsync();
        byte[] body = x.Body;
        int small = Math.Min(body.Length, 300);
        await x.SendAsync(string.Concat(body[..small].Select(b => $"1\r\n{(char)b}\r\n")));
        if (small < body.Length)
            await x.SendChunkAsync(body[small..]);
        await x.EndChunksAsync();
    }

    private static async Task SendTrailersAsync(Exchange x)
    {
        await x.BeginChunksAsync("Trailer: X-Sum\r\n");
        await x.SendAsync($"{x.Body.Length:x};name=\"va;lue\"\r\n", x.Body);
        await x.SendAsync("\r\n0\r\nX-Sum: 5\r\n\r\n");
    }

    private static async Task SendBothAsync(Exchange x)
    {
        await x.BeginChunksAsync("Connection: close\r\nContent-Length: 3\r\n");
        await x.SendChunkAsync(x.Body);
        await x.EndChunksAsync();
        await x.CloseAsync();
    }

    private static async Task SendInterimAsync(Exchange x, string status, int count)
    {
        await x.SendAsync(string.Concat(Enumerable.Repeat($"HTTP/1.1 {status}\r\n\r\n", count)));
        await x.RespondAsync();
    }

    private static async Task SendInterimForeverAsync(Exchange x)
    {
        while (true)
        {
            await x.SendAsync("HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n");
            await Task.Delay(5);
        }
    }
}
