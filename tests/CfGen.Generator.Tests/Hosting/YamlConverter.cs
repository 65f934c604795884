using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CfGen.Generator.Tests.Hosting;

/// <summary>
/// YAML to JSON by another way than the generator's own, so that the two check each other. Plain scalars by YAML's core schema.
/// </summary>
internal static class YamlConverter
{
    public static JsonNode? ToJson(string yaml)
    {
        YamlStream stream = [];
        stream.Load(new StringReader(yaml));
        return Convert(stream.Documents[0].RootNode);
    }

    private static JsonNode? Convert(YamlNode node) =>
        node switch
        {
            YamlMappingNode map => new JsonObject(
                map.Children.Select(c => KeyValuePair.Create(((YamlScalarNode)c.Key).Value!, Convert(c.Value)))
            ),
            YamlSequenceNode list => new JsonArray([.. list.Children.Select(Convert)]),
            YamlScalarNode { Style: ScalarStyle.Plain } plain => plain.Value switch
            {
                "null" or "~" or "" => null,
                "true" => true,
                "false" => false,
                var text when long.TryParse(text, out long number) => number,
                var text => text,
            },
            YamlScalarNode scalar => scalar.Value,
            _ => throw new NotSupportedException(node.NodeType.ToString()),
        };
}
