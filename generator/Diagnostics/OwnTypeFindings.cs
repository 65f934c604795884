using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Diagnostics;

/// <summary>Problems of the section <c>types</c> of a <c>Names</c> file.</summary>
internal static class OwnTypeFindings
{
    private static readonly DiagnosticDescriptor s_unknownComponent = new(
        "CFG2171",
        "The Names file has a type for a component that does not exist",
        "The document has no component '{1}' ({0}). The entry is ignored; {2}.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2171.md"
    );

    private static readonly DiagnosticDescriptor s_unknownFormat = new(
        "CFG2172",
        "The Names file has a type for a format that does not occur",
        "The document has no string or number of the format '{1}' ({0}). The entry is ignored; {2}.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2172.md"
    );

    private static readonly DiagnosticDescriptor s_notAType = new(
        "CFG2173",
        "A type of the Names file is neither a name nor an object",
        "The entry for '{1}' is neither the name of a type nor an object with 'type' and 'codec' ({0}). The entry is ignored; write \"{1}\": \"Acme.Type\" or \"{1}\": {{ \"type\": \"Acme.Type\", \"codec\": \"Acme.TypeCodec\" }}.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2173.md"
    );

    private static readonly DiagnosticDescriptor s_invalidName = new(
        "CFG2174",
        "A type of the Names file is not the name of a C# type",
        "The name '{2}' is not the full name of a C# type ({0}). The entry for '{1}' is ignored; write the namespace and the name, such as Acme.Money, Acme.Box<int> or Acme.Outer.Inner.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2174.md"
    );

    private static readonly DiagnosticDescriptor s_unknownMember = new(
        "CFG2175",
        "A type of the Names file has an unknown member",
        "The entry for '{1}' has the member '{2}', which does not exist ({0}). It is ignored; the members are 'type' and 'codec'.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2175.md"
    );

    private static readonly DiagnosticDescriptor s_form = new(
        "CFG2176",
        "A component that is sent as a form keeps its generated type",
        "The component '{1}' is sent as a form by '{2}', and {3} has no form ({0}). There the form has the generated type; use JSON, or map the components of its members.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2176.md"
    );

    private static readonly DiagnosticDescriptor s_unused = new(
        "CFG2177",
        "A type of the Names file is not used",
        "No selected operation has a value of '{1}' ({0}). The entry has no effect; remove it if no other selection needs it.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2177.md"
    );

    /// <summary>The descriptors of this class.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } =
    [s_unknownComponent, s_unknownFormat, s_notAType, s_invalidName, s_unknownMember, s_form, s_unused];

    /// <summary>The document has no such component.</summary>
    /// <param name="near">The components with a similar name.</param>
    public static Finding UnknownComponent(string pointer, string component, IReadOnlyList<string> near) =>
        new(
            s_unknownComponent,
            pointer,
            component,
            near.Count > 0 ? DescribeNear(near) : "name a schema of the document's components, or write 'format:' before a format"
        );

    /// <summary>No schema of the document has the format.</summary>
    /// <param name="near">The formats with a similar name.</param>
    public static Finding UnknownFormat(string pointer, string format, IReadOnlyList<string> near) =>
        new(s_unknownFormat, pointer, format, near.Count > 0 ? DescribeNear(near) : "write a format of the document");

    /// <summary>An entry is neither a string nor an object with a type.</summary>
    /// <param name="entry">The key of the entry.</param>
    public static Finding NotAType(string pointer, string entry) => new(s_notAType, pointer, entry);

    /// <summary>The type or the codec of an entry is not the name of a type.</summary>
    /// <param name="entry">The key of the entry.</param>
    public static Finding InvalidName(string pointer, string entry, string name) => new(s_invalidName, pointer, entry, name);

    /// <summary>An entry has a member that does not exist.</summary>
    /// <param name="entry">The key of the entry.</param>
    public static Finding UnknownMember(string pointer, string entry, string member) => new(s_unknownMember, pointer, entry, member);

    /// <summary>A component with a type is the schema of a form.</summary>
    /// <param name="place">The pointer of the form in the document.</param>
    /// <param name="type">The type that the form does not have.</param>
    public static Finding Form(string pointer, string component, string place, string type) => new(s_form, pointer, component, place, type);

    /// <summary>No selected operation leads to the component or format.</summary>
    /// <param name="entry">The key of the entry.</param>
    public static Finding Unused(string pointer, string entry) => new(s_unused, pointer, entry);

    private static string DescribeNear(IReadOnlyList<string> near) => "write " + string.Join(" or ", near.Select(n => $"'{n}'"));
}
