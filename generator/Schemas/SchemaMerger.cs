using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents.Normalization;
using CfGen.Generator.Documents.ObjectModel;
using CfGen.Generator.Parsing;
using Microsoft.OpenApi;

namespace CfGen.Generator.Schemas;

/// <summary>
/// Resolves an intersection: follows references and merges the branches of allOf. Where two schemas differ, the later, narrower one wins
/// over the base.
/// </summary>
internal static class SchemaMerger
{
    // Documents nest allOf a few levels deep. A longer chain is a circle.
    private const int MaxDepth = 64;

    // Bases that share bases, many levels deep, lead to more paths than there is time for: beyond this number no schema is merged twice.
    private const int MaxMerges = 1_000;

    private static readonly Dictionary<string, IOpenApiSchema> s_noSchemas = [];

    private static readonly string[] s_binaryMediaTypes = ["application/octet-stream", "image/", "audio/", "video/"];

    public static ResolvedSchema Merge(SchemaIntersection schema)
    {
        ResolvedSchema resolved = new();
        MergePath path = new();
        // The last schema is the narrowest, and the one that the author wrote for this place: it decides on null.
        foreach (LocatedSchema part in schema.Schemas)
            resolved.IsNullable = MergeSchema(resolved, part, path, 0, part.IgnoresUnions) ?? resolved.IsNullable;

        resolved.PartCount = path.EnterCount;
        PatternPropertyMerger.Merge(resolved);
        TypeMerger.InferTypes(resolved);
        return resolved;
    }

    /// <summary>True where a reference has annotations beside its target; see <see cref="MergeAnnotations"/>.</summary>
    public static bool HasReferenceAnnotations(IOpenApiSchema schema) =>
        schema is OpenApiSchemaReference { Reference: var own }
        && (NullIfBlank(own.Description) is not null || own.Default is not null || own.ReadOnly == true || own.WriteOnly == true);

    /// <returns>True where null is a value; null where the schema does not decide that.</returns>
    private static bool? MergeSchema(ResolvedSchema resolved, LocatedSchema located, MergePath path, int depth, bool ignoresUnions)
    {
        LocatedSchema target = located.Target;
        IOpenApiSchema schema = target.Schema;
        if (depth > MaxDepth || schema is OpenApiSchemaReference || !path.TryEnter(schema))
            return null;

        bool? branchesNullable = null;
        foreach (LocatedSchema branch in target.RequiredSchemas)
        {
            // Beside members of its own, allOf of a hierarchy is allOf of its base.
            LocatedSchema part =
                branch.Target is { Schema: HierarchySchema hierarchy, Pointer: var origin } && !IsWrapper(schema)
                    ? new LocatedSchema(hierarchy.BaseSchema, origin)
                    : branch;
            bool? branchNullable = MergeSchema(resolved, part, path, depth + 1, ignoresUnions);
            branchesNullable = branchNullable is null ? branchesNullable : branchNullable & (branchesNullable ?? true);
        }

        TypeMerger.MergeTypes(resolved, schema);
        MergeAnnotations(resolved, schema, (located.Schema as OpenApiSchemaReference)?.Reference);
        MergeObject(resolved, schema, target.Pointer);
        resolved.MergedConstraints = ConstraintMerger.Merge(resolved.MergedConstraints, schema);
        resolved.PatternPointer = schema.Pattern is null ? resolved.PatternPointer : target.Pointer + "/pattern";
        EnumMerger.Merge(resolved, schema);
        bool unionsNullable = !ignoresUnions && MergeUnions(resolved, schema, target.Pointer);
        path.Leave();
        return IsNullable(schema, branchesNullable, unionsNullable);
    }

    private static bool IsWrapper(IOpenApiSchema schema) =>
        schema.AllOf is not { Count: > 1 } && schema.Properties is not { Count: > 0 } && schema.AdditionalProperties is null;

    private static bool? IsNullable(IOpenApiSchema schema, bool? branchesNullable, bool unionsNullable)
    {
        // { nullable: true } alone is any JSON, null among it.
        if (schema.Type is null && new LocatedSchema(schema, "").IsNull && schema.Enum is not { Count: > 0 })
            return null;
        bool listsNull = schema.Type is null && schema.Enum is { Count: > 0 } values && values.Any(v => v.IsJsonNull());
        // In 3.0 `nullable: true` beside allOf or $ref means "or null" to everyone who writes it, whatever the branches require.
        if (IsMarkedNullable(schema) || branchesNullable == true || unionsNullable || listsNull)
            return true;
        return schema.Type is null ? branchesNullable : false;
    }

    private static bool IsMarkedNullable(IOpenApiSchema schema) =>
        (schema.Type is { } type && (type & JsonSchemaType.Null) != 0) || LocatedSchema.IsMarkedNullable(schema);

    private static void MergeAnnotations(ResolvedSchema resolved, IOpenApiSchema schema, JsonSchemaReference? reference)
    {
        resolved.Format = schema.Format ?? GetContentFormat(schema) ?? resolved.Format;
        resolved.Title = NullIfBlank(schema.Title) ?? resolved.Title;
        resolved.Description = NullIfBlank(reference?.Description) ?? NullIfBlank(schema.Description) ?? resolved.Description;
        resolved.Default = reference?.Default ?? schema.Default ?? resolved.Default;
        resolved.Example = GetExample(schema) ?? resolved.Example;
        resolved.IsDeprecated |= schema.Deprecated;
        resolved.IsReadOnly |= schema.ReadOnly || reference?.ReadOnly == true;
        resolved.IsWriteOnly |= schema.WriteOnly || reference?.WriteOnly == true;
    }

    private static JsonNode? GetExample(IOpenApiSchema schema)
    {
        if (schema.Examples is { Count: > 0 } examples)
            return examples[0];
#pragma warning disable CS0618 // Obsolete since 3.1 has examples; documents before it have this one.
        return schema.Example;
#pragma warning restore CS0618
    }

    /// <summary>
    /// The format of 3.0 that <c>contentEncoding</c> and <c>contentMediaType</c> of 3.1 stand for; null where they do not mean bytes.
    /// </summary>
    private static string? GetContentFormat(IOpenApiSchema schema)
    {
        if (schema is not OpenApiSchema own)
            return null;
        if (own.ContentEncoding is { Length: > 0 } encoding)
            return encoding switch
            {
                "base64" => "byte",
                "binary" => "binary",
                _ => null,
            };
        bool isBinary =
            own.ContentMediaType is { } type && s_binaryMediaTypes.Any(b => type.StartsWith(b, StringComparison.OrdinalIgnoreCase));
        return isBinary ? "binary" : null;
    }

    private static void MergeObject(ResolvedSchema resolved, IOpenApiSchema schema, string pointer)
    {
        if (TupleNormalizer.FindKeyword(schema) is { } keyword)
        {
            MergePositions(resolved, schema, $"{pointer}/{keyword}");
        }
        else if (schema.Properties is { } properties)
        {
            foreach (KeyValuePair<string, IOpenApiSchema> property in properties)
                MergeProperty(
                    resolved,
                    property.Key,
                    new LocatedSchema(property.Value, $"{pointer}/properties/{JsonPointer.Escape(property.Key)}")
                );
        }

        if (schema.Required is { } required)
            resolved.Required.UnionWith(required);
        if (schema.Items is { } items)
            resolved.Items = Intersect(resolved.Items, new LocatedSchema(items, pointer + "/items"));
        if (schema.AdditionalProperties is { } additional)
            resolved.AdditionalProperties = Intersect(
                resolved.AdditionalProperties,
                new LocatedSchema(additional, pointer + "/additionalProperties")
            );
        resolved.ForbidsAdditionalProperties |= !schema.AdditionalPropertiesAllowed;
        if ((schema as IOpenApiSchemaMissingProperties)?.PropertyNames is { } names)
            resolved.PropertyNames = Intersect(resolved.PropertyNames, new LocatedSchema(names, pointer + "/propertyNames"));
        foreach ((string other, string name, string below) in DependencyNormalizer.Read(schema))
            resolved.Dependencies.Add((other, name, pointer + below));
        foreach (KeyValuePair<string, IOpenApiSchema> pattern in schema.PatternProperties ?? s_noSchemas)
            resolved.PatternProperties.Add(
                new LocatedSchema(pattern.Value, $"{pointer}/patternProperties/{JsonPointer.Escape(pattern.Key)}")
            );
    }

    private static void MergePositions(ResolvedSchema resolved, IOpenApiSchema schema, string pointer)
    {
        // A base of itself lost its properties.
        IDictionary<string, IOpenApiSchema> positions = schema.Properties ?? s_noSchemas;
        for (int i = 0; positions.TryGetValue(NumberFormat.ToInvariantString(i), out IOpenApiSchema? position); i++)
        {
            LocatedSchema located = new(position, JsonPointer.Append(pointer, i));
            if (i < resolved.Positions.Count)
                resolved.Positions[i] = resolved.Positions[i].IntersectWith(located);
            else
                resolved.Positions.Add(new SchemaIntersection([located]));
        }

        resolved.ForbidsMoreItems |= TupleNormalizer.IsClosed(schema);
    }

    private static void MergeProperty(ResolvedSchema resolved, string name, LocatedSchema schema)
    {
        if (resolved.Properties.TryGetValue(name, out SchemaIntersection? known))
        {
            resolved.Properties[name] = known.IntersectWith(schema);
            return;
        }

        resolved.PropertyOrder.Add(name);
        resolved.Properties.Add(name, new SchemaIntersection([schema]));
    }

    private static SchemaIntersection Intersect(SchemaIntersection? known, LocatedSchema schema) =>
        known is null ? new SchemaIntersection([schema]) : known.IntersectWith(schema);

    /// <returns>True where an alternative of a union is null.</returns>
    private static bool MergeUnions(ResolvedSchema resolved, IOpenApiSchema schema, string pointer)
    {
        if (schema is SyntheticUnionSchema synthetic)
            resolved.Unions.Add(synthetic.Union);
        bool oneOfNullable = MergeUnion(resolved, schema.OneOf, pointer, "oneOf", schema);
        bool anyOfNullable = MergeUnion(resolved, schema.AnyOf, pointer, "anyOf", schema);
        return oneOfNullable || anyOfNullable;
    }

    /// <returns>True where one alternative is null.</returns>
    private static bool MergeUnion(
        ResolvedSchema resolved,
        IList<IOpenApiSchema>? alternatives,
        string pointer,
        string keyword,
        IOpenApiSchema schema
    )
    {
        if (alternatives is not { Count: > 0 })
            return false;
        List<LocatedSchema> present =
        [
            .. alternatives
                .Select((a, i) => new LocatedSchema(a, $"{pointer}/{keyword}/{i}"))
                .Where((_, i) => !LocatedSchema.IsNullAlternative(alternatives, i)),
        ];
        bool isNullable = present.Count < alternatives.Count;
        // A single alternative has been merged as a branch of allOf is.
        if (present.Count < 2)
            return isNullable;
        isNullable |= present.Exists(s => IsMarkedNullable(s.Target.Schema));
        // Alternatives of words only say nothing about the value.
        if (present.TrueForAll(s => s.Target.IsUnconstrained))
            return isNullable;
        resolved.IsTypeList |= schema.Extensions?.ContainsKey(TypeListNormalizer.TypeListExtension) is true;
        if (present.TrueForAll(s => TypeMerger.IsTypeOnly(s.Target.Schema)))
            TypeMerger.MergeAlternatives(resolved, present);
        else
            resolved.Unions.Add(
                new SchemaUnion([.. present.Select(s => new SchemaIntersection([s]))], schema.Discriminator, schema is HierarchySchema)
            );
        return isNullable;
    }

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    /// <summary>The schemas from the outermost one to the one that is being merged.</summary>
    private sealed class MergePath
    {
        private readonly List<IOpenApiSchema> _path = [];
        private HashSet<IOpenApiSchema>? _merged;

        /// <summary>The number of schemas that were to be merged, those among them that were left out.</summary>
        public int EnterCount { get; private set; }

        /// <summary>Enters the schema, unless it is on the path already, or was merged before and there are too many merges.</summary>
        public bool TryEnter(IOpenApiSchema schema)
        {
            EnterCount++;
            if (_path.Contains(schema) || (EnterCount > MaxMerges && !(_merged ??= new(SchemaReferenceComparer.Instance)).Add(schema)))
                return false;
            _path.Add(schema);
            return true;
        }

        public void Leave() => _path.RemoveAt(_path.Count - 1);
    }
}
