namespace CfGen.Generator.Parsing;

/// <summary>Paths of documents as text. No file is looked for.</summary>
internal static class DocumentPath
{
    /// <summary>Returns the path that a relative reference of a document leads to.</summary>
    /// <param name="from">The path of the document, normalized.</param>
    /// <param name="relative">The reference without its fragment. It can be percent-encoded.</param>
    public static string Resolve(string from, string relative)
    {
        relative = Uri.UnescapeDataString(relative).Replace('\\', '/');
        return IsAbsolute(relative) ? relative : Normalize(from.Substring(0, from.LastIndexOf('/') + 1) + relative);
    }

    /// <summary>Writes a path with <c>/</c>, and without <c>.</c> and <c>..</c>.</summary>
    public static string Normalize(string path)
    {
        List<string> kept = [];
        foreach (string part in path.Replace('\\', '/').Split('/'))
        {
            if (part == ".")
                continue;
            if (part == ".." && kept.Count > 0 && kept[kept.Count - 1] is not ("" or ".."))
                kept.RemoveAt(kept.Count - 1);
            else
                kept.Add(part);
        }

        return string.Join("/", kept);
    }

    private static bool IsAbsolute(string path) =>
        path.StartsWith("/", StringComparison.Ordinal)
        || path.IndexOf("://", StringComparison.Ordinal) >= 0
        || (path.Length > 1 && path[1] == ':');
}
