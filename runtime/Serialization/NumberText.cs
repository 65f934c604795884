using System.Globalization;
using System.Numerics;

namespace CfGen.Serialization;

/// <summary>Parses and formats numbers in the JSON grammar, whether they stand alone or in a string.</summary>
internal static class NumberText
{
    /// <summary>The longest text, of a 128-bit integer or a decimal.</summary>
    public const int MaxLength = 48;

    private const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Parses a number. NaN and Infinity are numbers of the floating-point types, as .NET writes them.</summary>
    public static bool TryParse<T>(ReadOnlySpan<byte> text, out T value)
        where T : struct, INumberBase<T> =>
        T.TryParse(text, Styles, CultureInfo.InvariantCulture, out value)
        // A number that is too large is read as infinity.
        && (T.IsFinite(value) || !char.IsAsciiDigit((char)text[^1]));

    /// <summary>Formats a number so that it is read back as the same.</summary>
    public static int Format<T>(T value, Span<byte> text)
        where T : struct, INumberBase<T>
    {
        value.TryFormat(text, out int written, default, CultureInfo.InvariantCulture);
        return written;
    }
}
