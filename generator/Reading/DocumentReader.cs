namespace CfGen.Generator.Reading;

/// <summary>The reading stage: text to object model, with everything wrong on the way as findings.</summary>
internal static class DocumentReader
{
    /// <summary>Reads one document. Throws nothing but <see cref="OperationCanceledException"/>.</summary>
    /// <param name="document">The document.</param>
    /// <param name="references">The documents that may be reached by relative <c>$ref</c>.</param>
    /// <param name="options">What to read of it.</param>
    /// <param name="ct">Asked between and within the steps.</param>
    public static ReadDocument Read(DocumentText document, IReadOnlyList<DocumentText> references, ReadingOptions options, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        _ = references;
        _ = options;
        return new ReadDocument { Positions = new PositionIndex(document) };
    }
}
