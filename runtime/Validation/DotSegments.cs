using System.Buffers;

namespace CfGen.Validation;

/// <summary>
/// Finds <c>.</c> and <c>..</c> segments in a value, between slashes, backslashes or their percent-encoded forms, which can be encoded
/// several times. A server that decodes <c>%2F</c> before it routes would leave the path of the operation.
/// </summary>
internal static class DotSegments
{
    private const int StackLength = 256;

    public static bool HasDotSegment(string value)
    {
        if (value.AsSpan().IndexOfAny('.', '%') < 0)
            return false;
        if (!value.Contains('%', StringComparison.Ordinal))
            return HasPlainDotSegment(value);
        char[]? rented = value.Length > StackLength ? ArrayPool<char>.Shared.Rent(value.Length) : null;
        Span<char> decoded = rented ?? stackalloc char[StackLength];
        bool found = HasPlainDotSegment(decoded[..Decode(value, decoded)]);
        if (rented is not null)
            ArrayPool<char>.Shared.Return(rented);
        return found;
    }

    /// <summary>
    /// Decodes ASCII until nothing is encoded any more. A decoded character may complete another encoded one with what stands before it, as
    /// in <c>%252E</c>, so the end of the text is looked at after each: every step takes one character or gives two back.
    /// </summary>
    /// <returns>The length of the decoded text.</returns>
    private static int Decode(ReadOnlySpan<char> value, Span<char> decoded)
    {
        int length = 0;
        foreach (char c in value)
        {
            decoded[length++] = c;
            while (
                length >= 3
                && decoded[length - 3] == '%'
                && char.IsAsciiHexDigit(decoded[length - 2])
                && char.IsAsciiHexDigit(decoded[length - 1])
            )
            {
                int code = (GetHexValue(decoded[length - 2]) << 4) | GetHexValue(decoded[length - 1]);
                length -= 2;
                decoded[length - 1] = code < 0x80 ? (char)code : '\uFFFD'; // a part of another character, which is no dot
            }
        }

        return length;
    }

    private static int GetHexValue(char c) => char.IsAsciiDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10;

    private static bool HasPlainDotSegment(ReadOnlySpan<char> value)
    {
        while (true)
        {
            int end = value.IndexOfAny('/', '\\');
            ReadOnlySpan<char> segment = end < 0 ? value : value[..end];
            if (segment is "." or "..")
                return true;
            if (end < 0)
                return false;
            value = value[(end + 1)..];
        }
    }
}
