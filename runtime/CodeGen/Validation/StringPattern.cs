using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace CfGen.CodeGen;

/// <summary>
/// A pattern of the document. Emitted code gives a string literal; only that conversion knows regular expressions,
/// so that a program whose operations have no pattern carries none of their code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class StringPattern
{
    private static readonly ConcurrentDictionary<string, StringPattern> s_cache = new(StringComparer.Ordinal);

    private protected StringPattern(string text) => Pattern = text;

    internal string Pattern { get; }

    /// <summary>The pattern, compiled once for all calls.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = "Emitted code converts; nobody else does.")]
    public static implicit operator StringPattern(string pattern) => s_cache.GetOrAdd(pattern, static p => new RegexPattern(p));

    /// <summary>Whether the value matches; null where the match took longer than a second and was given up.</summary>
    internal abstract bool? Matches(string value);

    private sealed class RegexPattern(string pattern) : StringPattern(pattern)
    {
        private readonly Regex _regex = new(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

        internal override bool? Matches(string value)
        {
            try
            {
                return _regex.IsMatch(value);
            }
            catch (RegexMatchTimeoutException)
            {
                return null;
            }
        }
    }
}
