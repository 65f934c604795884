namespace CfGen.Serialization;

/// <summary>Reads JSON numbers such as 1.0 and 5e3, whose value is a whole number. No digit is rounded away.</summary>
internal static class WholeNumber
{
    // Longer than any text of digits that moves the point.
    private const long MaxExponent = 1L << 40;

    /// <summary>Returns true and the value if it is a whole number of 64 bits.</summary>
    /// <param name="number">A number of valid JSON.</param>
    /// <param name="value">The value.</param>
    public static bool TryParse(ReadOnlySpan<byte> number, out long value)
    {
        value = 0;
        bool isNegative = number[0] == (byte)'-';
        ReadOnlySpan<byte> mantissa = isNegative ? number[1..] : number;
        int e = mantissa.IndexOfAny((byte)'e', (byte)'E');
        long exponent = e < 0 ? 0 : ReadExponent(mantissa[(e + 1)..]);
        mantissa = e < 0 ? mantissa : mantissa[..e];
        int point = mantissa.IndexOf((byte)'.');
        ReadOnlySpan<byte> whole = point < 0 ? mantissa : mantissa[..point];
        ReadOnlySpan<byte> fraction = point < 0 ? default : mantissa[(point + 1)..].TrimEnd((byte)'0');
        int count = fraction.IsEmpty ? whole.TrimEnd((byte)'0').Length : whole.Length + fraction.Length;
        if (count == 0)
            return true;
        long position = whole.Length + exponent;
        ulong limit = isNegative ? 1UL << 63 : long.MaxValue;
        UInt128 magnitude = 0;
        for (long i = 0; i < position && magnitude <= limit; i++)
            magnitude = (magnitude * 10) + GetDigit(whole, fraction, i);
        if (position < count || magnitude > limit)
            return false;
        value = (long)(isNegative ? 0 - (ulong)magnitude : (ulong)magnitude);
        return true;
    }

    private static uint GetDigit(ReadOnlySpan<byte> whole, ReadOnlySpan<byte> fraction, long index)
    {
        if (index < whole.Length)
            return (uint)(whole[(int)index] - '0');
        index -= whole.Length;
        return index < fraction.Length ? (uint)(fraction[(int)index] - '0') : 0;
    }

    private static long ReadExponent(ReadOnlySpan<byte> text)
    {
        long exponent = 0;
        foreach (byte c in text.TrimStart("+-"u8))
            exponent = Math.Min((exponent * 10) + (c - '0'), MaxExponent);
        return text[0] == (byte)'-' ? -exponent : exponent;
    }
}
