using System.Globalization;
using CfGen.Generator.Model;
using static CfGen.Generator.Emission.RuntimeApi;

namespace CfGen.Generator.Emission;

/// <summary>The rules of a value as named arguments of the runtime's checks.</summary>
internal static class RuleArguments
{
    public static IEnumerable<string> ForString(ValueRules rules)
    {
        if (rules.MinLength is > 0 and { } minLength)
            yield return $"{ValueKeywords.MinLength}: {FormatNumber(minLength)}";
        if (rules.MaxLength is { } maxLength)
            yield return $"{ValueKeywords.MaxLength}: {FormatNumber(maxLength)}";
        if (rules.Pattern is { } pattern)
            yield return $"{ValueKeywords.Pattern}: {FormatPattern(pattern, rules.Expression ?? pattern)}";
        if (rules.Format != StringFormat.None)
            yield return $"{Rules.Format}: {ContractEnums.Format(rules.Format)}";
    }

    public static IEnumerable<string> ForKeys(KeyRules rules)
    {
        foreach (string argument in ForString(rules.Rules))
            yield return argument;
        if (rules.Names.Count > 0)
            yield return $"{Rules.Names}: {Literal.Quote(string.Join("\0", rules.Names))}";
    }

    public static IEnumerable<string> ForNumber(ValueRules rules, ScalarKind kind)
    {
        bool whole = kind is ScalarKind.Int32 or ScalarKind.Int64;
        string suffix =
            kind is ScalarKind.Decimal or ScalarKind.UInt64 ? "M"
            : whole ? "L"
            : "D";
        // The exclusive one of two lower limits counts unless it is below the other; for whole numbers it becomes the next number.
        bool aboveOnly = rules.ExclusiveMinimum is { } above && !(rules.Minimum > above);
        bool belowOnly = rules.ExclusiveMaximum is { } below && !(rules.Maximum < below);
        decimal? minimum = aboveOnly ? rules.ExclusiveMinimum : rules.Minimum;
        decimal? maximum = belowOnly ? rules.ExclusiveMaximum : rules.Maximum;
        if (whole)
        {
            minimum =
                aboveOnly ? decimal.Floor(minimum!.Value) + 1
                : minimum is { } least ? decimal.Ceiling(least)
                : null;
            maximum =
                belowOnly ? decimal.Ceiling(maximum!.Value) - 1
                : maximum is { } most ? decimal.Floor(most)
                : null;
        }

        if (minimum is { } low && (!whole || low is > long.MinValue and < long.MaxValue))
            yield return $"{ValueKeywords.Minimum}: {FormatNumber(low)}{suffix}";
        if (maximum is { } high && (!whole || high is > long.MinValue and < long.MaxValue))
            yield return $"{ValueKeywords.Maximum}: {FormatNumber(high)}{suffix}";
        if (aboveOnly && !whole)
            yield return $"{ValueKeywords.ExclusiveMinimum}: true";
        if (belowOnly && !whole)
            yield return $"{ValueKeywords.ExclusiveMaximum}: true";
        // A multiple of a fraction is no rule for whole numbers that the runtime's check of them could hold.
        if (rules.MultipleOf is { } step && (!whole || (step == decimal.Truncate(step) && step < long.MaxValue)))
            yield return $"{ValueKeywords.MultipleOf}: {FormatNumber(step)}{suffix}";
    }

    public static IEnumerable<string> ForList(ValueRules rules)
    {
        if (rules.MinItems is > 0 and { } minItems)
            yield return $"{ValueKeywords.MinItems}: {FormatNumber(minItems)}";
        if (rules.MaxItems is { } maxItems)
            yield return $"{ValueKeywords.MaxItems}: {FormatNumber(maxItems)}";
        if (rules.UniqueItems)
            yield return $"{ValueKeywords.UniqueItems}: true";
    }

    /// <summary>Writes a pattern: the text of the document alone where it means the same in .NET.</summary>
    private static string FormatPattern(string pattern, string expression) =>
        expression == pattern
            ? Literal.Quote(pattern)
            : $"{StringPattern.Type}.{StringPattern.Create}({Literal.Quote(pattern)}, {Literal.Quote(expression)})";

    public static string FormatNumber(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string FormatNumber(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);
}
