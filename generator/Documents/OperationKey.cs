namespace CfGen.Generator.Documents;

/// <summary>The identity of an operation.</summary>
/// <param name="Path">The key under <c>paths</c>: <c>/accounts/{account_id}/zt_risk_scoring/{user_id}</c>.</param>
/// <param name="Method">The method in lower case. A method of <c>additionalOperations</c> (3.2) keeps its case.</param>
/// <param name="Pointer">The pointer, such as <c>#/paths/~1accounts~1{account_id}/get</c>.</param>
/// <param name="OperationId">The id as the document writes it, or null.</param>
internal sealed record OperationKey(string Path, string Method, string Pointer, string? OperationId)
{
    /// <summary>An earlier operation of the document has the same id. This one is named after its method and path.</summary>
    public bool HasDuplicateId { get; init; }

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Pointer);
}
