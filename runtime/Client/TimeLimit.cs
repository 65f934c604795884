using System.Runtime.CompilerServices;

namespace CfGen;

/// <summary>Checks times where they are set: a timer refuses them only in the middle of a call.</summary>
internal static class TimeLimit
{
    /// <summary>The longest time of a timer: 49 days and 17 hours.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    /// <exception cref="ArgumentOutOfRangeException">The timeout is not positive, or longer than a timer can be.</exception>
    public static TimeSpan CheckTimeout(TimeSpan value, [CallerMemberName] string property = "") =>
        value == Timeout.InfiniteTimeSpan || (value > TimeSpan.Zero && value <= Longest)
            ? value
            : throw new ArgumentOutOfRangeException(
                property,
                value,
                $"{property} must be longer than zero and at most 49 days, or Timeout.InfiniteTimeSpan for none."
            );

    /// <exception cref="ArgumentOutOfRangeException">The delay is negative, or longer than a timer can be.</exception>
    public static TimeSpan CheckDelay(TimeSpan value, [CallerMemberName] string property = "") =>
        value >= TimeSpan.Zero && value <= Longest
            ? value
            : throw new ArgumentOutOfRangeException(property, value, $"{property} must be between zero and 49 days.");
}
