using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Diagnostics;

/// <summary>Problems of a file that the <c>Names</c> metadata names.</summary>
internal static class NamesFileFindings
{
    private static readonly DiagnosticDescriptor s_unreadableFile = new(
        "CFG2006",
        "The Names file cannot be read",
        "The Names file '{1}' cannot be read: {2} ({0}). The client is generated without it.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2006.md"
    );

    private static readonly DiagnosticDescriptor s_unknownOperation = new(
        "CFG2007",
        "An entry of the Names file matches no operation",
        "The entry '{1}' of the Names file matches no operation of the document ({0}). Use an operationId, or a method and a path as the document writes them: 'GET /users/{{id}}'.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2007.md"
    );

    private static readonly DiagnosticDescriptor s_rejectedEntry = new(
        "CFG2008",
        "An entry of the Names file cannot be applied",
        "The entry '{1}' of the Names file cannot be applied: {2} ({0}). The name is derived from the document instead.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2008.md"
    );

    /// <summary>The descriptors of this class.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } = [s_unreadableFile, s_unknownOperation, s_rejectedEntry];

    /// <summary>The file cannot be read.</summary>
    /// <param name="reason">The reason as a clause, without a period.</param>
    /// <param name="location">The place in the file, or the item.</param>
    public static Finding UnreadableFile(string path, string reason, LocationInfo location) =>
        new(s_unreadableFile, "#", path, reason) { Location = location };

    /// <summary>An entry matches no operation of the document.</summary>
    /// <param name="entry">The key of the entry.</param>
    /// <param name="location">The entry.</param>
    public static Finding UnknownOperation(string pointer, string entry, LocationInfo location) =>
        new(s_unknownOperation, pointer, entry) { Location = location };

    /// <summary>An entry cannot be applied.</summary>
    /// <param name="entry">The key of the entry.</param>
    /// <param name="reason">The reason as a clause, without a period.</param>
    /// <param name="location">The entry.</param>
    public static Finding RejectedEntry(string pointer, string entry, string reason, LocationInfo location) =>
        new(s_rejectedEntry, pointer, entry, reason) { Location = location };
}
