using System.Globalization;

namespace CfGen.Validation;

/// <summary>Collects the violations of one call. It is created at the first violation.</summary>
internal sealed class Violations
{
    private readonly List<ApiViolation> _violations = [];

    public IReadOnlyList<ApiViolation> All => _violations;

    /// <summary>Adds a violation.</summary>
    /// <param name="argument">The argument that breaks the rule.</param>
    /// <param name="rule">The rule as the document writes it, such as <c>maxLength: 32</c>.</param>
    /// <param name="message">The rest of a sentence whose subject is the argument.</param>
    public void Add(in Argument argument, string rule, string message)
    {
        string source = argument.SchemaPointer.Length == 0 ? rule : $"{rule}, {argument.SchemaPointer}";
        string sentence;
        if (argument.BodyPointer is null)
            sentence = $"{argument.Expression} {message} ({argument.Location} parameter {argument.Name}; {source}).";
        else if (argument.BodyPointer.Length == 0)
            sentence = $"{argument.Expression} {message} ({source}).";
        else
            sentence = $"{argument.Expression} at {argument.BodyPointer} {message} ({source}).";
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

    /// <summary>Checks a number against the limits of its schema.</summary>
    public static void CheckNumber<T>(ref Violations? all, in Argument argument, T value, T? minimum, T? maximum)
        where T : struct, IComparable<T>, IFormattable
    {
        if (minimum is { } least && value.CompareTo(least) < 0)
            (all ??= new()).Add(argument, $"minimum: {Format(least)}", $"must be at least {Format(least)}");
        if (maximum is { } most && value.CompareTo(most) > 0)
            (all ??= new()).Add(argument, $"maximum: {Format(most)}", $"must be at most {Format(most)}");
    }

    private static string Format<T>(T number)
        where T : IFormattable => number.ToString(null, CultureInfo.InvariantCulture);
}
