using CfGen.Generator.Binding;
using CfGen.Generator.Binding.Operations;
using CfGen.Generator.Binding.Types;
using CfGen.Generator.Model;

namespace CfGen.Generator.Lowering;

/// <summary>The resources that use each type, and the directions in which it is serialized.</summary>
internal sealed class TypeUsage
{
    private readonly Dictionary<TypeNode, NodeUsage> _usages = [];

    private TypeUsage(IReadOnlyList<TypeNode> nodes)
    {
        foreach (TypeNode node in nodes)
            _usages.Add(node, new NodeUsage());
    }

    public NodeUsage this[TypeNode node] => _usages[node];

    /// <param name="nodes">All types, used or not.</param>
    public static TypeUsage Analyze(IReadOnlyList<TypeNode> nodes, IReadOnlyList<BoundResource> resources)
    {
        TypeUsage usage = new(nodes);
        foreach (BoundResource resource in resources)
        {
            foreach (BoundOperation operation in resource.Operations)
                usage.AddOperation(operation.Model, resource.Node.TypeName);
        }

        usage.AddMembersOfOneDirection(nodes);
        usage.AddOtherErrors(nodes, resources);
        usage.MarkValidated(nodes);
        return usage;
    }

    private void AddOtherErrors(IReadOnlyList<TypeNode> nodes, IReadOnlyList<BoundResource> resources)
    {
        foreach (NodeUsage unused in _usages.Values.Where(u => u.Resources.Count == 0))
            unused.IsNamedLast = true;
        foreach (BoundResource resource in resources)
        {
            foreach (BoundOperation operation in resource.Operations)
                AddErrors(operation.OtherErrors, resource.Node.TypeName);
        }

        AddMembersOfOneDirection(nodes);
    }

    private void AddOperation(OperationModel operation, string resource)
    {
        // The items of a page are read, and the object that holds them if it has more.
        if ((operation.Paging?.Item ?? operation.Response.Result) is { } result)
            AddType(result, resource, isReceived: true);
        if (operation.Paging?.Body is { } pageBody)
            AddType(pageBody, resource, isReceived: true);
        AddErrors(operation.Errors, resource);
        if (operation.Body is { } body)
            AddType(body.Type, resource, isReceived: false);
        foreach (ParameterModel parameter in operation.Parameters)
            AddType(parameter.Type, resource, isReceived: false);
    }

    private void AddErrors(EquatableArray<ErrorBodyModel> errors, string resource)
    {
        foreach (ErrorBodyModel error in errors)
        {
            if (error.Type is { } type)
                AddType(type, resource, isReceived: true);
        }
    }

    /// <summary>
    /// Adds the types of read-only and write-only members of the types that are sent and received: such a type has all its members, and
    /// each of them is read and written.
    /// </summary>
    private void AddMembersOfOneDirection(IReadOnlyList<TypeNode> nodes)
    {
        bool hasChanged = true;
        while (hasChanged)
        {
            hasChanged = false;
            foreach (RecordNode record in nodes.OfType<RecordNode>().Where(n => _usages[n].IsSentAndReceived))
            {
                foreach (PropertyNode property in record.Properties.Where(p => p.IsReadOnly || p.IsWriteOnly))
                    hasChanged |= AddInBothDirections(property.Type, _usages[record].Resources);
            }
        }
    }

    /// <returns>False where nothing is new.</returns>
    private bool AddInBothDirections(TypeRef type, HashSet<string> resources)
    {
        if (
            BoundType.GetElementType(type) is not BoundType bound
            || (_usages[bound.Node].IsSentAndReceived && _usages[bound.Node].Resources.IsSupersetOf(resources))
        )
            return false;
        foreach (string resource in resources.ToList())
        {
            AddType(type, resource, isReceived: true);
            AddType(type, resource, isReceived: false);
        }

        return true;
    }

    /// <summary>Adds a use of the type, and of all types that are serialized along with it.</summary>
    private void AddType(TypeRef type, string resource, bool isReceived)
    {
        Stack<TypeRef> pending = new([type]);
        while (pending.Count > 0)
        {
            // Another resource may use the type in this direction already: its members still have to know this resource.
            if (BoundType.GetElementType(pending.Pop()) is not BoundType bound || !_usages[bound.Node].Add(resource, isReceived))
                continue;
            foreach (TypeRef member in bound.Node is RecordNode record ? record.GetReferencedTypes(isReceived) : bound.Node.ReferencedTypes)
                pending.Push(member);
        }
    }

    /// <summary>Marks the sent types that have constraints, or lead to a type that has.</summary>
    private void MarkValidated(IReadOnlyList<TypeNode> nodes)
    {
        List<TypeNode> sent = [.. nodes.Where(n => _usages[n].IsSent)];
        bool hasChanged = true;
        while (hasChanged)
        {
            hasChanged = false;
            foreach (TypeNode node in sent.Where(n => !_usages[n].RequiresValidation))
            {
                if (!node.HasConstraints && !node.ReferencedTypes.Any(RequiresValidation))
                    continue;
                _usages[node].RequireValidation();
                hasChanged = true;
            }
        }
    }

    private bool RequiresValidation(TypeRef type) =>
        BoundType.GetElementType(type) is BoundType bound && _usages[bound.Node].RequiresValidation;
}
