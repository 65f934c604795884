namespace CfGen.Generator.Naming.Operations;

/// <summary>Normalizes the words of resources: in the plural, without abbreviations, and without repeating each other.</summary>
internal static class ResourceRules
{
    /// <param name="hasOwner">True where the path has an owner before its resources.</param>
    public static void NormalizeWords(List<ResourceWords> resources, bool hasOwner)
    {
        for (int i = 0; i < resources.Count; i++)
        {
            ResourceWords resource = resources[i];
            if (resource.Words.Count > 1 && resource.LastWord == "api")
                resource.Words.RemoveAt(resource.Words.Count - 1);
            if (i > 0 || resource.Words.Count > 1)
                ExpandAbbreviation(resource);
            if ((i > 0 || hasOwner) && IsCollection(resource))
                resource.LastWord = English.ToPlural(resource.LastWord);
            if (i > 0 && RemoveRepetition(resources, i))
                i--;
        }
    }

    /// <summary>True for a singular that the document also has in the plural, beside it or in its tags.</summary>
    private static bool IsCollection(ResourceWords resource)
    {
        PathNode node = resource.Node;
        string last = resource.LastWord;
        string plural = English.ToPlural(last);
        if (plural == last || last.EndsWith("s", StringComparison.Ordinal))
            return false;
        // rules beside rule are one resource.
        bool hasPluralSibling =
            node.Segment.EndsWith(last, StringComparison.Ordinal)
            && node.Parent!.Children.ContainsKey(node.Segment.Substring(0, node.Segment.Length - last.Length) + plural);
        bool isSingleton = node.Item is null && node.HasOnly("get");
        return hasPluralSibling || (!isSingleton && node.NearestOperations.Any(o => o.TagWords.Contains(plural)));
    }

    /// <summary>Leaves out the words that repeat the last word of the resource before it.</summary>
    /// <returns>True where the whole resource is left out.</returns>
    private static bool RemoveRepetition(List<ResourceWords> resources, int index)
    {
        ResourceWords resource = resources[index];
        if (
            resources[index - 1].Words is not { Count: > 0 } before
            || English.ToSingular(before[before.Count - 1]) != English.ToSingular(resource.Words[0])
        )
            return false;
        if (resource.Words.Count == 1 && before.Count > 1)
        {
            resources.RemoveAt(index);
            return true;
        }

        // script-settings are the settings of a script, unless it has others.
        bool hasOther = resource.Node.Parent!.ChildNames.Contains(string.Join(" ", resource.Words.Skip(1)));
        if (resource.Words.Count > 1 && IsPlural(before) && IsPlural(resource.Words) && !hasOther)
            resource.Words.RemoveAt(0);
        return false;
    }

    private static bool IsPlural(List<string> words) =>
        words[words.Count - 1] is { } word && English.IsPlural(word) && English.ToSingular(word) != word;

    /// <summary>Writes an abbreviation as the tags of its operations do: <c>apps</c>, tagged "Access applications".</summary>
    private static void ExpandAbbreviation(ResourceWords resource)
    {
        string last = resource.LastWord;
        string singular = English.ToSingular(last);
        string before = resource.Words.Count > 1 ? resource.Words[resource.Words.Count - 2] : "";
        SortedSet<string> candidates = new(StringComparer.Ordinal);
        foreach (PathOperation operation in resource.Node.NearestOperations)
        {
            IReadOnlyList<string> tag = operation.TagWords;
            if (tag.Any(w => English.ToSingular(w) == singular))
                return;
            for (int i = 0; i < tag.Count; i++)
            {
                bool follows = before.Length > 0 && i > 0 && tag[i - 1] == before;
                if (
                    (before.Length == 0 || follows)
                    && English.IsAbbreviationOf(last, tag[i], follows)
                    && !IsInPathAbove(resource.Node, tag[i])
                )
                    candidates.Add(tag[i]);
            }
        }

        if (candidates.Count == 1)
            resource.LastWord = candidates.Min!;
    }

    private static bool IsInPathAbove(PathNode node, string word)
    {
        for (PathNode? above = node.Parent; above is not null; above = above.Parent)
        {
            if (above.Words.Any(w => English.ToSingular(w) == English.ToSingular(word)))
                return true;
        }

        return false;
    }
}
