using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace CfGen.Infrastructure;

/// <summary>The patterns of the document, each compiled once; a match that takes longer than a second is given up.</summary>
internal static class Patterns
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(1);
    private static readonly ConcurrentDictionary<string, Regex> s_cache = new(StringComparer.Ordinal);

    /// <summary>Whether the value matches; null where the match was given up.</summary>
    public static bool? Matches(string value, string pattern)
    {
        Regex regex = s_cache.GetOrAdd(pattern, static p => new Regex(p, RegexOptions.CultureInvariant, s_timeout));
        try
        {
            return regex.IsMatch(value);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }
}
