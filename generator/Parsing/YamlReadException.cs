using YamlDotNet.Core.Events;

namespace CfGen.Generator.Parsing;

/// <summary>What ends the reading of a YAML text that its events themselves had nothing against: a finding and where.</summary>
internal sealed class YamlReadException(string id, ParsingEvent at, string detail) : Exception
{
    public string Id { get; } = id;

    public ParsingEvent Event { get; } = at;

    public string Detail { get; } = detail;
}
