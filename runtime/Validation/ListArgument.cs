using System.Globalization;
using CfGen.CodeGen;
using CfGen.Pipeline.Parameters;

namespace CfGen.Validation;

/// <summary>Formats and checks an argument that is a list.</summary>
internal static class ListArgument
{
    /// <summary>Returns the text of each item, and adds the violations of the list and its items.</summary>
    public static string[] FormatItems<T>(
        ref Violations? violations,
        in Argument argument,
        IReadOnlyList<T> values,
        int minItems,
        int maxItems,
        StringRules rules,
        PatternChecks patterns
    )
    {
        CheckCount(ref violations, argument, values.Count, minItems, maxItems);
        string[] texts = new string[values.Count];
        for (int i = 0; i < texts.Length; i++)
        {
            texts[i] = ParameterFormatter.FormatItem(values[i]);
            Argument item = argument with { Expression = string.Create(CultureInfo.InvariantCulture, $"{argument.Expression}[{i}]") };
            if (values[i] is IOpenEnum { IsUnset: true })
                (violations ??= new()).AddUnset(item, typeof(T).Name);
            rules.CheckAndReport(ref violations, item, texts[i], patterns);
        }

        return texts;
    }

    /// <summary>Checks the number of items.</summary>
    public static void CheckCount(ref Violations? violations, in Argument argument, int count, int minItems, int maxItems)
    {
        if (count < minItems)
            Add(ref violations, argument, $"minItems: {minItems}", $"has {count} items, at least {minItems} are required");
        if (count > maxItems)
            Add(ref violations, argument, $"maxItems: {maxItems}", $"has {count} items, at most {maxItems} are allowed");
    }

    private static void Add(ref Violations? violations, in Argument argument, FormattableString rule, FormattableString message) =>
        (violations ??= new()).Add(argument, FormattableString.Invariant(rule), FormattableString.Invariant(message));
}
