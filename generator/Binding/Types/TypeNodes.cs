using CfGen.Generator.Lowering;
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
    public InlineTypeName? InlineName { get; set; }

    /// <summary>Where the operation stands that it belongs to; null within a component.</summary>
    public ResourceScope? Scope { get; set; }

    public Documentation Documentation { get; } = docs;

    public bool IsSent { get; set; }

    public bool IsReceived { get; set; }

    /// <summary>Resources (by class name) that use it.</summary>
    public HashSet<string> UsedByResources { get; } = new(StringComparer.Ordinal);

    public abstract TypeModel ToModel(FinalTypes types);

    protected SerializationDirections GetDirections(FinalTypes types) =>
        (IsReceived || types.SerializeAllTypes ? SerializationDirections.Read : SerializationDirections.None)
        | (IsSent || types.SerializeAllTypes ? SerializationDirections.Write : SerializationDirections.None);

    public abstract IEnumerable<TypeRef> ReferencedTypes { get; }

    /// <summary>What goes along with it one way.</summary>
    public virtual IEnumerable<TypeRef> GetTypesSerializedWith(bool isReceived) => ReferencedTypes;

    /// <summary>What is read and written with it though requests or answers leave it out: where it goes both ways, and its own JSON is whole.</summary>
    public virtual IEnumerable<TypeRef> OneDirectionTypes => [];

    /// <summary>Whether it is sent and a rule stands in it or below it.</summary>
    public bool RequiresValidation { get; set; }

    /// <summary>Whether a rule stands in the type itself.</summary>
    public virtual bool HasConstraints => false;
}

internal sealed class RecordNode(NamedType reference, Documentation docs) : TypeNode(reference, docs)
{
    public List<PropertyNode> Properties { get; } = [];

    /// <inheritdoc cref="RecordModel.AdditionalProperties"/>
    public AdditionalPropertiesModel? AdditionalProperties { get; set; }

    public bool KeepsUnknownProperties { get; set; }

    public override IEnumerable<TypeRef> ReferencedTypes => WithAdditionalProperties(Properties);

    // Beside a rest none is left out: it would be one of the rest, of another type maybe.
    public override IEnumerable<TypeRef> GetTypesSerializedWith(bool received) =>
        WithAdditionalProperties(Properties.Where(p => AdditionalProperties is not null || (received ? !p.IsWriteOnly : !p.IsReadOnly)));

    public override IEnumerable<TypeRef> OneDirectionTypes => Properties.Where(p => p.IsReadOnly || p.IsWriteOnly).Select(p => p.Type);

    public override bool HasConstraints => Properties.Exists(p => p.HasConstraints);

    public override TypeModel ToModel(FinalTypes types)
    {
        SerializationDirections ways = GetDirections(types);
        // What only answers have is no member of what is only sent, and the other way round.
        IEnumerable<PropertyNode> travelling = Properties.Where(p =>
            AdditionalProperties is not null || ((IsReceived || !p.IsReadOnly) && (IsSent || !p.IsWriteOnly))
        );
        // Unknown members are kept to be written again; where the document types them, none is unknown.
        bool keeps =
            KeepsUnknownProperties
            && ways == (SerializationDirections.Read | SerializationDirections.Write)
            && AdditionalProperties is null;
        AdditionalPropertiesModel? rest = AdditionalProperties is null
            ? null
            : AdditionalProperties with
            {
                Value = types.ResolveNames(AdditionalProperties.Value),
                IsValidated = types.RequiresValidation(AdditionalProperties.Value),
            };
        return new RecordModel(
            Name,
            Documentation,
            travelling.Select(p => ToModel(p, types)).ToEquatable(),
            rest,
            keeps,
            RequiresValidation,
            ways
        );
    }

    private IEnumerable<TypeRef> WithAdditionalProperties(IEnumerable<PropertyNode> properties) =>
        properties.Select(p => p.Type).Concat(AdditionalProperties is null ? [] : [AdditionalProperties.Value]);

    /// <summary>What the list or map is one of, at any depth of them; the type itself where it is neither.</summary>
    public static TypeRef GetElementType(TypeRef type) =>
        type switch
        {
            ListType list => GetElementType(list.Item),
            MapType map => GetElementType(map.Value),
            NullableType nullable => GetElementType(nullable.Inner),
            _ => type,
        };

    private PropertyModel ToModel(PropertyNode property, FinalTypes types)
    {
        // What only one direction knows cannot be demanded of a type that travels both ways.
        bool required = property.IsRequired && !(property.IsReadOnly && IsSent) && !(property.IsWriteOnly && IsReceived);
        bool optional = IsSent && !required && property.IsNullable;
        bool isChecked = types.RequiresValidation(property.Type);
        return new PropertyModel(
            property.Name,
            property.WireName,
            types.ResolveNames(property.Type),
            required,
            property.IsNullable,
            optional,
            property.Constraints,
            isChecked,
            property.IsReadOnly,
            property.Documentation
        )
        {
            ItemRules = property.ItemConstraints,
        };
    }
}

internal sealed record PropertyNode(
    string Name,
    string WireName,
    TypeRef Type,
    bool IsRequired,
    bool IsNullable,
    bool IsReadOnly,
    bool IsWriteOnly,
    ValueRules Constraints,
    Documentation Documentation
)
{
    /// <summary>Of a list of strings, the rules of each.</summary>
    public ValueRules ItemConstraints { get; init; } = ValueRules.None;

    /// <summary>Whether the property by itself gives a reason to look at values before they are sent.</summary>
    public bool HasConstraints =>
        (IsRequired && !IsNullable && !Type.IsValueType)
        || Type switch
        {
            ScalarType { Kind: ScalarKind.String } => Constraints != ValueRules.None,
            ListType => Constraints != ValueRules.None || ItemConstraints != ValueRules.None,
            // A relative Uri is one too, and cannot be what `format: uri` means.
            ScalarType { Kind: ScalarKind.Uri } => true,
            ScalarType { IsNumber: true } => Constraints with { Format = StringFormat.None } != ValueRules.None,
            _ => false,
        };
}

internal sealed class EnumNode(NamedType reference, Documentation docs, EnumKind kind, EquatableArray<EnumMember> members)
    : TypeNode(reference, docs)
{
    public EnumKind Kind => kind;

    public EquatableArray<EnumMember> Members => members;

    public override IEnumerable<TypeRef> ReferencedTypes => [];

    public override TypeModel ToModel(FinalTypes types) => new EnumModel(Name, Documentation, kind, members);
}
