namespace CfGen.Pipeline.Parameters;

/// <summary>A path template, split into literals and parameter names: one more literal than names.</summary>
internal sealed class PathTemplate
{
    /// <param name="path">The path in the document. A fragment only distinguishes operations of one path (<c>/files/{id}#add_shared_link</c>) and is not sent.</param>
    public PathTemplate(string path)
    {
        path = path.IndexOf('#', StringComparison.Ordinal) is >= 0 and int fragment ? path[..fragment] : path;
        HasQuery = path.Contains('?', StringComparison.Ordinal);
        List<string> literals = [];
        List<string> names = [];
        int at = 0;
        while (path.IndexOf('{', at) is >= 0 and int open && path.IndexOf('}', open) is >= 0 and int close)
        {
            literals.Add(path[at..open]);
            string name = path[(open + 1)..close];
            int before = names.IndexOf(name);
            if (before >= 0)
                (RepeatedNames ??= []).Add(names.Count, before);
            names.Add(name);
            at = close + 1;
        }

        literals.Add(path[at..]);
        Literals = [.. literals];
        Names = [.. names];
    }

    /// <summary>True if the path ends with a query, as in <c>/responses?beta=true</c>, which the query parameters continue.</summary>
    public bool HasQuery { get; }

    public string[] Literals { get; }

    public string[] Names { get; }

    /// <summary>The index of each repeated name, and of its first occurrence; null if no name is repeated. A repeated name is one parameter with one value.</summary>
    public Dictionary<int, int>? RepeatedNames { get; }
}
