namespace CfGen.Generator.Diagnostics;

/// <summary>The categories of diagnostics. The first digit of an id stands for its category.</summary>
internal static class DiagnosticCategories
{
    /// <summary>CFG0xxx: a document that cannot be read, or parts of it.</summary>
    public const string Reading = "CfGen.Reading";

    /// <summary>CFG1xxx: a part of the document that the generated code does not follow.</summary>
    public const string Degraded = "CfGen.Degraded";

    /// <summary>CFG2xxx: the project file, the files it names, and CfGen's own extensions.</summary>
    public const string Configuration = "CfGen.Configuration";

    /// <summary>CFG3xxx: code of the project that uses a client.</summary>
    public const string Usage = "CfGen.Usage";

    /// <summary>CFG4xxx: the report that <c>CfGenReport</c> prints.</summary>
    public const string Report = "CfGen.Report";

    /// <summary>CFG5xxx: differences between a client and its listing.</summary>
    public const string Changes = "CfGen.Changes";

    /// <summary>The folder of the pages that diagnostics link to; a page is named after its id.</summary>
    public const string HelpFolder = "https://github.com/cfgen/cfgen/blob/main/docs/diagnostics/";
}
