using System.Text.RegularExpressions;

namespace CfGen.Validation;

/// <summary>
/// A regular expression whose matching takes time in proportion to the value, if .NET can do that for it, and else is stopped after a time.
/// </summary>
internal sealed class PatternExpression
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    // An automaton holds a copy of what is repeated, and its states grow with the product: two of {0,500} took two seconds and 31 MB.
    private const int MaxRepetitions = 300;

    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_quickTimeout = TimeSpan.FromMilliseconds(20);

    private readonly string _expression;
    private readonly Regex _regex;
    private readonly bool _matchesHalves;
    private Regex? _quickRegex;

    private PatternExpression(string expression)
    {
        _expression = expression;
        _matchesHalves = HasHalves(expression);
        Regex? linear = TryCreateLinear(expression);
        IsLinear = linear is not null;
        _regex = linear ?? new Regex(expression, Options, s_timeout);
    }

    /// <summary>True if no value makes matching slower than in proportion to its length.</summary>
    public bool IsLinear { get; }

    /// <summary>Compiles an expression; null if it is none, which is no rule. The generator leaves such patterns out.</summary>
    public static PatternExpression? TryCreate(string expression)
    {
        try
        {
            return new PatternExpression(expression);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Matches a value.</summary>
    /// <exception cref="RegexMatchTimeoutException">Matching takes too long.</exception>
    public bool IsMatch(string value, bool isQuick)
    {
        // A character of two halves is one character in a document.
        string text = _matchesHalves ? value : SurrogatePairs.Replace(value);
        Regex regex = isQuick && !IsLinear ? _quickRegex ??= new Regex(_expression, Options, s_quickTimeout) : _regex;
        return regex.IsMatch(text);
    }

    private static Regex? TryCreateLinear(string expression)
    {
        // An automaton cannot look around or back. The text is looked at first, because a debugger stops at exceptions.
        if (HasAny(expression, "(?=", "(?!", "(?<=", "(?<!", "(?>", "(?(") || CountRepetitions(expression) > MaxRepetitions)
            return null;
        try
        {
            return new Regex(expression, Options | RegexOptions.NonBacktracking, s_timeout);
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    private static bool HasAny(string expression, params ReadOnlySpan<string> parts)
    {
        foreach (string part in parts)
        {
            if (expression.Contains(part, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Counts the copies that counted repetitions make: <c>{3,64}</c> makes 64. .NET itself refuses those in others.</summary>
    private static long CountRepetitions(string expression)
    {
        long count = 0;
        for (int at = expression.IndexOf('{', StringComparison.Ordinal); at >= 0; at = expression.IndexOf('{', at + 1))
            count += ReadGreatestNumber(expression.AsSpan(at + 1));
        return count;
    }

    private static long ReadGreatestNumber(ReadOnlySpan<char> text)
    {
        long greatest = 0;
        long number = 0;
        foreach (char c in text)
        {
            if (char.IsAsciiDigit(c))
                number = Math.Min(number * 10 + (c - '0'), int.MaxValue);
            else if (c is ',' or '}')
                (greatest, number) = (Math.Max(greatest, number), 0);
            else
                return 0;
            if (c == '}')
                break;
        }

        return greatest;
    }

    private static bool HasHalves(string expression)
    {
        for (
            int at = expression.IndexOf(@"\uD", StringComparison.Ordinal);
            at >= 0;
            at = expression.IndexOf(@"\uD", at + 1, StringComparison.Ordinal)
        )
        {
            if (at + 3 < expression.Length && expression[at + 3] is (>= '8' and <= '9') or (>= 'A' and <= 'F'))
                return true;
        }

        return false;
    }
}
