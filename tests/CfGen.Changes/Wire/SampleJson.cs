using System.Text.Json.Nodes;
using CfGen.Generator.Model;

namespace CfGen.Changes.Wire;

/// <summary>Makes JSON that a server of the old document sends.</summary>
/// <param name="types">The types of the client by name.</param>
/// <param name="isFull">True if optional members are there too.</param>
internal sealed class SampleJson(IReadOnlyDictionary<string, TypeModel> types, bool isFull)
{
    private const int MaximumDepth = 5;

    public JsonNode? Create(TypeRef type, ValueRules rules, int depth = 0) =>
        type switch
        {
            NullableType nullable => Create(nullable.Inner, rules, depth),
            ScalarType scalar => Create(scalar.Kind, rules),
            ListType list => depth > MaximumDepth ? [] : new JsonArray(Create(list.Item, ValueRules.None, depth + 1)),
            MapType map => depth > MaximumDepth ? [] : new JsonObject { ["key"] = Create(map.Value, ValueRules.None, depth + 1) },
            NamedType named when types.TryGetValue(named.Name, out TypeModel? model) => Create(model, depth),
            _ => null,
        };

    private static JsonNode? Create(ScalarKind kind, ValueRules rules) =>
        kind switch
        {
            ScalarKind.Boolean => true,
            ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.UInt64 or ScalarKind.Int128 or ScalarKind.UInt128 => SampleScalar.FindNumber(
                rules,
                isWhole: true
            ) ?? 3,
            ScalarKind.Single or ScalarKind.Double or ScalarKind.Decimal => SampleScalar.FindNumber(rules, isWhole: false) ?? 2.5m,
            ScalarKind.Guid => "0a1b2c3d-0a1b-4c2d-8e3f-0a1b2c3d4e5f",
            ScalarKind.DateTime => "2024-05-06T07:08:09Z",
            ScalarKind.Date => "2024-05-06",
            ScalarKind.Time => "07:08:09",
            ScalarKind.OffsetTime => "07:08:09Z",
            ScalarKind.Duration => "PT1H30M",
            ScalarKind.TimeSpan => "01:30:00",
            ScalarKind.Uri => "https://example.com/a",
            ScalarKind.Bytes => "AQID",
            ScalarKind.IPAddress => "192.0.2.1",
            ScalarKind.Json => new JsonObject { ["a"] = 1 },
            _ => SampleScalar.FindText(rules) ?? "sample",
        };

    private JsonNode? Create(TypeModel model, int depth)
    {
        switch (model)
        {
            case EnumModel values:
                return values.Members.Count == 0 ? "sample"
                    : values.Kind == EnumKind.String || values.Members[0].IsString && values.Kind == EnumKind.Json ? values.Members[0].Value
                    : JsonNode.Parse(values.Members[0].Value);
            case UnionModel union:
                return Create(union, depth);
            case RecordModel record:
                JsonObject members = [];
                foreach (PropertyModel property in record.Properties)
                {
                    if ((property.IsSet || (isFull && depth < MaximumDepth)) && depth < MaximumDepth * 3)
                        members[property.SerializedName] = Create(property, depth);
                }

                if (record.AdditionalProperties is { } rest && isFull && depth < MaximumDepth)
                    members["additional_key"] = Create(rest.Value, ValueRules.None, depth + 1);
                return members;
            case TupleModel tuple:
                return new JsonArray([.. tuple.Positions.Select(p => depth < MaximumDepth * 3 ? Create(p, depth) : null)]);
            default:
                return null;
        }
    }

    private JsonNode? Create(UnionModel union, int depth)
    {
        if (union.Cases.Count == 0 || depth > MaximumDepth * 3)
            return null;
        UnionCaseModel chosen = union.Cases[0];
        JsonNode? value = Create(chosen.Type, ValueRules.None, depth + 1);
        if (value is JsonObject members && union.DiscriminatorName.Length > 0 && chosen.DiscriminatorValues.Count > 0)
            members[union.DiscriminatorName] = chosen.DiscriminatorValues[0];
        return value;
    }

    private JsonNode? Create(PropertyModel property, int depth)
    {
        if (property.Constant is not { } constant)
            return Create(property.Type, property.Rules, depth + 1);
        bool isText = property.Type switch
        {
            ScalarType scalar => !scalar.IsNumber && scalar.Kind != ScalarKind.Boolean,
            NamedType named => types.GetValueOrDefault(named.Name) is not EnumModel { Kind: EnumKind.Integer },
            _ => true,
        };
        return isText ? constant : JsonNode.Parse(constant);
    }
}
