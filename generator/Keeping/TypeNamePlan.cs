using CfGen.Generator.Model;
using CfGen.Generator.Naming;

namespace CfGen.Generator.Keeping;

/// <summary>Plans the names of types: those of the listing stay, and a new type of the same name gets another one.</summary>
internal static class TypeNamePlan
{
    public static void Add(NamePlan plan, NameMatching matching, EquatableArray<SourceFileModel> files)
    {
        if (matching.Names.Count == 0)
            return;
        // Types are also names of files, which must not differ in case only.
        HashSet<string> taken = new(GetClassNames(files), StringComparer.OrdinalIgnoreCase);
        HashSet<string> open = [.. matching.Current.Types];
        foreach (KeyValuePair<string, string> pair in matching.Names.OrderBy(n => n.Key, StringComparer.Ordinal))
        {
            if (!Identifiers.IsPascalCase(pair.Key) || ReservedNames.IsTypeName(pair.Key) || !taken.Add(pair.Key))
                continue;
            open.Remove(pair.Value);
            plan.Types[pair.Value] = pair.Key;
        }

        List<string> displaced = [.. open.Where(name => !taken.Add(name)).OrderBy(name => name, StringComparer.Ordinal)];
        // A name of the listing is not given to a type that it does not mean.
        NameScope scope = new(StringComparer.OrdinalIgnoreCase, taken.Concat(matching.Old.Types));
        foreach (string name in displaced)
            plan.Types[name] = scope.Reserve(name);
        foreach (KeyValuePair<string, string> type in plan.Types.OrderBy(t => t.Value, StringComparer.Ordinal))
            plan.Note(new KeptName(type.Value, type.Key, matching.Current.GetPointer(type.Key), !displaced.Contains(type.Key)));
    }

    private static IEnumerable<string> GetClassNames(EquatableArray<SourceFileModel> files)
    {
        foreach (SourceFileModel file in files)
        {
            if (file is ClientModel client)
            {
                yield return client.ClientName + "Options";
                foreach (string part in client.Context.Namespace.Split('.'))
                    yield return part;
            }

            string? name = (file as ClientModel)?.ClientName ?? (file as ResourceModel)?.TypeName;
            if (name is null)
                continue;
            yield return name;
            yield return "I" + name;
        }
    }
}
