namespace CfGen.Pipeline.Parameters;

/// <summary>A path template cut into literals and parameter names: there is one literal more than there are names.</summary>
internal sealed class PathTemplate
{
    /// <param name="path">As the document writes it. A fragment only tells operations of one path apart (<c>/files/{id}#add_shared_link</c>): it is not sent.</param>
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

    /// <summary>Whether the path ends with the beginning of a query, as in <c>/responses?beta=true</c>: parameters go on from it.</summary>
    public bool HasQuery { get; }

    public string[] Literals { get; }

    public string[] Names { get; }

    /// <summary>Of names that stand there again the index of the first; null where none does. They are one parameter and have one value.</summary>
    public Dictionary<int, int>? RepeatedNames { get; }
}
