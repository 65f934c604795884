using System.Text.RegularExpressions;

namespace CfGen.Generator.Schemas.Patterns;

/// <summary>Translates the patterns of a document, each text once, and decides whether .NET takes them.</summary>
internal sealed class PatternCompiler
{
    // The largest expression of a document that anyone wrote has a few hundred characters. Parsing takes time for each of them.
    private const int MaxLength = 10_000;

    private readonly Dictionary<string, CompiledPattern> _compiled = new(StringComparer.Ordinal);

    public CompiledPattern Compile(string pattern)
    {
        if (!_compiled.TryGetValue(pattern, out CompiledPattern? compiled))
            _compiled.Add(pattern, compiled = Translate(pattern));
        return compiled;
    }

    private static CompiledPattern Translate(string pattern)
    {
        if (pattern.Length > MaxLength)
            return CompiledPattern.Fail("it is too long");
        try
        {
            string expression = PatternTranslator.Translate(pattern);
            // Only parsed, and never matched, with the options of the runtime.
            _ = new Regex(expression, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
            return new CompiledPattern(expression, null);
        }
        catch (UnsupportedPatternException exception)
        {
            return CompiledPattern.Fail(exception.Message);
        }
        catch (ArgumentException)
        {
            // The words of this exception are of the culture and of the version of .NET.
            return CompiledPattern.Fail("it is not a valid regular expression");
        }
    }
}

/// <summary>A pattern that was translated, or not.</summary>
/// <param name="Expression">The expression in the syntax of .NET; null where there is none.</param>
/// <param name="Error">The problem, as a clause such as <c>a group is not closed</c>; null where there is none.</param>
internal sealed record CompiledPattern(string? Expression, string? Error)
{
    public static CompiledPattern Fail(string error) => new(null, error);
}
