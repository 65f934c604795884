namespace CfGen.Generator.Model;

/// <summary>The document's words about a thing, as they stand in the document: escaping is the emitter's job.</summary>
/// <param name="Default">The JSON of what a value is where none is sent; empty where that is unknown.</param>
internal sealed record Documentation(string Summary, string Remarks = "", string Pointer = "", bool Deprecated = false, string Default = "")
{
    public static Documentation None { get; } = new("");
}
