using CfGen.Generator.Model;

namespace CfGen.Generator.Listing;

/// <summary>Finds the types that requests have, and those that responses have, beginning at the operations.</summary>
internal sealed class TypeDirections
{
    private readonly Dictionary<string, TypeModel> _types;
    private readonly HashSet<string> _sent = new(StringComparer.Ordinal);
    private readonly HashSet<string> _received = new(StringComparer.Ordinal);
    private readonly Stack<TypeModel> _open = new();

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
        Push(reference, isSent);
        while (_open.Count > 0)
            PushMembers(_open.Pop(), isSent);
    }

    private void Push(TypeRef? type, bool isSent)
    {
        if (
            TypeReferences.FindNamed(type) is { } named
            && (isSent ? _sent : _received).Add(named.Name)
            && _types.TryGetValue(named.Name, out TypeModel? model)
        )
            _open.Push(model);
    }

    private void PushMembers(TypeModel type, bool isSent)
    {
        switch (type)
        {
            case RecordModel record:
                foreach (PropertyModel property in record.Properties.AsSpan())
                {
                    if (!isSent || !property.ReadOnly)
                        Push(property.Type, isSent);
                }

                if (record.AdditionalProperties is { } rest && !(isSent && rest.ReadOnly))
                    Push(rest.Value, isSent);
                break;
            case TupleModel tuple:
                foreach (PropertyModel position in tuple.Positions.AsSpan())
                    Push(position.Type, isSent);
                Push(tuple.Rest?.Item, isSent);
                break;
            case FormModel form:
                foreach (FormPart part in form.Parts.AsSpan())
                    Push(part.Property.Type, isSent);
                break;
            case UnionModel union:
                foreach (UnionCaseModel unionCase in union.Cases.AsSpan())
                    Push(unionCase.Type, isSent);
                foreach (PropertyModel property in union.Properties.AsSpan())
                    Push(property.Type, isSent);
                break;
        }
    }
}
