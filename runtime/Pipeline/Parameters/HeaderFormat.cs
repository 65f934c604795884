namespace CfGen.Pipeline.Parameters;

/// <summary>Checks and escapes header text, so that none can start another header.</summary>
internal static class HeaderFormat
{
    public static bool IsValidValue(string value)
    {
        foreach (char c in value)
        {
            if (c != '\t' && (char.IsControl(c) || c > 0xFF))
                return false;
        }

        return true;
    }

    public static bool IsValidName(string name)
    {
        foreach (char c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && !"!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal))
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
