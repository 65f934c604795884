namespace CfGen.Generator.Naming;

/// <summary>
/// Finds the prefixes that bundlers add to the names of components, to keep the parts of a vendor's document apart: <c>dlp_Dataset</c>,
/// <c>29dbGVss_cursor</c>. Types are named without them where the names stay distinct.
/// </summary>
internal static class ComponentPrefixes
{
    private const int MinNames = 3;

    // Nearly all components have a prefix where a bundler adds one. In user_profile and user_settings, beside order, user is a word.
    private const double MinPrefixedShare = 0.95;

    // Where _ is the only separator of words, the first word is not a prefix.
    private const double MinOtherSeparatorShare = 0.1;

    /// <summary>The type names without prefix, by component, of those that do not need it.</summary>
    /// <param name="fullNames">The type names with prefix of all components, used or not, so that a selection changes no name.</param>
    public static Dictionary<string, string> FindRemovable(IReadOnlyDictionary<string, string> fullNames)
    {
        Dictionary<string, string> shortNames = new(StringComparer.Ordinal);
        ILookup<string, string> families = fullNames
            .Keys.Where(id => FindPrefixEnd(id) > 0)
            .ToLookup(id => id.Substring(0, FindPrefixEnd(id)), StringComparer.Ordinal);
        List<string> prefixed = [.. families.Where(f => f.Count() > 1).SelectMany(f => f)];
        if (
            fullNames.Count < MinNames
            || prefixed.Count < MinPrefixedShare * fullNames.Count
            || fullNames.Keys.Count(id => id.Any(c => c == '-' || char.IsUpper(c))) < MinOtherSeparatorShare * fullNames.Count
        )
            return shortNames;

        HashSet<string> taken = new(fullNames.Values, StringComparer.OrdinalIgnoreCase);
        foreach (IGrouping<string, string> same in prefixed.GroupBy(RemovePrefix, StringComparer.OrdinalIgnoreCase))
        {
            // The prefix stays where the name would hide a type of the framework, or begin with a digit.
            if (
                same.Count() == 1
                && same.Key.Length is > 0 and <= Identifiers.MaxLength
                && char.IsLetter(same.Key[0])
                && !taken.Contains(same.Key)
                && !ReservedNames.IsTypeName(same.Key)
            )
                shortNames.Add(same.First(), same.Key);
        }

        return shortNames;

        static string RemovePrefix(string id) => Words.ToPascalCase(id.Substring(FindPrefixEnd(id) + 1));
    }

    /// <summary>The index of the prefix's end; 0 where there is no prefix, or nothing after it.</summary>
    private static int FindPrefixEnd(string id)
    {
        int end = id.IndexOf('_');
        return end > 0 && end < id.Length - 1 ? end : 0;
    }
}
