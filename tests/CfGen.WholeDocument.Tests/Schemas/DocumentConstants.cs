using System.Text.Json.Nodes;

namespace CfGen.WholeDocument.Tests.Schemas;

/// <summary>The members that have one value in some schema of the document. A type has them without being set, and writes them.</summary>
internal static class DocumentConstants
{
    private static readonly HashSet<(string Name, string Json)> s_constants = [];

    /// <summary>Collects the constants of a document: enums of one value, const, and the values of discriminators.</summary>
    public static void Collect(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            foreach (JsonNode? item in list)
                Collect(item);
        }

        if (node is not JsonObject value)
            return;
        if (value["properties"] is JsonObject properties)
        {
            foreach ((string name, JsonNode? property) in properties)
                AddConstant(name, property);
        }

        if (value["discriminator"] is JsonObject discriminator && discriminator["propertyName"] is JsonValue propertyName)
        {
            foreach ((string key, _) in discriminator["mapping"] as JsonObject ?? [])
                s_constants.Add((propertyName.GetValue<string>(), JsonValue.Create(key).ToJsonString()));
        }

        foreach ((_, JsonNode? member) in value)
            Collect(member);
    }

    public static bool Contains(string name, JsonNode? value) => value is not null && s_constants.Contains((name, value.ToJsonString()));

    private static void AddConstant(string name, JsonNode? property)
    {
        if (property is not JsonObject schema)
            return;
        if (schema["enum"] is JsonArray { Count: 1 } only && only[0] is { } value)
            s_constants.Add((name, value.ToJsonString()));
        if (schema["const"] is { } constant)
            s_constants.Add((name, constant.ToJsonString()));
    }
}
