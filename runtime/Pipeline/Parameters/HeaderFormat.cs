using System.Buffers;

namespace CfGen.Pipeline.Parameters;

/// <summary>Checks and escapes header text, so that none can start another header.</summary>
internal static class HeaderFormat
{
    private static readonly SearchValues<char> s_nameCharacters = SearchValues.Create(
        "!#$%&'*+-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ^_`abcdefghijklmnopqrstuvwxyz|~"
    );

    public static bool IsValidValue(string value)
    {
        foreach (char c in value)
        {
            if (c != '\t' && (char.IsControl(c) || c > 0xFF))
                return false;
        }

        return true;
    }

    public static bool IsValidName(string name) => name.Length > 0 && !name.AsSpan().ContainsAnyExcept(s_nameCharacters);

    /// <summary>
    /// Decides whether a cookie can have a name. Servers use more than the tokens of RFC 6265, such as <c>session[id]</c>.
    /// </summary>
    public static bool IsValidCookieName(string name)
    {
        foreach (char c in name)
        {
            if (c is <= ' ' or > '~' or '=' or ';' or ',' or '"' or '\\')
                return false;
        }

        return name.Length > 0;
    }

    /// <summary>Writes JSON in ASCII, which every server reads in a header: other characters become escapes.</summary>
    public static string EscapeJson(string json)
    {
        if (System.Text.Ascii.IsValid(json))
            return json;
        var text = new System.Text.StringBuilder();
        foreach (char c in json)
        {
            if (char.IsAscii(c))
                text.Append(c);
            else
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        }

        return text.ToString();
    }
}
