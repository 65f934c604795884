using System.Text.Json;
using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Lowering;
using CfGen.Generator.Model;
using CfGen.Generator.Naming;
using CfGen.Generator.Parsing;
using CfGen.Generator.Schemas;
using CfGen.Generator.Schemas.Unions;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Types;

/// <summary>A closed choice of types while it is being bound.</summary>
internal sealed class UnionNode(NamedType reference, Documentation docs, string tagName, bool isStated) : TypeNode(reference, docs)
{
    private readonly List<UnionCaseModel> _cases = [];

    public string DiscriminatorProperty => tagName;

    /// <inheritdoc cref="UnionPlan.HasExplicitDiscriminator"/>
    public bool HasExplicitDiscriminator => isStated;

    public IReadOnlyList<UnionCaseModel> Cases => _cases;

    public override IEnumerable<TypeRef> ReferencedTypes => _cases.Select(a => a.Type);

    public void AddCase(TypeRef type, UnionCase alternative, SchemaResolver shapes)
    {
        ResolvedSchema shape = alternative.Resolved;
        int same = _cases.FindIndex(a => a.Type == type);
        if (same >= 0)
        {
            // Two alternatives of one C# type are one arm; what either accepts, it accepts.
            UnionCaseModel arm = _cases[same];
            _cases[same] = arm with
            {
                DiscriminatorValues = arm
                    .DiscriminatorValues.Concat(alternative.DiscriminatorValues)
                    .Distinct(StringComparer.Ordinal)
                    .ToEquatable(),
                IsImplicitMapping = arm.IsImplicitMapping || alternative.HasImplicitMapping,
            };
            return;
        }

        bool isMap = type is MapType;
        // What an object types without naming it tells too: a reader takes no other.
        SchemaIntersection? element =
            isMap || (alternative.JsonType == JsonSchemaType.Object && shape.HasTypedAdditionalProperties)
                ? shape.AdditionalProperties
                : shape.Items;
        _cases.Add(
            new UnionCaseModel(
                "",
                type,
                isMap ? 'm' : GetKindLetter(alternative.JsonType),
                element is null || alternative.IsDiscriminated ? "" : GetKindLetters(shapes.Resolve(element)),
                alternative.DiscriminatorValues,
                isMap || alternative.IsDiscriminated
                    ? EquatableArray<UnionCaseMember>.Empty
                    : CreateMembers(shape, shapes, within: false).ToEquatable()
            )
            {
                IsImplicitMapping = alternative.HasImplicitMapping,
            }
        );
    }

    /// <summary>The properties, each with its own in turn: one step further in is as far as a reader looks.</summary>
    private static IEnumerable<UnionCaseMember> CreateMembers(ResolvedSchema shape, SchemaResolver shapes, bool within)
    {
        // NUL is what separates them for the runtime.
        foreach (string name in shape.PropertyOrder.Where(p => p.IndexOf('\0') < 0))
        {
            ResolvedSchema property = shapes.Resolve(shape.Properties[name]);
            yield return new UnionCaseMember(name, shape.Required.Contains(name), GetKindLetters(property))
            {
                Constant =
                    property.Enum is [JsonValue value]
                    && DiscriminatorValues.CanDiscriminate(value)
                    && value.ToPlainText() is var text
                    && text.IndexOf('\0') < 0
                        ? text
                        : null,
                Properties =
                    within || property.Properties.Count == 0 || property.Unions.Count > 0
                        ? EquatableArray<UnionCaseMember>.Empty
                        : CreateMembers(property, shapes, within: true).ToEquatable(),
            };
        }
    }

    /// <summary>Of constants and inner properties what tells the arms apart: where all have the same, or one arm has the property, it tells nothing.</summary>
    private static UnionCaseModel WithoutSharedDetails(UnionCaseModel arm, List<UnionCaseModel> arms) =>
        arm with
        {
            Members = arm
                .Members.Select(member =>
                {
                    List<UnionCaseMember> others =
                    [
                        .. arms.Where(a => !ReferenceEquals(a, arm))
                            .SelectMany(a => a.Members)
                            .Where(m => m.SerializedName == member.SerializedName),
                    ];
                    return others.TrueForAll(o => o.Constant == member.Constant && o.Properties.Equals(member.Properties))
                        ? member.WithoutDetails
                        : member;
                })
                .ToEquatable(),
        };

    public override TypeModel ToModel(FinalTypes types)
    {
        NameScope names = new(reserved: ["Unknown"]);
        // Two arms may have come to the same type only now.
        List<UnionCaseModel> arms = [];
        foreach (UnionCaseModel arm in _cases.Select(a => a with { Type = types.ResolveNames(a.Type) }))
        {
            int same = arms.FindIndex(a => a.Type == arm.Type);
            if (same < 0)
                arms.Add(arm);
            else
                arms[same] = arms[same] with
                {
                    DiscriminatorValues = arms[same]
                        .DiscriminatorValues.Concat(arm.DiscriminatorValues)
                        .Distinct(StringComparer.Ordinal)
                        .ToEquatable(),
                    IsImplicitMapping = arms[same].IsImplicitMapping || arm.IsImplicitMapping,
                };
        }

        return new UnionModel(
            Name,
            Documentation,
            tagName,
            isStated && arms.Exists(a => a.DiscriminatorValues.Count > 0 && a.Members.Count > 0),
            arms.Select(a => WithoutSharedDetails(a, arms) with { Name = names.Reserve(GetCaseName(a.Type)) }).ToEquatable(),
            GetDirections(types)
        );
    }

    /// <summary>What the report says of it.</summary>
    public Finding DescribeInference(FinalTypes types)
    {
        UnionModel model = (UnionModel)ToModel(types);
        bool kinds = model.Cases.Count(a => a.Kind == 'o') < 2;
        string rest = kinds ? "by JSON type" : "by the properties that are there";
        string how =
            model.DiscriminatorName.Length == 0 ? rest
            : model.Cases.Any(a => a.IsImplicitMapping)
                ? $"by '{model.DiscriminatorName}' where its value is the name of a component, else {rest}"
            : $"by '{model.DiscriminatorName}'";
        return ReportFindings.Inference(
            Documentation.Pointer,
            $"'{Name}' is one of {string.Join(", ", model.Cases.Select(a => a.Name))}, told apart {how}",
            "union"
        );
    }

    private static string GetCaseName(TypeRef type) =>
        type switch
        {
            NamedType named => named.Name,
            ListType list => GetCaseName(list.Item) + "List",
            MapType map => GetCaseName(map.Value) + "Map",
            NullableType nullable => GetCaseName(nullable.Inner),
            ScalarType scalar => scalar.Kind.ToString(),
            _ => "Value",
        };

    private static char GetKindLetter(JsonSchemaType kind) =>
        kind switch
        {
            JsonSchemaType.Object => 'o',
            JsonSchemaType.Array => 'a',
            JsonSchemaType.String => 's',
            JsonSchemaType.Boolean => 'b',
            _ => 'n',
        };

    /// <summary>Empty where any JSON will do.</summary>
    private static string GetKindLetters(ResolvedSchema shape)
    {
        if (shape.Types is not { } types)
            return "";
        string letters = "";
        foreach (
            JsonSchemaType kind in (JsonSchemaType[])
                [JsonSchemaType.Object, JsonSchemaType.Array, JsonSchemaType.String, JsonSchemaType.Number, JsonSchemaType.Boolean]
        )
        {
            if ((types & kind) != 0 || (kind == JsonSchemaType.Number && (types & JsonSchemaType.Integer) != 0))
                letters += GetKindLetter(kind);
        }

        return shape.IsNullable ? letters + "0" : letters;
    }
}
