using System.Globalization;

namespace CfGen.Generator.Naming.Operations;

/// <summary>An operation whose derived name another operation has.</summary>
/// <param name="HasSeveralVersions">True where the operations are below several versions.</param>
/// <param name="HasSeveralOwners">True where the operations have several owners.</param>
/// <param name="HasSeveralMethods">True where the operations have several HTTP methods.</param>
internal sealed record NameConflict(DerivedName Name, bool HasSeveralVersions, bool HasSeveralOwners, bool HasSeveralMethods)
{
    private OperationName Plain => Name.Name;

    /// <summary>Names with more and more of the path in them. There are always more.</summary>
    public IEnumerable<OperationName> GetAlternatives()
    {
        if (HasSeveralVersions && Name.VersionedPath is { } versioned)
            yield return Plain with
            {
                ResourcePath = versioned,
            };
        if (HasSeveralOwners && Name.Owner is { } owner)
            yield return Plain with
            {
                ResourcePath = [owner, .. Plain.ResourcePath],
            };
        // A PUT updates, and a PATCH that would be called the same edits.
        if (HasSeveralMethods && IsPatchUpdate(Name))
            yield return Plain with
            {
                MethodName = "Edit",
            };
        PathNode node = Name.Operation.Node;
        if (Name.Operation.Method == "post" && node.Operations.ContainsKey("get") && node.Segment == "search")
            yield return Append("ByPost");
        string[] segments = Name.Operation.Key.Path.Split(['/'], StringSplitOptions.RemoveEmptyEntries);
        if (GetQueryWords(Name.Operation.Key.Path) is { Length: > 0 } query)
            yield return Append(query);
        if (node.Segment == "search")
            yield return Plain with
            {
                MethodName = "Search",
            };
        if (node.IsParameter)
            yield return Append("By" + Identifiers.ToMemberName(segments.Length > 0 ? segments[segments.Length - 1] : ""));
        else if (MayChangeManyItems(node))
            yield return Plain with
            {
                MethodName = "Bulk" + Plain.MethodName,
            };
        foreach (PathNode ancestor in PathTree.GetAncestors(node).AsEnumerable().Reverse().Where(IsUnused))
            yield return Append(Identifiers.ToMemberName(ancestor.IsVersion ? ancestor.Segment : string.Join(" ", ancestor.Words)));
        for (int i = segments.Length - 1; i >= 0; i--)
        {
            if (IsParameter(segments[i]))
                yield return Append("For" + GetParameterOwner(segments[i]));
        }

        string path = string.Concat(segments.Select(s => (IsParameter(s) ? "By" : "") + Identifiers.ToMemberName(s)));
        yield return Append("At" + path);
        yield return Append("At" + path + Identifiers.ToMemberName(Name.Operation.Method));
        // The paths differ in signs only.
        for (int number = 2; ; number++)
            yield return Append("At" + path + number.ToString(CultureInfo.InvariantCulture));
    }

    public static bool IsPatchUpdate(DerivedName name) => name.Operation.Method == "patch" && name.Name.MethodName == "Update";

    private OperationName Append(string words) => Plain with { MethodName = Plain.MethodName + words };

    private bool MayChangeManyItems(PathNode node) =>
        Plain.MethodName is "Create" or "Update" or "Edit" or "Delete"
        && Name.Operation.Method is not ("get" or "delete")
        && node.Item is null
        && English.IsPlural(node.LastWord);

    /// <summary>True where the name does not have the segment yet.</summary>
    private bool IsUnused(PathNode node)
    {
        string name = Identifiers.ToMemberName(node.Segment);
        return node.Words.Count > 0 && !Plain.ResourcePath.Contains(name) && !Plain.MethodName.EndsWith(name, StringComparison.Ordinal);
    }

    // ?beta=true is beta, and ?version=2 is version 2.
    private static string GetQueryWords(string path)
    {
        int query = path.IndexOf('?');
        return query <= 0 || path[query - 1] == '{'
            ? ""
            : Identifiers.ToMemberName(path.Substring(query + 1).Replace("=true", "").Replace('=', ' ').Replace('&', ' '));
    }

    private static bool IsParameter(string segment) => segment.IndexOf('{') >= 0;

    // {account_id} is an account.
    private static string GetParameterOwner(string segment)
    {
        List<string> words = Words.Split(segment);
        if (words.Count > 1 && words[words.Count - 1].ToUpperInvariant() is "ID" or "GID" or "UUID" or "GUID" or "SLUG")
            words.RemoveAt(words.Count - 1);
        return Identifiers.ToMemberName(string.Join(" ", words));
    }
}
