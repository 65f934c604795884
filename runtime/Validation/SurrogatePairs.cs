using System.Buffers;
using System.Globalization;
using System.Text;

namespace CfGen.Validation;

/// <summary>
/// Replaces characters beyond U+FFFF, which .NET's expressions see as two, by one character of the same category: <c>^.{1,3}$</c> and
/// <c>\p{L}</c> hold for them, too.
/// </summary>
internal static class SurrogatePairs
{
    // The block of CJK ideographs beyond U+FFFF, which are of the script Han.
    private const int FirstIdeograph = 0x20000;
    private const int LastIdeograph = 0x3FFFD;

    private static readonly SearchValues<char> s_highSurrogates = SearchValues.Create(
        string.Create(
            0x400,
            0,
            static (span, _) =>
            {
                for (int i = 0; i < span.Length; i++)
                    span[i] = (char)(0xD800 + i);
            }
        )
    );

    /// <summary>Returns the value, or a copy of it if it has such characters.</summary>
    public static string Replace(string value)
    {
        int first = value.AsSpan().IndexOfAny(s_highSurrogates);
        if (first < 0)
            return value;
        var text = new StringBuilder(value.Length).Append(value, 0, first);
        for (int i = first; i < value.Length; )
        {
            if (Rune.DecodeFromUtf16(value.AsSpan(i), out Rune rune, out int used) == OperationStatus.Done)
                text.Append(rune.IsBmp ? (char)rune.Value : GetSubstitute(rune));
            else
                text.Append(value, i, used);
            i += used;
        }

        return text.ToString();
    }

    /// <summary>Gets a character of the category that no document names.</summary>
    private static char GetSubstitute(Rune rune) =>
        Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.UppercaseLetter => '\u2C6D',
            UnicodeCategory.LowercaseLetter => '\u2C65',
            UnicodeCategory.ModifierLetter => '\uA71A',
            UnicodeCategory.OtherLetter => rune.Value is >= FirstIdeograph and <= LastIdeograph ? '\u9FEF' : '\uA500',
            UnicodeCategory.NonSpacingMark => '\uA8C4',
            UnicodeCategory.SpacingCombiningMark => '\uA8B4',
            UnicodeCategory.DecimalDigitNumber => '\uA8D0',
            UnicodeCategory.LetterNumber => '\uA6E6',
            UnicodeCategory.OtherNumber => '\uA830',
            UnicodeCategory.OtherPunctuation => '\uA874',
            UnicodeCategory.DashPunctuation => '\u2E1A',
            UnicodeCategory.MathSymbol => '\u2A00',
            UnicodeCategory.CurrencySymbol => '\uA838',
            UnicodeCategory.ModifierSymbol => '\uA700',
            UnicodeCategory.OtherSymbol => '\uA828',
            UnicodeCategory.Format => '\u206A',
            UnicodeCategory.PrivateUse => '\uE000',
            _ => '\uFFFF',
        };
}
