using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json.Serialization;
using CfGen.Serialization;

namespace CfGen;

/// <summary>
/// A time of day with its offset from UTC, such as <c>16:39:57-08:00</c> (RFC 3339). The offset is missing where the text has none. A
/// <see cref="TimeOnly"/> converts to it.
/// </summary>
[JsonConverter(typeof(OffsetTimeConverter))]
public readonly record struct OffsetTime
{
    /// <summary>Creates a time of day.</summary>
    /// <param name="time">The local time.</param>
    /// <param name="offset">The offset from UTC in whole minutes, less than 24 hours; null for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The offset has seconds, or is 24 hours or more.</exception>
    public OffsetTime(TimeOnly time, TimeSpan? offset = null)
    {
        if (offset is { } value && (value.Ticks % TimeSpan.TicksPerMinute != 0 || value.Duration() >= TimeSpan.FromDays(1)))
            throw new ArgumentOutOfRangeException(nameof(offset), offset, "An offset has whole minutes and is less than 24 hours.");
        Time = time;
        Offset = offset;
    }

    /// <summary>The local time.</summary>
    public TimeOnly Time { get; }

    /// <summary>The offset from UTC; null where the text has none.</summary>
    public TimeSpan? Offset { get; }

    /// <summary>Converts a time without an offset.</summary>
    public static implicit operator OffsetTime(TimeOnly time) => FromTimeOnly(time);

    /// <summary>Converts a time without an offset.</summary>
    public static OffsetTime FromTimeOnly(TimeOnly time) => new(time);

    /// <summary>Parses an RFC 3339 time, with or without an offset.</summary>
    /// <exception cref="FormatException">The text is not an RFC 3339 time.</exception>
    public static OffsetTime Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out OffsetTime value)
            ? value
            : throw new FormatException("The text is not an RFC 3339 time such as 16:39:57-08:00.");
    }

    /// <summary>Parses an RFC 3339 time, with or without an offset.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out OffsetTime value)
    {
        value = default;
        return text is not null && Rfc3339.TryParseTime(Encoding.UTF8.GetBytes(text), out value);
    }

    /// <summary>Returns the RFC 3339 text.</summary>
    public override string ToString() => Rfc3339.Format(this);
}
