namespace CfGen.Generator.Documents;

/// <summary>
/// The characters that HTTP allows in what a document has for the request line and the headers (RFC 9110, 5.6.2 and 5.5).
/// </summary>
internal static class HttpText
{
    /// <summary>
    /// True for a text with a control character, CR, LF and NUL above all, which no request line and no header can carry.
    /// </summary>
    public static bool HasControlCharacter(string text) => text.Any(char.IsControl);

    /// <summary>True for a token: the syntax of a method, of the name of a header, and of both parts of a media type.</summary>
    public static bool IsToken(string text) =>
        text.Length > 0 && text.All(c => c < '\u0080' && (char.IsLetterOrDigit(c) || "!#$%&'*+-.^_`|~".IndexOf(c) >= 0));

    /// <summary>
    /// True for a name that a cookie can have. Servers use more than tokens, such as <c>session[id]</c>: only characters that mean
    /// something else in the header are refused.
    /// </summary>
    public static bool IsCookieName(string text) => text.Length > 0 && text.All(c => c is > ' ' and < '\u007f' && "=;,\"\\".IndexOf(c) < 0);
}
