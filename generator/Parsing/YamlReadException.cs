using YamlDotNet.Core.Events;

namespace CfGen.Generator.Parsing;

/// <summary>The YAML text is valid for the scanner, but it cannot be read.</summary>
/// <param name="event">The event that cannot be read.</param>
/// <param name="message">The reason as a clause, without a period.</param>
internal sealed class YamlReadException(ParsingEvent @event, string message) : Exception(message)
{
    /// <summary>The event that cannot be read.</summary>
    public ParsingEvent Event { get; } = @event;

    /// <summary>The aliases of the text expand to more values than are allowed.</summary>
    public bool IsTooLarge { get; init; }
}
