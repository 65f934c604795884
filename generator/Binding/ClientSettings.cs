using CfGen.Generator.Model;

namespace CfGen.Generator.Binding;

/// <summary>What the project asks of one document, after its metadata is read and checked.</summary>
/// <param name="DefaultNamespace">Root namespace of the project, which the client's stem is appended to where <paramref name="Namespace"/> is empty.</param>
/// <param name="Namespace">Empty: the default.</param>
/// <param name="ClientName">Empty: from the document's title.</param>
/// <param name="Report">Whether to say what was inferred, degraded and left out.</param>
/// <param name="BothWays">Whether every type has a JSON reader and writer, not only those that the operations need.</param>
internal sealed record ClientSettings(
    string DefaultNamespace,
    string Namespace,
    string ClientName,
    EquatableArray<string> Operations,
    bool Records,
    string Access,
    bool Interfaces,
    bool Report = false,
    bool BothWays = false);
