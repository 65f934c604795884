using System.Globalization;

namespace CfGen.Generator.Usage;

/// <summary>Finds the words of a text that are names of a table: runs of the characters that an identifier of C# can have.</summary>
internal static class WordScanner
{
    /// <summary>Receives a name of the table.</summary>
    /// <param name="index">The index of the name.</param>
    /// <param name="position">The place of its first character in the text.</param>
    public delegate void WordHandler(int index, int position);

    /// <summary>Finds all names, in the order of the text.</summary>
    /// <returns>
    /// True if the text may write a name in another way as well: with an escape such as <c>\u0041</c>, or with a character that is no part of
    /// the name.
    /// </returns>
    public static bool Scan(ReadOnlySpan<char> text, NameTable table, WordHandler found)
    {
        bool hasOtherForms = false;
        int start = -1;
        uint hash = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (IsPart(c))
            {
                if (start < 0)
                {
                    start = i;
                    hash = NameTable.StartHash();
                }

                hash = NameTable.AddToHash(hash, c);
                continue;
            }

            if (start >= 0)
            {
                Look(text, start, i);
                start = -1;
            }

            hasOtherForms |= c == '\\' ? IsEscape(text, i) : c > 127 && char.GetUnicodeCategory(c) == UnicodeCategory.Format;
        }

        if (start >= 0)
            Look(text, start, text.Length);
        return hasOtherForms;

        void Look(ReadOnlySpan<char> all, int from, int end)
        {
            int index = table.Find(all.Slice(from, end - from), hash);
            if (index >= 0)
                found(index, from);
        }
    }

    /// <summary>Replaces escapes by their characters, and removes the characters that are no part of a name.</summary>
    public static string Unescape(ReadOnlySpan<char> text)
    {
        char[] result = new char[text.Length];
        int length = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '\\' && IsEscape(text, i))
            {
                int digits = text[i + 1] == 'u' ? 4 : 8;
                int end = i + 2 + digits;
                string hex = end <= text.Length ? text.Slice(i + 2, digits).ToString() : "";
                // Characters beyond 16 bits are in no identifier.
                if (
                    uint.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint code)
                    && code <= char.MaxValue
                )
                {
                    c = (char)code;
                    i = end - 1;
                }
            }

            if (c <= 127 || char.GetUnicodeCategory(c) != UnicodeCategory.Format)
                result[length++] = c;
        }

        return new string(result, 0, length);
    }

    private static bool IsEscape(ReadOnlySpan<char> text, int i) => i + 1 < text.Length && text[i + 1] is 'u' or 'U';

    private static bool IsPart(char c) =>
        c <= 127
            ? c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_'
            : char.GetUnicodeCategory(c)
                is UnicodeCategory.UppercaseLetter
                    or UnicodeCategory.LowercaseLetter
                    or UnicodeCategory.TitlecaseLetter
                    or UnicodeCategory.ModifierLetter
                    or UnicodeCategory.OtherLetter
                    or UnicodeCategory.LetterNumber
                    or UnicodeCategory.NonSpacingMark
                    or UnicodeCategory.SpacingCombiningMark
                    or UnicodeCategory.DecimalDigitNumber
                    or UnicodeCategory.ConnectorPunctuation;
}
