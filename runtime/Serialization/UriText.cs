using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace CfGen.Serialization;

/// <summary>URIs as documents mean them: absolute, or a reference of legal characters.</summary>
internal static class UriText
{
    // System.Uri takes nearly any text as a relative reference; RFC 3986 leaves these characters out.
    private static readonly SearchValues<char> s_illegalCharacters = SearchValues.Create(" \t\r\n\"<>\\^`{|}");

    public static bool TryParse(string text, [NotNullWhen(true)] out Uri? uri)
    {
        uri = null;
        return !text.AsSpan().ContainsAny(s_illegalCharacters) && Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out uri);
    }
}
