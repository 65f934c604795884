namespace CfGen.Generator.Model;

/// <summary>A header of the parts of one name.</summary>
/// <param name="SerializedName">The name of the header.</param>
/// <param name="PropertyName">The property of the form that sets it; null if it has one value only.</param>
/// <param name="Value">The value that is sent if the caller sets none; null if there is none.</param>
internal sealed record PartHeader(string SerializedName, string? PropertyName, string? Value, Documentation Docs)
{
    /// <summary>True if the part is not sent without a value that the caller sets.</summary>
    public bool IsRequired { get; init; }
}
