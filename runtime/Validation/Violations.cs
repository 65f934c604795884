using System.Globalization;
using System.Text;

namespace CfGen.Infrastructure;

/// <summary>Gathers the violations of one call; made at the first one.</summary>
internal sealed class Violations
{
    private readonly List<ApiViolation> _all = [];

    public IReadOnlyList<ApiViolation> All => _all;

    public void Add(in Argument argument, string rule, string says)
    {
        string source = argument.At.Length == 0 ? rule : $"{rule}, {argument.At}";
        string message = argument.BodyPointer is null
            ? $"{argument.Name} {says} ({argument.Location} parameter {argument.Wire}; {source})."
            : $"{(argument.BodyPointer.Length == 0 ? argument.Name : $"{argument.Name} at {argument.BodyPointer}")} {says} ({source}).";
        _all.Add(new ApiViolation(argument.Name, argument.Wire, argument.Location, rule, message, argument.At, argument.BodyPointer));
    }

    /// <summary>Checks a string against the rules of its schema.</summary>
    public static void String(ref Violations? all, in Argument argument, string value, int minLength, int maxLength, Pattern? pattern, StringFormat format)
    {
        if (format != StringFormat.None && !Formats.Matches(value, format))
            (all ??= new()).Add(argument, $"format: {Formats.Name(format)}", $"is no {Formats.Name(format)}");
        if (value.Length > maxLength || minLength > 0)
            Length(ref all, argument, value, minLength, maxLength);
        if (pattern is null)
            return;
        switch (pattern.Matches(value))
        {
            case false:
                (all ??= new()).Add(argument, $"pattern: {pattern.Text}", "does not match the pattern");
                break;
            case null:
                (all ??= new()).Add(argument, $"pattern: {pattern.Text}", "takes too long to match against the pattern");
                break;
        }
    }

    /// <summary>Checks a number against the rules of its schema.</summary>
    public static void Number<T>(ref Violations? all, in Argument argument, T value, T? minimum, T? maximum)
        where T : struct, IComparable<T>, IFormattable
    {
        if (minimum is { } least && value.CompareTo(least) < 0)
            (all ??= new()).Add(argument, $"minimum: {least.ToString(null, CultureInfo.InvariantCulture)}", "is too small");
        if (maximum is { } most && value.CompareTo(most) > 0)
            (all ??= new()).Add(argument, $"maximum: {most.ToString(null, CultureInfo.InvariantCulture)}", "is too large");
    }

    private static void Length(ref Violations? all, in Argument argument, string value, int minLength, int maxLength)
    {
        int length = 0;
        foreach (Rune _ in value.EnumerateRunes())
            length++; // documents count code points, not UTF-16 units
        if (length > maxLength)
            (all ??= new()).Add(argument, string.Create(CultureInfo.InvariantCulture, $"maxLength: {maxLength}"), string.Create(CultureInfo.InvariantCulture, $"has {length} characters, at most {maxLength} are allowed"));
        if (length < minLength)
            (all ??= new()).Add(argument, string.Create(CultureInfo.InvariantCulture, $"minLength: {minLength}"), string.Create(CultureInfo.InvariantCulture, $"has {length} characters, at least {minLength} are needed"));
    }
}
