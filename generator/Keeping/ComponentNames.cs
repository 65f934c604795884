using CfGen.Generator.Listing;
using CfGen.Generator.Model;
using CfGen.Generator.Naming;

namespace CfGen.Generator.Keeping;

/// <summary>
/// Plans the names of types by their components alone. In most builds with names that stay nothing else differs, and then the client need
/// not be listed under the names of the rules, and compared.
/// </summary>
internal static class ComponentNames
{
    private static readonly string[] s_kinds = [ListedKind.Record, ListedKind.Enum, ListedKind.Union, ListedKind.Tuple, ListedKind.Form];

    /// <returns>Null where each component has its listed name, or a listed name is that of another type.</returns>
    public static NamePlan? TryPlan(ApiListing listing, EquatableArray<SourceFileModel> files)
    {
        Dictionary<string, string?> listed = FindListed(listing);
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        Dictionary<string, string> pointers = new(StringComparer.Ordinal);
        foreach (TypeModel type in files.SelectMany(TypeDirections.GetTypes))
        {
            pointers[type.Name] = type.Docs.Pointer;
            if (!listed.TryGetValue(ListedType.GetComponent(type.Docs.Pointer), out string? name) || name is null || name == type.Name)
                continue;
            // C# does not allow it, and the member gets another name.
            if (HasMember(type, name))
                return null;
            names[name] = type.Name;
        }

        NamePlan plan = new();
        return names.Count > 0 && TypeNamePlan.TryAdd(plan, names, pointers, files) ? plan : null;
    }

    private static bool HasMember(TypeModel type, string name) =>
        type switch
        {
            RecordModel record => record.Properties.Any(p => p.Name == name) || record.AdditionalProperties?.Name == name,
            TupleModel tuple => tuple.Positions.Any(p => p.Name == name) || tuple.Rest?.Name == name,
            FormModel form => form.Parts.Any(p => p.Property.Name == name || p.Headers.Any(h => h.PropertyName == name)),
            EnumModel values => values.Members.Any(m => m.Name == name),
            UnionModel union => union.Properties.Any(p => p.Name == name),
            _ => false,
        };

    /// <summary>Finds the types of components. A component of two types is not a name for either: null.</summary>
    private static Dictionary<string, string?> FindListed(ApiListing listing)
    {
        Dictionary<string, string?> listed = new(StringComparer.Ordinal);
        foreach (ListingLine line in s_kinds.SelectMany(listing.GetLines))
        {
            int nameEnd = line.Text.IndexOf(' ');
            var facts = FactReader.Create(line.Text);
            // The first fact of a type is its component.
            if (facts.Read() && facts.Is(ListedFact.Schema) && facts.Value is { } component)
                listed[component] = listed.ContainsKey(component) ? null : line.Text.Substring(0, nameEnd);
        }

        return listed;
    }
}
