namespace CfGen.Generator.Emission.Comments;

/// <summary>A paragraph, or an element such as a list.</summary>
/// <param name="Xml">The lines of a paragraph without its tags; otherwise the element.</param>
/// <param name="LastCharacter">The last visible character of a paragraph.</param>
internal sealed record DocBlock(string Xml, bool IsParagraph, char LastCharacter)
{
    public static DocBlock Paragraph(string xml, char lastCharacter) => new(xml, true, lastCharacter);

    public static DocBlock Element(string xml) => new(xml, false, '\0');

    /// <summary>The block as an element, which other blocks can follow.</summary>
    public string ToXml() => IsParagraph ? "<para>" + Xml + "</para>" : Xml;
}
