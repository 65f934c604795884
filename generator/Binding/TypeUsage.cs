using CfGen.Generator.Binding.Types;
using CfGen.Generator.Model;

namespace CfGen.Generator.Binding;

/// <summary>Tells each declared type which resources use it and which way it travels.</summary>
internal static class TypeUsage
{
    public static void Mark(IReadOnlyDictionary<string, TypeNode> nodes, IEnumerable<(string Resource, EquatableArray<OperationModel> Operations)> resources)
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
            foreach (TypeNode node in nodes.Values.Where(n => n.Sent && n.Received))
            {
                foreach (TypeRef type in node.OneWay)
                {
                    if (RecordNode.Element(type) is not NamedType named || nodes[named.Name] is { Sent: true, Received: true } known && known.Users.IsSupersetOf(node.Users))
                        continue;
                    more = true;
                    foreach (string resource in node.Users)
                    {
                        Visit(type, resource, received: true);
                        Visit(type, resource, received: false);
                    }
                }
            }
        }

        MarkChecked(nodes);

        void Visit(TypeRef type, string resource, bool received)
        {
            Stack<TypeRef> open = new([type]);
            while (open.Count > 0)
            {
                switch (open.Pop())
                {
                    case ListType list: open.Push(list.Item); break;
                    case MapType map: open.Push(map.Value); break;
                    case NullableType nullable: open.Push(nullable.Inner); break;
                    case NamedType named:
                        TypeNode node = nodes[named.Name];
                        bool known = node.Users.Contains(resource) && (received ? node.Received : node.Sent);
                        node.Users.Add(resource);
                        node.Received |= received;
                        node.Sent |= !received;
                        // Another resource's walk may have been here for this direction, but not for this resource: go on.
                        if (!known)
                        {
                            foreach (TypeRef reference in node.Travelling(received))
                                open.Push(reference);
                        }

                        break;
                }
            }
        }
    }

    /// <summary>A sent type is looked at where a rule stands in it, or in a type that it leads to: until no more follow.</summary>
    private static void MarkChecked(IReadOnlyDictionary<string, TypeNode> nodes)
    {
        List<TypeNode> open = [.. nodes.Values.Where(n => n.Sent)];
        bool changed = true;
        while (changed)
        {
            changed = false;
            foreach (TypeNode node in open.Where(n => !n.IsChecked))
            {
                node.IsChecked = node.HasRules || node.References.Any(r => RecordNode.Element(r) is NamedType named && nodes[named.Name].IsChecked);
                changed |= node.IsChecked;
            }
        }
    }
}
