using CfGen.Generator.Diagnostics;
using CfGen.Generator.Model;
using CfGen.Generator.Naming;
using CfGen.Generator.Schemas;
using CfGen.Generator.Schemas.Patterns;
using CfGen.Generator.Schemas.Unions;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Types;

/// <summary>Finds the C# type of each schema, and declares the records, enums and unions among them.</summary>
/// <param name="durations">The form in which the API writes durations.</param>
/// <param name="ownTypes">The types of the project in the places of schemas.</param>
internal sealed class TypeBinder(
    SchemaResolver schemas,
    ComponentTypeNames componentNames,
    InlineTypePlaces places,
    NameScope typeNames,
    ScalarKind durations,
    OwnTypes.OwnTypes ownTypes,
    FindingCollector findings
)
{
    // Unions of one union of one are one or two deep.
    private const int MaxUnionDepth = 16;

    private readonly Dictionary<string, TypeRef> _components = new(StringComparer.Ordinal);
    private readonly Dictionary<SchemaIntersection, TypeRef> _inlineTypes = new(SchemaIntersectionComparer.Instance);
    private readonly List<TypeNode> _nodes = [];
    private readonly UnionPlanner _unions = new(schemas);
    private readonly UnionCaseFactory _unionCases = new(schemas);
    private readonly ComponentFinder _componentFinder = new(schemas, ownTypes.HasComponent);
    private readonly PatternCompiler _patterns = new();
    private readonly DefaultValues _defaults = new(findings);
    private ObjectRuleBinder? _objectRules;

    // Documents nest types a dozen levels deep. A level takes half a kilobyte of the stack.
    private const int MaxDepth = 128;

    // The types whose members are bound later, and the number of types around the one that is being bound.
    private readonly Queue<(TypeNode Node, TypeCandidate Candidate)> _deferred = new();
    private int _depth;

    // The lists, maps and unions around the type that is being bound: a schema that is a list of itself has no C# type.
    private HashSet<IOpenApiSchema> _schemasInProgress = new(SchemaReferenceComparer.Instance);

    /// <summary>All declared types.</summary>
    public IReadOnlyList<TypeNode> Nodes => _nodes;

    /// <summary>Declares a type that is not that of one schema.</summary>
    public void Declare(TypeNode node) => _nodes.Add(node);

    /// <param name="name">The name of the type where it is an inline one.</param>
    public TypeRef Bind(SchemaIntersection schema, InlineTypeName name) => Bind(schema, schemas.Resolve(schema), name);

    public TypeRef Bind(SchemaIntersection schema, ResolvedSchema resolved, InlineTypeName name)
    {
        if (FindOwnType(schema, resolved) is { } own)
            return own;
        TypeCandidate candidate = ResolveCandidate(schema, resolved);
        if (candidate.Component is { } single && ownTypes.FindComponent(single.ComponentId) is { } only)
            return only;
        if (!candidate.IsDeclared)
            return BindUndeclared(
                candidate,
                candidate.Component?.ComponentId is { } list ? InlineTypeName.ForOwner(componentNames.GetName(list), name.Scope) : name
            );
        if (candidate.Component is { ComponentId: { } id } component)
            return _components.TryGetValue(id, out TypeRef? known) ? known : DeclareComponent(id, component);
        return _inlineTypes.TryGetValue(candidate.Schema, out TypeRef? same) ? same : DeclareInline(candidate, name);
    }

    /// <summary>The type of the project that the <c>Names</c> file puts in the place of the schema; null where there is none.</summary>
    public TypeRef? FindOwnType(SchemaIntersection schema, ResolvedSchema resolved) =>
        ownTypes.IsEmpty ? null : ownTypes.FindComponent(_componentFinder.Find(schema)?.ComponentId) ?? ownTypes.FindFormat(resolved);

    /// <summary>Reports a form whose schema has a type of the project, which the form cannot have.</summary>
    public void ReportForm(SchemaIntersection schema)
    {
        if (_componentFinder.Find(schema)?.ComponentId is { } id)
            ownTypes.ReportForm(id, schema.Pointer);
    }

    /// <summary>The constraints of a value, with its pattern in the syntax of .NET, or without it where .NET has none.</summary>
    public ValueRules GetConstraints(ResolvedSchema schema)
    {
        ValueRules constraints = schema.Constraints;
        if (constraints.Pattern is not { } pattern)
            return constraints;
        CompiledPattern compiled = _patterns.Compile(pattern);
        if (compiled.Error is { } error)
            findings.Add(SchemaFindings.UnsupportedPattern(schema.PatternPointer, pattern, error));
        return constraints with { Pattern = compiled.Expression is null ? null : pattern, Expression = compiled.Expression };
    }

    /// <summary>
    /// The constant of a schema; null where it has none, or where a component names its type: its author expects more values, which then
    /// break nothing.
    /// </summary>
    public ConstantValue? FindConstant(SchemaIntersection schema, ResolvedSchema resolved) =>
        ConstantValue.TryCreate(resolved) is { } constant && _componentFinder.Find(schema)?.ComponentId is null ? constant : null;

    /// <summary>The constraints of each item of a list of strings.</summary>
    public ValueRules GetItemConstraints(ResolvedSchema schema, TypeRef type) =>
        type is ListType { Item: ScalarType { Kind: ScalarKind.String } } && schema.Items is { } items
            ? GetConstraints(schemas.Resolve(items))
            : ValueRules.None;

    /// <summary>The binder of the rules of keys.</summary>
    public ObjectRuleBinder ObjectRules => _objectRules ??= new ObjectRuleBinder(schemas, GetConstraints, findings);

    /// <summary>The documentation of a member, with its default.</summary>
    public Documentation CreateDocumentation(ResolvedSchema schema, string pointer) =>
        schema.CreateDocumentation(pointer) with
        {
            Default = FormatDefault(schema, pointer),
            OnlyValue = DefaultValues.FormatOnlyValue(schema),
        };

    /// <inheritdoc cref="DefaultValues.Format"/>
    public string FormatDefault(ResolvedSchema schema, string pointer) => _defaults.Format(schema, pointer);

    /// <summary>Follows unions of one alternative, and finds the component that names the type.</summary>
    private TypeCandidate ResolveCandidate(SchemaIntersection schema, ResolvedSchema resolved)
    {
        LocatedSchema? component = _componentFinder.Find(schema);
        UnionPlan? plan = PlanUnion(schema, resolved);
        for (int i = 0; i < MaxUnionDepth && plan is { IsSingle: true }; i++)
        {
            (schema, resolved) = (plan.Cases[0].Schema, plan.Cases[0].Resolved);
            component = _componentFinder.Find(schema) ?? component;
            plan = PlanUnion(schema, resolved);
        }

        return new TypeCandidate(schema, resolved, plan, component);
    }

    private UnionPlan? PlanUnion(SchemaIntersection schema, ResolvedSchema resolved) =>
        resolved.IsUnion && EnumValues.TryCreate(resolved) is null ? _unions.Plan(schema, resolved) : null;

    private BoundType DeclareComponent(string id, LocatedSchema component)
    {
        SchemaIntersection schema = new([component]);
        TypeCandidate candidate = ResolveCandidate(schema, schemas.Resolve(schema));
        // Without a scope: the types in a component have the same names, whichever operation leads to it first.
        TypeNode node = CreateNode(candidate, component.Target.Pointer, componentNames.GetName(id), null, null);
        _components[id] = node.Reference;
        BindMembers(node, candidate);
        return node.Reference;
    }

    /// <summary>
    /// Declares an inline type. That of an operation itself is named at once; Lowering names the others, together with equal types.
    /// </summary>
    private BoundType DeclareInline(TypeCandidate candidate, InlineTypeName name)
    {
        name = places.Locate(candidate.Schema, name);
        bool isMember = name.MemberName.Length > 0;
        TypeNode node = CreateNode(
            candidate,
            candidate.Schema.Pointer,
            isMember ? null
                : name.IsReserved ? name.KnownFullName
                : typeNames.Reserve(name.Candidates),
            isMember ? name : null,
            name.Scope
        );
        _inlineTypes[candidate.Schema] = node.Reference;
        BindMembers(node, candidate);
        return node.Reference;
    }

    private TypeNode CreateNode(TypeCandidate candidate, string pointer, string? name, InlineTypeName? inlineName, ResourceScope? scope)
    {
        ResolvedSchema schema = candidate.Resolved;
        Documentation documentation = schema.CreateDocumentation(pointer);
        TypeNode node =
            candidate.Plan is { } plan
                ? new UnionNode(name, inlineName, scope, documentation)
                {
                    DiscriminatorProperty = plan.DiscriminatorProperty,
                    HasExplicitDiscriminator = plan.HasExplicitDiscriminator,
                }
            : EnumValues.TryCreate(schema) is { } values
                ? new EnumNode(name, inlineName, scope, documentation, values.Kind, values.CreateMembers(name ?? inlineName!.KnownFullName))
                {
                    DeclaredName = schema.EnumTypeName,
                }
            : schema.IsTuple ? new TupleNode(name, inlineName, scope, documentation)
            : new RecordNode(name, inlineName, scope, documentation) { KeepsUnknownProperties = !schema.ForbidsAdditionalProperties };
        Declare(node);
        return node;
    }

    /// <summary>Binds the members of a type at once, or after those around it where the types are nested too deep for the stack.</summary>
    private void BindMembers(TypeNode node, TypeCandidate candidate)
    {
        if (_depth >= MaxDepth)
        {
            _deferred.Enqueue((node, candidate));
            return;
        }

        _depth++;
        // A declared type ends every circle: its members may hold the lists and maps around it.
        HashSet<IOpenApiSchema> outer = _schemasInProgress;
        _schemasInProgress = new(SchemaReferenceComparer.Instance);
        if (node is UnionNode union)
            AddCases(union, candidate.Plan!);
        else if (node is RecordNode record)
            AddProperties(record, candidate.Resolved);
        else if (node is TupleNode tuple)
            TupleBinder.AddMembers(tuple, candidate.Resolved, this, schemas);
        _schemasInProgress = outer;
        _depth--;
        while (_depth == 0 && _deferred.Count > 0)
        {
            (TypeNode next, TypeCandidate members) = _deferred.Dequeue();
            BindMembers(next, members);
        }
    }

    private void AddProperties(RecordNode record, ResolvedSchema schema)
    {
        Dictionary<string, string> names = Identifiers.AssignPropertyNames(record.KnownName, schema.PropertyOrder);
        foreach (string serializedName in schema.PropertyOrder)
        {
            SchemaIntersection propertySchema = schema.Properties[serializedName];
            ResolvedSchema property = schemas.Resolve(propertySchema);
            ConstantValue? constant = FindConstant(propertySchema, property);
            TypeRef type = constant?.Type ?? Bind(propertySchema, property, InlineTypeName.ForMember(record, names[serializedName]));
            bool isRequired = schema.Required.Contains(serializedName);
            record.Properties.Add(
                new PropertyNode(
                    names[serializedName],
                    serializedName,
                    type,
                    isRequired,
                    property.IsNullable,
                    property.IsReadOnly,
                    property.IsWriteOnly,
                    GetConstraints(property),
                    CreateDocumentation(property, propertySchema.Pointer)
                )
                {
                    IsSecret = property.IsSecret,
                    ItemConstraints = GetItemConstraints(property, type),
                    Constant = isRequired && !property.IsReadOnly ? constant?.Text : null,
                    KeyRules = ObjectRules.BindKeys(property, type),
                }
            );
        }

        if (schema.HasTypedAdditionalProperties)
            record.AdditionalProperties = BindAdditionalProperties(record, schema.AdditionalProperties!) with
            {
                KeyRules = ObjectRules.BindKeys(schema),
            };
        ObjectRules.AddDependencies(record, schema);
    }

    private AdditionalPropertiesModel BindAdditionalProperties(RecordNode record, SchemaIntersection schema)
    {
        NameScope members = new(reserved: [.. record.Properties.Select(p => p.Name), record.KnownName]);
        string name = members.Reserve("AdditionalProperties", "AdditionalPropertiesValue");
        TypeRef value = BindElement(schema, InlineTypeName.ForMember(record, "AdditionalProperty"));
        ResolvedSchema resolved = schemas.Resolve(schema);
        return new AdditionalPropertiesModel(
            name,
            value,
            IsValidated: false,
            resolved.IsReadOnly,
            resolved.CreateDocumentation(schema.Pointer)
        );
    }

    private void AddCases(UnionNode union, UnionPlan plan)
    {
        UnionCaseNames names = new(plan, schemas);
        foreach (UnionCase alternative in plan.Cases)
        {
            TypeRef type = Bind(alternative.Schema, alternative.Resolved, InlineTypeName.ForMember(union, names.GetName(alternative)));
            ObjectRules.ReportUnchecked(alternative.Resolved, type);
            // Every union has a case for unknown JSON, and a union of itself adds nothing.
            if (type == TypeRef.Json || type == union.Reference)
                continue;
            int same = union.Cases.FindIndex(c => c.Type == type);
            if (same < 0)
                union.Cases.Add(_unionCases.Create(type, alternative));
            else
                union.Cases[same] = union.Cases[same].Join(alternative.DiscriminatorValues, alternative.HasImplicitMapping);
        }
    }

    private TypeRef BindUndeclared(TypeCandidate candidate, InlineTypeName name)
    {
        SchemaIntersection schema = candidate.Schema;
        IOpenApiSchema self = schema.Schemas[schema.Schemas.Count - 1].Target.Schema;
        if (_depth > 2 * MaxDepth || !_schemasInProgress.Add(self))
        {
            findings.Add(SchemaFindings.RecursiveWithoutObject(schema.Pointer));
            return TypeRef.Json;
        }

        _depth++;
        TypeRef type = BindComposed(candidate, name);
        _depth--;
        _schemasInProgress.Remove(self);
        return type;
    }

    private TypeRef BindComposed(TypeCandidate candidate, InlineTypeName name)
    {
        ResolvedSchema schema = candidate.Resolved;
        if (candidate.Plan == UnionPlan.TooMany)
            findings.Add(SchemaFindings.TooManyAlternatives(candidate.Schema.Pointer));
        if (candidate.Plan == UnionPlan.AnyObject)
            findings.Add(LooseSchemaFindings.AnyObjectAmongTypes(candidate.Schema.Pointer));
        if (candidate.Plan is not null)
            return TypeRef.Json;
        if (candidate.OnlyValue is { } constant)
            return constant.Type;
        if (schema.HasType(JsonSchemaType.Array))
            return new ListType(schema.Items is { } items ? BindElement(items, name.ToSingular()) : TypeRef.Json);
        if (schema.HasType(JsonSchemaType.Object) && schema.AdditionalProperties is { } additional)
            return new MapType(BindElement(additional, name.Append("Value")));
        return ScalarFormats.TryResolve(schema) switch
        {
            { Kind: ScalarKind.Duration } => new ScalarType(durations),
            { } scalar => scalar,
            null => TypeRef.Json,
        };
    }

    /// <summary>The type of an element of a list, map or tuple, which may be null.</summary>
    public TypeRef BindElement(SchemaIntersection element, InlineTypeName name)
    {
        ResolvedSchema resolved = schemas.Resolve(element);
        TypeRef type = Bind(element, resolved, name);
        ObjectRules.ReportUnchecked(resolved, type);
        return resolved.IsNullable && type != TypeRef.Json ? new NullableType(type) : type;
    }
}
