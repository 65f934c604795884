using CfGen.Generator.Binding.Types;
using CfGen.Generator.Lowering;

namespace CfGen.Generator.Reporting;

/// <summary>A type of the selected operations that has another name in the client of the whole document.</summary>
/// <param name="Pointer">The schema of the type.</param>
/// <param name="Name">The name with the selection.</param>
/// <param name="WholeName">The name without it.</param>
internal readonly record struct SelectedTypeName(string Pointer, string Name, string WholeName);

/// <summary>Finds the types whose names a selection of operations changes.</summary>
internal static class SelectedTypeNames
{
    /// <summary>Compares the names of each schema's type.</summary>
    /// <param name="selected">The client of the selected operations.</param>
    /// <param name="whole">The client of all operations of the same document.</param>
    /// <returns>The types whose schema has no type of their name in the whole client, in the order of their names.</returns>
    public static IEnumerable<SelectedTypeName> FindRenamed(LoweredClient selected, LoweredClient whole)
    {
        ILookup<string, string> names = whole
            .Types.Used.SelectMany(type => type.EqualNodes.Select(node => (node.Documentation.Pointer, type.Name)))
            .Distinct()
            .ToLookup(n => n.Pointer, n => n.Name, StringComparer.Ordinal);
        foreach (FinalType type in selected.Types.Used.OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            // A schema that is sent and received in two ways has two types: one of them has the name.
            TypeNode? renamed = type.EqualNodes.FirstOrDefault(node => IsRenamed(names, node.Documentation.Pointer, type.Name));
            if (renamed is not null)
                yield return new(
                    renamed.Documentation.Pointer,
                    type.Name,
                    names[renamed.Documentation.Pointer].OrderBy(n => n, StringComparer.Ordinal).First()
                );
        }
    }

    private static bool IsRenamed(ILookup<string, string> names, string pointer, string name) =>
        names.Contains(pointer) && !names[pointer].Contains(name, StringComparer.Ordinal);
}
