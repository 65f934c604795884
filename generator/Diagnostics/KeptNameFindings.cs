using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Diagnostics;

/// <summary>Names that are not those of the naming rules, because of the listing.</summary>
internal static class KeptNameFindings
{
    private static readonly DiagnosticDescriptor s_kept = new(
        "CFG5047",
        "A name is that of the listing",
        "The name {1} is that of the listing. The naming rules give {2}. To take that name, remove the lines of the old one from the listing, and write it anew with 'dotnet build -t:WriteApiListing'.",
        DiagnosticCategories.Changes,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG5047.md"
    );

    private static readonly DiagnosticDescriptor s_following = new(
        "CFG5048",
        "A new name follows the listing",
        "The new name {1} follows the names of the listing. The naming rules give {2}.",
        DiagnosticCategories.Changes,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG5048.md"
    );

    /// <summary>The descriptors of this class.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } = [s_kept, s_following];

    /// <summary>A name that the rules would change stays.</summary>
    /// <param name="name">The name in the listing and in the client.</param>
    /// <param name="ruleName">The name that the rules would give.</param>
    public static Finding Kept(string pointer, string name, string ruleName) => new(s_kept, pointer, name, ruleName);

    /// <summary>Something new does not get its name: it has another meaning in the listing, or leads to another resource than the listed names.</summary>
    /// <param name="name">The name in the client.</param>
    /// <param name="ruleName">The name that the rules would give.</param>
    public static Finding Following(string pointer, string name, string ruleName) => new(s_following, pointer, name, ruleName);
}
