using CfGen.Generator.Model;

namespace CfGen.Generator.Binding.Types;

/// <summary>
/// A type while it is being bound: it exists before its members do, so that recursion finds it, and it learns from the operations
/// which way it travels.
/// </summary>
internal abstract class TypeNode(NamedType reference, Documentation docs)
{
    /// <summary>What the types and operations that are being bound call it, until all inline types are named.</summary>
    public NamedType Reference { get; } = reference;

    public string Name { get; set; } = reference.Name;

    /// <summary>Of an inline type within a type or below a parameter, what it is named after.</summary>
    public InlineName? Origin { get; set; }

    /// <summary>Where the operation stands that it belongs to; null within a component.</summary>
    public TypeScope? Scope { get; set; }

    public Documentation Docs { get; } = docs;

    public bool Sent { get; set; }

    public bool Received { get; set; }

    /// <summary>Resources (by class name) that use it.</summary>
    public HashSet<string> Users { get; } = new(StringComparer.Ordinal);

    public abstract TypeModel ToModel(NamedTypes types);

    protected JsonWays Ways(NamedTypes types) =>
        (Received || types.BothWays ? JsonWays.Read : JsonWays.None) | (Sent || types.BothWays ? JsonWays.Write : JsonWays.None);

    public abstract IEnumerable<TypeRef> References { get; }

    /// <summary>What goes along with it one way.</summary>
    public virtual IEnumerable<TypeRef> Travelling(bool received) => References;

    /// <summary>What is read and written with it though requests or answers leave it out: where it goes both ways, and its own JSON is whole.</summary>
    public virtual IEnumerable<TypeRef> OneWay => [];

    /// <summary>Whether it is sent and a rule stands in it or below it.</summary>
    public bool IsChecked { get; set; }

    /// <summary>Whether a rule stands in the type itself.</summary>
    public virtual bool HasRules => false;
}

internal sealed class RecordNode(NamedType reference, Documentation docs) : TypeNode(reference, docs)
{
    public List<PropertyNode> Properties { get; } = [];

    /// <inheritdoc cref="RecordModel.Rest"/>
    public RestModel? Rest { get; set; }

    public bool KeepsUnknown { get; set; }

    public override IEnumerable<TypeRef> References => WithRest(Properties);

    // Beside a rest none is left out: it would be one of the rest, of another type maybe.
    public override IEnumerable<TypeRef> Travelling(bool received) =>
        WithRest(Properties.Where(p => Rest is not null || (received ? !p.WriteOnly : !p.ReadOnly)));

    public override IEnumerable<TypeRef> OneWay => Properties.Where(p => p.ReadOnly || p.WriteOnly).Select(p => p.Type);

    public override bool HasRules => Properties.Exists(p => p.HasRules);

    public override TypeModel ToModel(NamedTypes types)
    {
        JsonWays ways = Ways(types);
        // What only answers have is no member of what is only sent, and the other way round.
        IEnumerable<PropertyNode> travelling = Properties.Where(p => Rest is not null || ((Received || !p.ReadOnly) && (Sent || !p.WriteOnly)));
        // Unknown members are kept to be written again; where the document types them, none is unknown.
        bool keeps = KeepsUnknown && ways == (JsonWays.Read | JsonWays.Write) && Rest is null;
        RestModel? rest = Rest is null ? null : Rest with { Value = types.Final(Rest.Value), IsChecked = types.IsChecked(Rest.Value) };
        return new RecordModel(Name, Docs, travelling.Select(p => ToModel(p, types)).ToEquatable(), rest, keeps, IsChecked, ways);
    }

    private IEnumerable<TypeRef> WithRest(IEnumerable<PropertyNode> properties) => properties.Select(p => p.Type).Concat(Rest is null ? [] : [Rest.Value]);

    /// <summary>What the list or map is one of, at any depth of them; the type itself where it is neither.</summary>
    public static TypeRef Element(TypeRef type) => type switch
    {
        ListType list => Element(list.Item),
        MapType map => Element(map.Value),
        NullableType nullable => Element(nullable.Inner),
        _ => type,
    };

    private PropertyModel ToModel(PropertyNode property, NamedTypes types)
    {
        // What only one direction knows cannot be demanded of a type that travels both ways.
        bool required = property.Required && !(property.ReadOnly && Sent) && !(property.WriteOnly && Received);
        bool optional = Sent && !required && property.Nullable;
        bool isChecked = types.IsChecked(property.Type);
        return new PropertyModel(property.Name, property.WireName, types.Final(property.Type), required, property.Nullable, optional, property.Rules, isChecked, property.ReadOnly, property.Docs) { ItemRules = property.ItemRules };
    }
}

internal sealed record PropertyNode(
    string Name,
    string WireName,
    TypeRef Type,
    bool Required,
    bool Nullable,
    bool ReadOnly,
    bool WriteOnly,
    ValueRules Rules,
    Documentation Docs)
{
    /// <summary>Of a list of strings, the rules of each.</summary>
    public ValueRules ItemRules { get; init; } = ValueRules.None;

    /// <summary>Whether the property by itself gives a reason to look at values before they are sent.</summary>
    public bool HasRules => (Required && !Nullable && !Type.IsValueType) || Type switch
    {
        ScalarType { Kind: ScalarKind.String } => Rules != ValueRules.None,
        ListType => Rules != ValueRules.None || ItemRules != ValueRules.None,
        // A relative Uri is one too, and cannot be what `format: uri` means.
        ScalarType { Kind: ScalarKind.Uri } => true,
        ScalarType { IsNumber: true } =>
            Rules with { Format = StringFormat.None } != ValueRules.None,
        _ => false,
    };
}

internal sealed class EnumNode(NamedType reference, Documentation docs, EnumKind kind, EquatableArray<EnumMember> members) : TypeNode(reference, docs)
{
    public EnumKind Kind => kind;

    public EquatableArray<EnumMember> Members => members;

    public override IEnumerable<TypeRef> References => [];

    public override TypeModel ToModel(NamedTypes types) => new EnumModel(Name, Docs, kind, members);
}
