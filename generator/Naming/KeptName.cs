using CfGen.Generator.Diagnostics;

namespace CfGen.Generator.Naming;

/// <summary>A name of the client that is not that of the naming rules, because of the listing.</summary>
/// <param name="Name">The name in the client.</param>
/// <param name="RuleName">The name that the rules would give.</param>
/// <param name="Pointer">The place in the document.</param>
/// <param name="IsListed">True for a name of the listing; false for a new name that follows those of the listing.</param>
internal sealed record KeptName(string Name, string RuleName, string Pointer, bool IsListed)
{
    /// <summary>Returns the diagnostic of the name.</summary>
    public Finding ToFinding() =>
        IsListed ? KeptNameFindings.Kept(Pointer, Name, RuleName) : KeptNameFindings.Following(Pointer, Name, RuleName);
}
