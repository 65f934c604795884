using CfGen.Generator.Listing;

namespace CfGen.Generator.Comparison;

/// <summary>The parameter, property or value that a member stands for, by which it is found again under another name.</summary>
internal static class MemberIdentity
{
    /// <summary>Returns the identity of a member beside those of the same kind and the same owner; empty where it has none.</summary>
    public static string Get(ListedMember member) =>
        member.Kind switch
        {
            ListedKind.Member or ListedKind.PartHeader => member[ListedFact.Name] + "/" + member[ListedFact.Part],
            ListedKind.AdditionalMembers => "*",
            ListedKind.EnumValue => member[ListedFact.Value],
            ListedKind.UnionCase => member[ListedFact.Type],
            ListedKind.Option or ListedKind.ServerVariable => member[ListedFact.Name],
            ListedKind.Credential =>
                $"{member[ListedFact.SchemeKind]}/{member[ListedFact.Name]}/{member[ListedFact.Option]}/{member[ListedFact.Type]}",
            ListedKind.Resource => member[ListedFact.Type],
            ListedKind.Argument or ListedKind.SentConstant or ListedKind.Parameter => GetPlace(member),
            ListedKind.Body => "body",
            _ => "",
        };

    /// <summary>Returns the place of a parameter in requests: its location and its name there.</summary>
    public static string GetPlace(ListedMember parameter) => $"{parameter[ListedFact.Location]}/{parameter[ListedFact.Name]}";
}
