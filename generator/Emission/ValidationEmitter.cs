using CfGen.Generator.Model;

namespace CfGen.Generator.Emission;

/// <summary>What a record holds its members against before it is sent: a line a rule.</summary>
internal static class ValidationEmitter
{
    public static void Emit(EmitContext emitters, IEnumerable<PropertyModel> properties, AdditionalPropertiesModel? rest = null)
    {
        CodeWriter writer = emitters.Writer.WriteLine();
        using (writer.OpenBlock($"void {TypeNames.CodeGen}IValidatable.Validate({TypeNames.CodeGen}BodyValidator v)"))
        {
            foreach (PropertyModel property in properties)
            {
                foreach (string check in GetChecks(property))
                    writer.WriteLine($"v.{check};");
            }

            if (rest is { IsValidated: true, Value: NamedType })
                writer.WriteLine($"v.AdditionalProperties({rest.Name}, {Literal.Quote(rest.Docs.Pointer)});");
        }
    }

    private static IEnumerable<string> GetChecks(PropertyModel property)
    {
        string name = Literal.Quote(property.SerializedName);
        string at = Literal.Quote(property.Docs.Pointer);
        // Of an Optional<long?> that is a long?, null where it is absent.
        string value = property.Optional ? property.Name + ".Value" : property.Name;
        if (property.Required && !property.Nullable && !property.Type.IsValueType)
            yield return $"Required({name}, {value}, {at})";
        switch (property.Type)
        {
            case ScalarType { Kind: ScalarKind.String } when Rules("String", RuleArguments.ForString(property.Rules)) is { } rules:
                yield return rules;
                break;
            case ScalarType { Kind: ScalarKind.Uri }:
                yield return $"Uri({name}, {value}, {at}{(property.Rules.MaxLength is { } longest ? $", maxLength: {RuleArguments.FormatNumber(longest)}" : "")})";
                break;
            case ScalarType { IsNumber: true } number
                when Rules("Number", RuleArguments.ForNumber(property.Rules, number.Kind)) is { } rules:
                yield return rules;
                break;
            case ListType list:
                if (Rules("Items", RuleArguments.ForList(property.Rules)) is { } items)
                    yield return items;
                if (Rules("Strings", RuleArguments.ForString(property.ItemRules)) is { } each)
                    yield return each;
                if (property.IsValidated && list.Item is NamedType or NullableType { Inner: NamedType })
                    yield return $"List({name}, {value}, {at})";
                break;
            case MapType map when property.IsValidated && map.Value is NamedType:
                yield return $"Map({name}, {value}, {at})";
                break;
            case NamedType { Kind: NamedKind.Model } when property.IsValidated:
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
