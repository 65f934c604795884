using CfGen.Generator.Model;

namespace CfGen.Generator.Keeping;

/// <summary>
/// A union reads the properties of its base from its cases, by their names. If a name stayed in one of them only, none of it stays.
/// </summary>
internal static class UnionNamePlan
{
    public static void Align(NamePlan plan, EquatableArray<SourceFileModel> files)
    {
        if (plan.Members.Count == 0)
            return;
        UnionModel[] unions = [.. files.SelectMany(GetTypes).OfType<UnionModel>().Where(u => u.Properties.Count > 0)];
        bool isChanged;
        do
        {
            isChanged = false;
            foreach (UnionModel union in unions)
            {
                string[] types = [union.Name, .. union.Cases.Select(c => c.Type).OfType<NamedType>().Select(t => t.Name)];
                if (union.Properties.All(p => types.Select(t => plan.GetMember(t, p.Name)).Distinct().Count() == 1))
                    continue;
                foreach ((string Type, string Member) key in plan.Members.Keys.Where(k => types.Contains(k.Type)).ToList())
                    isChanged |= plan.Members.Remove(key);
            }
        } while (isChanged);
    }

    private static IEnumerable<TypeModel> GetTypes(SourceFileModel file) =>
        file switch
        {
            ResourceModel resource => resource.Types,
            SharedTypesModel shared => shared.Types,
            _ => [],
        };
}
