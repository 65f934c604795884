using System.Globalization;

namespace CfGen.Serialization;

/// <summary>
/// Parses and formats RFC 3339 dates and times. Seven digits of a second are kept, and more are cut off. The offset is kept, and a
/// time without one is UTC. Text has <c>Z</c> for UTC and no trailing zeros, so that most texts of servers are written back unchanged.
/// </summary>
internal static class Rfc3339
{
    /// <summary>The longest text: <c>2019-12-27T18:11:19.1234567+01:00</c>.</summary>
    public const int MaxLength = 33;

    private const int DateLength = 10;

    public static bool TryParseDateTime(ReadOnlySpan<byte> s, out DateTimeOffset value)
    {
        value = default;
        if (s.Length < DateLength + 6 || !TryReadDate(s, out DateOnly date) || s[DateLength] is not ((byte)'T' or (byte)'t' or (byte)' '))
            return false;
        s = s[(DateLength + 1)..];
        if (!TryReadTimeOfDay(ref s, out long ticks) || !TryReadOffset(s, out int minutes))
            return false;
        long local = (date.DayNumber * TimeSpan.TicksPerDay) + ticks;
        long utc = local - (minutes * TimeSpan.TicksPerMinute);
        if (local > DateTime.MaxValue.Ticks || utc < 0 || utc > DateTime.MaxValue.Ticks)
            return false;
        value = new DateTimeOffset(local, TimeSpan.FromMinutes(minutes));
        return true;
    }

    public static bool TryParseDate(ReadOnlySpan<byte> s, out DateOnly value)
    {
        value = default;
        return s.Length == DateLength && TryReadDate(s, out value);
    }

    public static bool TryParseTime(ReadOnlySpan<byte> s, out OffsetTime value)
    {
        value = default;
        if (!TryReadTimeOfDay(ref s, out long ticks) || !TryReadOffset(s, out int minutes) || ticks >= TimeSpan.TicksPerDay)
            return false;
        value = new OffsetTime(new TimeOnly(ticks), s.Length == 0 ? null : TimeSpan.FromMinutes(minutes));
        return true;
    }

    public static int Format(DateTimeOffset value, Span<byte> text)
    {
        // The format "O" of .NET, but without trailing zeros and with Z for UTC.
        value.TryFormat(text, out int written, "yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture);
        while (text[written - 1] == (byte)'0')
            written--;
        if (text[written - 1] == (byte)'.')
            written--;
        if (value.Offset == TimeSpan.Zero)
        {
            text[written] = (byte)'Z';
            return written + 1;
        }

        value.TryFormat(text[written..], out int offset, "zzz", CultureInfo.InvariantCulture);
        return written + offset;
    }

    public static string Format(DateTimeOffset value)
    {
        Span<byte> text = stackalloc byte[MaxLength];
        return System.Text.Encoding.ASCII.GetString(text[..Format(value, text)]);
    }

    public static string Format(OffsetTime value) =>
        Format(value.Time)
        + value.Offset switch
        {
            null => "",
            { Ticks: 0 } => "Z",
            { } offset => (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString(@"hh\:mm", CultureInfo.InvariantCulture),
        };

    public static string Format(TimeOnly value) => value.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);

    private static bool TryReadDate(ReadOnlySpan<byte> s, out DateOnly value)
    {
        value = default;
        if (
            !TryReadTwoDigits(s, 0, out int century)
            || !TryReadTwoDigits(s, 2, out int year)
            || s[4] != (byte)'-'
            || !TryReadTwoDigits(s, 5, out int month)
            || s[7] != (byte)'-'
            || !TryReadTwoDigits(s, 8, out int day)
        )
            return false;
        year += century * 100;
        if (year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month))
            return false;
        value = new DateOnly(year, month, day);
        return true;
    }

    /// <summary>Reads hh:mm[:ss[.f]] from the start of the text. A leap second becomes the first second of the next minute.</summary>
    private static bool TryReadTimeOfDay(ref ReadOnlySpan<byte> s, out long ticks)
    {
        ticks = 0;
        if (
            s.Length < 5
            || !TryReadTwoDigits(s, 0, out int hour)
            || s[2] != (byte)':'
            || !TryReadTwoDigits(s, 3, out int minute)
            || hour > 23
            || minute > 59
        )
            return false;
        ticks = ((hour * 60L) + minute) * TimeSpan.TicksPerMinute;
        s = s[5..];
        if (s.Length == 0 || s[0] != (byte)':')
            return true;
        if (s.Length < 3 || !TryReadTwoDigits(s, 1, out int second) || second > 60)
            return false;
        ticks += second * TimeSpan.TicksPerSecond;
        s = s[3..];
        return s.Length == 0 || s[0] is not ((byte)'.' or (byte)',') || TryReadFraction(ref s, ref ticks);
    }

    private static bool TryReadFraction(ref ReadOnlySpan<byte> s, ref long ticks)
    {
        int i = 1;
        long scale = TimeSpan.TicksPerSecond;
        for (; i < s.Length && s[i] is >= (byte)'0' and <= (byte)'9'; i++)
        {
            scale /= 10;
            ticks += (s[i] - '0') * scale;
        }

        s = s[i..];
        return i > 1;
    }

    private static bool TryReadOffset(ReadOnlySpan<byte> s, out int minutes)
    {
        minutes = 0;
        if (s.Length == 0 || (s.Length == 1 && s[0] is (byte)'Z' or (byte)'z'))
            return s.Length <= 1;
        if (s[0] is not ((byte)'+' or (byte)'-'))
            return false;
        int at =
            s.Length == 6 && s[3] == (byte)':' ? 4
            : s.Length == 5 ? 3
            : 0;
        if (
            at == 0
            || !TryReadTwoDigits(s, 1, out int hour)
            || !TryReadTwoDigits(s, at, out int minute)
            || minute > 59
            || (hour * 60) + minute > 14 * 60
        )
            return false;
        minutes = (s[0] == (byte)'-' ? -1 : 1) * ((hour * 60) + minute);
        return true;
    }

    private static bool TryReadTwoDigits(ReadOnlySpan<byte> s, int at, out int value)
    {
        uint tens = (uint)s[at] - '0';
        uint ones = (uint)s[at + 1] - '0';
        value = (int)((tens * 10) + ones);
        return tens <= 9 && ones <= 9;
    }
}
