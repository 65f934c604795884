namespace CfGen.Generator.Model;

/// <param name="Value">The text of a string, or the JSON of a number or boolean.</param>
/// <param name="IsString">True if the JSON value is a string.</param>
/// <param name="Description">The document's words on the value; empty if it has none.</param>
internal sealed record EnumMember(string Name, string Value, bool IsString = true, string Description = "")
{
    /// <summary>The number in <c>Known</c>; 0 where it is that of the place in the list, from 1.</summary>
    public int Number { get; init; }
}
