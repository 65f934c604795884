using CfGen.Generator.Listing;

namespace CfGen.Generator.Comparison;

/// <summary>The form of the name in a line of each kind. Only lines that somebody edited can have another one.</summary>
internal static class LineForm
{
    /// <summary>True if the name is that of a member of the kind: <c>Pet</c>, <c>Pet.Name</c>, <c>PetsResource.ListAsync(limit)</c>.</summary>
    public static bool IsValid(ListedMember member)
    {
        string name = member.Name;
        string owner = member.Owner;
        if (owner.Length == 0)
            return false;
        if (member.Kind == ListedKind.Client || ListedKind.IsType(member.Kind))
            return owner.Length == name.Length;
        if (member.Kind == ListedKind.UnionCase)
            return name.Length > owner.Length + 2 && name[owner.Length] == '(' && name[name.Length - 1] == ')';
        // All others are members of a type or a class.
        if (name.Length < owner.Length + 2 || name[owner.Length] != '.')
            return false;
        int bracket = name.IndexOfAny(['(', '[']);
        switch (member.Kind)
        {
            case ListedKind.Argument or ListedKind.Body or ListedKind.ParametersArgument or ListedKind.SentConstant:
                return HasBrackets('(', ')') && name.Length > bracket + 2;
            case ListedKind.OlderCall:
                return HasBrackets('(', ')');
            case ListedKind.Error:
                return HasBrackets('[', ']');
            case ListedKind.PartHeader:
                return bracket < 0 || HasBrackets('[', ']');
            case ListedKind.Resource
            or ListedKind.Credential
            or ListedKind.ServerVariable
            or ListedKind.Option
            or ListedKind.Method
            or ListedKind.Parameter
            or ListedKind.Member
            or ListedKind.AdditionalMembers
            or ListedKind.EnumValue:
                return bracket < 0;
            default:
                return false;
        }

        bool HasBrackets(char open, char close) => bracket > owner.Length + 1 && name[bracket] == open && name[name.Length - 1] == close;
    }
}
