using System.Collections.Concurrent;
using System.ComponentModel;
using System.Text.RegularExpressions;

namespace CfGen.Infrastructure;

/// <summary>
/// A pattern of the document. Only the conversion from a string knows regular expressions: a program none of whose
/// parameters has a pattern does not carry them.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Pattern
{
    private protected Pattern(string text) => Text = text;

    /// <summary>As the document writes it.</summary>
    internal string Text { get; }

    /// <summary>The pattern with this text; there is one instance a text.</summary>
    public static implicit operator Pattern(string text) => FromString(text);

    /// <summary>The pattern with this text; there is one instance a text.</summary>
    public static Pattern FromString(string text) => RegexPattern.Of(text);

    /// <summary>Whether the value matches; null where the match was given up.</summary>
    internal abstract bool? Matches(string value);

    /// <summary>Compiled at the first match; a match that takes longer than a second is given up.</summary>
    private sealed class RegexPattern(string text) : Pattern(text)
    {
        private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(1);
        private static readonly ConcurrentDictionary<string, RegexPattern> s_cache = new(StringComparer.Ordinal);

        private Regex? _regex;

        public static RegexPattern Of(string text) => s_cache.GetOrAdd(text, static t => new RegexPattern(t));

        internal override bool? Matches(string value)
        {
            Regex regex = _regex ??= new Regex(Text, RegexOptions.CultureInvariant, s_timeout);
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
}
