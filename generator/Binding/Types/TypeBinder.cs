using CfGen.Generator.Diagnostics;
using CfGen.Generator.Lowering;
using CfGen.Generator.Model;
using CfGen.Generator.Naming;
using CfGen.Generator.Schemas;
using CfGen.Generator.Schemas.Unions;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Types;

/// <summary>Gives each schema its C# type, and declares the records and enums that this takes.</summary>
internal sealed class TypeBinder(SchemaResolver shapes, NameScope typeNames, FindingCollector findings)
{
    // Choices of one choice of one come one or two deep.
    private const int MaxUnionDepth = 16;

    private readonly Dictionary<string, TypeRef> _components = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _componentNames = new(StringComparer.Ordinal);
    private readonly Dictionary<SchemaIntersection, TypeRef> _inlineTypes = new(SchemaIntersectionComparer.Instance);
    private readonly List<TypeNode> _nodes = [];
    private readonly Dictionary<string, TypeNode> _byReference = new(StringComparer.Ordinal);
    private readonly UnionPlanner _unions = new(shapes);
    private readonly DefaultValues _defaults = new(findings);

    // Lists, maps and alternatives on the way to the type that is being bound: a schema that is a list of itself has no C# type.
    private readonly HashSet<IOpenApiSchema> _schemasInProgress = new(SchemaReferenceComparer.Instance);

    private int _placeholderCount;

    /// <summary>All declared types.</summary>
    public IReadOnlyList<TypeNode> Nodes => _nodes;

    /// <summary>All declared types by what they are called until <see cref="TypeDeduplicator"/> has named them.</summary>
    public IReadOnlyDictionary<string, TypeNode> NodesByReference => _byReference;

    public TypeNode? FindNode(NamedType type) => _byReference.TryGetValue(type.Name, out TypeNode? node) ? node : null;

    /// <summary>Where the operation stands that is being bound; null within a component.</summary>
    public ResourceScope? Scope { get; set; }

    /// <summary>Names of components come before names of inline types, in ordinal order, so that no order in the document matters.</summary>
    /// <param name="own">All components of the document, reached or not, so that no selection matters either.</param>
    /// <param name="brought">Those that were brought in from other documents, with others.</param>
    public void NameComponents(IReadOnlyCollection<string> own, IEnumerable<string> brought)
    {
        Dictionary<string, string> whole = own.ToDictionary(id => id, Identifiers.ToTypeName, StringComparer.Ordinal);
        Dictionary<string, string> bare = ComponentPrefixes.FindRemovable(whole);
        foreach (
            string id in own.OrderBy(id => id, StringComparer.Ordinal).Concat(brought.Except(own).OrderBy(id => id, StringComparer.Ordinal))
        )
        {
            string name = whole.TryGetValue(id, out string? known) ? known : Identifiers.ToTypeName(id);
            _componentNames[id] =
                bare.TryGetValue(id, out string? rest) && typeNames.IsAvailable(rest)
                    ? typeNames.Reserve(rest)
                    : typeNames.Reserve(name, name + "Model");
        }
    }

    /// <summary>Declares a type that is no schema's alone.</summary>
    public void Declare(TypeNode node)
    {
        _nodes.Add(node);
        _byReference.Add(node.Reference.Name, node);
    }

    /// <param name="name">Name for the type where it is an inline one.</param>
    public TypeRef Bind(SchemaIntersection conjunction, InlineTypeName name)
    {
        ResolvedSchema shape = shapes.Resolve(conjunction);
        return Bind(conjunction, shape, name);
    }

    public TypeRef Bind(SchemaIntersection conjunction, ResolvedSchema shape, InlineTypeName name)
    {
        TypeCandidate found = ResolveCandidate(conjunction, shape);
        if (!found.IsDeclared)
            return BindUndeclared(found, found.Component?.ComponentId is { } list ? GetComponentName(list) : name);
        if (found.Component is { ComponentId: { } id } component)
            return _components.TryGetValue(id, out TypeRef? known) ? known : DeclareComponent(id, component);
        return _inlineTypes.TryGetValue(found.Schema, out TypeRef? same)
            ? same
            : Declare(found, found.Schema.Pointer, CreateReference(found, name), name, type => _inlineTypes[found.Schema] = type);
    }

    /// <summary>What is left of a schema once a choice of one is that one, and the component that gives it its name.</summary>
    private TypeCandidate ResolveCandidate(SchemaIntersection conjunction, ResolvedSchema shape)
    {
        LocatedSchema? component = FindEquivalentComponent(conjunction.Schemas, 0);
        UnionPlan? plan = PlanUnion(conjunction, shape);
        for (int i = 0; i < MaxUnionDepth && plan is { IsSingle: true }; i++)
        {
            (conjunction, shape) = (plan.Cases[0].Schema, plan.Cases[0].Resolved);
            component = FindEquivalentComponent(conjunction.Schemas, 0) ?? component;
            plan = PlanUnion(conjunction, shape);
        }

        return new TypeCandidate(conjunction, shape, plan, component);
    }

    private UnionPlan? PlanUnion(SchemaIntersection conjunction, ResolvedSchema shape) =>
        shape.IsUnion && EnumValues.TryCreate(shape) is null ? _unions.Plan(conjunction, shape) : null;

    private string GetComponentName(string id)
    {
        if (!_componentNames.TryGetValue(id, out string? name))
            _componentNames[id] = name = typeNames.Reserve(Identifiers.ToTypeName(id));
        return name;
    }

    private NamedType DeclareComponent(string id, LocatedSchema component)
    {
        string name = GetComponentName(id);
        SchemaIntersection itself = new([component]);
        ResourceScope? outside = Scope;
        // What stands in a component is named after it, whichever operation comes to it first.
        Scope = null;
        TypeCandidate found = ResolveCandidate(itself, shapes.Resolve(itself));
        NamedType type = Declare(found, component.Target.Pointer, new NamedType(name, GetNamedKind(found)), null, t => _components[id] = t);
        Scope = outside;
        return type;
    }

    private sealed record TypeCandidate(SchemaIntersection Schema, ResolvedSchema Resolved, UnionPlan? Plan, LocatedSchema? Component)
    {
        public bool IsDeclared => Plan is not null ? Plan.IsUnion : EnumValues.TryCreate(Resolved) is not null || IsObject;

        private bool IsObject => Resolved.HasType(JsonSchemaType.Object) && Resolved.Properties.Count > 0;
    }

    /// <summary>
    /// The component that the parts come to, where all others say no more than it does: an alias, an allOf of one reference,
    /// a base that only lists JSON types.
    /// </summary>
    private LocatedSchema? FindEquivalentComponent(IReadOnlyList<LocatedSchema> parts, int depth)
    {
        if (depth > 16 || (parts.Count == 1 ? parts[0] : FindOnlyConstrainingSchema(parts)) is not { IgnoresUnions: false } site)
            return null;
        if (site.ComponentId is not null)
        {
            // An alias of another component is that component; anything of its own makes it a type.
            return
                site.ReferencedSchema is { } target
                && (target.Schema is OpenApiSchemaReference || IsWrapper(target))
                && FindWrappedComponent(target, depth) is { } inner
                ? inner
                : site;
        }

        return IsWrapper(site) ? FindWrappedComponent(site, depth) : null;
    }

    /// <summary>The one part that says more than which JSON types there are; null where several do, or one speaks without its choices.</summary>
    private LocatedSchema? FindOnlyConstrainingSchema(IReadOnlyList<LocatedSchema> parts)
    {
        LocatedSchema? speaking = null;
        foreach (LocatedSchema part in parts)
        {
            if (part.IgnoresUnions)
                return null;
            if (shapes.Resolve(new SchemaIntersection([part])).IsTypeOnly)
                continue;
            if (speaking is not null)
                return null;
            speaking = part;
        }

        return speaking;
    }

    private LocatedSchema? FindWrappedComponent(LocatedSchema site, int depth) =>
        site.ComponentId is not null
            ? FindEquivalentComponent([site], depth + 1)
            : FindEquivalentComponent([.. site.RequiredSchemas], depth + 1);

    private static bool IsWrapper(LocatedSchema site) =>
        site.Schema is var schema
        && schema.Properties is not { Count: > 0 }
        && schema.Required is not { Count: > 0 }
        && schema.Enum is not { Count: > 0 }
        && schema.Items is null
        && schema.AdditionalProperties is null
        && !site.HasUnion
        && site.RequiredSchemas.Any();

    /// <summary>A type of an operation has its name at once; one within a type waits for the others that are equal to it.</summary>
    private NamedType CreateReference(TypeCandidate found, InlineTypeName name) =>
        new(
            name.MemberName.Length == 0
                ? typeNames.Reserve(name.Candidates)
                : "?" + (++_placeholderCount).ToString(System.Globalization.CultureInfo.InvariantCulture),
            GetNamedKind(found)
        );

    private static NamedKind GetNamedKind(TypeCandidate found) =>
        found.Plan is null && EnumValues.TryCreate(found.Resolved) is not null ? NamedKind.Enum : NamedKind.Model;

    private NamedType Declare(TypeCandidate found, string pointer, NamedType reference, InlineTypeName? name, Action<TypeRef> declared)
    {
        ResolvedSchema shape = found.Resolved;
        Documentation docs = shape.CreateDocumentation(pointer);
        TypeNode node =
            found.Plan is { } plan ? new UnionNode(reference, docs, plan.DiscriminatorProperty, plan.HasExplicitDiscriminator)
            : EnumValues.TryCreate(shape) is { } values
                ? new EnumNode(reference, docs, values.Kind, values.CreateMembers(name?.FullName ?? reference.Name))
            : new RecordNode(reference, docs) { KeepsUnknownProperties = !shape.ForbidsAdditionalProperties };
        node.InlineName = name is { MemberName.Length: > 0 } ? name : null;
        node.Scope = Scope;
        Declare(node);
        declared(reference);
        if (node is UnionNode union)
            AddCases(union, found.Plan!);
        else if (node is RecordNode record)
            AddProperties(record, shape);
        return reference;
    }

    private void AddProperties(RecordNode record, ResolvedSchema shape)
    {
        Dictionary<string, string> names = Identifiers.AssignPropertyNames(record.InlineName?.FullName ?? record.Name, shape.PropertyOrder);
        foreach (string wire in shape.PropertyOrder)
        {
            SchemaIntersection conjunction = shape.Properties[wire];
            ResolvedSchema property = shapes.Resolve(conjunction);
            TypeRef type = Bind(conjunction, property, InlineTypeName.ForMember(record, names[wire]));
            record.Properties.Add(
                new PropertyNode(
                    names[wire],
                    wire,
                    type,
                    shape.Required.Contains(wire),
                    property.IsNullable,
                    property.IsReadOnly,
                    property.IsWriteOnly,
                    property.Constraints,
                    CreateDocumentation(property, conjunction.Pointer)
                )
                {
                    ItemConstraints = GetItemConstraints(property, type),
                }
            );
        }

        if (shape.HasTypedAdditionalProperties)
            record.AdditionalProperties = CreateAdditionalProperties(record, shape.AdditionalProperties!);
    }

    /// <summary>The rules of each string in a list of them.</summary>
    public ValueRules GetItemConstraints(ResolvedSchema shape, TypeRef type) =>
        type is ListType { Item: ScalarType { Kind: ScalarKind.String } } && shape.Items is { } items
            ? shapes.Resolve(items).Constraints
            : ValueRules.None;

    private AdditionalPropertiesModel CreateAdditionalProperties(RecordNode record, SchemaIntersection additional)
    {
        NameScope members = new(reserved: [.. record.Properties.Select(p => p.Name), record.InlineName?.FullName ?? record.Name]);
        string name = members.Reserve("AdditionalProperties", "AdditionalPropertiesValue");
        TypeRef value = BindElement(additional, InlineTypeName.ForMember(record, "AdditionalProperty"));
        ResolvedSchema element = shapes.Resolve(additional);
        return new AdditionalPropertiesModel(
            name,
            value,
            IsValidated: false,
            element.IsReadOnly,
            element.CreateDocumentation(additional.Pointer)
        );
    }

    /// <summary>The words about a member, its default among them.</summary>
    public Documentation CreateDocumentation(ResolvedSchema shape, string pointer) =>
        shape.CreateDocumentation(pointer) with
        {
            Default = FormatDefault(shape, pointer),
        };

    /// <inheritdoc cref="DefaultValues.Format"/>
    public string FormatDefault(ResolvedSchema shape, string pointer) => _defaults.Format(shape, pointer);

    private void AddCases(UnionNode union, UnionPlan plan)
    {
        UnionCaseNames names = new(plan, shapes);
        foreach (UnionCase alternative in plan.Cases)
        {
            TypeRef type = Bind(alternative.Schema, alternative.Resolved, InlineTypeName.ForMember(union, names.GetName(alternative)));
            // Any JSON is the arm of what is unknown, and a choice of itself adds nothing.
            if (type != TypeRef.Json && type != union.Reference)
                union.AddCase(type, alternative, shapes);
        }
    }

    private TypeRef BindUndeclared(TypeCandidate found, InlineTypeName name)
    {
        SchemaIntersection conjunction = found.Schema;
        IOpenApiSchema self = conjunction.Schemas[conjunction.Schemas.Count - 1].Target.Schema;
        if (!_schemasInProgress.Add(self))
        {
            findings.Add(SchemaFindings.RecursiveWithoutObject(conjunction.Pointer));
            return TypeRef.Json;
        }

        TypeRef type = BindComposed(found, name);
        _schemasInProgress.Remove(self);
        return type;
    }

    private TypeRef BindComposed(TypeCandidate found, InlineTypeName name)
    {
        ResolvedSchema shape = found.Resolved;
        if (found.Plan == UnionPlan.TooMany)
            findings.Add(SchemaFindings.TooManyAlternatives(found.Schema.Pointer));
        if (found.Plan is not null)
            return TypeRef.Json;
        if (shape.HasType(JsonSchemaType.Array))
            return new ListType(shape.Items is { } items ? BindElement(items, name.ToSingular()) : TypeRef.Json);
        if (shape.HasType(JsonSchemaType.Object) && shape.AdditionalProperties is { } additional)
            return new MapType(BindElement(additional, name.Append("Value")));
        return ScalarTypes.TryResolve(shape) is { } scalar ? scalar : TypeRef.Json;
    }

    private TypeRef BindElement(SchemaIntersection element, InlineTypeName name)
    {
        ResolvedSchema shape = shapes.Resolve(element);
        TypeRef type = Bind(element, shape, name);
        return shape.IsNullable && type != TypeRef.Json ? new NullableType(type) : type;
    }
}
