using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Diagnostics;

/// <summary>Servers that the client cannot call, or not without the caller's help.</summary>
internal static class ServerFindings
{
    private const int MaxTextLength = 100;

    private static readonly DiagnosticDescriptor s_notAServer = new(
        "CFG1110",
        "A server is not valid",
        "The server at {0} is not valid: '{1}' is neither an absolute http or https URL, nor a path, nor a part of one. It is ignored; correct it, or set BaseUrl in the options of the client.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1110.md"
    );

    private static readonly DiagnosticDescriptor s_looseForm = new(
        "CFG1111",
        "A server or a variable is not an object",
        "The server or variable at {0} is not an object. Its value '{1}' is taken as the URL of the server, or the default of the variable; write an object.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1111.md"
    );

    private static readonly DiagnosticDescriptor s_undeclaredVariable = new(
        "CFG1112",
        "A variable of a server is not declared",
        "The server at {0} has the variable '{1}', which is not declared. The options of the client have a property for it, which has to be set; declare the variable with its default.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1112.md"
    );

    /// <summary>The descriptors of this class.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } = [s_notAServer, s_looseForm, s_undeclaredVariable];

    /// <summary>A server, or a part of it, is none that a client can call.</summary>
    /// <param name="text">The text of the document.</param>
    public static Finding NotAServer(string pointer, string text) => new(s_notAServer, pointer, Shorten(text));

    /// <summary>A server or a variable is a text whose meaning is plain.</summary>
    /// <param name="text">The text of the document.</param>
    public static Finding LooseForm(string pointer, string text) => new(s_looseForm, pointer, Shorten(text));

    /// <summary>The URL of a server has a variable that the document does not declare.</summary>
    /// <param name="name">The name of the variable.</param>
    public static Finding UndeclaredVariable(string pointer, string name) => new(s_undeclaredVariable, pointer, name);

    private static string Shorten(string text) => text.Length <= MaxTextLength ? text : text.Substring(0, MaxTextLength) + "...";
}
