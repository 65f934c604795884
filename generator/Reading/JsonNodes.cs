using System.Text.Json;
using System.Text.Json.Nodes;

namespace CfGen.Generator.Reading;

internal static class JsonNodes
{
    /// <summary>The names of the members, in their order: strings, where the object itself enumerates pairs.</summary>
    public static ICollection<string> Names(this JsonObject node) => ((IDictionary<string, JsonNode?>)node).Keys;

    /// <summary>A string itself, of any other value its JSON.</summary>
    public static string PlainText(this JsonNode node) => node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString();
}
