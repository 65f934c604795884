using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Diagnostics;

/// <summary>Schemas that contradict themselves: no value, or not every value that they list, can be valid.</summary>
internal static class ContradictionFindings
{
    private static readonly DiagnosticDescriptor s_cyclicComposition = new(
        "CFG1136",
        "A schema is composed of itself",
        "The reference '{1}' at {0} composes a schema of itself. It is ignored there; remove it, or put it into a property or a list.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1136.md"
    );

    private static readonly DiagnosticDescriptor s_contradictoryTypes = new(
        "CFG1137",
        "The types of an allOf exclude each other",
        "The schema at {0} is of type {1}, and the schema at {2} that applies to the same value is of type {3}. No value has both; correct one of them.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1137.md"
    );

    private static readonly DiagnosticDescriptor s_enumOfOtherType = new(
        "CFG1138",
        "A value of an enum does not have the type of its schema",
        "The enum value {1} at {0} is not of type {2}. No value can be both; correct the value or the type.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1138.md"
    );

    private static readonly DiagnosticDescriptor s_requiredNameWithoutProperty = new(
        "CFG1139",
        "A required name is not a property",
        "The name '{1}' at {0} is required, and no property has it. The rule is not checked; declare the property or correct the name.",
        DiagnosticCategories.Degraded,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticCategories.HelpFolder + "CFG1139.md"
    );

    /// <summary>The descriptors of this class.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } =
    [s_cyclicComposition, s_contradictoryTypes, s_enumOfOtherType, s_requiredNameWithoutProperty];

    /// <summary>A schema leads to itself through allOf, oneOf and anyOf only.</summary>
    public static Finding CyclicComposition(string pointer, string reference) => new(s_cyclicComposition, pointer, reference);

    /// <summary>Two schemas of an allOf, or their properties of one name, have no type in common.</summary>
    /// <param name="pointer">The later schema.</param>
    /// <param name="type">Its types, as in <c>string or null</c>.</param>
    /// <param name="other">The pointer of the earlier schema.</param>
    /// <param name="otherType">Its types.</param>
    public static Finding ContradictoryTypes(string pointer, string type, string other, string otherType) =>
        new(s_contradictoryTypes, pointer, type, other, otherType);

    /// <summary>A value of an enum does not have the type of its schema.</summary>
    /// <param name="value">The value as JSON.</param>
    public static Finding EnumOfOtherType(string pointer, string value, string type) => new(s_enumOfOtherType, pointer, value, type);

    /// <summary>A name in <c>required</c> is no property of the schema or of its parts.</summary>
    public static Finding RequiredNameWithoutProperty(string pointer, string name) => new(s_requiredNameWithoutProperty, pointer, name);
}
