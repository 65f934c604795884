namespace CfGen.Generator.Documents.Selection;

/// <summary>The shape of a response, as far as the name of the operation depends on it.</summary>
/// <param name="IsList">The response is an array, or an envelope with an array.</param>
/// <param name="ArrayProperties">The properties of the payload that are arrays, such as <c>datasets</c> of <c>{ "datasets": [...] }</c>.</param>
internal sealed record ResponseShape(bool IsList, ICollection<string> ArrayProperties)
{
    public static ResponseShape None { get; } = new(false, []);
}
