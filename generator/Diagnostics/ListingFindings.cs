using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Diagnostics;

/// <summary>Problems of the file that <c>ApiListing</c> names. The build goes on without a comparison.</summary>
internal static class ListingFindings
{
    private const string Solution = "Write it anew with 'dotnet build -t:WriteApiListing'.";

    private static readonly DiagnosticDescriptor s_missing = Create(
        "CFG2070",
        "The ApiListing file does not exist",
        "The ApiListing file '{1}' does not exist, and the client is not compared. Write it with 'dotnet build -t:WriteApiListing'."
    );

    private static readonly DiagnosticDescriptor s_empty = Create(
        "CFG2071",
        "The ApiListing file is empty",
        "The ApiListing file '{1}' is empty, and the client is not compared. " + Solution
    );

    private static readonly DiagnosticDescriptor s_conflictMarker = Create(
        "CFG2072",
        "The ApiListing file has a conflict of a merge",
        "The ApiListing file '{1}' has a conflict of a merge, and the client is not compared. Merge the document first, then write the listing anew with 'dotnet build -t:WriteApiListing'."
    );

    private static readonly DiagnosticDescriptor s_notAListing = Create(
        "CFG2073",
        "The ApiListing file is not a listing",
        "The ApiListing file '{1}' does not begin with the header of a listing, and the client is not compared. Correct the path, or write the listing anew with 'dotnet build -t:WriteApiListing'."
    );

    private static readonly DiagnosticDescriptor s_otherVersion = Create(
        "CFG2074",
        "The ApiListing file has another version",
        "The ApiListing file '{1}' has the version {2}, this version of CfGen has {3}, and the client is not compared. " + Solution
    );

    private static readonly DiagnosticDescriptor s_otherClient = Create(
        "CFG2075",
        "The ApiListing file is that of another client",
        "The ApiListing file '{1}' is that of the client '{2}', this one is '{3}', and they are not compared. Correct the path, or write the listing anew with 'dotnet build -t:WriteApiListing'."
    );

    private static readonly DiagnosticDescriptor s_invalidLine = Create(
        "CFG2077",
        "A line of the ApiListing file is not valid",
        "The line '{2}' of the ApiListing file '{1}' is not valid, and the client is not compared. " + Solution
    );

    /// <summary>The descriptors of this class.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } =
    [s_missing, s_empty, s_conflictMarker, s_notAListing, s_otherVersion, s_otherClient, s_invalidLine];

    /// <summary>The compiler did not receive the file.</summary>
    /// <param name="location">The item.</param>
    public static Finding Missing(string path, LocationInfo location) => new(s_missing, "#", path) { Location = location };

    /// <summary>The file has no line.</summary>
    public static Finding Empty(string path, LocationInfo location) => new(s_empty, "#", path) { Location = location };

    /// <summary>The file has the marks of a merge.</summary>
    public static Finding ConflictMarker(string path, LocationInfo location) => new(s_conflictMarker, "#", path) { Location = location };

    /// <summary>The file has no header.</summary>
    public static Finding NotAListing(string path, LocationInfo location) => new(s_notAListing, "#", path) { Location = location };

    /// <summary>The file has the form of another version.</summary>
    public static Finding OtherVersion(string path, string found, string version, LocationInfo location) =>
        new(s_otherVersion, "#", path, found, version) { Location = location };

    /// <summary>The file is that of another client.</summary>
    public static Finding OtherClient(string path, string found, string client, LocationInfo location) =>
        new(s_otherClient, "#", path, found, client) { Location = location };

    /// <summary>A line has no form that a listing has, or names a member a second time.</summary>
    public static Finding InvalidLine(string path, string line, LocationInfo location) =>
        new(s_invalidLine, "#", path, line) { Location = location };

    private static DiagnosticDescriptor Create(string id, string title, string message) =>
        new(
            id,
            title,
            message,
            DiagnosticCategories.Configuration,
            DiagnosticSeverity.Warning,
            isEnabledByDefault: true,
            helpLinkUri: DiagnosticCategories.HelpFolder + id + ".md"
        );
}
