using CfGen.Generator.Model;

namespace CfGen.Generator.Usage;

/// <summary>
/// The part of a client that the code of its project can use. Everything in it is as in the whole client: the filter works on finished
/// models, since a selection before binding would change names and rules of types.
/// </summary>
/// <param name="Units">The files of the part.</param>
/// <param name="Operations">The operations that stay.</param>
internal sealed record UsedClient(EquatableArray<SourceFileModel> Units, UsedOperations Operations)
{
    /// <summary>Reduces a client to the part.</summary>
    /// <param name="units">All files of the client.</param>
    public static UsedClient Create(EquatableArray<SourceFileModel> units, UsedNames names, UsageSettings settings)
    {
        UsedOperations operations = new(units, names, settings.Kept);
        HashSet<string> types = FindTypes(units, names, operations);
        IEnumerable<SourceFileModel?> reduced = units.Select(u => Reduce(u, operations, types));
        return new UsedClient(reduced.Append(LeftOutMembers.Create(units, operations)).OfType<SourceFileModel>().ToEquatable(), operations);
    }

    private static SourceFileModel? Reduce(SourceFileModel unit, UsedOperations operations, HashSet<string> types)
    {
        switch (unit)
        {
            case ClientModel client:
                return client with { Resources = client.Resources.Where(operations.Contains).ToEquatable() };
            case ResourceModel resource:
                ResourceModel reduced = resource with
                {
                    Resources = resource.Resources.Where(operations.Contains).ToEquatable(),
                    Operations = resource.Operations.Where(operations.Contains).ToEquatable(),
                    Types = resource.Types.Where(t => types.Contains(t.Name)).ToEquatable(),
                };
                if (operations.Contains(resource))
                    return reduced;
                // The file has types that other resources use, or that code names. The class goes.
                return reduced.Types.Count > 0
                    ? new SharedTypesModel(resource.Context, resource.FileName, reduced.Types) { UsesDeprecated = resource.UsesDeprecated }
                    : null;
            case SharedTypesModel shared:
                EquatableArray<TypeModel> used = shared.Types.Where(t => types.Contains(t.Name)).ToEquatable();
                return used.Count > 0 ? shared with { Types = used } : null;
            default:
                return unit;
        }
    }

    /// <summary>Finds the types that stay: those that the code names, those of the operations, and all that these name.</summary>
    private static HashSet<string> FindTypes(EquatableArray<SourceFileModel> units, UsedNames names, UsedOperations operations)
    {
        Dictionary<string, TypeModel> all = units.SelectMany(AccessNames.GetTypes).ToDictionary(t => t.Name, StringComparer.Ordinal);
        HashSet<string> found = new(StringComparer.Ordinal);
        Stack<string> open = new(all.Keys.Where(names.Contains));
        foreach (string name in operations.Operations.SelectMany(TypeReferences.GetNames))
            open.Push(name);
        foreach (string name in units.OfType<ClientModel>().SelectMany(c => c.Parameters).SelectMany(p => TypeReferences.GetNames(p.Type)))
            open.Push(name);
        while (open.Count > 0)
        {
            string name = open.Pop();
            if (!found.Add(name) || !all.TryGetValue(name, out TypeModel? type))
                continue;
            foreach (string other in TypeReferences.GetNames(type))
                open.Push(other);
        }

        return found;
    }
}
