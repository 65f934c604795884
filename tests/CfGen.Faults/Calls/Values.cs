using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Acme.Faults;

namespace CfGen.Faults.Calls;

/// <summary>The values of a call. No two calls have the same, so that a value of another call is a wrong one.</summary>
internal static class Values
{
    private static readonly DateTimeOffset s_epoch = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Item CreateItem(string id, int index)
    {
        int number = int.Parse(id.AsSpan(1), CultureInfo.InvariantCulture);
        return new Item
        {
            Id = $"{id}.{index}",
            // Some are longer than a buffer.
            Name = $"Näme \"{id}\" {new string((char)('a' + (number % 26)), number % 8 == 0 ? 100 * (number % 97) : number % 60)}",
            Count = (long)number * 1_000_003 * (index + 1),
            Level = number % 2 == 0 ? ItemLevel.Low : ItemLevel.High,
            At = s_epoch.AddSeconds(number).AddMilliseconds(index),
            Tags = [.. Enumerable.Range(0, number % 5).Select(i => $"tag {i} of {id}")],
        };
    }

    public static JsonObject CreateObject(string id, int index)
    {
        Item item = CreateItem(id, index);
        return new JsonObject
        {
            ["id"] = item.Id,
            ["name"] = item.Name,
            ["count"] = item.Count,
            ["level"] = item.Level.Value,
            ["at"] = item.At,
            ["tags"] = new JsonArray([.. item.Tags.Select(t => (JsonNode)t)]),
        };
    }

    public static string CreateJson(string id, int index) => CreateObject(id, index).ToJsonString();

    /// <summary>Gets the text that two equal items have in common.</summary>
    public static string Describe(Item? item) =>
        item is null
            ? "null"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{item.Id}|{item.Name}|{item.Count}|{item.Level.Value}|{item.At.UtcTicks}|{string.Join(',', item.Tags)}"
            );

    public static string CreateText(string id) =>
        $"tëxt of {id} {new string('t', int.Parse(id.AsSpan(1), CultureInfo.InvariantCulture) % 9000)}";

    public static string DescribeBytes(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);
}
