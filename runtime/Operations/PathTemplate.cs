namespace CfGen.Infrastructure;

/// <summary>A path template cut into literals and parameter names: there is one literal more than there are names.</summary>
internal sealed class PathTemplate
{
    public PathTemplate(string path)
    {
        List<string> literals = [];
        List<string> names = [];
        int at = 0;
        while (path.IndexOf('{', at) is >= 0 and int open && path.IndexOf('}', open) is >= 0 and int close)
        {
            literals.Add(path[at..open]);
            names.Add(path[(open + 1)..close]);
            at = close + 1;
        }

        literals.Add(path[at..]);
        Literals = [.. literals];
        Names = [.. names];
    }

    public string[] Literals { get; }

    public string[] Names { get; }
}
