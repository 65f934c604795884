using CfGen.Generator.Binding.Choices;
using CfGen.Generator.Binding.Names;
using CfGen.Generator.Binding.Shapes;
using CfGen.Generator.Model;
using CfGen.Generator.Reading;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Types;

/// <summary>Gives each schema its C# type, and declares the records and enums that this takes.</summary>
internal sealed class TypeBinder(ShapeResolver shapes, NameScope typeNames, List<Finding> findings)
{
    // Choices of one choice of one come one or two deep.
    private const int LongestChain = 16;

    private readonly Dictionary<string, TypeRef> _components = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _componentNames = new(StringComparer.Ordinal);
    private readonly Dictionary<Conjunction, TypeRef> _inline = new(ConjunctionComparer.Instance);
    private readonly List<TypeNode> _nodes = [];
    private readonly Dictionary<string, TypeNode> _byReference = new(StringComparer.Ordinal);
    private readonly ChoicePlanner _choices = new(shapes);
    private readonly Defaults _defaults = new(findings);

    // Lists, maps and alternatives on the way to the type that is being bound: a schema that is a list of itself has no C# type.
    private readonly HashSet<IOpenApiSchema> _open = new(ReferenceComparer.Instance);

    private int _waiting;

    /// <summary>All declared types.</summary>
    public IReadOnlyList<TypeNode> Nodes => _nodes;

    /// <summary>All declared types by what they are called until <see cref="TypeSharing"/> has named them.</summary>
    public IReadOnlyDictionary<string, TypeNode> ByName => _byReference;

    public TypeNode? Find(NamedType type) => _byReference.TryGetValue(type.Name, out TypeNode? node) ? node : null;

    /// <summary>Where the operation stands that is being bound; null within a component.</summary>
    public TypeScope? Scope { get; set; }

    /// <summary>Names of components come before names of inline types, in ordinal order, so that no order in the document matters.</summary>
    /// <param name="own">All components of the document, reached or not, so that no selection matters either.</param>
    /// <param name="brought">Those that were brought in from other documents, with others.</param>
    public void NameComponents(IReadOnlyCollection<string> own, IEnumerable<string> brought)
    {
        Dictionary<string, string> whole = own.ToDictionary(id => id, Identifiers.Type, StringComparer.Ordinal);
        Dictionary<string, string> bare = ComponentPrefixes.Bare(whole);
        foreach (string id in own.OrderBy(id => id, StringComparer.Ordinal).Concat(brought.Except(own).OrderBy(id => id, StringComparer.Ordinal)))
        {
            string name = whole.TryGetValue(id, out string? known) ? known : Identifiers.Type(id);
            _componentNames[id] = bare.TryGetValue(id, out string? rest) && typeNames.IsFree(rest) ? typeNames.Take(rest) : typeNames.Take(name, name + "Model");
        }
    }

    /// <summary>Declares a type that is no schema's alone.</summary>
    public void Declare(TypeNode node)
    {
        _nodes.Add(node);
        _byReference.Add(node.Reference.Name, node);
    }

    /// <param name="name">Name for the type where it is an inline one.</param>
    public TypeRef Bind(Conjunction conjunction, InlineName name)
    {
        Shape shape = shapes.Resolve(conjunction);
        return Bind(conjunction, shape, name);
    }

    public TypeRef Bind(Conjunction conjunction, Shape shape, InlineName name)
    {
        Found found = Follow(conjunction, shape);
        if (!found.IsDeclared)
            return Undeclared(found, found.Component?.ComponentId is { } list ? ComponentName(list) : name);
        if (found.Component is { ComponentId: { } id } component)
            return _components.TryGetValue(id, out TypeRef? known) ? known : DeclareComponent(id, component);
        return _inline.TryGetValue(found.Conjunction, out TypeRef? same)
            ? same
            : Declare(found, found.Conjunction.Pointer, Reference(found, name), name, type => _inline[found.Conjunction] = type);
    }

    /// <summary>What is left of a schema once a choice of one is that one, and the component that gives it its name.</summary>
    private Found Follow(Conjunction conjunction, Shape shape)
    {
        SchemaSite? component = FindComponent(conjunction.Parts, 0);
        ChoicePlan? plan = Plan(conjunction, shape);
        for (int i = 0; i < LongestChain && plan is { Single: true }; i++)
        {
            (conjunction, shape) = (plan.Arms[0].Conjunction, plan.Arms[0].Shape);
            component = FindComponent(conjunction.Parts, 0) ?? component;
            plan = Plan(conjunction, shape);
        }

        return new Found(conjunction, shape, plan, component);
    }

    private ChoicePlan? Plan(Conjunction conjunction, Shape shape) =>
        shape.IsChoice && EnumValues.Find(shape) is null ? _choices.Plan(conjunction, shape) : null;

    private string ComponentName(string id)
    {
        if (!_componentNames.TryGetValue(id, out string? name))
            _componentNames[id] = name = typeNames.Take(Identifiers.Type(id));
        return name;
    }

    private NamedType DeclareComponent(string id, SchemaSite component)
    {
        string name = ComponentName(id);
        Conjunction itself = new([component]);
        TypeScope? outside = Scope;
        // What stands in a component is named after it, whichever operation comes to it first.
        Scope = null;
        Found found = Follow(itself, shapes.Resolve(itself));
        NamedType type = Declare(found, component.Target.Pointer, new NamedType(name, KindOf(found)), null, t => _components[id] = t);
        Scope = outside;
        return type;
    }

    private sealed record Found(Conjunction Conjunction, Shape Shape, ChoicePlan? Plan, SchemaSite? Component)
    {
        public bool IsDeclared => Plan is not null ? Plan.IsUnion : EnumValues.Find(Shape) is not null || IsObject;

        private bool IsObject => Shape.Is(JsonSchemaType.Object) && Shape.Properties.Count > 0;
    }

    /// <summary>
    /// The component that the parts come to, where all others say no more than it does: an alias, an allOf of one reference,
    /// a base that only lists JSON types.
    /// </summary>
    private SchemaSite? FindComponent(IReadOnlyList<SchemaSite> parts, int depth)
    {
        if (depth > 16 || (parts.Count == 1 ? parts[0] : TheSpeaking(parts)) is not { WithoutChoice: false } site)
            return null;
        if (site.ComponentId is not null)
        {
            // An alias of another component is that component; anything of its own makes it a type.
            return site.Next is { } target && (target.Schema is OpenApiSchemaReference || OnlyWraps(target)) && Inner(target, depth) is { } inner ? inner : site;
        }

        return OnlyWraps(site) ? Inner(site, depth) : null;
    }

    /// <summary>The one part that says more than which JSON types there are; null where several do, or one speaks without its choices.</summary>
    private SchemaSite? TheSpeaking(IReadOnlyList<SchemaSite> parts)
    {
        SchemaSite? speaking = null;
        foreach (SchemaSite part in parts)
        {
            if (part.WithoutChoice)
                return null;
            if (shapes.Resolve(new Conjunction([part])).IsBare)
                continue;
            if (speaking is not null)
                return null;
            speaking = part;
        }

        return speaking;
    }

    private SchemaSite? Inner(SchemaSite site, int depth) => site.ComponentId is not null
        ? FindComponent([site], depth + 1)
        : FindComponent([.. site.AllParts], depth + 1);

    private static bool OnlyWraps(SchemaSite site) => site.Schema is var schema
        && schema.Properties is not { Count: > 0 } && schema.Required is not { Count: > 0 } && schema.Enum is not { Count: > 0 } && schema.Items is null
        && schema.AdditionalProperties is null && !site.Chooses && site.AllParts.Any();

    /// <summary>A type of an operation has its name at once; one within a type waits for the others that are equal to it.</summary>
    private NamedType Reference(Found found, InlineName name) => new(
        name.Segment.Length == 0 ? typeNames.Take(name.Candidates) : "?" + (++_waiting).ToString(System.Globalization.CultureInfo.InvariantCulture), KindOf(found));

    private static NamedKind KindOf(Found found) =>
        found.Plan is null && EnumValues.Find(found.Shape) is not null ? NamedKind.Enum : NamedKind.Model;

    private NamedType Declare(Found found, string pointer, NamedType reference, InlineName? name, Action<TypeRef> declared)
    {
        Shape shape = found.Shape;
        Documentation docs = shape.Docs(pointer);
        TypeNode node = found.Plan is { } plan ? new UnionNode(reference, docs, plan.TagName, plan.IsStated)
            : EnumValues.Find(shape) is { } values ? new EnumNode(reference, docs, values.Kind, values.Members(name?.Full ?? reference.Name))
            : new RecordNode(reference, docs) { KeepsUnknown = !shape.AdditionalForbidden };
        node.Origin = name is { Segment.Length: > 0 } ? name : null;
        node.Scope = Scope;
        Declare(node);
        declared(reference);
        if (node is UnionNode union)
            AddArms(union, found.Plan!);
        else if (node is RecordNode record)
            AddProperties(record, shape);
        return reference;
    }

    private void AddProperties(RecordNode record, Shape shape)
    {
        Dictionary<string, string> names = Identifiers.Properties(record.Origin?.Full ?? record.Name, shape.PropertyOrder);
        foreach (string wire in shape.PropertyOrder)
        {
            Conjunction conjunction = shape.Properties[wire];
            Shape property = shapes.Resolve(conjunction);
            TypeRef type = Bind(conjunction, property, InlineName.In(record, names[wire]));
            record.Properties.Add(new PropertyNode(
                names[wire],
                wire,
                type,
                shape.Required.Contains(wire),
                property.Nullable,
                property.ReadOnly,
                property.WriteOnly,
                property.Rules,
                Docs(property, conjunction.Pointer))
            {
                ItemRules = ItemRules(property, type),
            });
        }

        if (shape.HasRest)
            record.Rest = Rest(record, shape.Additional!);
    }

    /// <summary>The rules of each string in a list of them.</summary>
    public ValueRules ItemRules(Shape shape, TypeRef type) =>
        type is ListType { Item: ScalarType { Kind: ScalarKind.String } } && shape.Items is { } items ? shapes.Resolve(items).Rules : ValueRules.None;

    private RestModel Rest(RecordNode record, Conjunction additional)
    {
        NameScope members = new(reserved: [.. record.Properties.Select(p => p.Name), record.Origin?.Full ?? record.Name]);
        string name = members.Take("AdditionalProperties", "AdditionalPropertiesValue");
        TypeRef value = BindElement(additional, InlineName.In(record, "AdditionalProperty"));
        Shape element = shapes.Resolve(additional);
        return new RestModel(name, value, IsChecked: false, element.ReadOnly, element.Docs(additional.Pointer));
    }

    /// <summary>The words about a member, its default among them.</summary>
    public Documentation Docs(Shape shape, string pointer) => shape.Docs(pointer) with { Default = Default(shape, pointer) };

    /// <inheritdoc cref="Defaults.Text"/>
    public string Default(Shape shape, string pointer) => _defaults.Text(shape, pointer);

    private void AddArms(UnionNode union, ChoicePlan plan)
    {
        ArmNames names = new(plan, shapes);
        foreach (Alternative alternative in plan.Arms)
        {
            TypeRef type = Bind(alternative.Conjunction, alternative.Shape, InlineName.In(union, names.Of(alternative)));
            // Any JSON is the arm of what is unknown, and a choice of itself adds nothing.
            if (type != TypeRef.Json && type != union.Reference)
                union.Add(type, alternative, shapes);
        }
    }

    private TypeRef Undeclared(Found found, InlineName name)
    {
        Conjunction conjunction = found.Conjunction;
        IOpenApiSchema self = conjunction.Parts[conjunction.Parts.Count - 1].Target.Schema;
        if (!_open.Add(self))
        {
            Degrade(conjunction.Pointer, "a list, map or choice of itself");
            return TypeRef.Json;
        }

        TypeRef type = Composed(found, name);
        _open.Remove(self);
        return type;
    }

    private TypeRef Composed(Found found, InlineName name)
    {
        Shape shape = found.Shape;
        if (found.Plan == ChoicePlan.TooMany)
            Degrade(found.Conjunction.Pointer, "more alternatives (oneOf / anyOf) than a type can serve");
        if (found.Plan is not null)
            return TypeRef.Json;
        if (shape.Is(JsonSchemaType.Array))
            return new ListType(shape.Items is { } items ? BindElement(items, name.Singular()) : TypeRef.Json);
        if (shape.Is(JsonSchemaType.Object) && shape.Additional is { } additional)
            return new MapType(BindElement(additional, name.And("Value")));
        return ScalarTypes.Find(shape) is { } scalar ? scalar : TypeRef.Json;
    }

    private TypeRef BindElement(Conjunction element, InlineName name)
    {
        Shape shape = shapes.Resolve(element);
        TypeRef type = Bind(element, shape, name);
        return shape.Nullable && type != TypeRef.Json ? new NullableType(type) : type;
    }

    private void Degrade(string pointer, string what) => findings.Add(new Finding("CFG1001", pointer, [what, "JsonElement"]));
}
