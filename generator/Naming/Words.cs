using System.Globalization;
using System.Text;

namespace CfGen.Generator.Naming;

/// <summary>
/// Splits names of any style (snake_case, kebab-case, camelCase, HTTPCase, with symbols) into words, and joins words to C# names.
/// </summary>
internal static class Words
{
    private static readonly Dictionary<char, string> s_symbolNames = new()
    {
        ['<'] = "LessThan",
        ['>'] = "GreaterThan",
        ['+'] = "Plus",
        ['*'] = "Any",
        ['%'] = "Percent",
        ['&'] = "And",
        ['='] = "Equal",
        ['#'] = "Sharp",
        ['@'] = "At",
        ['$'] = "Dollar",
        ['!'] = "Not",
        ['^'] = "Caret",
        ['|'] = "Or",
    };

    /// <summary>
    /// The words of a name in their own case. Letters of all scripts are kept; characters that no identifier has separate words.
    /// </summary>
    public static List<string> Split(string name)
    {
        List<string> words = [];
        int start = 0;
        for (int i = 0; i < name.Length; i++)
        {
            char c = name[i];
            if (c is '-' or '+' && i == 0 && name.Length > 1 && char.IsDigit(name[1]))
            {
                words.Add(c == '-' ? "Minus" : "Plus");
                start = 1;
                continue;
            }

            if (!IsIdentifierPart(c))
            {
                AppendWord(words, name, start, i);
                start = i + 1;
                // A leading $ or @ marks a keyword ($ref, @type), and is no word.
                if (s_symbolNames.TryGetValue(c, out string? word) && !(c is '$' or '@' && i == 0))
                    words.Add(word);
                continue;
            }

            if (i > start && IsWordStart(name, i))
            {
                AppendWord(words, name, start, i);
                start = i;
            }
        }

        AppendWord(words, name, start, name.Length);
        return words;
    }

    public static string ToPascalCase(List<string> words)
    {
        StringBuilder result = new(64);
        foreach (string word in words)
        {
            // 1_2 and 12 are different names.
            if (result.Length > 0 && char.IsDigit(result[result.Length - 1]) && char.IsDigit(word[0]))
                result.Append('_');
            result.Append(char.ToUpperInvariant(word[0]));
            if (IsAcronym(word))
                result.Append(word.Substring(1).ToLowerInvariant());
            else
                result.Append(word, 1, word.Length - 1);
        }

        return result.ToString();
    }

    public static string ToPascalCase(string name) => ToPascalCase(Split(name));

    public static string ToCamelCase(string name)
    {
        List<string> words = Split(name);
        if (words.Count == 0)
            return "";
        string pascal = ToPascalCase(words);
        int first = Math.Min(words[0].Length, pascal.Length);
        return pascal.Substring(0, first).ToLowerInvariant() + pascal.Substring(first);
    }

    /// <summary>The style of environment variables.</summary>
    public static string ToUpperSnakeCase(string name) => string.Join("_", Split(name)).ToUpperInvariant();

    /// <summary>The first letters of the first words.</summary>
    public static string GetInitials(IReadOnlyList<string> words, int count)
    {
        char[] letters = new char[count];
        for (int i = 0; i < count; i++)
            letters[i] = words[i][0];
        return new string(letters);
    }

    /// <summary>
    /// The singular of an English word with a regular ending: <c>policy</c> for <c>policies</c>. Other words stay as they are.
    /// </summary>
    public static string ToSingular(string word)
    {
        if (
            word.Length < 4
            || !word.EndsWith("s", StringComparison.Ordinal)
            || EndsWith("ss")
            || EndsWith("us")
            || EndsWith("is")
            || EndsWith("ws")
        )
            return word;
        if (EndsWith("ies"))
            return word.Substring(0, word.Length - 3) + "y";
        if (EndsWith("sses") || EndsWith("xes") || EndsWith("ches") || EndsWith("shes"))
            return word.Substring(0, word.Length - 2);
        return word.Substring(0, word.Length - 1);

        bool EndsWith(string ending) => word.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The plural of an English word: <c>policies</c> for <c>policy</c>. A plural stays as it is.</summary>
    public static string ToPlural(string word)
    {
        if (word.Length == 0)
            return word;
        if (EndsWith("us") || EndsWith("ss"))
            return word + "es";
        if (EndsWith("s"))
            return word;
        if (EndsWith("y") && word.Length > 1 && "aeiou".IndexOf(word[word.Length - 2]) < 0)
            return word.Substring(0, word.Length - 1) + "ies";
        return word + (EndsWith("x") || EndsWith("ch") || EndsWith("sh") ? "es" : "s");

        bool EndsWith(string ending) => word.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsWordStart(string name, int i)
    {
        char c = name[i];
        char before = name[i - 1];
        if (char.IsUpper(c))
        {
            // The B of aB and of ABc. A plural acronym (URLs, IDs) is one word.
            return !char.IsUpper(before) && !char.IsDigit(before)
                || (
                    i + 1 < name.Length
                    && char.IsLower(name[i + 1])
                    && !(name[i + 1] == 's' && (i + 2 == name.Length || !char.IsLower(name[i + 2])))
                );
        }

        return false;
    }

    private static bool IsIdentifierPart(char c) =>
        c < 128
            ? c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9'
            : CharUnicodeInfo.GetUnicodeCategory(c)
                is UnicodeCategory.UppercaseLetter
                    or UnicodeCategory.LowercaseLetter
                    or UnicodeCategory.TitlecaseLetter
                    or UnicodeCategory.ModifierLetter
                    or UnicodeCategory.OtherLetter
                    or UnicodeCategory.DecimalDigitNumber;

    private static bool IsAcronym(string word)
    {
        bool upper = false;
        foreach (char c in word)
        {
            if (char.IsLower(c))
                return false;
            upper |= char.IsUpper(c);
        }

        return upper && word.Length > 1;
    }

    private static void AppendWord(List<string> words, string name, int start, int end)
    {
        if (end > start)
            words.Add(name.Substring(start, end - start));
    }
}
