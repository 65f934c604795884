using System.Text.Json;
using System.Text.Json.Nodes;
using CfGen.Generator.Binding.Names;
using CfGen.Generator.Model;
using CfGen.Generator.Reading;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Schemas;

/// <summary>Gives each schema its C# type, and declares the records and enums that this takes.</summary>
internal sealed class TypeBinder(ShapeResolver shapes, NameScope typeNames, List<Finding> findings)
{
    private readonly Dictionary<string, TypeRef> _components = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _componentNames = new(StringComparer.Ordinal);
    private readonly Dictionary<Conjunction, TypeRef> _inline = new(ConjunctionComparer.Instance);
    private readonly Dictionary<string, TypeNode> _nodes = new(StringComparer.Ordinal);

    // Lists, maps and alternatives on the way to the type that is being bound: a schema that is a list of itself has no C# type.
    private readonly HashSet<IOpenApiSchema> _open = new(ReferenceComparer.Instance);

    /// <summary>All declared types, by name.</summary>
    public IReadOnlyDictionary<string, TypeNode> Nodes => _nodes;

    /// <summary>Names of components come before names of inline types, in ordinal order, so that no order in the document matters.</summary>
    public void NameComponents(IEnumerable<string> ids)
    {
        foreach (string id in ids.OrderBy(id => id, StringComparer.Ordinal))
        {
            string name = Identifiers.Type(id);
            _componentNames[id] = typeNames.Take(name, name + "Model");
        }
    }

    /// <summary>Declares a type that is no schema's alone.</summary>
    public void Declare(TypeNode node) => _nodes.Add(node.Name, node);

    /// <param name="name">Name for the type where it is an inline one.</param>
    public TypeRef Bind(Conjunction conjunction, string name)
    {
        Shape shape = shapes.Resolve(conjunction);
        return Bind(conjunction, shape, name);
    }

    public TypeRef Bind(Conjunction conjunction, Shape shape, string name)
    {
        SchemaSite? component = FindComponent(conjunction.Parts, 0);
        if (!IsDeclared(shape))
            return Undeclared(conjunction, shape, component?.ComponentId is { } list ? Identifiers.Type(list) : name);
        if (component?.ComponentId is { } id)
            return _components.TryGetValue(id, out TypeRef? known) ? known : DeclareComponent(id, component);
        return _inline.TryGetValue(conjunction, out TypeRef? same)
            ? same
            : Declare(shape, conjunction.Pointer, typeNames.Take(Identifiers.Shorten(name)), type => _inline[conjunction] = type);
    }

    private NamedType DeclareComponent(string id, SchemaSite component)
    {
        if (!_componentNames.TryGetValue(id, out string? name))
            _componentNames[id] = name = typeNames.Take(Identifiers.Type(id));
        return Declare(shapes.Resolve(new Conjunction([component])), component.Target.Pointer, name, type => _components[id] = type);
    }

    private static bool IsDeclared(Shape shape) =>
        shape.Unions.Count == 0 && (IsStringEnum(shape) || (shape.Is(JsonSchemaType.Object) && shape.Properties.Count > 0));

    private static bool IsStringEnum(Shape shape) =>
        shape.Is(JsonSchemaType.String) && shape.Enum is { } values && values.All(v => v is JsonValue value && value.GetValueKind() == JsonValueKind.String);

    /// <summary>
    /// The component that the parts come to, where all others say no more than it does: an alias, an allOf of one reference,
    /// a base that only lists JSON types.
    /// </summary>
    private SchemaSite? FindComponent(IReadOnlyList<SchemaSite> parts, int depth)
    {
        if (depth > 16)
            return null;
        List<SchemaSite> speaking = [.. parts.Where(p => parts.Count == 1 || !shapes.Resolve(new Conjunction([p])).IsBare)];
        if (speaking.Count != 1)
            return null;
        SchemaSite site = speaking[0];
        if (site.ComponentId is not null)
        {
            // An alias of another component is that component; anything of its own makes it a type.
            return site.Next is { } target && (target.ComponentId is not null || OnlyWraps(target.Schema)) && Inner(target, depth) is { } inner ? inner : site;
        }

        return OnlyWraps(site.Schema) ? Inner(site, depth) : null;
    }

    private SchemaSite? Inner(SchemaSite site, int depth) => site.ComponentId is not null
        ? FindComponent([site], depth + 1)
        : FindComponent([.. site.Schema.AllOf!.Select((s, i) => new SchemaSite(s, $"{site.Pointer}/allOf/{i}"))], depth + 1);

    private static bool OnlyWraps(IOpenApiSchema schema) =>
        schema.AllOf is { Count: > 0 } && schema.Properties is not { Count: > 0 } && schema.Required is not { Count: > 0 }
        && schema.Enum is not { Count: > 0 } && schema.Items is null && schema.OneOf is not { Count: > 0 } && schema.AnyOf is not { Count: > 0 }
        && schema.AdditionalProperties is null;

    private NamedType Declare(Shape shape, string pointer, string name, Action<TypeRef> declared)
    {
        if (IsStringEnum(shape))
        {
            EnumNode node = new(name, shape.Docs(pointer), Members(name, shape));
            _nodes.Add(name, node);
            NamedType type = new(name, NamedKind.Enum);
            declared(type);
            return type;
        }

        RecordNode record = new(name, shape.Docs(pointer)) { KeepsUnknown = !shape.AdditionalForbidden };
        _nodes.Add(name, record);
        NamedType reference = new(name, NamedKind.Model);
        declared(reference);
        Dictionary<string, string> names = Identifiers.Properties(name, shape.PropertyOrder);
        foreach (string wire in shape.PropertyOrder)
        {
            Conjunction conjunction = shape.Properties[wire];
            Shape property = shapes.Resolve(conjunction);
            record.Properties.Add(new PropertyNode(
                names[wire],
                wire,
                Bind(conjunction, property, name + names[wire]),
                shape.Required.Contains(wire),
                property.Nullable,
                property.ReadOnly,
                property.WriteOnly,
                property.Rules,
                property.Docs(conjunction.Pointer)));
        }

        return reference;
    }

    private static EquatableArray<EnumMember> Members(string name, Shape shape)
    {
        List<string> values = [.. shape.Enum!.Select(v => v!.GetValue<string>()).Distinct(StringComparer.Ordinal)];
        Dictionary<string, string> names = Identifiers.EnumMembers(name, values);
        return values.Select(v => new EnumMember(names[v], v)).ToEquatable();
    }

    private TypeRef Undeclared(Conjunction conjunction, Shape shape, string name)
    {
        IOpenApiSchema self = conjunction.Parts[conjunction.Parts.Count - 1].Target.Schema;
        if (!_open.Add(self))
        {
            Degrade(conjunction.Pointer, "a list, map or choice of itself");
            return TypeRef.Json;
        }

        TypeRef type = Composed(conjunction, shape, name);
        _open.Remove(self);
        return type;
    }

    private TypeRef Composed(Conjunction conjunction, Shape shape, string name)
    {
        if (shape.Unions.Count > 0)
            return Union(conjunction, shape, name);
        if (shape.Is(JsonSchemaType.Array))
            return new ListType(shape.Items is { } items ? BindElement(items, Words.Pascal(SingularLast(name))) : TypeRef.Json);
        if (shape.Is(JsonSchemaType.Object) && shape.Additional is { } additional)
            return new MapType(BindElement(additional, name + "Value"));
        if (ScalarTypes.Find(shape) is { } scalar)
            return scalar;
        if (shape.Types is { } types && (types & (types - 1)) != 0)
            Degrade(conjunction.Pointer, "a value of several JSON types");
        return TypeRef.Json;
    }

    private TypeRef BindElement(Conjunction element, string name)
    {
        Shape shape = shapes.Resolve(element);
        TypeRef type = Bind(element, shape, name);
        return shape.Nullable && type != TypeRef.Json ? new NullableType(type) : type;
    }

    private TypeRef Union(Conjunction conjunction, Shape shape, string name)
    {
        // One alternative beside null is that alternative.
        if (shape.Unions.Count == 1 && shape.Unions[0].Count == 1 && shape.Properties.Count == 0)
            return Bind(new Conjunction(shape.Unions[0]), name);
        Degrade(conjunction.Pointer, shape.Unions[0].Count + " alternatives (oneOf / anyOf)");
        return TypeRef.Json;
    }

    private void Degrade(string pointer, string what) => findings.Add(new Finding("CFG1001", pointer, [what, "JsonElement"]));

    private static List<string> SingularLast(string name)
    {
        List<string> words = Words.Split(name);
        if (words.Count > 0)
            words[words.Count - 1] = Words.Singular(words[words.Count - 1]);
        return words;
    }
}
