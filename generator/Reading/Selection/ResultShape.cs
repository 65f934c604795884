namespace CfGen.Generator.Reading.Selection;

/// <summary>What an operation answers, as far as its name depends on it.</summary>
/// <param name="IsList">An array, by itself or as the payload of an envelope.</param>
/// <param name="Arrays">Properties of the payload that are arrays: <c>{ "datasets": [...] }</c> lists datasets.</param>
internal sealed record ResultShape(bool IsList, ICollection<string> Arrays)
{
    public static ResultShape None { get; } = new(false, []);
}
