using CfGen.Generator.Diagnostics;
using CfGen.Generator.Listing;
using CfGen.Generator.Model;

namespace CfGen.Generator.Comparison;

/// <summary>The members of the listing whose use in code is a use of what changed.</summary>
/// <param name="Members">The members: types and classes, and members after their types.</param>
/// <param name="Owner">The type or class that has what changed; empty where no code can use it.</param>
/// <param name="IsOfType">True if code uses what changed wherever it has a value of the type.</param>
internal sealed record UsedMembers(EquatableArray<string> Members, string Owner, bool IsOfType)
{
    private const string OptionsSuffix = "Options";

    /// <summary>The use of a member that is new: no code has it.</summary>
    public static UsedMembers None { get; } = new([], "", false);

    /// <summary>Finds the members.</summary>
    /// <param name="name">The name of the member in the listing, or that which it would have there.</param>
    /// <param name="kind">The kind of its line.</param>
    public static UsedMembers Find(ReachedMembers reached, ChangeKind change, ChangeImpact impact, string name, string kind)
    {
        string owner = GetOwner(name);
        switch (kind)
        {
            case var _ when change == ChangeKind.Added:
                return None;
            case ListedKind.Method
            or ListedKind.OlderCall
            or ListedKind.Argument
            or ListedKind.Body
            or ListedKind.ParametersArgument
            or ListedKind.SentConstant
            or ListedKind.Error:
                return new(ReachedMembers.GetMethods(RemoveBracket(name)).ToEquatable(), owner, false);
            case ListedKind.Resource:
                return new([name], owner, false);
            case ListedKind.Parameter when ReachesCalls(change):
                return new(reached.GetMembers(owner).Concat(reached.Find(owner).Members).ToEquatable(), owner, true);
            // The environment and the document give values of options without a name in code.
            case ListedKind.Credential or ListedKind.ServerVariable or ListedKind.Option when impact != ChangeImpact.Source:
                string client = owner.EndsWith(OptionsSuffix, StringComparison.Ordinal)
                    ? owner.Substring(0, owner.Length - OptionsSuffix.Length)
                    : owner;
                return new(reached.GetMembers(client).Append(owner).Append(name).ToEquatable(), client, true);
            case var _ when owner.Length == name.Length || kind == ListedKind.UnionCase || ReachesType(change):
                return new(reached.GetMembers(owner).ToEquatable(), owner, true);
            default:
                return new([RemoveBracket(name)], owner, false);
        }
    }

    /// <summary>Returns the type or class of a member.</summary>
    public static string GetOwner(string member) => member.IndexOfAny(['.', '(']) is >= 0 and int end ? member.Substring(0, end) : member;

    // Calls that do not name the parameter change with it.
    private static bool ReachesCalls(ChangeKind change) =>
        change is ChangeKind.ParameterRequired or ChangeKind.ParameterOptional or ChangeKind.DefaultMoved;

    // Code that does not name the member has to set it, or means another value where it does not. Code that handles all values has to
    // handle one more.
    private static bool ReachesType(ChangeKind change) =>
        change is ChangeKind.MemberRequired or ChangeKind.EnumValueAdded or ChangeKind.UnionCaseAdded or ChangeKind.DefaultMoved;

    private static string RemoveBracket(string name) =>
        name.IndexOfAny(['(', '[']) is > 0 and int bracket ? name.Substring(0, bracket) : name;
}
