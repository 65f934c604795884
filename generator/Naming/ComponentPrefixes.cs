namespace CfGen.Generator.Naming;

/// <summary>
/// Bundlers keep the parts of a vendor's document apart by what they put before the names of components: <c>dlp_Dataset</c>,
/// <c>29dbGVss_cursor</c>. Types are called without it where that tells them apart.
/// </summary>
internal static class ComponentPrefixes
{
    private const int MinNames = 3;

    // Of a document that has such prefixes at all; user_profile and user_settings beside order are words.
    private const double MinPrefixedShare = 0.95;

    // Where words are told apart by _ only, the first of them is a word.
    private const double MinOtherSeparatorShare = 0.1;

    /// <summary>The names of types by the names of components, for those that can do without their prefix.</summary>
    /// <param name="whole">All components of the document, used or not, so that a selection changes no name; with their types' names, prefix and all.</param>
    public static Dictionary<string, string> FindRemovable(IReadOnlyDictionary<string, string> whole)
    {
        Dictionary<string, string> bare = new(StringComparer.Ordinal);
        ILookup<string, string> families = whole
            .Keys.Where(id => FindPrefixEnd(id) > 0)
            .ToLookup(id => id.Substring(0, FindPrefixEnd(id)), StringComparer.Ordinal);
        List<string> prefixed = [.. families.Where(f => f.Count() > 1).SelectMany(f => f)];
        if (
            whole.Count < MinNames
            || prefixed.Count < MinPrefixedShare * whole.Count
            || whole.Keys.Count(id => id.Any(c => c == '-' || char.IsUpper(c))) < MinOtherSeparatorShare * whole.Count
        )
            return bare;

        HashSet<string> taken = new(whole.Values, StringComparer.OrdinalIgnoreCase);
        foreach (IGrouping<string, string> same in prefixed.GroupBy(Rest, StringComparer.OrdinalIgnoreCase))
        {
            // A name that would hide a framework's type, or begins with no letter, is better off with its prefix.
            if (
                same.Count() == 1
                && same.Key.Length is > 0 and <= Identifiers.MaxLength
                && char.IsLetter(same.Key[0])
                && !taken.Contains(same.Key)
                && !Identifiers.IsReservedTypeName(same.Key)
            )
                bare.Add(same.First(), same.Key);
        }

        return bare;

        string Rest(string id) => Words.ToPascalCase(id.Substring(FindPrefixEnd(id) + 1));
    }

    /// <summary>Where the prefix ends; 0 where there is none, or nothing behind it.</summary>
    private static int FindPrefixEnd(string id)
    {
        int cut = id.IndexOf('_');
        return cut > 0 && cut < id.Length - 1 ? cut : 0;
    }
}
