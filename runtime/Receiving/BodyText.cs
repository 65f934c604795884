using System.Text;

namespace CfGen.Infrastructure;

/// <summary>Bodies as text, for people.</summary>
internal static class BodyText
{
    private const int Beginning = 2048;

    public static string All(ReadOnlySpan<byte> body) => Encoding.UTF8.GetString(body);

    /// <summary>The first 2 KB, cut between characters.</summary>
    public static string First(ReadOnlySpan<byte> body)
    {
        if (body.Length > Beginning)
        {
            int end = Beginning;
            while (end > Beginning - 4 && (body[end] & 0xC0) == 0x80)
                end--;
            body = body[..end];
        }

        return Encoding.UTF8.GetString(body);
    }
}
