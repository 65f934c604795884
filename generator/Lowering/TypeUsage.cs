using CfGen.Generator.Binding.Types;
using CfGen.Generator.Model;

namespace CfGen.Generator.Lowering;

/// <summary>Tells each declared type which resources use it and which way it travels.</summary>
internal static class TypeUsage
{
    public static void MarkUsage(
        IReadOnlyDictionary<string, TypeNode> nodes,
        IEnumerable<(string Resource, EquatableArray<OperationModel> Operations)> resources
    )
    {
        foreach ((string resource, EquatableArray<OperationModel> operations) in resources)
        {
            foreach (OperationModel operation in operations)
            {
                // Of a page, the items are read, not the object that holds them.
                if ((operation.Paging?.Item ?? operation.Response.Result) is { } result)
                    Visit(result, resource, received: true);
                if (operation.Body is { } body)
                    Visit(body.Type, resource, received: false);
                foreach (ParameterModel parameter in operation.Parameters)
                    Visit(parameter.Type, resource, received: false);
            }
        }

        // A type that goes both ways has all its members, and JSON of both ways for them.
        bool more = true;
        while (more)
        {
            more = false;
            foreach (TypeNode node in nodes.Values.Where(n => n.IsSent && n.IsReceived))
            {
                foreach (TypeRef type in node.OneDirectionTypes)
                {
                    if (
                        RecordNode.GetElementType(type) is not NamedType named
                        || nodes[named.Name] is { IsSent: true, IsReceived: true } known
                            && known.UsedByResources.IsSupersetOf(node.UsedByResources)
                    )
                        continue;
                    more = true;
                    foreach (string resource in node.UsedByResources)
                    {
                        Visit(type, resource, received: true);
                        Visit(type, resource, received: false);
                    }
                }
            }
        }

        MarkValidated(nodes);

        void Visit(TypeRef type, string resource, bool received)
        {
            Stack<TypeRef> open = new([type]);
            while (open.Count > 0)
            {
                switch (open.Pop())
                {
                    case ListType list:
                        open.Push(list.Item);
                        break;
                    case MapType map:
                        open.Push(map.Value);
                        break;
                    case NullableType nullable:
                        open.Push(nullable.Inner);
                        break;
                    case NamedType named:
                        TypeNode node = nodes[named.Name];
                        bool known = node.UsedByResources.Contains(resource) && (received ? node.IsReceived : node.IsSent);
                        node.UsedByResources.Add(resource);
                        node.IsReceived |= received;
                        node.IsSent |= !received;
                        // Another resource's walk may have been here for this direction, but not for this resource: go on.
                        if (!known)
                        {
                            foreach (TypeRef reference in node.GetTypesSerializedWith(received))
                                open.Push(reference);
                        }

                        break;
                }
            }
        }
    }

    /// <summary>A sent type is looked at where a rule stands in it, or in a type that it leads to: until no more follow.</summary>
    private static void MarkValidated(IReadOnlyDictionary<string, TypeNode> nodes)
    {
        List<TypeNode> open = [.. nodes.Values.Where(n => n.IsSent)];
        bool changed = true;
        while (changed)
        {
            changed = false;
            foreach (TypeNode node in open.Where(n => !n.RequiresValidation))
            {
                node.RequiresValidation =
                    node.HasConstraints
                    || node.ReferencedTypes.Any(r =>
                        RecordNode.GetElementType(r) is NamedType named && nodes[named.Name].RequiresValidation
                    );
                changed |= node.RequiresValidation;
            }
        }
    }
}
