using CfGen.Generator.Binding.Operations;

namespace CfGen.Generator.Binding.OperationNaming;

/// <summary>Operation ids that are a resource and a method by themselves: <c>repos/list-for-user</c>, <c>pets.list</c>, <c>Pets_List</c>.</summary>
internal static class VendorId
{
    private static readonly char[] s_separators = ['/', '.'];

    public static OperationName? Read(PathOperation operation)
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
        if (!groups.All(IsName) || !IsName(method) || English.Words(method) is not [{ } first, ..] || !(English.IsAction(first) || English.IsReadAction(first)))
            return null;
        // drive.files.list: the API's own name in front says nothing to a client of that API.
        if (groups.Length > 1 && !English.Words(groups[0]).SequenceEqual(PathTree.Way(operation.Node).Find(n => !n.IsParameter && !n.IsVersion)?.Words ?? []))
            groups = [.. groups.Skip(1)];
        return OperationName.FromParts([.. groups, WithoutNoun(operation, English.Words(method), English.Words(groups[groups.Length - 1]))]);
    }

    /// <summary>Accounts.GetAccountById is Accounts.Get: what the group says already is left out.</summary>
    private static string WithoutNoun(PathOperation operation, List<string> method, List<string> noun)
    {
        if (noun.Count > 0 && method.Count > noun.Count && noun.Select(English.Singular).SequenceEqual(method.Skip(1).Take(noun.Count).Select(English.Singular)))
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

    private static bool IsName(string text) => text.Length > 0 && char.IsLetter(text[0]) && text.All(c => char.IsLetterOrDigit(c) || c is '-' or '_');
}
