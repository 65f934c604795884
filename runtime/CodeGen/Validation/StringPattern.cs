using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using CfGen.Validation;

namespace CfGen.CodeGen;

/// <summary>
/// A pattern of the document. Emitted code passes literals. Only their conversion uses regular expressions, so that the linker can remove
/// their code from a program whose operations have no pattern.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class StringPattern
{
    private static readonly ConcurrentDictionary<(string Pattern, string Expression), StringPattern> s_cache = new();

    private protected StringPattern(string text) => Pattern = text;

    /// <summary>The pattern as the document writes it.</summary>
    internal string Pattern { get; }

    /// <summary>Returns a pattern that means the same in .NET. It is compiled once for all calls.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = "Only emitted code converts.")]
    public static implicit operator StringPattern(string pattern) => Create(pattern, pattern);

    /// <summary>Returns a pattern, which is compiled once for all calls.</summary>
    /// <param name="pattern">The pattern as the document writes it.</param>
    /// <param name="expression">The pattern in the syntax of .NET.</param>
    public static StringPattern Create(string pattern, string expression) =>
        s_cache.GetOrAdd((pattern, expression), static key => new RegexPattern(key.Pattern, key.Expression));

    /// <summary>True if the time of matching is in proportion to the value.</summary>
    internal abstract bool IsLinear { get; }

    /// <summary>Returns true if the value matches, and null if matching took too long.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isQuick">True if the thread is the caller's: matching gives up early, and is tried again on another thread.</param>
    internal abstract bool? Matches(string value, bool isQuick);

    private sealed class RegexPattern(string pattern, string expression) : StringPattern(pattern)
    {
        // Compiled at the first value: most optional parameters have none.
        private readonly Lazy<PatternExpression?> _expression = new(() => PatternExpression.TryCreate(expression));

        internal override bool IsLinear => _expression.Value is not { IsLinear: false };

        internal override bool? Matches(string value, bool isQuick)
        {
            try
            {
                return _expression.Value?.IsMatch(value, isQuick) ?? true;
            }
            catch (RegexMatchTimeoutException)
            {
                return null;
            }
        }
    }
}
