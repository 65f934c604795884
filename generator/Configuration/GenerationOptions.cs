using CfGen.Generator.Model;

namespace CfGen.Generator.Configuration;

/// <summary>The options of one document, from the metadata of its item.</summary>
/// <param name="DefaultNamespace">The root namespace of the project. The name of the API is appended to it where <paramref name="Namespace"/> is empty.</param>
/// <param name="Namespace">The namespace of the client; empty for the default.</param>
/// <param name="ClientName">The class name of the client; empty where the document's title names it.</param>
/// <param name="Operations">The patterns of the operations to generate; none for all.</param>
/// <param name="UseRecords">True for records, false for classes.</param>
/// <param name="Accessibility">The C# keyword of the types' accessibility.</param>
/// <param name="GenerateInterfaces">True where client and resources get interfaces.</param>
/// <param name="ReportEnabled">True where the build reports what was inferred, degraded and skipped.</param>
/// <param name="SerializeAllTypes">True where every type gets a JSON reader and writer, and not only those that operations need.</param>
internal sealed record GenerationOptions(
    string DefaultNamespace,
    string Namespace,
    string ClientName,
    EquatableArray<string> Operations,
    bool UseRecords,
    string Accessibility,
    bool GenerateInterfaces,
    bool ReportEnabled = false,
    bool SerializeAllTypes = false
);
