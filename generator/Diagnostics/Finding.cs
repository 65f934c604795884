using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Diagnostics;

/// <summary>
/// A diagnostic as data: a problem, and the pointer of the document that has it. Only the factories of this folder create findings,
/// one method a problem. A pointer becomes a line and a column when the finding is reported, so that findings of documents that differ
/// in blank lines only are equal.
/// </summary>
internal sealed record Finding
{
    private readonly DiagnosticDescriptor _descriptor;

    /// <summary>Creates a finding.</summary>
    /// <param name="descriptor">The problem.</param>
    /// <param name="pointer">The JSON pointer; argument 0 of every message.</param>
    /// <param name="arguments">The arguments of the message from 1 on.</param>
    public Finding(DiagnosticDescriptor descriptor, string pointer, params string[] arguments)
    {
        _descriptor = descriptor;
        Pointer = pointer;
        Arguments = arguments;
    }

    /// <summary>The id of the problem, such as <c>CFG0005</c>.</summary>
    public string Id => _descriptor.Id;

    /// <summary>The JSON pointer of the value that has the problem.</summary>
    public string Pointer { get; init; }

    /// <summary>The arguments of the message from 1 on.</summary>
    public IReadOnlyList<string> Arguments { get; }

    /// <summary>The exact location, if the pointer does not determine it: a syntax error, another document, the project file.</summary>
    public LocationInfo? Location { get; init; }

    /// <summary>True if the severity is Info: builds show it only in detailed logs.</summary>
    public bool IsInfo => _descriptor.DefaultSeverity == DiagnosticSeverity.Info;

    /// <summary>The message, in the invariant culture.</summary>
    public string Message => ToDiagnosticInfo(location: null).Message;

    /// <summary>Returns the finding with its location, as it leaves the generator.</summary>
    /// <param name="location">The location of <see cref="Pointer"/>; <see cref="Location"/> takes precedence.</param>
    public DiagnosticInfo ToDiagnosticInfo(LocationInfo? location) =>
        new(Id, Location ?? location, [VisibleText.Escape(Pointer), .. Arguments.Select(VisibleText.Escape)]);

    /// <inheritdoc/>
    public bool Equals(Finding? other) =>
        other is not null
        && Id == other.Id
        && Pointer == other.Pointer
        && Location == other.Location
        && Arguments.SequenceEqual(other.Arguments, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        int hash = StringComparer.Ordinal.GetHashCode(Id) * 31 + StringComparer.Ordinal.GetHashCode(Pointer);
        foreach (string argument in Arguments)
            hash = hash * 31 + StringComparer.Ordinal.GetHashCode(argument);
        return hash;
    }
}
