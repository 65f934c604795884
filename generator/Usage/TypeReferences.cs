using CfGen.Generator.Model;

namespace CfGen.Generator.Usage;

/// <summary>The types that the emitted text of an operation or of another type names.</summary>
internal static class TypeReferences
{
    /// <summary>Gets the names of the types of an operation's methods, and of those that its documentation names.</summary>
    public static IEnumerable<string> GetNames(OperationModel operation)
    {
        IEnumerable<TypeRef?> types = operation
            .Parameters.Select(p => (TypeRef?)p.Type)
            .Concat(operation.OlderCalls.SelectMany(c => c.Arguments).Select(a => (TypeRef?)a.Type))
            .Append(operation.Body?.Type)
            .Append(operation.Response.Result)
            .Append(operation.Paging?.Item)
            .Append(operation.Paging?.Body)
            .Concat(operation.Errors.Select(e => e.Type));
        return types.SelectMany(GetNames);
    }

    /// <summary>Gets the names of the types that a type names.</summary>
    public static IEnumerable<string> GetNames(TypeModel type) =>
        type switch
        {
            RecordModel record => record
                .Properties.Select(p => (TypeRef?)p.Type)
                .Append(record.AdditionalProperties?.Value)
                .SelectMany(GetNames),
            UnionModel union => union.Cases.Select(c => c.Type).Concat(union.Properties.Select(p => p.Type)).SelectMany(GetNames),
            TupleModel tuple => tuple.Positions.Select(p => (TypeRef?)p.Type).Append(tuple.Rest?.Item).SelectMany(GetNames),
            FormModel form => form.Parts.SelectMany(p => GetNames(p.Property.Type)),
            EnumModel => [],
            _ => throw new ArgumentException($"The type {type.Name} is of an unknown kind.", nameof(type)),
        };

    /// <summary>Gets the names of the types that a reference has.</summary>
    public static IEnumerable<string> GetNames(TypeRef? type)
    {
        while (true)
        {
            switch (type)
            {
                case ListType list:
                    type = list.Item;
                    continue;
                case MapType map:
                    type = map.Value;
                    continue;
                case NullableType nullable:
                    type = nullable.Inner;
                    continue;
                case NamedType named:
                    return [named.Name];
                default:
                    return [];
            }
        }
    }
}
