using System.Globalization;
using System.Text;

namespace CfGen.Generator.Diagnostics;

/// <summary>Text of a document in a message.</summary>
internal static class VisibleText
{
    /// <summary>
    /// Writes control characters and line separators as escapes of JSON, so that no text looks like another line of the build's log.
    /// </summary>
    public static string Escape(string text)
    {
        int first = 0;
        while (first < text.Length && !IsHidden(text[first]))
            first++;
        if (first == text.Length)
            return text;
        StringBuilder result = new(text, 0, first, text.Length + 16);
        foreach (char c in text.Substring(first))
        {
            if (IsHidden(c))
                result.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else
                result.Append(c);
        }

        return result.ToString();
    }

    private static bool IsHidden(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';
}
