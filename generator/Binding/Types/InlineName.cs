using CfGen.Generator.Binding.Names;

namespace CfGen.Generator.Binding.Types;

/// <summary>
/// What an inline type is named after: an operation (<c>RiskScoringGetResponse</c>), or the type or operation that it stands in and
/// the property, parameter or alternative there.
/// </summary>
internal sealed class InlineName
{
    private InlineName(TypeNode? parent, string stem, string segment)
    {
        Parent = parent;
        Stem = stem;
        Segment = segment;
    }

    /// <summary>The type that it stands in; null right below an operation.</summary>
    public TypeNode? Parent { get; }

    /// <summary>The operation's words; empty within a type.</summary>
    public string Stem { get; }

    /// <summary>The words of its place there; empty where the type is the operation's own.</summary>
    public string Segment { get; }

    /// <summary>The whole name: that of what it stands in, and its place there.</summary>
    public string Full => Identifiers.Shorten((Parent?.Name ?? Stem) + Segment);

    /// <summary>The names that will do, best first: of one in a list also that of the list with <c>Item</c>.</summary>
    public IEnumerable<string> Candidates => List is null ? [Full] : [Full, Identifiers.Shorten(List.Full + "Item")];

    private InlineName? List { get; init; }

    public static implicit operator InlineName(string own) => new(null, own, "");

    public static InlineName Of(string stem, string segment) => new(null, stem, segment);

    public static InlineName In(TypeNode parent, string segment) => new(parent, "", segment);

    public InlineName And(string words) => Segment.Length > 0 ? new(Parent, Stem, Segment + words) : new(Parent, Stem + words, "");

    /// <summary>With its last word in the singular: of a list the name of one.</summary>
    public InlineName Singular() => Segment.Length > 0
        ? new(Parent, Stem, SingularLast(Segment)) { List = this }
        : new(Parent, SingularLast(Stem), "") { List = this };

    private static string SingularLast(string name)
    {
        List<string> words = Words.Split(name);
        if (words.Count > 0)
            words[words.Count - 1] = Words.Singular(words[words.Count - 1]);
        return Words.Pascal(words);
    }
}
