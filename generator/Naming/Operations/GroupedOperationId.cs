namespace CfGen.Generator.Naming.Operations;

/// <summary>Operation ids that are a resource and a method by themselves: <c>repos/list-for-user</c>, <c>pets.list</c>, <c>Pets_List</c>.</summary>
internal static class GroupedOperationId
{
    private static readonly char[] s_separators = ['/', '.'];

    public static OperationName? TryParse(PathOperation operation)
    {
        if (operation.Site.OperationId is not { Length: > 2 } id || operation.Site.HasDuplicateId)
            return null;
        int separator = id.LastIndexOfAny(s_separators);
        if (separator <= 0 && char.IsUpper(id[0]))
        {
            separator = id.LastIndexOf('_');
            if (separator > 0 && (separator + 1 == id.Length || !char.IsUpper(id[separator + 1])))
                return null;
        }

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
        // drive.files.list: the API's own name in front says nothing to a client of that API.
        if (
            groups.Length > 1
            && !English
                .SplitWords(groups[0])
                .SequenceEqual(PathTree.GetAncestors(operation.Node).Find(n => !n.IsParameter && !n.IsVersion)?.Words ?? [])
        )
            groups = [.. groups.Skip(1)];
        return OperationName.FromParts([
            .. groups,
            RemoveGroupNoun(operation, English.SplitWords(method), English.SplitWords(groups[groups.Length - 1])),
        ]);
    }

    /// <summary>Accounts.GetAccountById is Accounts.Get: what the group says already is left out.</summary>
    private static string RemoveGroupNoun(PathOperation operation, List<string> method, List<string> noun)
    {
        if (
            noun.Count > 0
            && method.Count > noun.Count
            && noun.Select(English.ToSingular).SequenceEqual(method.Skip(1).Take(noun.Count).Select(English.ToSingular))
        )
        {
            string last = method[noun.Count];
            method.RemoveRange(1, noun.Count);
            if (method is ["get"] && operation.Result.IsList && English.IsPlural(last))
                method[0] = "list";
        }

        if (method is [_, "by", "id"])
            method.RemoveRange(1, 2);
        return string.Join("_", method);
    }

    private static bool IsNamePart(string text) =>
        text.Length > 0 && char.IsLetter(text[0]) && text.All(c => char.IsLetterOrDigit(c) || c is '-' or '_');
}
