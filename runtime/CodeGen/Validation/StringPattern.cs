using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace CfGen.CodeGen;

/// <summary>
/// A pattern of the document. Emitted code passes a string literal. Only the conversion from it uses regular expressions, so that the
/// linker can remove their code from a program whose operations have no pattern.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class StringPattern
{
    private static readonly ConcurrentDictionary<string, StringPattern> s_cache = new(StringComparer.Ordinal);

    private protected StringPattern(string text) => Pattern = text;

    internal string Pattern { get; }

    /// <summary>Returns the pattern, which is compiled once for all calls.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = "Only emitted code converts.")]
    public static implicit operator StringPattern(string pattern) => s_cache.GetOrAdd(pattern, static p => new RegexPattern(p));

    /// <summary>Returns true if the value matches, and null if matching took longer than one second.</summary>
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
