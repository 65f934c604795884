namespace CfGen.Generator.Documents;

/// <summary>One operation and where it stands.</summary>
/// <param name="Path">The key under <c>paths</c>: <c>/accounts/{account_id}/zt_risk_scoring/{user_id}</c>.</param>
/// <param name="Method">In lower case; in 3.2 it may be a method of <c>additionalOperations</c>, which keeps its own case.</param>
/// <param name="Pointer"><c>#/paths/~1accounts~1{account_id}/get</c>.</param>
/// <param name="OperationId">As written, or null.</param>
internal sealed record OperationKey(string Path, string Method, string Pointer, string? OperationId)
{
    /// <summary>An earlier operation of the document has the same id (<c>CFG0006</c>): this one needs a name from its method and path.</summary>
    public bool HasDuplicateId { get; init; }
}
