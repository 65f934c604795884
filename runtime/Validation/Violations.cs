using System.Globalization;

namespace CfGen.Validation;

/// <summary>Collects the violations of one call. It is created at the first violation.</summary>
internal sealed class Violations
{
    // A key that is too long would make the message as long.
    private const int MaxKeyLength = 64;

    private readonly List<ApiViolation> _violations = [];

    public IReadOnlyList<ApiViolation> All => _violations;

    /// <summary>Adds a violation.</summary>
    /// <param name="argument">The argument that breaks the rule.</param>
    /// <param name="rule">The rule as the document writes it, such as <c>maxLength: 32</c>.</param>
    /// <param name="message">The rest of a sentence whose subject is the argument.</param>
    public void Add(in Argument argument, string rule, string message)
    {
        string source = argument.SchemaPointer.Length == 0 ? rule : $"{rule}, {argument.SchemaPointer}";
        string subject = argument.Key is { } key ? $"The key '{Shorten(key)}' of {argument.Expression}" : argument.Expression;
        string sentence;
        if (argument.BodyPointer is null)
            sentence = $"{subject} {message} ({argument.Location} parameter {argument.Name}; {source}).";
        else if (argument.BodyPointer.Length == 0)
            sentence = $"{subject} {message} ({source}).";
        else
            sentence = $"{subject} at {argument.BodyPointer} {message} ({source}).";
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

    /// <summary>Adds the violation of an open enum that is the default of its struct.</summary>
    public void AddUnset(in Argument argument, string typeName) =>
        Add(argument, "required", $"has no value: it is the default of the struct {typeName}");

    /// <summary>Checks a number against the limits of its schema.</summary>
    public static void CheckNumber<T>(ref Violations? all, in Argument argument, T value, T? minimum, T? maximum)
        where T : struct, IComparable<T>, IFormattable
    {
        if (minimum is { } least && value.CompareTo(least) < 0)
            (all ??= new()).Add(argument, $"minimum: {Format(least)}", $"must be at least {Format(least)}");
        if (maximum is { } most && value.CompareTo(most) > 0)
            (all ??= new()).Add(argument, $"maximum: {Format(most)}", $"must be at most {Format(most)}");
    }

    /// <summary>Checks that a path value calls no other path.</summary>
    public static void CheckPathValue(ref Violations? all, in Argument argument, string value)
    {
        if (value.Length == 0)
            (all ??= new()).Add(argument, "required", "is empty, which would call another path");
        else if (DotSegments.HasDotSegment(value))
            (all ??= new()).Add(argument, "path segment", "has a '.' or '..' segment, which would call another path");
    }

    private static string Shorten(string key)
    {
        if (key.Length <= MaxKeyLength)
            return key;
        int length = char.IsHighSurrogate(key[MaxKeyLength - 1]) ? MaxKeyLength - 1 : MaxKeyLength;
        return string.Concat(key.AsSpan(0, length), "...");
    }

    private static string Format<T>(T number)
        where T : IFormattable => number.ToString(null, CultureInfo.InvariantCulture);
}
