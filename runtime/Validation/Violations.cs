using System.Globalization;
using System.Text;
using CfGen.CodeGen;

namespace CfGen.Validation;

/// <summary>Gathers the violations of one call; made at the first one.</summary>
internal sealed class Violations
{
    private readonly List<ApiViolation> _violations = [];

    public IReadOnlyList<ApiViolation> All => _violations;

    public void Add(in Argument argument, string rule, string message)
    {
        string source = argument.SchemaPointer.Length == 0 ? rule : $"{rule}, {argument.SchemaPointer}";
        string sentence = argument.BodyPointer is null
            ? $"{argument.Expression} {message} ({argument.Location} parameter {argument.Name}; {source})."
            : $"{(argument.BodyPointer.Length == 0 ? argument.Expression : $"{argument.Expression} at {argument.BodyPointer}")} {message} ({source}).";
        _violations.Add(
            new ApiViolation(
                argument.Expression,
                argument.Name,
                argument.Location,
                rule,
                sentence,
                argument.SchemaPointer,
                argument.BodyPointer
            )
        );
    }

    /// <summary>Checks a string against the rules of its schema.</summary>
    public static void CheckString(
        ref Violations? all,
        in Argument argument,
        string value,
        int minLength,
        int maxLength,
        StringPattern? pattern,
        StringFormat format
    )
    {
        if (format != StringFormat.None && !StringFormats.Matches(value, format))
            (all ??= new()).Add(argument, $"format: {StringFormats.GetName(format)}", $"is no {StringFormats.GetName(format)}");
        if (value.Length > maxLength || minLength > 0)
            CheckLength(ref all, argument, value, minLength, maxLength);
        if (pattern is null)
            return;
        switch (pattern.Matches(value))
        {
            case false:
                (all ??= new()).Add(argument, $"pattern: {pattern.Pattern}", "does not match the pattern");
                break;
            case null:
                (all ??= new()).Add(argument, $"pattern: {pattern.Pattern}", "takes too long to match against the pattern");
                break;
        }
    }

    /// <summary>Checks a number against the rules of its schema.</summary>
    public static void CheckNumber<T>(ref Violations? all, in Argument argument, T value, T? minimum, T? maximum)
        where T : struct, IComparable<T>, IFormattable
    {
        if (minimum is { } least && value.CompareTo(least) < 0)
            (all ??= new()).Add(argument, $"minimum: {least.ToString(null, CultureInfo.InvariantCulture)}", "is too small");
        if (maximum is { } most && value.CompareTo(most) > 0)
            (all ??= new()).Add(argument, $"maximum: {most.ToString(null, CultureInfo.InvariantCulture)}", "is too large");
    }

    private static void CheckLength(ref Violations? all, in Argument argument, string value, int minLength, int maxLength)
    {
        int length = 0;
        foreach (Rune _ in value.EnumerateRunes())
            length++; // documents count code points, not UTF-16 units
        if (length > maxLength)
            (all ??= new()).Add(
                argument,
                string.Create(CultureInfo.InvariantCulture, $"maxLength: {maxLength}"),
                string.Create(CultureInfo.InvariantCulture, $"has {length} characters, at most {maxLength} are allowed")
            );
        if (length < minLength)
            (all ??= new()).Add(
                argument,
                string.Create(CultureInfo.InvariantCulture, $"minLength: {minLength}"),
                string.Create(CultureInfo.InvariantCulture, $"has {length} characters, at least {minLength} are needed")
            );
    }
}
