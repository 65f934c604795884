using System.Globalization;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Diagnostics;

/// <summary>A diagnostic as values, which can be compared and cached.</summary>
/// <param name="Id">The id of one of <see cref="DiagnosticDescriptors"/>.</param>
/// <param name="Location">The location; null where no file has the problem.</param>
/// <param name="Arguments">The arguments of the descriptor's message.</param>
internal sealed record DiagnosticInfo(string Id, LocationInfo? Location, params string[] Arguments)
{
    /// <summary>True for an information, although the descriptor is a warning.</summary>
    public bool IsNote { get; init; }

    /// <summary>The message, in the invariant culture.</summary>
    public string Message
    {
        get
        {
            string format = DiagnosticDescriptors.GetDescriptor(Id).MessageFormat.ToString(CultureInfo.InvariantCulture);
            return string.Format(CultureInfo.InvariantCulture, format, [.. Arguments]);
        }
    }

    /// <inheritdoc/>
    public bool Equals(DiagnosticInfo? other) =>
        other is not null
        && Id == other.Id
        && Location == other.Location
        && IsNote == other.IsNote
        && Arguments.AsSpan().SequenceEqual(other.Arguments);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        int hash = StringComparer.Ordinal.GetHashCode(Id) * 31 + (Location?.GetHashCode() ?? 0);
        foreach (string argument in Arguments)
            hash = hash * 31 + StringComparer.Ordinal.GetHashCode(argument);
        return hash;
    }

    /// <summary>Returns the diagnostic that Roslyn reports.</summary>
    public Diagnostic ToDiagnostic() => ToDiagnostic(Location?.ToLocation());

    /// <summary>Returns the diagnostic with a location in code.</summary>
    public Diagnostic ToDiagnostic(Location? location)
    {
        DiagnosticDescriptor descriptor = DiagnosticDescriptors.GetDescriptor(Id);
        return IsNote
            ? Diagnostic.Create(
                descriptor,
                location,
                DiagnosticSeverity.Info,
                additionalLocations: null,
                properties: null,
                messageArgs: Arguments
            )
            : Diagnostic.Create(descriptor, location, Arguments);
    }
}
