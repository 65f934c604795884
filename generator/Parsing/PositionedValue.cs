namespace CfGen.Generator.Parsing;

/// <summary>The positions of a value in another text.</summary>
/// <param name="Tree">The positions of that text.</param>
/// <param name="Index">The position of the value; -1 where it is not known.</param>
/// <param name="Source">The number of that text in the source map of the document that the value comes to.</param>
internal readonly record struct PositionedValue(PositionTree Tree, int Index, ushort Source)
{
    /// <summary>Returns the positions of a member or an element.</summary>
    public PositionedValue GetChild(string token) => this with { Index = Index < 0 ? -1 : Tree.FindChild(Index, token) };

    /// <summary>Returns the positions of the first member or element.</summary>
    public PositionedValue GetFirstChild() => this with { Index = Index < 0 ? -1 : Tree[Index].FirstChild };

    /// <summary>Returns the positions of the next member or element of the same value.</summary>
    public PositionedValue GetNext() => this with { Index = Index < 0 ? -1 : Tree[Index].NextSibling };
}
