using Microsoft.OpenApi;

namespace CfGen.Generator.Schemas.Unions;

/// <summary>
/// Plans the C# form of a oneOf or anyOf, or of a schema of several JSON types: a union among the alternatives is part of the union, the
/// alternatives of one scalar type are one case, and the cases that are left are those that a reader can tell apart.
/// </summary>
internal sealed class UnionPlanner(SchemaResolver schemas)
{
    // A type of more cases is of no use to anybody.
    private const int MaxCases = 250;

    // Unions that multiply, or lead back into themselves by ever new paths, find no case for a long time.
    private const int MaxSteps = 4 * MaxCases;

    // The depth of bases of bases.
    private const int MaxBases = 8;

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

    public UnionPlan Plan(SchemaIntersection schema, ResolvedSchema resolved)
    {
        if (!_plans.TryGetValue(schema, out UnionPlan? plan))
            _plans.Add(schema, plan = CreatePlan(schema, resolved));
        return plan;
    }

    private UnionPlan CreatePlan(SchemaIntersection schema, ResolvedSchema resolved)
    {
        CaseCollection found = new();
        if (schemas.IsExhausted || !CollectCases(schema, resolved, found))
            return UnionPlan.TooMany;

        List<UnionCase> cases = UnionCaseMerger.Merge(found.Cases, schemas);
        bool hasObject = cases.Exists(c => c.JsonType == JsonSchemaType.Object);
        // Any JSON or a string is any JSON. Any JSON or an object with properties has a type for these.
        if (cases.Count == 0 || (found.AcceptsAnyJson && !hasObject))
            return cases.Count > 0 && !found.AcceptsAnyValue ? UnionPlan.AnyObject : UnionPlan.Untyped;
        if (cases.Count == 1 && !found.AcceptsAnyJson)
            return new UnionPlan(cases, IsSingle: true);
        SchemaUnion? union = resolved.Unions.Count == 1 ? resolved.Unions[0] : null;
        if (union is { IsHierarchy: true } && SchemaIntersectionComparer.Instance.Equals(cases[0].Schema, union.Alternatives[0]))
            cases[0] = cases[0] with { IsBase = true };
        return DiscriminatorValues.AssignTo(
            cases,
            union is null ? null : union.Discriminator ?? FindInheritedDiscriminator(cases),
            schemas
        );
    }

    /// <summary>
    /// Finds the discriminator of the schema that all cases build on, which a oneOf of its subtypes need not repeat: Springdoc does not.
    /// </summary>
    private static OpenApiDiscriminator? FindInheritedDiscriminator(List<UnionCase> cases)
    {
        if (cases.Exists(c => c.JsonType != JsonSchemaType.Object || c.Schema.Schemas.Count != 1))
            return null;
        List<List<OpenApiDiscriminator>> inherited =
        [
            .. cases.Select(c => GetDiscriminators(c.Schema.Schemas[0].Target.Schema, 0).ToList()),
        ];
        return inherited[0]
            .Find(d =>
                inherited.TrueForAll(own => own.Exists(o => string.Equals(o.PropertyName, d.PropertyName, StringComparison.Ordinal)))
            );
    }

    private static IEnumerable<OpenApiDiscriminator> GetDiscriminators(IOpenApiSchema schema, int depth)
    {
        foreach (IOpenApiSchema declared in depth < MaxBases ? schema.AllOf ?? [] : [])
        {
            IOpenApiSchema part = new LocatedSchema(declared, "").Target.Schema;
            if (part.Discriminator is { PropertyName.Length: > 0 } own)
                yield return own;
            foreach (OpenApiDiscriminator inherited in GetDiscriminators(part, depth + 1))
                yield return inherited;
        }
    }

    /// <summary>Collects the alternatives, those of inner unions in their place.</summary>
    /// <returns>False where there are too many.</returns>
    private bool CollectCases(SchemaIntersection schema, ResolvedSchema resolved, CaseCollection found)
    {
        if (found.Cases.Count > MaxCases || ++found.StepCount > MaxSteps || schemas.IsExhausted)
            return false;
        if (found.Path.Exists(p => SchemaIntersectionComparer.Instance.Equals(p, schema)))
            return true;
        found.Path.Add(schema);
        bool fits = true;
        if (resolved.Unions.Count > 0)
        {
            foreach (SchemaIntersection alternative in CombineAlternatives(schema, resolved))
                fits = fits && CollectCases(alternative, schemas.Resolve(alternative), found);
        }
        else if (resolved.HasMultipleTypes || resolved.TextAlternatives is not null)
        {
            foreach (JsonSchemaType jsonType in GetDistinctTypes(resolved))
            {
                SchemaIntersection narrowed = schema.IntersectWith(
                    new LocatedSchema(new OpenApiSchema { Type = jsonType }, schema.Pointer, ignoresUnions: true)
                );
                found.Add(narrowed, schemas.Resolve(narrowed));
            }
        }
        else
        {
            found.Add(schema, resolved);
        }

        found.Path.RemoveAt(found.Path.Count - 1);
        return fits;
    }

    /// <summary>The JSON types; an integer beside a number is a number.</summary>
    private static IEnumerable<JsonSchemaType> GetDistinctTypes(ResolvedSchema resolved) =>
        s_jsonTypes.Where(t =>
            ((resolved.TextAlternatives ?? resolved.Types) & t) != 0
            && !(t == JsonSchemaType.Integer && (resolved.Types & JsonSchemaType.Number) != 0)
        );

    /// <summary>Each combination of alternatives of all unions of the schema, intersected with the rest of the schema.</summary>
    private List<SchemaIntersection> CombineAlternatives(SchemaIntersection schema, ResolvedSchema resolved)
    {
        SchemaIntersection rest = schema.WithoutUnions;
        ResolvedSchema resolvedRest = schemas.Resolve(rest);
        bool isEmpty =
            resolvedRest.Properties.Count == 0
            && resolvedRest.Items is null
            && resolvedRest.Positions.Count == 0
            && resolvedRest.AdditionalProperties is null
            && resolvedRest.Enum is null;
        // `anyOf: [{ required: [a] }, { required: [b] }]` is a rule, and no union of types.
        if (!isEmpty && resolved.Unions.All(u => u.Alternatives.All(IsUnconstrained)))
            return [rest];

        bool isContainer = resolvedRest.Properties.Count > 0 || resolvedRest.Items is not null || resolvedRest.Positions.Count > 0;
        List<SchemaIntersection> combinations = isEmpty ? [new SchemaIntersection([])] : [rest];
        foreach (SchemaUnion union in resolved.Unions)
        {
            // Beside properties or items, an alternative of another JSON type has no values.
            List<SchemaIntersection> fitting = isContainer ? [.. union.Alternatives.Where(a => TypesOverlap(a, resolvedRest.Types))] : [];
            combinations =
            [
                .. combinations
                    .SelectMany(c => (fitting.Count > 0 ? fitting : union.Alternatives).Select(c.IntersectWith))
                    .Take(MaxCases + 1),
            ];
        }

        return combinations;
    }

    private bool TypesOverlap(SchemaIntersection alternative, JsonSchemaType? types) =>
        types is not { } known || schemas.Resolve(alternative).Types is not { } own || (own & known) != 0;

    private bool IsUnconstrained(SchemaIntersection alternative)
    {
        ResolvedSchema resolved = schemas.Resolve(alternative);
        return resolved.IsTypeOnly && (resolved.Types ?? JsonSchemaType.Object) == JsonSchemaType.Object;
    }

    /// <summary>The cases found so far, and the unions from the outermost one to the one that is being collected.</summary>
    private sealed class CaseCollection
    {
        public List<UnionCase> Cases { get; } = [];

        /// <summary>True where an alternative is any JSON, or any object.</summary>
        public bool AcceptsAnyJson { get; private set; }

        /// <summary>True where an alternative is any JSON.</summary>
        public bool AcceptsAnyValue { get; private set; }

        public List<SchemaIntersection> Path { get; } = [];

        public int StepCount { get; set; }

        public void Add(SchemaIntersection schema, ResolvedSchema resolved)
        {
            AcceptsAnyValue |= resolved.Types is null;
            if (
                resolved.Types is not { } type
                || (type == JsonSchemaType.Object && resolved.Properties.Count == 0 && resolved.AdditionalProperties is null)
            )
                AcceptsAnyJson = true;
            else
                Cases.Add(new UnionCase(schema, resolved, UnionCaseMerger.ToCaseType(type)));
        }
    }
}
