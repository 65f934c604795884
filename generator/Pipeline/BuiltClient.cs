using CfGen.Generator.Diagnostics;
using CfGen.Generator.Model;

namespace CfGen.Generator.Pipeline;

/// <summary>One document at the end of the decisions: texts to be, and diagnostics with their places.</summary>
internal sealed record BuiltClient(NamespaceClaim Claim, EquatableArray<UnitModel> Units, EquatableArray<DiagnosticInfo> Diagnostics);

/// <summary>The namespace that a document's code goes into; empty where there is no code.</summary>
internal sealed record NamespaceClaim(string Namespace, string Path);

/// <summary>Which document has each namespace: the first in the project's order. Case does not tell two apart, as they become file names.</summary>
internal sealed record NamespaceOwners(EquatableArray<NamespaceClaim> Claims)
{
    public static NamespaceOwners Of(IEnumerable<NamespaceClaim> claims) =>
        new(claims.Where(c => c.Namespace.Length > 0).GroupBy(c => c.Namespace, StringComparer.OrdinalIgnoreCase).Select(g => g.First()).ToEquatable());

    public bool Admits(NamespaceClaim claim) => claim.Namespace.Length == 0 || Owner(claim.Namespace) == claim;

    public IEnumerable<DiagnosticInfo> Refusals(NamespaceClaim claim)
    {
        if (!Admits(claim))
            yield return new DiagnosticInfo("CFG2003", LocationInfo.StartOf(claim.Path), claim.Namespace, Owner(claim.Namespace)!.Path);
    }

    private NamespaceClaim? Owner(string name) => Claims.FirstOrDefault(c => string.Equals(c.Namespace, name, StringComparison.OrdinalIgnoreCase));
}
