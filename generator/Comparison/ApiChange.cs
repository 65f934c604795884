using CfGen.Generator.Diagnostics;

namespace CfGen.Generator.Comparison;

/// <summary>One difference between a client and its listing.</summary>
/// <param name="Member">The member as the code of the project names it: that of the listing, or that of the client where it is new.</param>
/// <param name="Old">The value in the listing; empty where the message needs none.</param>
/// <param name="New">The value in the client; empty where the message needs none.</param>
/// <param name="Used">The members whose use in code is a use of what changed.</param>
/// <param name="Pointer">The place in the document.</param>
internal sealed record ApiChange(
    ChangeKind Kind,
    ChangeImpact Impact,
    string Member,
    string Old,
    string New,
    UsedMembers Used,
    string Pointer
);
