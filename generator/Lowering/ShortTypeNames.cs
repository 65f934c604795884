using CfGen.Generator.Binding.Types;
using CfGen.Generator.Naming;

namespace CfGen.Generator.Lowering;

/// <summary>The names of an inline type that leave out words of its whole name, for names that are too long to read.</summary>
internal static class ShortTypeNames
{
    /// <summary>The length up to which a name keeps all its words.</summary>
    public const int ReadableLength = 40;

    // Members that hold everything there is: they say nothing about what is in them.
    private static readonly HashSet<string> s_wrappers = new(
        ["Attributes", "Data", "Item", "Payload", "Properties", "Request", "Response", "Result", "Value"],
        StringComparer.Ordinal
    );

    /// <summary>
    /// The component or operation around the type, and its member. Null for a single word such as <c>Type</c>, which says too little
    /// without the member around it.
    /// </summary>
    public static string? GetOwnerName(TypeNode node)
    {
        InlineTypeName name = node.InlineName!;
        bool isClear =
            Words.Split(name.MemberName).Count > 1 || (name.Parent?.InlineName is { } parent && s_wrappers.Contains(parent.MemberName));
        return isClear ? Join(node, name.MemberName) : null;
    }

    /// <summary>The component or operation around the type, and its two innermost members.</summary>
    public static string? GetParentOwnerName(TypeNode node) =>
        node.InlineName!.Parent?.InlineName is { } parent ? Join(node, parent.MemberName + node.InlineName.MemberName) : null;

    /// <summary>The name of a member's type, without the words of the member that the type around it begins or ends with.</summary>
    /// <param name="outer">The name of the type around it.</param>
    /// <param name="member">The words of the member.</param>
    public static string Combine(string outer, string member)
    {
        if (outer.Length + member.Length <= ReadableLength)
            return outer + member;
        List<string> before = Words.Split(outer);
        List<string> words = Words.Split(member);
        int repeated = CountRepeated(before, words);
        return outer + Words.ToPascalCase(words.GetRange(repeated, words.Count - repeated));
    }

    /// <returns>The number of words to leave out. At least one word stays.</returns>
    private static int CountRepeated(List<string> before, List<string> words)
    {
        for (int count = Math.Min(before.Count, words.Count - 1); count > 0; count--)
        {
            bool isEnd = IsSame(before, before.Count - count, words, count);
            // One word that both begin with says too little to be left out.
            if (isEnd || (count > 1 && IsSame(before, 0, words, count)))
                return count;
        }

        return 0;
    }

    private static bool IsSame(List<string> before, int start, List<string> words, int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (!string.Equals(Words.ToSingular(before[start + i]), Words.ToSingular(words[i]), StringComparison.OrdinalIgnoreCase))
                return false;
        }

        return true;
    }

    private static string? Join(TypeNode node, string member)
    {
        TypeNode outermost = node;
        while (outermost.InlineName?.Parent is { } parent)
            outermost = parent;
        string owner = outermost.Name ?? outermost.InlineName!.Prefix;
        return outermost == node || owner.Length == 0 ? null : Combine(owner, member);
    }
}
