using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Diagnostics;

/// <summary>Projects in which <c>Emit="used"</c> does not see all code that uses a client, and code that calls what it left out.</summary>
internal static class UsageFindings
{
    private static readonly DiagnosticDescriptor s_publicLibrary = new(
        "CFG2065",
        "Emit=\"used\" in a public library",
        "Emit=\"used\" of '{1}' does not fit a library with a public client, since CfGen cannot see the code of other projects that calls it. Set Access=\"internal\", list the operations that other projects call in Keep, or remove Emit=\"used\" and give the client a project of its own, which is compiled only when the document changes.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2065.md"
    );

    private static readonly DiagnosticDescriptor s_unknownFriend = new(
        "CFG2066",
        "Emit=\"used\" with InternalsVisibleTo",
        "The assembly '{1}' sees the internal types of this project, but Emit=\"used\" does not see its code. Add its sources to the project file as <CfGenUser Include=\"../{1}/**/*.cs\" />.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2066.md"
    );

    private static readonly DiagnosticDescriptor s_leftOutMember = new(
        "CFG3001",
        "Emit=\"used\" left out a member",
        "The client has {1}.{2}, but Emit=\"used\" left it out, because the code that CfGen sees does not reach it by names. Add Keep=\"path:{3}\" to the OpenApiClient item.",
        DiagnosticCategories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG3001.md"
    );

    /// <summary>The descriptors of this class.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } = [s_publicLibrary, s_unknownFriend, s_leftOutMember];

    /// <summary>The descriptor of <see cref="LeftOutMember"/>, which an analyzer has to name.</summary>
    public static DiagnosticDescriptor LeftOutMemberDescriptor => s_leftOutMember;

    /// <summary>Other projects can call a client of which only a part would be emitted.</summary>
    /// <param name="document">The path of the document.</param>
    /// <param name="location">The item.</param>
    public static Finding PublicLibrary(string document, LocationInfo location) =>
        new(s_publicLibrary, "#", document) { Location = location };

    /// <summary>Code calls what the client has, and this build left out. The compiler reports that it does not exist.</summary>
    /// <param name="type">The type of the receiver.</param>
    /// <param name="member">The name of the method or the property.</param>
    /// <param name="operation">The method and the path of the operation.</param>
    public static Finding LeftOutMember(string type, string member, string operation) => new(s_leftOutMember, "#", type, member, operation);

    /// <summary>Another assembly can call a client of which only a part is emitted.</summary>
    /// <param name="assembly">The simple name of the assembly.</param>
    /// <param name="location">The item.</param>
    public static Finding UnknownFriend(string assembly, LocationInfo location) =>
        new(s_unknownFriend, "#", assembly) { Location = location };
}
