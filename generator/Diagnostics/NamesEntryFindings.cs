using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Diagnostics;

/// <summary>Entries of a <c>Names</c> file that cannot be applied, at their places in the file.</summary>
internal static class NamesEntryFindings
{
    private static readonly DiagnosticDescriptor s_nameTaken = new(
        "CFG2008",
        "An entry of the Names file has the name of another operation",
        "The name '{2}' of the entry '{1}' of the Names file is already the name of '{3}' ({0}). The name is derived from the document instead; give each operation a name of its own.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2008.md"
    );

    private static readonly DiagnosticDescriptor s_notANameOrObject = new(
        "CFG2020",
        "An entry of the Names file is neither a name nor an object",
        "The entry '{1}' of the Names file is neither a name nor an object ({0}). It is ignored; write a name such as 'users.read', or an object with 'name' and 'parameters'.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2020.md"
    );

    private static readonly DiagnosticDescriptor s_unknownMember = new(
        "CFG2021",
        "An entry of the Names file has an unknown member",
        "The entry '{1}' of the Names file has the unknown member '{2}' ({0}). The member is ignored; use 'name' and 'parameters'.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2021.md"
    );

    private static readonly DiagnosticDescriptor s_nameNotAString = new(
        "CFG2022",
        "The name of an entry of the Names file is not a string",
        "The 'name' of the entry '{1}' of the Names file is not a string ({0}). The name is derived from the document instead; write a name such as 'users.read'.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2022.md"
    );

    private static readonly DiagnosticDescriptor s_parametersNotAnObject = new(
        "CFG2023",
        "The parameters of an entry of the Names file are not an object",
        "The 'parameters' of the entry '{1}' of the Names file are not an object ({0}). They are ignored; map names of the document to C# names, such as {{ \"user_id\": \"user\" }}.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2023.md"
    );

    private static readonly DiagnosticDescriptor s_parameterNameNotAString = new(
        "CFG2024",
        "The name of a parameter in the Names file is not a string",
        "The name of the parameter '{2}' in the entry '{1}' of the Names file is not a string ({0}). The parameter keeps its name; write a name such as 'user'.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2024.md"
    );

    private static readonly DiagnosticDescriptor s_unknownParameter = new(
        "CFG2025",
        "An entry of the Names file renames a parameter that does not exist",
        "The operation of the entry '{1}' of the Names file has no parameter '{2}' ({0}). The name is ignored; the parameters of the operation are: {3}.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2025.md"
    );

    private static readonly DiagnosticDescriptor s_ambiguousParameter = new(
        "CFG2026",
        "An entry of the Names file renames a parameter that exists twice",
        "The operation of the entry '{1}' of the Names file has the parameter '{2}' at several locations ({0}). The parameters keep their names; write the location before the name: {3}.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2026.md"
    );

    private static readonly DiagnosticDescriptor s_parameterNameWithoutWords = new(
        "CFG2027",
        "The name of a parameter in the Names file has no letter or digit",
        "The name '{3}' of the parameter '{2}' in the entry '{1}' of the Names file has no letter or digit ({0}). The parameter keeps its name; write a name such as 'user'.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2027.md"
    );

    private static readonly DiagnosticDescriptor s_parameterNameTaken = new(
        "CFG2028",
        "The name of a parameter in the Names file is already used",
        "The parameter '{2}' in the entry '{1}' of the Names file cannot have the name '{3}', because the method or its record of parameters already uses it ({0}). The parameter keeps its name; write another name.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2028.md"
    );

    private static readonly DiagnosticDescriptor s_ambiguousOperation = new(
        "CFG2029",
        "An entry of the Names file names several operations",
        "The entry '{1}' of the Names file names {2} operations, which have the same operationId ({0}). It is ignored; write the method and the path instead, such as '{3}'.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2029.md"
    );

    private static readonly DiagnosticDescriptor s_duplicateOperation = new(
        "CFG2030",
        "Two entries of the Names file name the same operation",
        "The entry '{1}' of the Names file names the same operation as the entry '{2}' ({0}). It is ignored; remove one of the two.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2030.md"
    );

    private static readonly DiagnosticDescriptor s_invalidName = new(
        "CFG2031",
        "The name of an entry of the Names file is not valid",
        "The entry '{1}' of the Names file has '{2}', which is not a name ({0}). The name is derived from the document instead; write resources and a method with dots between them, such as 'zero_trust.risk_scoring.get'.",
        DiagnosticCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG2031.md"
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

    /// <summary>The descriptors of this class.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } =
    [
        s_nameTaken,
        s_notANameOrObject,
        s_unknownMember,
        s_nameNotAString,
        s_parametersNotAnObject,
        s_parameterNameNotAString,
        s_unknownParameter,
        s_ambiguousParameter,
        s_parameterNameWithoutWords,
        s_parameterNameTaken,
        s_ambiguousOperation,
        s_duplicateOperation,
        s_invalidName,
        s_unknownOperation,
    ];

    /// <summary>Another operation already has the name.</summary>
    /// <param name="entry">The key of the entry.</param>
    /// <param name="other">The operation that has the name.</param>
    public static Finding NameTaken(string pointer, string entry, string name, string other) =>
        new(s_nameTaken, pointer, entry, name, other);

    /// <summary>An entry is neither a string nor an object.</summary>
    /// <param name="entry">The key of the entry.</param>
    public static Finding NotANameOrObject(string pointer, string entry) => new(s_notANameOrObject, pointer, entry);

    /// <summary>An entry has a member that does not exist.</summary>
    /// <param name="entry">The key of the entry.</param>
    public static Finding UnknownMember(string pointer, string entry, string member) => new(s_unknownMember, pointer, entry, member);

    /// <summary>The <c>name</c> of an entry is not a string.</summary>
    /// <param name="entry">The key of the entry.</param>
    public static Finding NameNotAString(string pointer, string entry) => new(s_nameNotAString, pointer, entry);

    /// <summary>The <c>parameters</c> of an entry are not an object.</summary>
    /// <param name="entry">The key of the entry.</param>
    public static Finding ParametersNotAnObject(string pointer, string entry) => new(s_parametersNotAnObject, pointer, entry);

    /// <summary>The name of a parameter is not a string.</summary>
    /// <param name="entry">The key of the entry.</param>
    /// <param name="parameter">The key of the parameter in the entry.</param>
    public static Finding ParameterNameNotAString(string pointer, string entry, string parameter) =>
        new(s_parameterNameNotAString, pointer, entry, parameter);

    /// <summary>The operation has no such parameter.</summary>
    /// <param name="entry">The key of the entry.</param>
    /// <param name="parameter">The key of the parameter in the entry.</param>
    /// <param name="parameters">The parameters of the operation, as one text.</param>
    public static Finding UnknownParameter(string pointer, string entry, string parameter, string parameters) =>
        new(s_unknownParameter, pointer, entry, parameter, parameters);

    /// <summary>The operation has parameters of that name at several locations.</summary>
    /// <param name="entry">The key of the entry.</param>
    /// <param name="parameter">The key of the parameter in the entry.</param>
    /// <param name="choices">The keys with locations, as one text.</param>
    public static Finding AmbiguousParameter(string pointer, string entry, string parameter, string choices) =>
        new(s_ambiguousParameter, pointer, entry, parameter, choices);

    /// <summary>The name of a parameter has no letter or digit.</summary>
    /// <param name="entry">The key of the entry.</param>
    /// <param name="parameter">The key of the parameter in the entry.</param>
    public static Finding ParameterNameWithoutWords(string pointer, string entry, string parameter, string name) =>
        new(s_parameterNameWithoutWords, pointer, entry, parameter, name);

    /// <summary>The method or its record of parameters already uses the name of a parameter.</summary>
    /// <param name="entry">The key of the entry.</param>
    /// <param name="parameter">The key of the parameter in the entry.</param>
    /// <param name="name">The C# name.</param>
    public static Finding ParameterNameTaken(string pointer, string entry, string parameter, string name) =>
        new(s_parameterNameTaken, pointer, entry, parameter, name);

    /// <summary>Several operations have the operationId of an entry.</summary>
    /// <param name="entry">The key of the entry.</param>
    /// <param name="choice">The method and the path of the first operation.</param>
    public static Finding AmbiguousOperation(string pointer, string entry, int count, string choice) =>
        new(s_ambiguousOperation, pointer, entry, NumberFormat.ToInvariantString(count), choice);

    /// <summary>An earlier entry names the same operation.</summary>
    /// <param name="entry">The key of the entry.</param>
    /// <param name="other">The key of the earlier entry.</param>
    public static Finding DuplicateOperation(string pointer, string entry, string other) =>
        new(s_duplicateOperation, pointer, entry, other);

    /// <summary>The name of an entry is not valid.</summary>
    /// <param name="entry">The key of the entry.</param>
    public static Finding InvalidName(string pointer, string entry, string name) => new(s_invalidName, pointer, entry, name);

    /// <summary>An entry matches no operation of the document.</summary>
    /// <param name="entry">The key of the entry.</param>
    public static Finding UnknownOperation(string pointer, string entry) => new(s_unknownOperation, pointer, entry);
}
