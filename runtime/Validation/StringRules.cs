using System.Globalization;
using System.Text;
using CfGen.CodeGen;

namespace CfGen.Validation;

/// <summary>The rules of a string.</summary>
internal readonly record struct StringRules(int MinLength, int MaxLength, StringPattern? Pattern, StringFormat Format)
{
    /// <summary>Checks a value. The length comes first: a long value that is too long is looked at no further.</summary>
    public StringViolations Check(string value, PatternChecks patterns)
    {
        // Documents count code points, not UTF-16 units.
        int length = value.Length > MaxLength || MinLength > 0 ? CountCharacters(value) : -1;
        if (length > MaxLength && value.Length > PatternChecks.MaxImmediateLength)
            return new StringViolations(length, false, PatternOutcome.Match) { IsUnchecked = true };
        return new StringViolations(
            length >= 0 && (length < MinLength || length > MaxLength) ? length : -1,
            Format != StringFormat.None && !StringFormats.Matches(value, Format),
            Pattern is null ? PatternOutcome.Match : patterns.Match(Pattern, value)
        );
    }

    /// <summary>Adds the violations of a value, and keeps the value if its pattern is matched later.</summary>
    public void Report(ref Violations? all, in Argument argument, string value, StringViolations broken, PatternChecks patterns)
    {
        if (broken.HasWrongFormat)
            (all ??= new()).Add(
                argument,
                $"format: {StringFormats.GetName(Format)}",
                $"is not a valid {StringFormats.GetDisplayName(Format)}"
            );
        if (broken.WrongLength >= 0)
            AddLengthViolation(ref all, argument, broken.WrongLength);
        if (broken.Pattern == PatternOutcome.Deferred)
            patterns.Defer(argument, Pattern!, value);
        else
            AddPatternViolation(ref all, argument, Pattern!, broken.Pattern);
    }

    /// <summary>Checks a value and adds its violations.</summary>
    public void CheckAndReport(ref Violations? all, in Argument argument, string value, PatternChecks patterns)
    {
        StringViolations broken = Check(value, patterns);
        if (broken.HasAny)
            Report(ref all, argument, value, broken, patterns);
    }

    /// <summary>Adds the violation of a pattern, unless the value matches.</summary>
    public static void AddPatternViolation(ref Violations? all, in Argument argument, StringPattern pattern, PatternOutcome outcome)
    {
        string? message = outcome switch
        {
            PatternOutcome.Mismatch => "does not match the pattern",
            PatternOutcome.TooSlow => "takes too long to match against the pattern",
            PatternOutcome.NoTimeLeft =>
                "was not matched against the pattern, because the patterns before it took too long; pass fewer or shorter values",
            _ => null,
        };
        if (message is not null)
            (all ??= new()).Add(argument, $"pattern: {pattern.Pattern}", message);
    }

    private void AddLengthViolation(ref Violations? all, in Argument argument, int length)
    {
        if (length > MaxLength)
            (all ??= new()).Add(
                argument,
                $"maxLength: {FormatNumber(MaxLength)}",
                $"has {FormatNumber(length)} characters, at most {FormatNumber(MaxLength)} are allowed"
            );
        else
            (all ??= new()).Add(
                argument,
                $"minLength: {FormatNumber(MinLength)}",
                $"has {FormatNumber(length)} characters, at least {FormatNumber(MinLength)} are required"
            );
    }

    private static int CountCharacters(string value)
    {
        int count = 0;
        foreach (Rune _ in value.EnumerateRunes())
            count++;
        return count;
    }

    private static string FormatNumber(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The violation of a string.</summary>
/// <param name="WrongLength">The length if it is too small or too large; else -1.</param>
/// <param name="HasWrongFormat">True if the value is not of the format.</param>
/// <param name="Pattern">The result of the pattern.</param>
internal readonly record struct StringViolations(int WrongLength, bool HasWrongFormat, PatternOutcome Pattern)
{
    /// <summary>True if there is something to report.</summary>
    public bool HasAny => WrongLength >= 0 || HasWrongFormat || Pattern != PatternOutcome.Match;

    /// <summary>True if only the length was checked.</summary>
    public bool IsUnchecked { get; init; }
}
