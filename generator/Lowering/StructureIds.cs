using System.Globalization;
using System.Text;
using CfGen.Generator.Binding.Types;
using CfGen.Generator.Model;

namespace CfGen.Generator.Lowering;

/// <summary>
/// A number for each structure of inline types: types have the same one where they differ in name and documentation only.
/// </summary>
internal sealed class StructureIds
{
    private readonly Dictionary<TypeNode, int> _ids = [];
    private readonly Dictionary<TypeNode, int> _unnumbered = [];
    private readonly StringBuilder _text = new();
    private readonly TypeUsage _usage;

    /// <param name="innermostFirst">The inline types, each after the types of its members.</param>
    public StructureIds(IEnumerable<TypeNode> innermostFirst, TypeUsage usage)
    {
        _usage = usage;
        Dictionary<string, int> known = new(StringComparer.Ordinal);
        foreach (TypeNode node in innermostFirst)
        {
            _text.Clear();
            AppendStructure(node);
            string structure = _text.ToString();
            if (!known.TryGetValue(structure, out int id))
                known.Add(structure, id = known.Count);
            _ids.Add(node, id);
        }
    }

    public int this[TypeNode node] => _ids[node];

    private void AppendStructure(TypeNode node)
    {
        switch (node)
        {
            case RecordNode record:
                AppendRecord(record);
                break;
            case TupleNode tuple:
                AppendTuple(tuple);
                break;
            case EnumNode values:
                _text.Append('E').Append(values.Kind).Append(values.Documentation.Deprecated);
                foreach (EnumMember member in values.Members)
                    _text.Append('\n').Append(member.Name).Append('\t').Append(member.Value);
                break;
            case UnionNode union:
                AppendUnion(union);
                break;
        }
    }

    private void AppendRecord(RecordNode record)
    {
        _text.Append('R').Append(record.KeepsUnknownProperties).Append(record.Documentation.Deprecated);
        // The directions decide on members of one direction. Without such members they make no difference.
        if (record.Properties.Exists(p => p.IsReadOnly || p.IsWriteOnly))
            _text.Append(_usage[record].IsSent).Append(_usage[record].IsReceived);
        foreach (PropertyNode property in record.Properties)
            AppendProperty(property);

        if (record.AdditionalProperties is { } additional)
        {
            _text.Append("\n*\t").Append(additional.Name).Append('\t').Append(additional.ReadOnly);
            AppendType(additional.Value);
            AppendKeyRules(additional.KeyRules);
        }

        foreach (DependentRequirement dependency in record.Dependencies)
            _text.Append("\ndependency\t").Append(dependency.Other).Append('\t').Append(dependency.SerializedName);
    }

    private void AppendKeyRules(KeyRules? rules)
    {
        if (rules is not null)
            _text.Append("\tkeys\t").Append(rules.Rules).Append(string.Join("\t", rules.Names));
    }

    private void AppendTuple(TupleNode tuple)
    {
        _text.Append('T').Append(tuple.Documentation.Deprecated);
        foreach (PropertyNode position in tuple.Positions)
            AppendProperty(position);
        if (tuple.Rest is { } rest)
        {
            _text.Append("\n*\t").Append(rest.Name).Append('\t').Append(rest.MaxItems);
            AppendType(rest.Item);
        }
    }

    private void AppendProperty(PropertyNode property)
    {
        _text.Append('\n').Append(property.SerializedName).Append('\t').Append(property.Name).Append('\t');
        _text.Append(property.IsRequired).Append(property.IsNullable).Append(property.IsReadOnly).Append(property.IsWriteOnly);
        _text.Append(property.Documentation.Deprecated);
        if (property.Constraints != ValueRules.None)
            _text.Append(property.Constraints);
        if (property.Constant is { } constant)
            _text.Append("\tconstant\t").Append(constant);
        if (property.ItemConstraints != ValueRules.None)
            _text.Append("\titems\t").Append(property.ItemConstraints);
        AppendKeyRules(property.KeyRules);
        AppendType(property.Type);
    }

    private void AppendUnion(UnionNode union)
    {
        _text.Append('U').Append(union.DiscriminatorProperty).Append(union.HasExplicitDiscriminator).Append(union.Documentation.Deprecated);
        foreach (UnionCaseNode unionCase in union.Cases)
        {
            _text
                .Append('\n')
                .Append(unionCase.Kind)
                .Append(unionCase.Elements)
                .Append(unionCase.IsImplicitMapping ? '?' : '\t')
                .Append(unionCase.IsBase);
            _text.Append(string.Join("\t", unionCase.DiscriminatorValues));
            foreach (UnionCaseMember member in unionCase.Members.SelectMany(m => m.Properties.Prepend(m)))
                _text.Append('\t').Append(member.SerializedName).Append(member.Required).Append(member.Kinds).Append(member.Constant);
            AppendType(unionCase.Type);
        }
    }

    private void AppendType(TypeRef type)
    {
        switch (type)
        {
            case BoundType { Node: var node }:
                if (_ids.TryGetValue(node, out int id))
                    _text.Append('#').Append(id);
                else
                    AppendUnnumbered(node);
                break;
            case ListType list:
                _text.Append('[');
                AppendType(list.Item);
                break;
            case MapType map:
                _text.Append('{');
                AppendType(map.Value);
                break;
            case NullableType nullable:
                _text.Append('?');
                AppendType(nullable.Inner);
                break;
            case OwnType own:
                _text.Append('!').Append(own.Index.ToString(CultureInfo.InvariantCulture));
                break;
            case ScalarType scalar:
                _text.Append(scalar.Kind).Append(scalar.NumberText);
                break;
        }
    }

    /// <summary>Appends a type that is equal to itself only: one that has a name, or that a circle of types leads back to.</summary>
    private void AppendUnnumbered(TypeNode node)
    {
        if (node.Name is { } name)
        {
            _text.Append(':').Append(name);
            return;
        }

        if (!_unnumbered.TryGetValue(node, out int number))
            _unnumbered.Add(node, number = _unnumbered.Count);
        _text.Append('?').Append(number.ToString(CultureInfo.InvariantCulture));
    }
}
