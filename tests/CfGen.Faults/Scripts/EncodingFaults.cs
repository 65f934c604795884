using System.IO.Compression;
using System.Text;
using CfGen.Faults.Calls;
using CfGen.Faults.Server;

namespace CfGen.Faults.Scripts;

/// <summary>Compressed bodies and charsets.</summary>
internal static class EncodingFaults
{
    private static readonly Operation[] s_reading = [Operations.GetItem, Operations.GetText, Operations.GetWrapped, Operations.GetFile];

    public static IEnumerable<Fault> Create() => [.. CreateCompressed(), .. CreateCharsets()];

    public static byte[] Compress(ReadOnlySpan<byte> body)
    {
        using MemoryStream all = new();
        using (GZipStream gzip = new(all, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(body);
        return all.ToArray();
    }

    private static IEnumerable<Fault> CreateCompressed()
    {
        foreach (Operation operation in s_reading)
        {
            bool isFile = operation == Operations.GetFile;
            Ending[] broken = isFile
                ? [Ending.Format, Ending.Connection, Endings.ReadFailure, Endings.InvalidData]
                : [Ending.Format, Ending.Connection];
            yield return new("gzip", operation, x => SendAsync(x, "gzip", Compress(x.Body)), Ending.Value);
            yield return new("x-gzip", operation, x => SendAsync(x, "x-gzip", Compress(x.Body)), Ending.Value);
            yield return new("GZIP", operation, x => SendAsync(x, " GZIP", Compress(x.Body)), Ending.Value);
            yield return new("deflate", operation, x => SendAsync(x, "Deflate", CompressZlib(x.Body)), Ending.Value);
            yield return new("deflate without its header", operation, x => SendAsync(x, "deflate", CompressRaw(x.Body)), Ending.Value);
            foreach (string encoding in (string[])["gzip", "deflate"])
            {
                yield return new($"{encoding} that ends early", operation, x => SendShortAsync(x, encoding), broken);
                yield return new($"{encoding} without its end", operation, x => SendUnfinishedAsync(x, encoding), broken);
            }

            Ending nothing = operation == Operations.GetText || isFile ? Endings.Empty : Ending.Format;
            yield return new("gzip of nothing", operation, x => SendAsync(x, "gzip", Compress([])), nothing) { Requests = 1 };
            yield return new("nothing that is called gzip", operation, x => SendAsync(x, "gzip", []), nothing) { Requests = 1 };
            yield return new("gzip of two members", operation, SendTwoMembersAsync, Ending.Value);
            yield return new("gzip that is plain", operation, x => SendAsync(x, "gzip", x.Body), broken);
            yield return new("gzip with a broken middle", operation, SendBrokenAsync, broken);
            yield return new("gzip with a wrong checksum", operation, SendWrongChecksumAsync, broken);
            yield return new("identity", operation, x => SendAsync(x, "identity", x.Body), Ending.Value);
            yield return new("gzip cut by the connection", operation, SendCutConnectionAsync, broken);
        }

        foreach (Operation operation in (Operation[])[Operations.GetItem, Operations.GetText, Operations.GetWrapped])
        {
            yield return new("a gzip bomb", operation, x => SendAsync(x, "gzip", s_bomb), Ending.Format) { Client = ClientKind.Retrying };
            yield return new("silence in gzip", operation, SendSilentAsync, Ending.Timeout) { IsEndless = true };
        }

        yield return new("an unknown encoding", Operations.GetItem, x => SendAsync(x, "br", [1, 2, 3, 4, 5]), Ending.Format);
        yield return new(
            "gzip twice",
            Operations.GetItem,
            x => SendAsync(x, "gzip, gzip", Compress(Compress(x.Body))),
            Ending.Format,
            Ending.Value
        );
    }

    private static IEnumerable<Fault> CreateCharsets()
    {
        foreach (Operation operation in (Operation[])[Operations.GetItem, Operations.GetText, Operations.GetWrapped])
        {
            yield return new("a byte order mark", operation, x => SendTextAsync(x, "utf-8", [0xEF, 0xBB, 0xBF, .. x.Body]), Ending.Value);
            yield return new("UTF-16", operation, x => SendTextAsync(x, "utf-16", Convert(x, Encoding.Unicode)), Ending.Value);
            yield return new(
                "UTF-16 with a byte order mark",
                operation,
                x => SendTextAsync(x, "utf-16", [.. Encoding.Unicode.GetPreamble(), .. Convert(x, Encoding.Unicode)]),
                Ending.Value
            );
            yield return new(
                "UTF-16, big end first",
                operation,
                x => SendTextAsync(x, "utf-16BE", Convert(x, Encoding.BigEndianUnicode)),
                Ending.Value
            );
            yield return new("Latin-1", operation, x => SendTextAsync(x, "iso-8859-1", Convert(x, Encoding.Latin1)), Ending.Value);
            yield return new("a quoted charset", operation, x => SendTextAsync(x, "\"UTF-8\"", x.Body), Ending.Value);
            yield return new("an unknown charset", operation, x => SendTextAsync(x, "x-none", x.Body), Ending.Value, Ending.Format);
            yield return new("an empty charset", operation, x => SendTextAsync(x, "", x.Body), Ending.Value);
        }
    }

    private static readonly byte[] s_bomb = Compress(new byte[20_000_000]);

    private static byte[] Convert(Exchange x, Encoding encoding) => Encoding.Convert(Encoding.UTF8, encoding, x.Body);

    private static Task SendAsync(Exchange x, string encoding, byte[] body) =>
        x.RespondAsync(200, body, x.MediaType, $"Content-Encoding: {encoding}\r\n");

    private static Task SendTextAsync(Exchange x, string charset, byte[] body) =>
        x.RespondAsync(200, body, $"{x.MediaType.Split(';')[0]}; charset={charset}");

    private static byte[] CompressZlib(byte[] body)
    {
        using MemoryStream all = new();
        using (ZLibStream zlib = new(all, CompressionLevel.Fastest, leaveOpen: true))
            zlib.Write(body);
        return all.ToArray();
    }

    private static byte[] CompressRaw(byte[] body)
    {
        using MemoryStream all = new();
        using (DeflateStream deflate = new(all, CompressionLevel.Fastest, leaveOpen: true))
            deflate.Write(body);
        return all.ToArray();
    }

    /// <summary>Sends a part of a compressed body as all of it: only the data tell that more is missing.</summary>
    private static Task SendShortAsync(Exchange x, string encoding)
    {
        byte[] body = encoding == "gzip" ? Compress(x.Body) : CompressZlib(x.Body);
        return SendAsync(x, encoding, body[..(body.Length * 2 / 3)]);
    }

    /// <summary>Sends all data, and no block that ends them.</summary>
    private static async Task SendUnfinishedAsync(Exchange x, string encoding)
    {
        using MemoryStream all = new();
        await using (
            Stream compressed =
                encoding == "gzip" ? new GZipStream(all, CompressionLevel.Fastest) : new ZLibStream(all, CompressionLevel.Fastest)
        )
        {
            await compressed.WriteAsync(x.Body);
            await compressed.FlushAsync();
            await SendAsync(x, encoding, all.ToArray());
        }
    }

    private static Task SendTwoMembersAsync(Exchange x) =>
        SendAsync(x, "gzip", [.. Compress(x.Body.AsSpan(0, 10)), .. Compress(x.Body.AsSpan(10))]);

    private static Task SendBrokenAsync(Exchange x)
    {
        byte[] body = Compress(x.Body);
        body[10] |= 0x06; // a kind of block that does not exist
        return SendAsync(x, "gzip", body);
    }

    private static Task SendWrongChecksumAsync(Exchange x)
    {
        byte[] body = Compress(x.Body);
        body[^6] ^= 0x55;
        return SendAsync(x, "gzip", body);
    }

    private static async Task SendCutConnectionAsync(Exchange x)
    {
        byte[] body = Compress(x.Body);
        await x.SendAsync(
            $"HTTP/1.1 200 OK\r\nContent-Type: {x.MediaType}\r\nContent-Encoding: gzip\r\nContent-Length: {body.Length}\r\n\r\n",
            body[..(body.Length / 2)]
        );
        await x.CloseAsync();
    }

    private static async Task SendSilentAsync(Exchange x)
    {
        byte[] body = Compress(x.Body);
        await x.SendAsync(
            $"HTTP/1.1 200 OK\r\nContent-Type: {x.MediaType}\r\nContent-Encoding: gzip\r\nContent-Length: {body.Length}\r\n\r\n",
            body[..(body.Length / 2)]
        );
        await x.KeepSilentAsync();
    }
}
