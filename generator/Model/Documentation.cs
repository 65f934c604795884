namespace CfGen.Generator.Model;

/// <summary>The document's words about an element, not escaped.</summary>
/// <param name="Default">The default value as JSON; empty if the document has none.</param>
internal sealed record Documentation(string Summary, string Remarks = "", string Pointer = "", bool Deprecated = false, string Default = "")
{
    /// <summary>The only value as JSON; empty if the document allows several.</summary>
    public string OnlyValue { get; init; } = "";

    public static Documentation None { get; } = new("");
}
