using System.Globalization;
using CfGen.Generator.Model;

namespace CfGen.Generator.Emission;

/// <summary>What a record holds its members against before it is sent: one line a member that has rules.</summary>
internal static class ValidationEmitter
{
    public static void Emit(CodeWriter writer, RecordModel record)
    {
        writer.Line();
        using (writer.Open($"void {TypeNames.Infrastructure}IValidatable.Validate(ref {TypeNames.Infrastructure}BodyValidator v)"))
        {
            foreach (PropertyModel property in record.Properties)
            {
                if (Check(property) is { } check)
                    writer.Line(check + ";");
            }
        }
    }

    private static string? Check(PropertyModel property)
    {
        bool demanded = property.Required && !property.Nullable;
        List<string> rules = [];
        if (demanded && !property.Type.IsValueType)
            rules.Add("required: true");
        switch (property.Type)
        {
            case ScalarType { Kind: ScalarKind.String }:
                rules.AddRange(RuleArguments.OfString(property.Rules));
                return rules.Count == 0 ? null : Call("Str");
            case ScalarType { Kind: ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.Single or ScalarKind.Double or ScalarKind.Decimal } number:
                rules.AddRange(RuleArguments.OfNumber(property.Rules, number.Kind));
                return rules.Count == 0 ? null : Call("Number");
            case NamedType { Kind: NamedKind.Model } when property.IsChecked:
                return Call("Model");
            case ListType:
                rules.AddRange(RuleArguments.OfList(property.Rules));
                return rules.Count == 0 && !property.IsChecked ? null : Call("List");
            case MapType when property.IsChecked || rules.Count > 0:
                return Call("Map");
            default:
                return rules.Count == 0 ? null : $"v.Required({Place(property)})";
        }

        string Call(string member) => $"v.{member}({string.Join(", ", rules.Prepend(Place(property)))})";
    }

    private static string Place(PropertyModel property) =>
        $"{Literal.Quote(property.WireName)}, {property.Name}, {Literal.Quote(property.Docs.Pointer)}";
}

/// <summary>Rules as named arguments of the runtime's checks.</summary>
internal static class RuleArguments
{
    public static IEnumerable<string> OfString(ValueRules rules)
    {
        if (rules.MinLength is > 0 and { } minLength)
            yield return $"minLength: {Text(minLength)}";
        if (rules.MaxLength is { } maxLength)
            yield return $"maxLength: {Text(maxLength)}";
        if (rules.Pattern is { } pattern)
            yield return $"pattern: {Literal.Quote(pattern)}";
        if (rules.Format != StringFormat.None)
            yield return $"format: {TypeNames.Infrastructure}StringFormat.{rules.Format}";
    }

    public static IEnumerable<string> OfNumber(ValueRules rules, ScalarKind kind)
    {
        foreach ((string name, decimal? limit) in ((string, decimal?)[])
            [("minimum", rules.Minimum), ("maximum", rules.Maximum), ("exclusiveMinimum", rules.ExclusiveMinimum), ("exclusiveMaximum", rules.ExclusiveMaximum), ("multipleOf", rules.MultipleOf)])
        {
            if (limit is { } value && Number(name, value, kind) is { } text)
                yield return $"{name}: {text}";
        }
    }

    public static IEnumerable<string> OfList(ValueRules rules)
    {
        if (rules.MinItems is > 0 and { } minItems)
            yield return $"minItems: {Text(minItems)}";
        if (rules.MaxItems is { } maxItems)
            yield return $"maxItems: {Text(maxItems)}";
        if (rules.UniqueItems)
            yield return "unique: true";
    }

    /// <summary>A limit as a literal of the kind of number it limits; null where no value of that kind could break it.</summary>
    private static string? Number(string rule, decimal value, ScalarKind kind)
    {
        if (kind is ScalarKind.Single or ScalarKind.Double)
            return value.ToString(CultureInfo.InvariantCulture) + "D";
        if (kind == ScalarKind.Decimal)
            return value.ToString(CultureInfo.InvariantCulture) + "M";
        if (rule == "multipleOf" && value != decimal.Truncate(value))
            return null;
        decimal whole = rule is "minimum" or "exclusiveMaximum" ? decimal.Ceiling(value) : decimal.Floor(value);
        return whole is > long.MinValue and < long.MaxValue ? whole.ToString("0", CultureInfo.InvariantCulture) + "L" : null;
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
