using CfGen.Generator.Listing;
using CfGen.Generator.Model;

namespace CfGen.Generator.Keeping;

/// <summary>Replaces names in the models of types. A type that keeps all of its names stays the same object.</summary>
internal sealed class TypeRenamer(NamePlan plan)
{
    private readonly HashSet<string> _changed = plan.FindTypes();
    private bool _isRenamed;

    /// <summary>True if an operation names a type that has another name.</summary>
    public bool NamesRenamed(OperationModel operation)
    {
        _isRenamed = operation.ParametersType is { } record && plan.Types.ContainsKey(record);
        TypeReferences.Visit(operation, Check);
        return _isRenamed;
    }

    private bool NamesRenamed(TypeModel type)
    {
        _isRenamed = false;
        TypeReferences.Visit(type, Check);
        return _isRenamed;
    }

    private void Check(string type) => _isRenamed |= plan.Types.ContainsKey(type);

    /// <summary>Returns the reference with the name of its type.</summary>
    public TypeRef Rename(TypeRef type) =>
        type switch
        {
            NamedType named => plan.Types.TryGetValue(named.Name, out string? kept) ? named with { Name = kept } : named,
            ListType list => list with { Item = Rename(list.Item) },
            MapType map => map with { Value = Rename(map.Value) },
            NullableType nullable => nullable with { Inner = Rename(nullable.Inner) },
            _ => type,
        };

    /// <summary>Returns the types with their names and those of their members, in ordinal order.</summary>
    public EquatableArray<TypeModel> Rename(EquatableArray<TypeModel> types) =>
        types.Replace(Rename) is var renamed && ReferenceEquals(renamed, types)
            ? types
            : renamed.OrderBy(t => t.Name, StringComparer.Ordinal).ToEquatable();

    private TypeModel Rename(TypeModel type) =>
        type switch
        {
            _ when !_changed.Contains(type.Name) && !NamesRenamed(type) => type,
            RecordModel record => Rename(record),
            TupleModel tuple => Rename(tuple),
            FormModel form => Rename(form),
            EnumModel values => Rename(values),
            UnionModel union => Rename(union),
            _ => throw new ArgumentException($"The type {type.Name} is of an unknown kind.", nameof(type)),
        };

    private RecordModel Rename(RecordModel record) =>
        record with
        {
            Name = plan.GetType(record.Name),
            Properties = Rename(record.Name, record.Properties),
            AdditionalProperties = record.AdditionalProperties is { } rest
                ? rest with
                {
                    Name = plan.GetMember(record.Name, rest.Name),
                    Value = Rename(rest.Value),
                }
                : null,
        };

    private TupleModel Rename(TupleModel tuple) =>
        tuple with
        {
            Name = plan.GetType(tuple.Name),
            Positions = Rename(tuple.Name, tuple.Positions),
            Rest = tuple.Rest is { } rest ? rest with { Name = plan.GetMember(tuple.Name, rest.Name), Item = Rename(rest.Item) } : null,
        };

    private FormModel Rename(FormModel form) =>
        form with
        {
            Name = plan.GetType(form.Name),
            Parts = form
                .Parts.Select(p =>
                    p with
                    {
                        Property = Rename(form.Name, p.Property),
                        Headers = p
                            .Headers.Select(h => h.PropertyName is { } name ? h with { PropertyName = plan.GetMember(form.Name, name) } : h)
                            .ToEquatable(),
                    }
                )
                .ToEquatable(),
        };

    private EnumModel Rename(EnumModel values)
    {
        IEnumerable<EnumMember> members = values.Members.Select(m => m with { Name = plan.GetMember(values.Name, m.Name) });
        if (plan.Numbers.TryGetValue(values.Name, out Dictionary<string, int>? numbers))
            members = members.Select(m => m with { Number = numbers[ListedType.FormatValue(values.Kind, m)] }).OrderBy(m => m.Number);
        return values with { Name = plan.GetType(values.Name), Members = members.ToEquatable() };
    }

    /// <summary>Returns a union with its names.</summary>
    public UnionModel Rename(UnionModel union) =>
        union with
        {
            Name = plan.GetType(union.Name),
            Cases = union.Cases.Select(c => c with { Name = plan.GetCase(union.Name, c.Name), Type = Rename(c.Type) }).ToEquatable(),
            Properties = Rename(union.Name, union.Properties),
        };

    private EquatableArray<PropertyModel> Rename(string type, EquatableArray<PropertyModel> properties) =>
        properties.Select(p => Rename(type, p)).ToEquatable();

    private PropertyModel Rename(string type, PropertyModel property) =>
        property with
        {
            Name = plan.GetMember(type, property.Name),
            Type = Rename(property.Type),
        };
}
