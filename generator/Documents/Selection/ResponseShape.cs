namespace CfGen.Generator.Documents.Selection;

/// <summary>The shape of a response, as far as the name or the paging of an operation depends on it.</summary>
/// <param name="IsList">The response is an array, or an envelope with an array.</param>
/// <param name="ArrayProperties">
/// The properties of the payload that are arrays, such as <c>datasets</c> of <c>{ "datasets": [...] }</c>.
/// </param>
/// <param name="PageInfo">The properties of <c>result_info</c> beside the array of an envelope.</param>
/// <param name="IsObject">
/// The response is one object with members that are all known, and none of them is an array, an object or a map.
/// </param>
internal sealed record ResponseShape(bool IsList, ICollection<string> ArrayProperties, ICollection<string> PageInfo, bool IsObject = false)
{
    public static ResponseShape None { get; } = new(false, [], []);
}
