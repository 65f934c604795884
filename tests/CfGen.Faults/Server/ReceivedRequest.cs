using System.Globalization;
using System.Text;

namespace CfGen.Faults.Server;

/// <summary>A request, read by hand: what a framework would reject or repair arrives as it was sent.</summary>
internal sealed class ReceivedRequest
{
    private ReceivedRequest(string head, string[] lines, byte[] body)
    {
        Head = head;
        string[] parts = lines[0].Split(' ');
        Method = parts[0];
        Target = parts.Length > 1 ? parts[1] : "";
        Lines = lines;
        Body = body;
    }

    /// <summary>The request line and the headers.</summary>
    public string Head { get; }

    public string Method { get; }

    public string Target { get; }

    public byte[] Body { get; }

    private string[] Lines { get; }

    /// <summary>Gets the value of a header, or null.</summary>
    public string? this[string name] => Find(Lines, name);

    /// <summary>Reads the next request; null if the client closed the connection.</summary>
    public static async Task<ReceivedRequest?> ReadAsync(Stream stream)
    {
        var head = new List<byte>(512);
        byte[] one = new byte[1];
        // Byte by byte from a buffered stream, so that nothing behind the head is taken.
        while (!EndsWithBlankLine(head))
        {
            if (await stream.ReadAsync(one) == 0)
                return null;
            head.Add(one[0]);
        }

        string text = Encoding.Latin1.GetString([.. head]);
        string[] lines = text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        byte[]? body = Find(lines, "Transfer-Encoding") is not null
            ? await ReadChunksAsync(stream)
            : await ReadExactlyAsync(stream, int.Parse(Find(lines, "Content-Length") ?? "0", CultureInfo.InvariantCulture));
        return body is null ? null : new ReceivedRequest(text, lines, body);
    }

    private static bool EndsWithBlankLine(List<byte> bytes) =>
        bytes.Count >= 4 && bytes[^1] == '\n' && bytes[^2] == '\r' && bytes[^3] == '\n' && bytes[^4] == '\r';

    private static string? Find(string[] lines, string name)
    {
        foreach (string line in lines.AsSpan(1))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && line.AsSpan(0, colon).Equals(name, StringComparison.OrdinalIgnoreCase))
                return line[(colon + 1)..].Trim();
        }

        return null;
    }

    private static async Task<byte[]?> ReadExactlyAsync(Stream stream, int length)
    {
        byte[] body = new byte[length];
        return await stream.ReadAtLeastAsync(body, length, throwOnEndOfStream: false) == length ? body : null;
    }

    private static async Task<byte[]?> ReadChunksAsync(Stream stream)
    {
        using MemoryStream all = new();
        while (await ReadLineAsync(stream) is { } line)
        {
            int length = int.Parse(line.Split(';')[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (await ReadExactlyAsync(stream, length + 2) is not { } chunk)
                return null;
            if (length == 0)
                return all.ToArray();
            all.Write(chunk, 0, length);
        }

        return null;
    }

    private static async Task<string?> ReadLineAsync(Stream stream)
    {
        StringBuilder line = new();
        byte[] one = new byte[1];
        while (await stream.ReadAsync(one) > 0)
        {
            if (one[0] == '\n')
                return line.ToString().TrimEnd('\r');
            line.Append((char)one[0]);
        }

        return null;
    }
}
