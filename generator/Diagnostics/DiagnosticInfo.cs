using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Diagnostics;

/// <summary>A diagnostic as values.</summary>
/// <param name="Id">An id of <see cref="DiagnosticDescriptors"/>.</param>
/// <param name="Location">Null where no file is to blame.</param>
/// <param name="Arguments">The arguments of the descriptor's message.</param>
internal sealed record DiagnosticInfo(string Id, LocationInfo? Location, params string[] Arguments)
{
    public bool Equals(DiagnosticInfo? other) =>
        other is not null && Id == other.Id && Location == other.Location && Arguments.AsSpan().SequenceEqual(other.Arguments);

    public override int GetHashCode()
    {
        int hash = StringComparer.Ordinal.GetHashCode(Id) * 31 + (Location?.GetHashCode() ?? 0);
        foreach (string argument in Arguments)
            hash = hash * 31 + StringComparer.Ordinal.GetHashCode(argument);
        return hash;
    }

    public Diagnostic ToDiagnostic() => Diagnostic.Create(DiagnosticDescriptors.GetDescriptor(Id), Location?.ToLocation(), Arguments);
}
