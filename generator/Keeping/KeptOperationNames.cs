using CfGen.Generator.Documents;
using CfGen.Generator.Naming;
using CfGen.Generator.Naming.Operations;

namespace CfGen.Generator.Keeping;

/// <summary>
/// The names of operations with those of a listing in the place of the derived ones. An operation is found again by its method and path, or
/// by its id. Operations that are new go where the listed ones are that the rules name alike.
/// </summary>
/// <param name="Names">One name an operation.</param>
/// <param name="ClassNames">The listed class names of resources, by their paths.</param>
/// <param name="Kept">The names that are not those of the rules.</param>
internal sealed record KeptOperationNames(
    Dictionary<OperationKey, OperationName> Names,
    IReadOnlyDictionary<string, string> ClassNames,
    IReadOnlyList<KeptName> Kept
)
{
    /// <summary>Returns the path of a resource as one string.</summary>
    public static string GetKey(IReadOnlyList<string> path) => string.Join(".", path);

    /// <param name="names">The names that the rules give.</param>
    /// <param name="isFixed">True for an operation whose name was asked for in a way that precedes the listing.</param>
    /// <param name="calls">The calls of the listing.</param>
    public static KeptOperationNames Create(
        IReadOnlyDictionary<OperationKey, OperationName> names,
        Func<OperationKey, bool> isFixed,
        ListedCalls calls
    )
    {
        Dictionary<OperationKey, OperationName> result = [];
        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach (KeyValuePair<OperationKey, OperationName> name in names.Where(n => isFixed(n.Key)))
        {
            result.Add(name.Key, name.Value);
            taken.Add(name.Value.Key);
        }

        HashSet<OperationKey> listed = [];
        foreach (KeyValuePair<OperationKey, ListedCall> found in ListedOperations.Find(names.Keys, calls.Methods))
        {
            if (result.ContainsKey(found.Key) || GetName(found.Value, calls) is not { } name || !taken.Add(name.Key))
                continue;
            result.Add(found.Key, name);
            listed.Add(found.Key);
        }

        List<OperationKey> open = [.. names.Keys.Where(k => !result.ContainsKey(k)).OrderBy(k => k.Pointer, StringComparer.Ordinal)];
        ListedPaths paths = new(open.Count == 0 ? [] : listed.Select(key => (names[key].ResourcePath, result[key].ResourcePath)));
        foreach (OperationKey key in open)
        {
            OperationName name = names[key];
            result.Add(key, FindFree(name with { ResourcePath = paths.Map(name.ResourcePath) }, key, taken));
        }

        Dictionary<string, string> classes = new(StringComparer.Ordinal);
        foreach (KeyValuePair<string, IReadOnlyList<string>> path in calls.Paths)
        {
            string key = GetKey(path.Value);
            // A merge can leave two classes of one property.
            if (path.Value.Count > 0 && Identifiers.IsPascalCase(path.Key) && !classes.ContainsKey(key))
                classes.Add(key, path.Key);
        }

        return new KeptOperationNames(result, classes, FindKept(names, result, listed));
    }

    /// <returns>Null for a name that no class or method can have.</returns>
    private static OperationName? GetName(ListedCall call, ListedCalls calls) =>
        calls.Paths.TryGetValue(call.ClassName, out IReadOnlyList<string>? path) && Identifiers.IsPascalCase(call.MethodName)
            ? new OperationName(path, call.MethodName)
            : null;

    private static OperationName FindFree(OperationName name, OperationKey key, HashSet<string> taken)
    {
        if (taken.Add(name.Key))
            return name;
        string longName = name.MethodName + Identifiers.ToMemberName(key.Method);
        OperationName free = name with { MethodName = longName };
        for (int number = 2; !taken.Add(free.Key); number++)
            free = name with { MethodName = FormattableString.Invariant($"{longName}{number}") };
        return free;
    }

    private static List<KeptName> FindKept(
        IReadOnlyDictionary<OperationKey, OperationName> names,
        Dictionary<OperationKey, OperationName> result,
        HashSet<OperationKey> listed
    ) =>
        [
            .. result
                .Where(r => !r.Value.IsSameAs(names[r.Key]))
                .Select(r => new KeptName(FormatCall(r.Value), FormatCall(names[r.Key]), r.Key.Pointer, listed.Contains(r.Key)))
                .OrderBy(k => k.Pointer, StringComparer.Ordinal),
        ];

    private static string FormatCall(OperationName name) => name.Key.TrimStart('.') + "Async";
}
