namespace CfGen.Generator.Documents.Servers;

/// <summary>The servers of a document and of its operations.</summary>
/// <param name="document">The server of the document; null where it has none.</param>
/// <param name="operations">The servers of the operations and path items that have their own.</param>
internal sealed class DocumentServers(ServerDefinition? document, IReadOnlyDictionary<OperationKey, ServerDefinition> operations)
{
    /// <summary>The servers of a document that has none.</summary>
    public static DocumentServers None { get; } = new(null, new Dictionary<OperationKey, ServerDefinition>());

    public ServerDefinition? Document { get; } = document;

    /// <summary>Returns the server of an operation or its path item; null where it is the document's.</summary>
    public ServerDefinition? Find(OperationKey operation) =>
        operations.TryGetValue(operation, out ServerDefinition? server) ? server : null;
}
