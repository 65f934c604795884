namespace CfGen.Generator.Documents.Selection;

/// <summary>The shape of a response, as far as the name or the paging of an operation depends on it.</summary>
/// <param name="IsList">The response is an array, or an envelope with an array.</param>
/// <param name="ArrayProperties">The properties of the payload that are arrays, such as <c>datasets</c> of <c>{ "datasets": [...] }</c>.</param>
/// <param name="PageInfo">The properties of <c>result_info</c> beside the array of an envelope.</param>
internal sealed record ResponseShape(bool IsList, ICollection<string> ArrayProperties, ICollection<string> PageInfo)
{
    public static ResponseShape None { get; } = new(false, [], []);
}
