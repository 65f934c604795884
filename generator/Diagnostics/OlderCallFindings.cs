using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Diagnostics;

/// <summary>The signatures that the listing keeps.</summary>
internal static class OlderCallFindings
{
    private static readonly DiagnosticDescriptor s_olderCalls = new(
        "CFG5050",
        "An older signature is kept",
        "The method {1} keeps older signatures as hidden overloads (.NET 9 and later) that call the present one: {2}. Remove their lines from the listing when no code calls them any more.",
        DiagnosticCategories.Changes,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG5050.md"
    );

    /// <summary>The descriptors of this class.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } = [s_olderCalls];

    /// <summary>A method has overloads of an older document.</summary>
    public static Finding Kept(string pointer, string method, string signatures) => new(s_olderCalls, pointer, method, signatures);
}
