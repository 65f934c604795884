using CfGen.Generator.Model;

namespace CfGen.Generator.Emission;

/// <summary>What a record holds its members against before it is sent: a line a rule.</summary>
internal static class ValidationEmitter
{
    public static void Emit(Emitters emitters, IEnumerable<PropertyModel> properties, RestModel? rest = null)
    {
        CodeWriter writer = emitters.Writer.Line();
        using (writer.Open($"void {TypeNames.Infrastructure}IValidatable.Validate({TypeNames.Infrastructure}BodyValidator v)"))
        {
            foreach (PropertyModel property in properties)
            {
                foreach (string check in Checks(property))
                    writer.Line($"v.{check};");
            }

            if (rest is { IsChecked: true, Value: NamedType })
                writer.Line($"v.Rest({rest.Name}, {Literal.Quote(rest.Docs.Pointer)});");
        }
    }

    private static IEnumerable<string> Checks(PropertyModel property)
    {
        string name = Literal.Quote(property.WireName);
        string at = Literal.Quote(property.Docs.Pointer);
        // Of an Optional<long?> that is a long?, null where it is absent.
        string value = property.Optional ? property.Name + ".Value" : property.Name;
        if (property.Required && !property.Nullable && !property.Type.IsValueType)
            yield return $"Required({name}, {value}, {at})";
        switch (property.Type)
        {
            case ScalarType { Kind: ScalarKind.String } when Rules("Str", RuleArguments.OfString(property.Rules)) is { } rules:
                yield return rules;
                break;
            case ScalarType { Kind: ScalarKind.Uri }:
                yield return $"Uri({name}, {value}, {at}{(property.Rules.MaxLength is { } longest ? $", maxLength: {RuleArguments.Text(longest)}" : "")})";
                break;
            case ScalarType { IsNumber: true } number
                when Rules("Num", RuleArguments.OfNumber(property.Rules, number.Kind)) is { } rules:
                yield return rules;
                break;
            case ListType list:
                if (Rules("Items", RuleArguments.OfList(property.Rules)) is { } items)
                    yield return items;
                if (Rules("Strs", RuleArguments.OfString(property.ItemRules)) is { } each)
                    yield return each;
                if (property.IsChecked && list.Item is NamedType or NullableType { Inner: NamedType })
                    yield return $"List({name}, {value}, {at})";
                break;
            case MapType map when property.IsChecked && map.Value is NamedType:
                yield return $"Map({name}, {value}, {at})";
                break;
            case NamedType { Kind: NamedKind.Model } when property.IsChecked:
                yield return $"Model({name}, {value})";
                break;
            default:
                break;
        }

        string? Rules(string member, IEnumerable<string> arguments)
        {
            string joined = string.Join(", ", arguments);
            return joined.Length == 0 ? null : $"{member}({name}, {value}, {at}, {joined})";
        }
    }
}
