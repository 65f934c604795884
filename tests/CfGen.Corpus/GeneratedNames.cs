using CfGen.Generator;
using CfGen.Generator.Binding;
using CfGen.Generator.Binding.Operations;
using CfGen.Generator.Binding.Types;
using CfGen.Generator.Lowering;

namespace CfGen.Corpus;

/// <summary>The public names of one client, by the places in the document that they stand for.</summary>
/// <param name="Types">The name of each used type, with the places of its schemas.</param>
/// <param name="Calls">The resources and the method of each operation, by its place.</param>
internal sealed record GeneratedNames(IReadOnlyDictionary<string, IReadOnlySet<string>> Types, IReadOnlyDictionary<string, string> Calls)
{
    /// <summary>Reads the names of a client; none where its document could not be read.</summary>
    public static GeneratedNames Read(ClientStages stages)
    {
        Dictionary<string, IReadOnlySet<string>> types = new(StringComparer.Ordinal);
        Dictionary<string, string> calls = new(StringComparer.Ordinal);
        if (stages is not { Bound: { } bound, Lowered: { } lowered })
            return new GeneratedNames(types, calls);
        foreach (FinalType type in lowered.Types.Used)
        {
            if (type.EqualNodes.Any(IsSchema))
                types[lowered.Kept is { } kept && kept.TypeNames.TryGetValue(type.Name, out string? name) ? name : type.Name] = type
                    .EqualNodes.Where(IsSchema)
                    .Select(n => n.Documentation.Pointer)
                    .ToHashSet(StringComparer.Ordinal);
        }

        Dictionary<ResourceNode, string> paths = [];
        AddPaths(bound.Root, "", paths);
        foreach (BoundResource resource in bound.Resources)
        {
            foreach (BoundOperation operation in resource.Operations)
                calls[operation.Key.Pointer + operation.Model.Variant?.NameSuffix] = paths[resource.Node] + operation.Model.Name + "Async";
        }

        return new GeneratedNames(types, calls);
    }

    // A form has the place of its operation, and so no place of its own.
    private static bool IsSchema(TypeNode node) => node.Documentation.Pointer.Length > 0;

    private static void AddPaths(ResourceNode node, string path, Dictionary<ResourceNode, string> paths)
    {
        paths.Add(node, path);
        foreach (ResourceNode child in node.Children)
            AddPaths(child, path + child.PropertyName + ".", paths);
    }
}
