namespace CfGen.Generator.Diagnostics;

/// <summary>The reason why a reference cannot be resolved.</summary>
internal enum ReferenceProblem
{
    /// <summary>No value has the pointer.</summary>
    LeadsToNothing,

    /// <summary>The references never reach a definition.</summary>
    Cycle,

    /// <summary>The target is a list or a single value.</summary>
    NotAnObject,

    /// <summary>The text of the other document is not valid.</summary>
    InvalidDocument,

    /// <summary>The project does not declare the other document.</summary>
    UndeclaredDocument,

    /// <summary>The target is the root, or a key of the root, and contains the reference.</summary>
    WholeSection,

    /// <summary>No schema has the anchor.</summary>
    MissingAnchor,
}
