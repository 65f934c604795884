using System.Globalization;
using CfGen.CodeGen;
using CfGen.Pipeline.Parameters;

namespace CfGen.Validation;

/// <summary>Lists as arguments: their items as text, each checked.</summary>
internal static class ListArgument
{
    public static string[] FormatItems<T>(
        ref Violations? violations,
        in Argument argument,
        IReadOnlyList<T> values,
        int minItems,
        int maxItems,
        int minLength,
        int maxLength,
        StringPattern? pattern,
        StringFormat format
    )
    {
        CheckCount(ref violations, argument, values.Count, minItems, maxItems);
        string[] texts = new string[values.Count];
        for (int i = 0; i < texts.Length; i++)
        {
            texts[i] = ParameterFormatter.FormatItem(values[i]);
            Violations.CheckString(
                ref violations,
                argument with
                {
                    Expression = string.Create(CultureInfo.InvariantCulture, $"{argument.Expression}[{i}]"),
                },
                texts[i],
                minLength,
                maxLength,
                pattern,
                format
            );
        }

        return texts;
    }

    public static void CheckCount(ref Violations? violations, in Argument argument, int count, int minItems, int maxItems)
    {
        if (count < minItems)
            (violations ??= new()).Add(argument, string.Create(CultureInfo.InvariantCulture, $"minItems: {minItems}"), "has too few items");
        if (count > maxItems)
            (violations ??= new()).Add(
                argument,
                string.Create(CultureInfo.InvariantCulture, $"maxItems: {maxItems}"),
                "has too many items"
            );
    }
}
