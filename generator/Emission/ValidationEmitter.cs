using CfGen.Generator.Model;
using static CfGen.Generator.Emission.RuntimeApi;

namespace CfGen.Generator.Emission;

/// <summary>The check of a record before it is sent, one line for each rule.</summary>
internal static class ValidationEmitter
{
    /// <param name="additionalChecks">The checks of what is no property of its own.</param>
    public static void Emit(EmitContext context, IEnumerable<PropertyModel> properties, IEnumerable<string> additionalChecks)
    {
        CodeWriter writer = context.Writer.WriteLine();
        using (writer.OpenBlock($"void {IValidatable.Type}.{IValidatable.Validate}({BodyValidator.Type} v)"))
        {
            foreach (PropertyModel property in properties)
            {
                foreach (string check in GetChecks(property))
                    writer.WriteLine($"v.{check};");
            }

            foreach (string check in additionalChecks)
                writer.WriteLine($"v.{check};");
        }
    }

    public static IEnumerable<string> GetChecks(RecordModel record)
    {
        foreach (DependentRequirement dependency in record.Dependencies)
        {
            string isMissing = FormatMissing(record, dependency);
            yield return $"{BodyValidator.RequiredWith}({Literal.Quote(dependency.SerializedName)}, {isMissing}, {Literal.Quote(dependency.Other)}, {Literal.Quote(dependency.Pointer)})";
        }

        AdditionalPropertiesModel? properties = record.AdditionalProperties;
        if (properties?.KeyRules is { } rules)
            yield return FormatKeys("null", properties.Name, rules);
        if (properties is { IsValidated: true, Value: NamedType })
            yield return $"{BodyValidator.AdditionalProperties}({properties.Name}, {Literal.Quote(properties.Docs.Pointer)})";
    }

    private static string FormatKeys(string name, string value, KeyRules rules) =>
        $"{BodyValidator.Keys}({string.Join(", ", [name, value, Literal.Quote(rules.Pointer), .. RuleArguments.ForKeys(rules)])})";

    /// <summary>The condition of a dependency that is not held. A property that is always there has no condition.</summary>
    private static string FormatMissing(RecordModel record, DependentRequirement dependency)
    {
        string missing = FormatPresence(record, dependency.SerializedName, isPresent: false)!;
        return FormatPresence(record, dependency.Other, isPresent: true) is { } isSet ? $"{isSet} && {missing}" : missing;
    }

    /// <returns>Null where the property is always there.</returns>
    private static string? FormatPresence(RecordModel record, string serializedName, bool isPresent)
    {
        PropertyModel? property = record.Properties.FirstOrDefault(p => p.SerializedName == serializedName);
        return property switch
        {
            null => $"{(isPresent ? "" : "!")}{record.AdditionalProperties!.Name}.ContainsKey({Literal.Quote(serializedName)})",
            { IsSet: true } => null,
            _ => NullMembersEmitter.FormatPresence(property, isPresent),
        };
    }

    public static IEnumerable<string> GetChecks(TupleModel tuple)
    {
        TupleRestModel? rest = tuple.Rest;
        string start = RuleArguments.FormatNumber(tuple.Positions.Count);
        if (rest?.MaxItems is { } limit)
            yield return $"{BodyValidator.RestCount}({start}, {rest.Name}, {Literal.Quote(tuple.Docs.Pointer)}, {RuleArguments.FormatNumber(limit)})";
        if (rest is { IsValidated: true, Item: NamedType or NullableType { Inner: NamedType } })
            yield return $"{BodyValidator.RestItems}({start}, {rest.Name}, {Literal.Quote(rest.Docs.Pointer)})";
    }

    private static IEnumerable<string> GetChecks(PropertyModel property)
    {
        string name = Literal.Quote(property.SerializedName);
        string pointer = Literal.Quote(property.Docs.Pointer);
        string value = property.Name;
        if (property.Required && !property.Nullable && (!property.Type.IsValueType || property.Type is OwnType))
            yield return $"{BodyValidator.Required}({name}, {value}, {pointer})";
        switch (property.Type)
        {
            case ScalarType { Kind: ScalarKind.String }
                when FormatRules(BodyValidator.String, RuleArguments.ForString(property.Rules)) is { } rules:
                yield return rules;
                break;
            case ScalarType { Kind: ScalarKind.Uri }:
                yield return $"{BodyValidator.Uri}({name}, {value}, {pointer}{(property.Rules.MaxLength is { } longest ? $", {ValueKeywords.MaxLength}: {RuleArguments.FormatNumber(longest)}" : "")})";
                break;
            case ScalarType { IsNumber: true } number
                when FormatRules(BodyValidator.Number, RuleArguments.ForNumber(property.Rules, number.Kind)) is { } rules:
                yield return rules;
                break;
            case ListType list:
                if (FormatRules(BodyValidator.Items, RuleArguments.ForList(property.Rules)) is { } items)
                    yield return items;
                if (FormatRules(BodyValidator.Strings, RuleArguments.ForString(property.ItemRules)) is { } each)
                    yield return each;
                if (property.IsValidated && list.Item is NamedType or NullableType { Inner: NamedType })
                    yield return $"{BodyValidator.List}({name}, {value}, {pointer})";
                break;
            case MapType map:
                if (property.KeyRules is { } keys)
                    yield return FormatKeys(name, value, keys);
                if (property.IsValidated && map.Value is NamedType)
                    yield return $"{BodyValidator.Map}({name}, {value}, {pointer})";
                break;
            case NamedType { Kind: NamedKind.Model } when property.IsValidated:
                yield return $"{BodyValidator.Model}({name}, {value})";
                break;
            default:
                break;
        }

        string? FormatRules(string member, IEnumerable<string> arguments)
        {
            string joined = string.Join(", ", arguments);
            return joined.Length == 0 ? null : $"{member}({name}, {value}, {pointer}, {joined})";
        }
    }
}
