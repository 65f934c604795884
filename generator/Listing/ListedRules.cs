using System.Globalization;
using CfGen.Generator.Model;

namespace CfGen.Generator.Listing;

/// <summary>The rules that a value is checked against before it is sent, as facts.</summary>
internal static class ListedRules
{
    // The prefixes of the rules of items and of keys.
    public const string Item = "item-";
    public const string Key = "key-";

    public const string Format = "format";
    public const string MinLength = "min-length";
    public const string MaxLength = "max-length";
    public const string Pattern = "pattern";
    public const string Minimum = "minimum";
    public const string Maximum = "maximum";
    public const string ExclusiveMinimum = "above";
    public const string ExclusiveMaximum = "below";
    public const string MultipleOf = "multiple-of";
    public const string MinItems = "min-items";
    public const string MaxItems = "max-items";
    public const string UniqueItems = "unique-items";
    public const string Names = "names";

    public static LineWriter AddRules(this LineWriter line, ValueRules rules, string prefix = "")
    {
        if (rules == ValueRules.None)
            return line;
        return line.Add(prefix + Format, rules.Format == StringFormat.None ? "" : rules.Format.ToString())
            .Add(prefix + MinLength, rules.MinLength)
            .Add(prefix + MaxLength, rules.MaxLength)
            .Add(prefix + Pattern, rules.Pattern ?? "")
            .Add(prefix + Minimum, ToText(rules.Minimum))
            .Add(prefix + Maximum, ToText(rules.Maximum))
            .Add(prefix + ExclusiveMinimum, ToText(rules.ExclusiveMinimum))
            .Add(prefix + ExclusiveMaximum, ToText(rules.ExclusiveMaximum))
            .Add(prefix + MultipleOf, ToText(rules.MultipleOf))
            .Add(prefix + MinItems, rules.MinItems)
            .Add(prefix + MaxItems, rules.MaxItems)
            .Add(prefix + UniqueItems, rules.UniqueItems);
    }

    public static LineWriter AddRules(this LineWriter line, KeyRules? keys) =>
        keys is null ? line : line.AddRules(keys.Rules, Key).Add(Key + Names, string.Join(",", keys.Names));

    private static string ToText(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
