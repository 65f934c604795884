using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Diagnostics;

/// <summary>Default values that do not match their schemas.</summary>
internal static class DefaultValueFindings
{
    private static readonly DiagnosticDescriptor s_defaultOfOtherType = new(
        "CFG1009",
        "A default value does not have the type of its schema",
        "The default value {1} at {0} is not of type {2}. The default is left out of the documentation; correct it or the type.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1009.md"
    );

    private static readonly DiagnosticDescriptor s_defaultNotNullable = new(
        "CFG1025",
        "A default value is null, and its schema is not nullable",
        "The default value null at {0} belongs to a schema that is not nullable. The default is left out of the documentation; remove it, or allow null in the schema.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1025.md"
    );

    private static readonly DiagnosticDescriptor s_defaultNotInEnum = new(
        "CFG1026",
        "A default value is not in the enum of its schema",
        "The default value {1} at {0} is not in the enum of its schema. The default is left out of the documentation; write a value of the enum, or add this one to the enum.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1026.md"
    );

    /// <summary>The descriptors of this class.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } =
    [s_defaultOfOtherType, s_defaultNotNullable, s_defaultNotInEnum];

    /// <summary>A default value does not have the type of its schema.</summary>
    /// <param name="value">The value as JSON, shortened.</param>
    public static Finding DefaultOfOtherType(string pointer, string value, string type) => new(s_defaultOfOtherType, pointer, value, type);

    /// <summary>A default value is null, and its schema does not allow null.</summary>
    public static Finding DefaultNotNullable(string pointer) => new(s_defaultNotNullable, pointer);

    /// <summary>A default value is not in the enum of its schema.</summary>
    /// <param name="value">The value as JSON, shortened.</param>
    public static Finding DefaultNotInEnum(string pointer, string value) => new(s_defaultNotInEnum, pointer, value);
}
