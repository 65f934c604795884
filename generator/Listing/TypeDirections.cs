using CfGen.Generator.Model;

namespace CfGen.Generator.Listing;

/// <summary>Finds the types that requests have, and those that responses have, beginning at the operations.</summary>
internal sealed class TypeDirections
{
    private readonly Dictionary<string, TypeModel> _types;
    private readonly HashSet<string> _sent = new(StringComparer.Ordinal);
    private readonly HashSet<string> _received = new(StringComparer.Ordinal);

    private TypeDirections(Dictionary<string, TypeModel> types) => _types = types;

    public static TypeDirections Find(EquatableArray<SourceFileModel> files)
    {
        Dictionary<string, TypeModel> types = new(StringComparer.Ordinal);
        foreach (TypeModel type in files.SelectMany(GetTypes))
            types[type.Name] = type;
        TypeDirections directions = new(types);
        foreach (ClientModel client in files.OfType<ClientModel>())
        {
            foreach (ClientParameterModel parameter in client.Parameters)
                directions.Visit(parameter.Type, isSent: true);
        }

        foreach (OperationModel operation in files.OfType<ResourceModel>().SelectMany(r => r.Operations))
            directions.Visit(operation);
        return directions;
    }

    public static IEnumerable<TypeModel> GetTypes(SourceFileModel file) =>
        file switch
        {
            ResourceModel resource => resource.Types,
            SharedTypesModel shared => shared.Types,
            _ => [],
        };

    public bool IsSent(string type) => _sent.Contains(type);

    public bool IsReceived(string type) => _received.Contains(type);

    private void Visit(OperationModel operation)
    {
        foreach (ParameterModel parameter in operation.Parameters)
            Visit(parameter.Type, isSent: true);
        Visit(operation.Body?.Type, isSent: true);
        Visit(operation.Response.Result, isSent: false);
        Visit(operation.Paging?.Item, isSent: false);
        Visit(operation.Paging?.Body, isSent: false);
        foreach (ErrorBodyModel error in operation.Errors)
            Visit(error.Type, isSent: false);
    }

    // A loop, because types refer to each other in long chains.
    private void Visit(TypeRef? reference, bool isSent)
    {
        Stack<TypeModel> open = new();
        Push(reference);
        while (open.Count > 0)
        {
            foreach (TypeRef member in GetMembers(open.Pop(), isSent))
                Push(member);
        }

        void Push(TypeRef? type)
        {
            while (type is ListType or MapType or NullableType)
                type = type switch
                {
                    ListType list => list.Item,
                    MapType map => map.Value,
                    _ => ((NullableType)type).Inner,
                };
            if (
                type is NamedType named
                && (isSent ? _sent : _received).Add(named.Name)
                && _types.TryGetValue(named.Name, out TypeModel? model)
            )
                open.Push(model);
        }
    }

    private static IEnumerable<TypeRef> GetMembers(TypeModel type, bool isSent) =>
        type switch
        {
            RecordModel record => record
                .Properties.Where(p => !isSent || !p.ReadOnly)
                .Select(p => p.Type)
                .Concat(record.AdditionalProperties is { } rest && !(isSent && rest.ReadOnly) ? [rest.Value] : []),
            TupleModel tuple => tuple.Positions.Select(p => p.Type).Concat(tuple.Rest is { } rest ? [rest.Item] : []),
            FormModel form => form.Parts.Select(p => p.Property.Type),
            UnionModel union => union.Cases.Select(c => c.Type).Concat(union.Properties.Select(p => p.Type)),
            _ => [],
        };
}
