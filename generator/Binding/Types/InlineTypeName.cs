using CfGen.Generator.Naming;

namespace CfGen.Generator.Binding.Types;

/// <summary>
/// What an inline type is named after: an operation (<c>RiskScoringGetResponse</c>), or the type or operation that it stands in and
/// the property, parameter or alternative there.
/// </summary>
internal sealed class InlineTypeName
{
    private InlineTypeName(TypeNode? parent, string stem, string segment)
    {
        Parent = parent;
        OperationName = stem;
        MemberName = segment;
    }

    /// <summary>The type that it stands in; null right below an operation.</summary>
    public TypeNode? Parent { get; }

    /// <summary>The operation's words; empty within a type.</summary>
    public string OperationName { get; }

    /// <summary>The words of its place there; empty where the type is the operation's own.</summary>
    public string MemberName { get; }

    /// <summary>The whole name: that of what it stands in, and its place there.</summary>
    public string FullName => Identifiers.Shorten((Parent?.Name ?? OperationName) + MemberName);

    /// <summary>The names that will do, best first: of one in a list also that of the list with <c>Item</c>.</summary>
    public IEnumerable<string> Candidates => ListName is null ? [FullName] : [FullName, Identifiers.Shorten(ListName.FullName + "Item")];

    private InlineTypeName? ListName { get; init; }

    public static implicit operator InlineTypeName(string own) => new(null, own, "");

    public static InlineTypeName ForParameter(string stem, string segment) => new(null, stem, segment);

    public static InlineTypeName ForMember(TypeNode parent, string segment) => new(parent, "", segment);

    public InlineTypeName Append(string words) =>
        MemberName.Length > 0 ? new(Parent, OperationName, MemberName + words) : new(Parent, OperationName + words, "");

    /// <summary>With its last word in the singular: of a list the name of one.</summary>
    public InlineTypeName ToSingular() =>
        MemberName.Length > 0
            ? new(Parent, OperationName, SingularizeLastWord(MemberName)) { ListName = this }
            : new(Parent, SingularizeLastWord(OperationName), "") { ListName = this };

    private static string SingularizeLastWord(string name)
    {
        List<string> words = Words.Split(name);
        if (words.Count > 0)
            words[words.Count - 1] = Words.ToSingular(words[words.Count - 1]);
        return Words.ToPascalCase(words);
    }
}
