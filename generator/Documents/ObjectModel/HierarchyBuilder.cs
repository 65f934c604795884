using CfGen.Generator.Documents.Normalization;
using CfGen.Generator.Parsing;
using Microsoft.OpenApi;

namespace CfGen.Generator.Documents.ObjectModel;

/// <summary>
/// Makes inheritance explicit: a component with a discriminator that others build on by <c>allOf</c> becomes a union of them and of itself.
/// A reference to it accepts all of them, and <c>allOf</c> of it means its own members.
/// </summary>
internal sealed class HierarchyBuilder
{
    private const string BaseSuffix = "Base";

    private readonly OpenApiDocument _document;
    private readonly IDictionary<string, IOpenApiSchema> _schemas;
    private readonly Dictionary<string, List<string>> _subtypes = new(StringComparer.Ordinal);

    // The component of the base of each schema that others build on.
    private readonly SortedDictionary<string, string> _bases = new(StringComparer.Ordinal);

    private HierarchyBuilder(OpenApiDocument document, IDictionary<string, IOpenApiSchema> schemas)
    {
        _document = document;
        _schemas = schemas;
    }

    /// <param name="names">All components of the document, also those that the object model does not have.</param>
    public static void Build(OpenApiDocument? document, IReadOnlyCollection<string> names, SourceMap sourceMap)
    {
        if (document?.Components?.Schemas is { } schemas && schemas.Values.Any(HasDiscriminator))
            new HierarchyBuilder(document, schemas).Build(new HashSet<string>(names, StringComparer.Ordinal), sourceMap);
    }

    private static bool HasDiscriminator(IOpenApiSchema schema) =>
        schema is OpenApiSchema { Discriminator.PropertyName: { Length: > 0 }, OneOf: not { Count: > 0 }, AnyOf: not { Count: > 0 } };

    private void Build(HashSet<string> names, SourceMap sourceMap)
    {
        FindSubtypes();
        List<string> roots =
        [
            .. _schemas
                .Where(s => HasDiscriminator(s.Value) && _subtypes.ContainsKey(s.Key))
                .Select(s => s.Key)
                .OrderBy(id => id, StringComparer.Ordinal),
        ];
        Dictionary<string, OpenApiDiscriminator> discriminators = new(StringComparer.Ordinal);
        foreach (string root in roots)
        {
            foreach (string id in FindDescendants(root).Prepend(root).Where(_subtypes.ContainsKey))
            {
                discriminators[id] =
                    HasDiscriminator(_schemas[id]) || !discriminators.TryGetValue(id, out OpenApiDiscriminator? known)
                        ? ((OpenApiSchema)_schemas[HasDiscriminator(_schemas[id]) ? id : root]).Discriminator!
                        : known;
                if (!_bases.ContainsKey(id))
                    _bases.Add(id, CreateBaseName(id, names));
            }
        }

        Dictionary<string, HierarchySchema> unions = _bases.Keys.ToDictionary(
            id => id,
            id => CreateUnion(id, discriminators[id]),
            StringComparer.Ordinal
        );
        foreach (KeyValuePair<string, string> entry in _bases)
        {
            _schemas[entry.Value] = CreateBase((OpenApiSchema)_schemas[entry.Key], unions[entry.Key].Discriminator);
            _schemas[entry.Key] = unions[entry.Key];
            sourceMap.AddRedirect(GetPointer(entry.Value), sourceMap, GetPointer(entry.Key));
        }

        foreach (OpenApiSchema schema in _schemas.Values.OfType<OpenApiSchema>())
            RedirectToBases(schema);
    }

    private static string GetPointer(string id) => "#/components/schemas/" + JsonPointer.Escape(id);

    private void FindSubtypes()
    {
        foreach (KeyValuePair<string, IOpenApiSchema> schema in _schemas)
        {
            foreach (string id in GetBases(schema.Value))
            {
                if (!_subtypes.TryGetValue(id, out List<string>? names))
                    _subtypes.Add(id, names = []);
                if (!names.Contains(schema.Key))
                    names.Add(schema.Key);
            }
        }
    }

    private static IEnumerable<string> GetBases(IOpenApiSchema schema) =>
        schema is OpenApiSchema { AllOf: { } parts }
            ? parts.OfType<OpenApiSchemaReference>().Select(r => r.Reference.Id).OfType<string>()
            : [];

    /// <summary>
    /// The schemas that build on one, at any depth, in ordinal order: names and cases do not depend on the order of the document.
    /// </summary>
    private IEnumerable<string> FindDescendants(string id)
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        Stack<string> open = new([id]);
        while (open.Count > 0)
        {
            foreach (string subtype in _subtypes.TryGetValue(open.Pop(), out List<string>? names) ? names : [])
            {
                if (subtype != id && found.Add(subtype))
                    open.Push(subtype);
            }
        }

        return found.OrderBy(d => d, StringComparer.Ordinal);
    }

    private string CreateBaseName(string id, HashSet<string> names)
    {
        string name = id + BaseSuffix;
        while (_schemas.ContainsKey(name) || !names.Add(name))
            name += BaseSuffix;
        return name;
    }

    private HierarchySchema CreateUnion(string id, OpenApiDiscriminator discriminator)
    {
        var schema = (OpenApiSchema)_schemas[id];
        HashSet<string> members = new(FindDescendants(id), StringComparer.Ordinal);
        // A schema that only the mapping names is a case as well, unless it is a base of this one.
        foreach (OpenApiSchemaReference target in discriminator.Mapping?.Values ?? Enumerable.Empty<OpenApiSchemaReference>())
        {
            if (
                HasDiscriminator(schema)
                && target.Reference.Id is { } name
                && name != id
                && _schemas.ContainsKey(name)
                && !FindDescendants(name).Contains(id)
            )
                members.Add(name);
        }

        return new HierarchySchema(CreateReference(id))
        {
            Title = schema.Title,
            Description = schema.Description,
            Deprecated = schema.Deprecated,
            ReadOnly = schema.ReadOnly,
            WriteOnly = schema.WriteOnly,
            OneOf = [CreateReference(id), .. members.OrderBy(m => m, StringComparer.Ordinal).Select(CreateReference)],
            Discriminator = CreateDiscriminator(id, discriminator),
            Extensions =
                (schema.Type & JsonSchemaType.Null) != 0 && schema.Type is not null
                    ? new Dictionary<string, IOpenApiExtension> { [NullableNormalizer.NullableExtension] = new JsonNodeExtension(true) }
                    : schema.Extensions,
        };
    }

    /// <summary>The discriminator with the bases in the place of the unions.</summary>
    private OpenApiDiscriminator CreateDiscriminator(string id, OpenApiDiscriminator discriminator)
    {
        var mapping = new Dictionary<string, OpenApiSchemaReference>(StringComparer.Ordinal);
        foreach (
            KeyValuePair<string, OpenApiSchemaReference> entry in discriminator.Mapping ?? new Dictionary<string, OpenApiSchemaReference>()
        )
            mapping[entry.Key] = entry.Value.Reference.Id is { } target ? CreateReference(target) : entry.Value;
        // Without a mapping the value is the name of the component, which a base does not have any more.
        HashSet<string> mapped = new(mapping.Values.Select(r => r.Reference.Id).OfType<string>(), StringComparer.Ordinal);
        foreach (string member in FindDescendants(id).Prepend(id))
        {
            bool isAbstract = member == id && mapping.Count > 0;
            if (_bases.TryGetValue(member, out string? own) && !mapped.Contains(own) && !mapping.ContainsKey(member) && !isAbstract)
                mapping.Add(member, CreateReference(member));
        }

        return new OpenApiDiscriminator { PropertyName = discriminator.PropertyName, Mapping = mapping };
    }

    private OpenApiSchemaReference CreateReference(string id) => new(_bases.TryGetValue(id, out string? own) ? own : id, _document);

    private static OpenApiSchema CreateBase(OpenApiSchema schema, OpenApiDiscriminator? discriminator)
    {
        var copy = (OpenApiSchema)schema.CreateShallowCopy();
        // A oneOf of subtypes without a discriminator has that of their base.
        copy.Discriminator = schema is { OneOf: not { Count: > 0 }, AnyOf: not { Count: > 0 } } ? discriminator : null;
        // A value of a subtype that the document does not know is a base with members of its own.
        if (copy.AdditionalProperties is null)
            copy.AdditionalPropertiesAllowed = true;
        return copy;
    }

    /// <summary>Makes allOf of a union one of its base.</summary>
    private void RedirectToBases(OpenApiSchema schema)
    {
        if (GetBases(schema).Any(_bases.ContainsKey))
            schema.AllOf =
            [
                .. schema.AllOf!.Select(p =>
                    p is OpenApiSchemaReference { Reference.Id: { } id } && _bases.ContainsKey(id) ? CreateReference(id) : p
                ),
            ];
    }
}
