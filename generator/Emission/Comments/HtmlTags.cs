namespace CfGen.Generator.Emission.Comments;

/// <summary>
/// The elements of HTML that descriptions use, and which tags of a text are such elements. Text that only looks like HTML
/// (<c>List&lt;string&gt;</c>, <c>/&lt;section&gt;</c>) is kept.
/// </summary>
internal static class HtmlTags
{
    // Often written without an end tag. Any other element without one is a placeholder: <table>, <DD>.
    private static readonly HashSet<string> s_unclosed = new(["p", "li", "br", "hr"], StringComparer.Ordinal);

    private static readonly Dictionary<string, string> s_elements = CreateElements();

    /// <summary>Turns the tags that are no element into text.</summary>
    public static IReadOnlyList<DocToken> Resolve(IReadOnlyList<DocToken> tokens)
    {
        Dictionary<string, int> firstStarts = new(StringComparer.Ordinal);
        Dictionary<string, int> lastEnds = new(StringComparer.Ordinal);
        for (int i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Tag is not { } tag)
                continue;
            if (tag.IsEnd)
                lastEnds[tag.Name] = i;
            else if (!firstStarts.ContainsKey(tag.Name))
                firstStarts[tag.Name] = i;
        }

        if (firstStarts.Count == 0 && lastEnds.Count == 0)
            return tokens;
        DocToken[] resolved = [.. tokens];
        for (int i = 0; i < resolved.Length; i++)
        {
            if (resolved[i].Tag is { } tag && !IsElement(tag, i))
                resolved[i] = new DocToken(DocTokenKind.Text, resolved[i].Text);
        }

        return resolved;

        bool IsElement(HtmlTag tag, int at) =>
            (s_unclosed.Contains(tag.Name) && (tag.IsLowerCase || tag.Name is "br" or "hr"))
            || (
                s_elements.ContainsKey(tag.Name)
                && (
                    tag.IsEnd
                        ? firstStarts.TryGetValue(tag.Name, out int first) && first < at
                        : lastEnds.TryGetValue(tag.Name, out int last) && last > at
                )
            );
    }

    /// <summary>
    /// Returns the element of XML documentation: <c>para</c> for any block, empty for an element that only changes the look.
    /// </summary>
    public static string GetElement(string name) => s_elements[name];

    /// <summary>True for an address that an editor can open.</summary>
    public static bool IsAbsolute(string? url) =>
        url is not null
        && (
            url.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)
        );

    private static Dictionary<string, string> CreateElements()
    {
        Dictionary<string, string> elements = new(StringComparer.Ordinal);
        Add("para", "p div thead tbody tfoot hr section center details summary");
        Add("heading", "h1 h2 h3 h4 h5 h6");
        Add("list", "ul ol dl table");
        Add("item", "li tr");
        Add("term", "dt");
        Add("description", "dd");
        Add("cell", "td th");
        Add("blockquote", "blockquote");
        Add("code", "pre");
        Add("break", "br");
        Add("see", "a");
        Add("b", "b strong");
        Add("i", "i em");
        Add("c", "code tt kbd samp");
        Add("", "u s del span font sup sub small mark abbr");
        return elements;

        void Add(string element, string names)
        {
            foreach (string name in names.Split(' '))
                elements.Add(name, element);
        }
    }
}
