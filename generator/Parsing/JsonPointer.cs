using System.Globalization;

namespace CfGen.Generator.Parsing;

/// <summary>JSON pointers in URI fragment form (<c>#/paths/~1a~1{b}/get</c>), the way findings name a place in a document.</summary>
internal static class JsonPointer
{
    /// <summary>The pointer of the whole document.</summary>
    public const string Root = "#";

    /// <summary>One token as it stands in a pointer: <c>~</c> is <c>~0</c>, <c>/</c> is <c>~1</c>. No percent-encoding: pointers here are read by people.</summary>
    public static string Escape(string token) =>
        token.IndexOf('~') < 0 && token.IndexOf('/') < 0 ? token : token.Replace("~", "~0").Replace("/", "~1");

    /// <summary>The name that a token of a pointer stands for. A stray <c>~</c> stays what it is.</summary>
    public static string Unescape(string token) => token.IndexOf('~') < 0 ? token : token.Replace("~1", "/").Replace("~0", "~");

    /// <summary>The pointer of the member <paramref name="name"/> of what <paramref name="pointer"/> points to.</summary>
    public static string Append(string pointer, string name) => pointer + "/" + Escape(name);

    /// <summary>The pointer of an element of the array that <paramref name="pointer"/> points to.</summary>
    public static string Append(string pointer, int index) => pointer + "/" + index.ToString(CultureInfo.InvariantCulture);

    /// <summary>The names along a pointer, unescaped. <c>#</c>, <c>#/</c> and the empty string have none.</summary>
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
    /// The names along the fragment of a <c>$ref</c>. A fragment is part of a URI, so it may be percent-encoded
    /// (<c>#/paths/~1a~1%7Bid%7D</c>); a <c>%</c> that encodes nothing is taken as it stands.
    /// </summary>
    public static string[] SplitReference(string fragment) =>
        Split(fragment.IndexOf('%') < 0 ? fragment : Uri.UnescapeDataString(fragment));
}
