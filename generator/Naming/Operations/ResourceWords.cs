namespace CfGen.Generator.Naming.Operations;

/// <summary>The words of one resource of a path, while a name is derived.</summary>
internal sealed class ResourceWords(PathNode node)
{
    public PathNode Node { get; } = node;

    public List<string> Words { get; } = [.. node.Words];

    public string LastWord
    {
        get => Words[Words.Count - 1];
        set => Words[Words.Count - 1] = value;
    }

    public void ReplaceWords(IEnumerable<string> words)
    {
        Words.Clear();
        Words.AddRange(words);
    }

    public string ToMemberName() => Identifiers.ToMemberName(string.Join(" ", Words));
}
