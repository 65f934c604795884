using CfGen.Generator.Model;

namespace CfGen.Generator.Configuration;

/// <summary>What the project asks of one document, after its metadata is read and checked.</summary>
/// <param name="DefaultNamespace">Root namespace of the project, which the client's stem is appended to where <paramref name="Namespace"/> is empty.</param>
/// <param name="Namespace">Empty: the default.</param>
/// <param name="ClientName">Empty: from the document's title.</param>
/// <param name="ReportEnabled">Whether to say what was inferred, degraded and left out.</param>
/// <param name="SerializeAllTypes">Whether every type has a JSON reader and writer, not only those that the operations need.</param>
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
