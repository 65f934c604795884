using System.Text.Json.Nodes;
using CfGen.Generator.Model;
using CfGen.Generator.Parsing;
using CfGen.Generator.Schemas;
using CfGen.Generator.Schemas.Unions;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Types;

/// <summary>Creates the cases of unions: how a reader recognizes each of them.</summary>
internal sealed class UnionCaseFactory(SchemaResolver schemas)
{
    private static readonly JsonSchemaType[] s_jsonTypes =
    [
        JsonSchemaType.Object,
        JsonSchemaType.Array,
        JsonSchemaType.String,
        JsonSchemaType.Number,
        JsonSchemaType.Boolean,
    ];

    public UnionCaseNode Create(TypeRef type, UnionCase alternative)
    {
        ResolvedSchema schema = alternative.Resolved;
        bool isMap = type is MapType;
        // The type of additional properties tells cases apart, too: a reader accepts no other.
        SchemaIntersection? element =
            isMap || (alternative.JsonType == JsonSchemaType.Object && schema.HasTypedAdditionalProperties)
                ? schema.AdditionalProperties
                : schema.Items;
        return new UnionCaseNode(
            type,
            isMap ? 'm' : GetKindLetter(alternative.JsonType),
            element is null || schema.IsTuple || alternative.IsDiscriminated ? "" : GetKindLetters(schemas.Resolve(element)),
            alternative.DiscriminatorValues,
            alternative.HasImplicitMapping,
            isMap || alternative.IsDiscriminated
                ? EquatableArray<UnionCaseMember>.Empty
                : CreateMembers(schema, isInner: false).ToEquatable()
        )
        {
            IsBase = alternative.IsBase,
            Tuple = schema.IsTuple ? CreateTupleShape(schema) : null,
        };
    }

    private TupleShape CreateTupleShape(ResolvedSchema schema) =>
        new(
            schema.Positions.Select(p => GetKindLetters(schemas.Resolve(p))).ToEquatable(),
            TupleBinder.GetRequiredCount(schema),
            schema.IsClosedTuple
        );

    /// <summary>The properties with their own properties: a reader looks no further in.</summary>
    private IEnumerable<UnionCaseMember> CreateMembers(ResolvedSchema schema, bool isInner)
    {
        // The runtime separates names by NUL.
        foreach (string name in schema.PropertyOrder.Where(p => p.IndexOf('\0') < 0))
        {
            ResolvedSchema property = schemas.Resolve(schema.Properties[name]);
            yield return new UnionCaseMember(name, schema.Required.Contains(name), GetKindLetters(property))
            {
                Constant = GetConstant(property),
                Properties =
                    isInner || property.Properties.Count == 0 || property.Unions.Count > 0
                        ? EquatableArray<UnionCaseMember>.Empty
                        : CreateMembers(property, isInner: true).ToEquatable(),
            };
        }
    }

    private static string? GetConstant(ResolvedSchema property) =>
        property.Enum is [JsonValue value]
        && DiscriminatorValues.CanDiscriminate(value)
        && value.ToPlainText() is var text
        && text.IndexOf('\0') < 0
            ? text
            : null;

    private static char GetKindLetter(JsonSchemaType jsonType) =>
        jsonType switch
        {
            JsonSchemaType.Object => 'o',
            JsonSchemaType.Array => 'a',
            JsonSchemaType.String => 's',
            JsonSchemaType.Boolean => 'b',
            _ => 'n',
        };

    /// <summary>The letters of the JSON types that a value may have; empty where it may have any.</summary>
    private static string GetKindLetters(ResolvedSchema schema)
    {
        if (schema.Types is not { } types)
            return "";
        if (schema.NumberText != NumberText.None)
            types |= JsonSchemaType.String;
        string letters = "";
        foreach (JsonSchemaType jsonType in s_jsonTypes)
        {
            if ((types & jsonType) != 0 || (jsonType == JsonSchemaType.Number && (types & JsonSchemaType.Integer) != 0))
                letters += GetKindLetter(jsonType);
        }

        return schema.IsNullable ? letters + "0" : letters;
    }
}
