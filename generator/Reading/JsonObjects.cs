using System.Text.Json.Nodes;

namespace CfGen.Generator.Reading;

internal static class JsonObjects
{
    /// <summary>The names of the members, in their order: strings, where the object itself enumerates pairs.</summary>
    public static ICollection<string> Names(this JsonObject node) => ((IDictionary<string, JsonNode?>)node).Keys;
}
