namespace CfGen.Validation;

/// <summary>
/// Finds <c>.</c> and <c>..</c> segments in a value, between slashes, backslashes or their percent-encoded forms, which can be encoded
/// several times. A server that decodes <c>%2F</c> before it routes would leave the path of the operation.
/// </summary>
internal static class DotSegments
{
    public static bool HasDotSegment(string value)
    {
        if (value.AsSpan().IndexOfAny('.', '%') < 0)
            return false;
        while (true)
        {
            if (HasPlainDotSegment(value))
                return true;
            string decoded = Uri.UnescapeDataString(value);
            if (decoded.Length == value.Length)
                return false;
            value = decoded;
        }
    }

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
