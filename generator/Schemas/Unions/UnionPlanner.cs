using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace CfGen.Generator.Schemas.Unions;

/// <summary>
/// Decides what a oneOf or anyOf, or a schema of several JSON types, comes to: alternatives of one scalar type are one, a choice
/// among choices is one choice, and what is left are arms that a reader can tell apart.
/// </summary>
internal sealed class UnionPlanner(SchemaResolver shapes)
{
    // Choices of choices: beyond this many arms nobody is served by a type.
    private const int MaxCases = 250;

    // Choices that multiply, or lead back into themselves by ever new ways, find no arm for long: nobody waits for them.
    private const int MaxSteps = 4 * MaxCases;

    private const JsonSchemaType NumericTypes = JsonSchemaType.Number | JsonSchemaType.Integer;

    private static readonly JsonSchemaType[] s_jsonTypes =
    [
        JsonSchemaType.Object,
        JsonSchemaType.Array,
        JsonSchemaType.String,
        JsonSchemaType.Number,
        JsonSchemaType.Integer,
        JsonSchemaType.Boolean,
    ];

    private readonly Dictionary<SchemaIntersection, UnionPlan> _plans = new(SchemaIntersectionComparer.Instance);

    public UnionPlan Plan(SchemaIntersection conjunction, ResolvedSchema shape)
    {
        if (!_plans.TryGetValue(conjunction, out UnionPlan? plan))
            _plans.Add(conjunction, plan = CreatePlan(conjunction, shape));
        return plan;
    }

    private UnionPlan CreatePlan(SchemaIntersection conjunction, ResolvedSchema shape)
    {
        CaseCollection found = new();
        if (!CollectCases(conjunction, shape, found))
            return UnionPlan.TooMany;

        List<UnionCase> arms = MergeCases(found.Cases);
        bool anyObject = arms.Exists(a => a.JsonType == JsonSchemaType.Object);
        // Any JSON, or a string: that is any JSON. Any JSON, or this object: the object is worth knowing.
        if (arms.Count == 0 || (found.AcceptsAnyJson && !anyObject))
            return UnionPlan.Untyped;
        if (arms.Count == 1 && !found.AcceptsAnyJson)
            return new UnionPlan(arms, IsSingle: true);
        return DiscriminatorValues.AssignTo(arms, shape.Unions.Count == 1 ? shape.Unions[0].Discriminator : null, shapes);
    }

    /// <summary>Adds the alternatives, those of choices among them in their place. False where there are too many.</summary>
    private bool CollectCases(SchemaIntersection conjunction, ResolvedSchema shape, CaseCollection found)
    {
        if (found.Cases.Count > MaxCases || ++found.StepCount > MaxSteps)
            return false;
        if (found.Path.Exists(o => SchemaIntersectionComparer.Instance.Equals(o, conjunction)))
            return true;
        found.Path.Add(conjunction);
        bool fits = true;
        if (shape.Unions.Count > 0)
        {
            foreach (SchemaIntersection alternative in CombineAlternatives(conjunction, shape))
                fits = fits && CollectCases(alternative, shapes.Resolve(alternative), found);
        }
        else if (shape.HasMultipleTypes)
        {
            foreach (
                JsonSchemaType kind in s_jsonTypes.Where(k =>
                    (shape.Types & k) != 0 && !(k == JsonSchemaType.Integer && (shape.Types & JsonSchemaType.Number) != 0)
                )
            )
            {
                SchemaIntersection narrowed = conjunction.IntersectWith(
                    new LocatedSchema(new OpenApiSchema { Type = kind }, conjunction.Pointer, ignoresUnions: true)
                );
                found.Add(narrowed, shapes.Resolve(narrowed));
            }
        }
        else
        {
            found.Add(conjunction, shape);
        }

        found.Path.RemoveAt(found.Path.Count - 1);
        return fits;
    }

    /// <summary>Each way through all choices of the schema, together with what it says beside them.</summary>
    private List<SchemaIntersection> CombineAlternatives(SchemaIntersection conjunction, ResolvedSchema shape)
    {
        SchemaIntersection beside = conjunction.WithoutUnions;
        ResolvedSchema rest = shapes.Resolve(beside);
        bool plain = rest.Properties.Count == 0 && rest.Items is null && rest.AdditionalProperties is null && rest.Enum is null;
        // `anyOf: [{ required: [a] }, { required: [b] }]` is a rule, no choice of types.
        if (!plain && shape.Unions.All(c => c.Alternatives.All(IsUnconstrained)))
            return [beside];

        List<SchemaIntersection> ways = plain ? [new SchemaIntersection([])] : [beside];
        foreach (SchemaUnion choice in shape.Unions)
        {
            // Properties or items beside a choice say what its values are: an alternative of another JSON type is none of them.
            List<SchemaIntersection> fitting =
                rest.Properties.Count > 0 || rest.Items is not null ? [.. choice.Alternatives.Where(a => TypesOverlap(a, rest.Types))] : [];
            ways =
            [
                .. ways.SelectMany(way => (fitting.Count > 0 ? fitting : choice.Alternatives).Select(way.IntersectWith)).Take(MaxCases + 1),
            ];
        }

        return ways;
    }

    private bool TypesOverlap(SchemaIntersection alternative, JsonSchemaType? types) =>
        types is not { } stated || shapes.Resolve(alternative).Types is not { } own || (own & stated) != 0;

    private bool IsUnconstrained(SchemaIntersection alternative)
    {
        ResolvedSchema shape = shapes.Resolve(alternative);
        return shape.IsTypeOnly && (shape.Types ?? JsonSchemaType.Object) == JsonSchemaType.Object;
    }

    /// <summary>Of each scalar type, of arrays and of maps one arm, and each object once; in the order of the document.</summary>
    private static List<UnionCase> MergeCases(List<UnionCase> all)
    {
        List<UnionCase> arms = [];
        foreach (UnionCase alternative in all)
        {
            bool known =
                alternative.JsonType == JsonSchemaType.Object && alternative.Resolved.Properties.Count > 0
                    ? arms.Exists(a => SchemaIntersectionComparer.Instance.Equals(a.Schema, alternative.Schema))
                    : arms.Exists(a => a.JsonType == alternative.JsonType && a.Resolved.Properties.Count == 0);
            if (!known)
                arms.Add(MergeSameType(alternative, all));
        }

        return arms;
    }

    private static UnionCase MergeSameType(UnionCase first, List<UnionCase> all)
    {
        if (first.Resolved.Properties.Count > 0)
            return first;
        List<UnionCase> same = [.. all.Where(a => a.JsonType == first.JsonType && a.Resolved.Properties.Count == 0)];
        if (same.Count == 1)
            return first;
        return first.JsonType switch
        {
            JsonSchemaType.String => MergeStrings(first, same),
            JsonSchemaType.Number
                when same.Find(a => a.Resolved.Enum is null && a.Resolved.Types != JsonSchemaType.Integer) is { } number => WidenNumber(
                number,
                same
            ),
            JsonSchemaType.Number => same.Find(a => a.Resolved.Enum is null) ?? MergeNumericEnums(first, same),
            JsonSchemaType.Array => CreateSynthetic(
                first,
                new OpenApiSchema { Type = JsonSchemaType.Array, Items = MergeElements(same, s => s.Items) }
            ),
            JsonSchemaType.Object => CreateSynthetic(
                first,
                new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = MergeElements(same, s => s.AdditionalProperties) }
            ),
            _ => first,
        };
    }

    /// <summary>A <c>float</c> beside integers, or beside wider numbers, would round them: one of no format holds both.</summary>
    private static UnionCase WidenNumber(UnionCase number, List<UnionCase> same) =>
        number.Resolved.Format == "float" && same.Exists(a => a.Resolved.Format != "float")
            ? CreateSynthetic(number, new OpenApiSchema { Type = JsonSchemaType.Number })
            : number;

    /// <summary>Alternatives of one number each are a list of them; their titles are what the numbers are called, where each has one.</summary>
    private static UnionCase MergeNumericEnums(UnionCase first, List<UnionCase> same)
    {
        List<JsonNode> values = [];
        JsonArray names = [];
        foreach (UnionCase alternative in same)
        {
            foreach (JsonNode? value in alternative.Resolved.Enum!)
            {
                if (value is null || values.Exists(v => JsonNode.DeepEquals(v, value)))
                    continue;
                values.Add(value.DeepClone());
                if (alternative.Resolved is { Enum.Count: 1, Title: { Length: > 0 } title })
                    names.Add(title);
            }
        }

        OpenApiSchema schema = new() { Type = UnionOfTypes(same), Enum = values };
        if (names.Count == values.Count)
            schema.Extensions = new Dictionary<string, IOpenApiExtension> { ["x-enum-varnames"] = new JsonNodeExtension(names) };
        return CreateSynthetic(first, schema);
    }

    private static JsonSchemaType UnionOfTypes(List<UnionCase> same)
    {
        JsonSchemaType types = 0;
        foreach (UnionCase alternative in same)
            types |= alternative.Resolved.Types ?? 0;
        return types == NumericTypes ? JsonSchemaType.Number : types;
    }

    /// <summary>Listed values and any string are an open enum; two formats are a string.</summary>
    private static UnionCase MergeStrings(UnionCase first, List<UnionCase> same)
    {
        List<JsonNode> values = [];
        foreach (JsonNode? value in same.SelectMany(a => a.Resolved.Enum ?? []))
        {
            if (value is JsonValue text && text.GetValueKind() == JsonValueKind.String && !values.Exists(v => JsonNode.DeepEquals(v, text)))
                values.Add(text);
        }

        if (values.Count > 0)
            return CreateSynthetic(
                first,
                new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. values.Select(v => v.DeepClone())] }
            );
        bool alike = same.TrueForAll(a => ScalarTypes.TryResolve(a.Resolved) == ScalarTypes.TryResolve(first.Resolved));
        return alike ? first : CreateSynthetic(first, new OpenApiSchema { Type = JsonSchemaType.String });
    }

    private static SyntheticUnionSchema? MergeElements(List<UnionCase> same, Func<ResolvedSchema, SchemaIntersection?> element)
    {
        List<SchemaIntersection> elements = [];
        foreach (UnionCase alternative in same)
        {
            if (element(alternative.Resolved) is not { } conjunction)
                return null;
            elements.Add(conjunction);
        }

        return new SyntheticUnionSchema(new SchemaUnion(elements));
    }

    private static UnionCase CreateSynthetic(UnionCase first, OpenApiSchema schema)
    {
        SchemaIntersection conjunction = SchemaIntersection.Create(schema, first.Schema.Pointer);
        return new UnionCase(conjunction, new SchemaResolver().Resolve(conjunction), first.JsonType);
    }

    /// <summary>What has been found on the way through a choice, and the choices that the way is in.</summary>
    private sealed class CaseCollection
    {
        public List<UnionCase> Cases { get; } = [];

        /// <summary>Whether one alternative is any JSON at all, or any object.</summary>
        public bool AcceptsAnyJson { get; private set; }

        public List<SchemaIntersection> Path { get; } = [];

        public int StepCount { get; set; }

        public void Add(SchemaIntersection conjunction, ResolvedSchema shape)
        {
            if (
                shape.Types is not { } type
                || (type == JsonSchemaType.Object && shape.Properties.Count == 0 && shape.AdditionalProperties is null)
            )
                AcceptsAnyJson = true;
            else
                Cases.Add(new UnionCase(conjunction, shape, (type & NumericTypes) != 0 ? JsonSchemaType.Number : type));
        }
    }
}
