namespace CfGen.Generator.Documents.Selection;

/// <summary>What an operation answers, as far as its name depends on it.</summary>
/// <param name="IsList">An array, by itself or as the payload of an envelope.</param>
/// <param name="ArrayProperties">Properties of the payload that are arrays: <c>{ "datasets": [...] }</c> lists datasets.</param>
internal sealed record ResponseShape(bool IsList, ICollection<string> ArrayProperties)
{
    public static ResponseShape None { get; } = new(false, []);
}
