using System.Globalization;

namespace CfGen.Generator.Parsing;

/// <summary>
/// JSON pointers in URI fragment form, such as <c>#/paths/~1a~1{b}/get</c>. Findings use them to name a value of a document.
/// </summary>
internal static class JsonPointer
{
    /// <summary>The pointer of the whole document.</summary>
    public const string Root = "#";

    /// <summary>
    /// Escapes a token: <c>~</c> as <c>~0</c> and <c>/</c> as <c>~1</c>. It is not percent-encoded, because people read these pointers.
    /// </summary>
    public static string Escape(string token) =>
        token.IndexOf('~') < 0 && token.IndexOf('/') < 0 ? token : token.Replace("~", "~0").Replace("/", "~1");

    /// <summary>Returns the name of a token. A <c>~</c> that escapes nothing is kept.</summary>
    public static string Unescape(string token) => token.IndexOf('~') < 0 ? token : token.Replace("~1", "/").Replace("~0", "~");

    /// <summary>Returns the pointer of a member of an object.</summary>
    public static string Append(string pointer, string name) => pointer + "/" + Escape(name);

    /// <summary>Returns the pointer of an element of an array.</summary>
    public static string Append(string pointer, int index) => pointer + "/" + index.ToString(CultureInfo.InvariantCulture);

    /// <summary>Returns the unescaped names of a pointer. <c>#</c>, <c>#/</c> and the empty string have none.</summary>
    public static string[] Split(string pointer)
    {
        int start = pointer.StartsWith("#", StringComparison.Ordinal) ? 1 : 0;
        if (start < pointer.Length && pointer[start] == '/')
            start++;
        if (start >= pointer.Length)
            return [];
        string[] tokens = pointer.Substring(start).Split('/');
        for (int i = 0; i < tokens.Length; i++)
            tokens[i] = Unescape(tokens[i]);
        return tokens;
    }

    /// <summary>
    /// Returns the names of the fragment of a <c>$ref</c>. A fragment is part of a URI, so it can be percent-encoded
    /// (<c>#/paths/~1a~1%7Bid%7D</c>). A <c>%</c> that encodes nothing is kept.
    /// </summary>
    public static string[] SplitReference(string fragment) =>
        Split(fragment.IndexOf('%') < 0 ? fragment : Uri.UnescapeDataString(fragment));
}
