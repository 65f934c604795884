namespace CfGen.Generator.Naming.Operations;

/// <summary>
/// Reads operation ids that consist of resources and a method: <c>repos/list-for-user</c>, <c>pets.list</c>, <c>Pets_List</c>.
/// </summary>
internal static class GroupedOperationId
{
    private static readonly char[] s_separators = ['/', '.'];

    /// <returns>Null where the id is not of this form.</returns>
    public static OperationName? TryParse(PathOperation operation)
    {
        // FunctionImport.GetNearestAirport: the path of a function has its name, and the resource that it belongs to.
        if (operation.Key.OperationId is not { Length: > 2 } id || operation.Key.HasDuplicateId || operation.Node.IsFunction)
            return null;
        int separator = FindSeparator(id);
        if (separator <= 0 || separator + 1 == id.Length)
            return null;
        string[] groups = id.Substring(0, separator).Split([.. s_separators, '_']);
        string method = id.Substring(separator + 1);
        if (
            !groups.All(IsNamePart)
            || !IsNamePart(method)
            || English.SplitWords(method) is not [{ } first, ..]
            || !(English.IsAction(first) || English.IsReadAction(first))
        )
            return null;
        // drive.files.list: in a client of the API, its own name in front says nothing.
        if (groups.Length > 1 && !English.SplitWords(groups[0]).SequenceEqual(GetFirstPathWords(operation)))
            groups = [.. groups.Skip(1)];
        string methodName = RemoveGroupNoun(operation, English.SplitWords(method), English.SplitWords(groups[groups.Length - 1]));
        if (groups is ["ActionImport"])
            groups = [];
        else if (IsEntityOfSet(operation, groups, method))
            groups = [groups[0]];
        return OperationName.FromParts([.. groups, methodName]);
    }

    /// <summary>
    /// True for <c>People.Person.ListPerson</c> at <c>/People</c>, as OData has it: the set, the type of its entities, and the method on
    /// it.
    /// </summary>
    private static bool IsEntityOfSet(PathOperation operation, string[] groups, string method) =>
        groups.Length == 2
        && PathTree.GetAncestors(operation.Node) is [{ IsParameter: false } set, ..] path
        && path.Skip(1).All(n => n.IsParameter)
        && English.SplitWords(groups[0]).SequenceEqual(set.Words)
        && English.SplitWords(method).Skip(1).Take(English.SplitWords(groups[1]).Count).SequenceEqual(English.SplitWords(groups[1]));

    /// <returns>The index of the last separator; 0 or less where there is none.</returns>
    private static int FindSeparator(string id)
    {
        int separator = id.LastIndexOfAny(s_separators);
        if (separator > 0 || !char.IsUpper(id[0]))
            return separator;
        // Pets_List, and not list_pets.
        separator = id.LastIndexOf('_');
        return separator > 0 && (separator + 1 == id.Length || !char.IsUpper(id[separator + 1])) ? -1 : separator;
    }

    private static IReadOnlyList<string> GetFirstPathWords(PathOperation operation) =>
        PathTree.GetAncestors(operation.Node).Find(n => !n.IsParameter && !n.IsVersion)?.Words ?? [];

    /// <summary>Removes the words that repeat the group: Accounts.GetAccountById is Accounts.Get.</summary>
    private static string RemoveGroupNoun(PathOperation operation, List<string> method, List<string> group)
    {
        if (
            group.Count > 0
            && method.Count > group.Count
            && group.Select(English.ToSingular).SequenceEqual(method.Skip(1).Take(group.Count).Select(English.ToSingular))
        )
        {
            string last = method[group.Count];
            method.RemoveRange(1, group.Count);
            if (method is ["get"] && operation.Response.IsList && English.IsPlural(last))
                method[0] = "list";
        }

        if (method is [_, "by", "id"])
            method.RemoveRange(1, 2);
        return string.Join("_", method);
    }

    private static bool IsNamePart(string text) =>
        text.Length > 0 && char.IsLetter(text[0]) && text.All(c => char.IsLetterOrDigit(c) || c is '-' or '_');
}
