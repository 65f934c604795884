using CfGen.Generator.Model;
using CfGen.Generator.Naming;

namespace CfGen.Generator.Keeping;

/// <summary>Plans the names of types: those of the listing stay, and a new type of the same name gets another one.</summary>
internal static class TypeNamePlan
{
    /// <summary>Plans the names of the types that were found again, and those of the types whose names these are.</summary>
    public static void Add(NamePlan plan, NameMatching matching, EquatableArray<SourceFileModel> files)
    {
        if (matching.Names.Count == 0)
            return;
        HashSet<string> taken = GetTakenNames(files);
        List<string> displaced = AddListed(plan, matching.Names, matching.Current.Types, taken);
        // A name of the listing is not given to a type that it does not mean.
        NameScope scope = new(StringComparer.OrdinalIgnoreCase, taken.Concat(matching.Old.Types));
        foreach (string name in displaced)
            plan.Types[name] = scope.Reserve(name);
        Report(plan, matching.Current.GetPointer, displaced);
    }

    /// <summary>Plans names, if none of them is that of another type.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="names">The names of types by those that they get.</param>
    /// <param name="pointers">The pointers of all types that a schema gives.</param>
    /// <param name="files">The files of the client.</param>
    public static bool TryAdd(
        NamePlan plan,
        IReadOnlyDictionary<string, string> names,
        IReadOnlyDictionary<string, string> pointers,
        EquatableArray<SourceFileModel> files
    )
    {
        IEnumerable<string> records = files
            .OfType<ResourceModel>()
            .SelectMany(r => r.Operations)
            .Select(o => o.ParametersType)
            .OfType<string>();
        if (AddListed(plan, names, pointers.Keys.Concat(records), GetTakenNames(files)).Count > 0 || plan.Types.Count < names.Count)
            return false;
        Report(plan, name => pointers[name], []);
        return true;
    }

    /// <summary>Adds the listed names that types can have.</summary>
    /// <returns>The types whose names these are.</returns>
    private static List<string> AddListed(
        NamePlan plan,
        IReadOnlyDictionary<string, string> names,
        IEnumerable<string> types,
        HashSet<string> taken
    )
    {
        HashSet<string> open = new(types, StringComparer.Ordinal);
        foreach (KeyValuePair<string, string> pair in names.OrderBy(n => n.Key, StringComparer.Ordinal))
        {
            if (!Identifiers.IsPascalCase(pair.Key) || ReservedNames.IsTypeName(pair.Key) || !taken.Add(pair.Key))
                continue;
            open.Remove(pair.Value);
            plan.Types[pair.Value] = pair.Key;
        }

        return [.. open.Where(name => !taken.Add(name)).OrderBy(name => name, StringComparer.Ordinal)];
    }

    private static void Report(NamePlan plan, Func<string, string> getPointer, List<string> displaced)
    {
        foreach (KeyValuePair<string, string> type in plan.Types.OrderBy(t => t.Value, StringComparer.Ordinal))
            plan.Note(new KeptName(type.Value, type.Key, getPointer(type.Key), !displaced.Contains(type.Key)));
    }

    // Types are also names of files, which must not differ in case only.
    private static HashSet<string> GetTakenNames(EquatableArray<SourceFileModel> files) =>
        new(GetClassNames(files), StringComparer.OrdinalIgnoreCase);

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
