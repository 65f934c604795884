using System.Text;

namespace CfGen.Pipeline.Responses;

/// <summary>Decodes bodies for exceptions and raw responses.</summary>
internal static class BodyText
{
    private const int MaxBeginningBytes = 2048;

    public static string Decode(ReadOnlySpan<byte> body) => Encoding.UTF8.GetString(body);

    /// <summary>Decodes the first 2 KB, cut between characters.</summary>
    public static string DecodeBeginning(ReadOnlySpan<byte> body)
    {
        if (body.Length > MaxBeginningBytes)
        {
            int end = MaxBeginningBytes;
            while (end > MaxBeginningBytes - 4 && (body[end] & 0xC0) == 0x80)
                end--;
            body = body[..end];
        }

        return Encoding.UTF8.GetString(body);
    }
}
