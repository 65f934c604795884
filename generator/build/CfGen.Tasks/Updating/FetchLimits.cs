using System.Globalization;

namespace CfGen.Tasks.Updating;

/// <summary>The limits of an update, over all files that it fetches.</summary>
/// <param name="Bytes">The bytes without compression.</param>
/// <param name="Time">The time until the last byte.</param>
internal sealed record FetchLimits(long Bytes, TimeSpan Time)
{
    private const long DefaultBytes = 64 * 1024 * 1024;
    private const int DefaultSeconds = 100;

    /// <summary>Reads the properties <c>CfGenUpdateMaxSize</c> in bytes and <c>CfGenUpdateTimeout</c> in seconds.</summary>
    /// <exception cref="UpdateException">A property is not a number.</exception>
    public static FetchLimits Parse(string bytes, string seconds) =>
        new(
            ParseNumber("CfGenUpdateMaxSize", bytes, "bytes", DefaultBytes, int.MaxValue / 2),
            TimeSpan.FromSeconds(ParseNumber("CfGenUpdateTimeout", seconds, "seconds", DefaultSeconds, 24 * 60 * 60))
        );

    private static long ParseNumber(string property, string value, string unit, long standard, long maximum)
    {
        if (value.Trim().Length == 0)
            return standard;
        if (!long.TryParse(value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out long number) || number < 1)
            throw new UpdateException(UpdateFindings.InvalidLimit(property, value, unit));
        return Math.Min(number, maximum);
    }
}
