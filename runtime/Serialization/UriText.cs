using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace CfGen.Serialization;

/// <summary>Parses URIs, absolute or relative, that contain only characters which RFC 3986 allows.</summary>
internal static class UriText
{
    // System.Uri accepts nearly any text as a relative reference. RFC 3986 does not allow these characters.
    private static readonly SearchValues<char> s_illegalCharacters = SearchValues.Create(" \t\r\n\"<>\\^`{|}");

    public static bool TryParse(string text, [NotNullWhen(true)] out Uri? uri)
    {
        uri = null;
        return !text.AsSpan().ContainsAny(s_illegalCharacters) && Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out uri);
    }
}
