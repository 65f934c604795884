using System.Text.Json.Nodes;
using CfGen.WholeDocument.Tests.Schemas;

namespace CfGen.WholeDocument.Tests.Breakage;

/// <summary>Breaks a document in one place, by a seed.</summary>
internal sealed class DocumentBreaker
{
    private static readonly string[] s_names =
    [
        "class",
        "",
        " ",
        "\"",
        "*/",
        "a\nb",
        "\u2028",
        "\0",
        "1",
        "-",
        "é",
        "{0}",
        "</summary>",
        "$ref",
        "Equals",
        "GetType",
        "value",
        "String",
        "#",
        "~1/",
        "string?",
        "\ud83d\ude00",
    ];
    private static readonly string[] s_odd =
    [
        "null",
        "5",
        "-1.5",
        "true",
        "\"text\"",
        "\"\"",
        "[]",
        "{}",
        "[null]",
        "[[]]",
        "{\"a\":null}",
        "1e400",
        "\"\\u2028*/\"",
        "[1,\"a\",null,{}]",
    ];

    private readonly JsonObject _root;
    private readonly Random _random;
    private readonly List<Location> _spots;

    public DocumentBreaker(JsonObject root, int seed)
    {
        _root = root;
        _random = new Random(seed);
        _spots = [.. GetLocations(root, "#")];
    }

    /// <summary>Breaks it.</summary>
    /// <returns>Where, and what was done.</returns>
    public (string Pointer, string What) Break()
    {
        Func<(string, string)?>[] ways =
        [
            () => Replace("$ref", "\"#/components/schemas/is_not_there\"", "a dangling $ref"),
            () => Replace("$ref", "\"other.json#/x\"", "a $ref to no document"),
            () => Replace("$ref", "\"#\"", "a $ref to the root"),
            SelfReference,
            () =>
                Replace(
                    "type",
                    PickName("\"strnig\"", "5", "null", "[\"string\",\"array\"]", "{}", "\"array\"", "\"object\"", "\"integer\""),
                    "a wrong type"
                ),
            () => Replace("format", PickName("\"uuid\"", "\"date-time\"", "7", "\"binary\""), "a wrong format"),
            () => Replace("pattern", PickName("\"[\"", "\"(?<=a\"", "3", "\"\\\\p{Nope}\""), "a wrong pattern"),
            () => Replace("default", PickName(s_odd), "a wrong default"),
            () => Replace("required", PickName("true", "[\"nobody\"]", "[3]", "{}", "[\"id\",\"id\"]"), "a wrong required"),
            () =>
                Replace(
                    "additionalProperties",
                    PickName("3", "null", "{\"$ref\":\"#/nowhere\"}", "\"true\""),
                    "wrong additionalProperties"
                ),
            () => Replace("in", PickName("\"body\"", "\"nowhere\"", "null", "3"), "a parameter that is nowhere"),
            () => Replace("operationId", PickName("null", "3", "\"\"", "\"a b\"", "[]"), "a wrong operationId"),
            () => Replace("security", PickName("[{\"nobody\":[]}]", "3", "{}", "[null]"), "a wrong security requirement"),
            () => Replace("content", PickName("{\"nonsense\":{}}", "[]", "null", "{\"application/json\":null}"), "wrong content"),
            CyclicAllOf,
            DuplicateEnum,
            CreateCollision,
            LongName,
            () => Rename(s_names[_random.Next(s_names.Length)], "an odd name"),
            NestDeeply,
            Remove,
            Swap,
            ReplaceAny,
            ReplaceAny,
            ReplaceAny,
        ];
        for (int i = 0; i < 50; i++)
        {
            if (ways[_random.Next(ways.Length)]() is { } done)
                return done;
        }

        return ReplaceAny()!.Value;
    }

    private (string, string)? Replace(string name, string json, string what)
    {
        if (Pick(s => s.Name == name && s.Parent is JsonObject) is not { } spot)
            return null;
        spot.Set(JsonNode.Parse(json));
        return (spot.Pointer, $"{what}: {json}");
    }

    private (string, string)? SelfReference()
    {
        if (PickSchema() is not { } schema)
            return null;
        schema.Set(new JsonObject { ["$ref"] = schema.Pointer });
        return (schema.Pointer, "a $ref to itself");
    }

    private (string, string)? CyclicAllOf()
    {
        if (PickSchema() is not { } schema)
            return null;
        schema.Set(
            new JsonObject
            {
                [PickName("allOf", "oneOf", "anyOf", "allOf")] = new JsonArray(
                    new JsonObject { ["$ref"] = schema.Pointer },
                    schema.Value?.DeepClone()
                ),
            }
        );
        return (schema.Pointer, "a composition of itself");
    }

    private (string, string)? DuplicateEnum()
    {
        if (Pick(s => s.Name == "enum" && s.Value is JsonArray) is not { } spot)
            return null;
        JsonArray values = spot.Value!.AsArray();
        foreach (JsonNode? value in values.Select(v => v?.DeepClone()).ToList())
            values.Add(value);
        if (_random.Next(2) == 0)
            values.Add(JsonNode.Parse(PickName(s_odd)));
        return (spot.Pointer, "an enum with duplicates");
    }

    /// <summary>A member whose name comes to the same C# name as the one beside it.</summary>
    private (string, string)? CreateCollision()
    {
        if (PickNamed() is not { } spot || spot.Name.Length == 0)
            return null;
        string collidingName = _random.Next(4) switch
        {
            0 => spot.Name.ToUpperInvariant(),
            1 => "_" + spot.Name,
            2 => spot.Name.Replace('_', '-') + "-",
            _ => spot.Name.Replace("_", " ", StringComparison.Ordinal) + "!",
        };
        spot.Parent.AsObject()[collidingName] = spot.Value?.DeepClone();
        return (spot.Pointer, $"a name that collides: {collidingName}");
    }

    private (string, string)? LongName() =>
        _random.Next(3) == 0
            ? Replace(PickName("operationId", "name", "description", "summary"), $"\"{new string('x', 10_000)}\"", "10,000 characters")
            : Rename(new string(_random.Next(2) == 0 ? 'n' : '_', 10_000), "a name of 10,000 characters");

    private (string, string)? Rename(string name, string what)
    {
        if (PickNamed() is not { } spot || spot.Parent.AsObject().ContainsKey(name))
            return null;
        spot.Parent.AsObject().Remove(spot.Name);
        spot.Parent.AsObject()[name] = spot.Value;
        return (spot.Pointer, $"{what}: {(name.Length > 20 ? name[..20] : name)}");
    }

    /// <summary>1,000 levels of schemas, or of anything.</summary>
    private (string, string)? NestDeeply()
    {
        string[] levels =
        [
            "{\"type\":\"object\",\"properties\":{\"a\":",
            "{\"type\":\"array\",\"items\":",
            "{\"allOf\":[",
            "{\"oneOf\":[",
            "[",
        ];
        string[] ends = ["}}", "}", "]}", "]}", "]"];
        int kind = _random.Next(levels.Length);
        if ((kind == 4 ? Pick(s => s.Name is "example" or "default" or "enum") : PickSchema()) is not { } spot)
            return null;
        string json =
            string.Concat(Enumerable.Repeat(levels[kind], 1000))
            + "{\"type\":\"string\"}"
            + string.Concat(Enumerable.Repeat(ends[kind], 1000));
        spot.Set(JsonNode.Parse(json, documentOptions: new() { MaxDepth = 10_000 }));
        return (spot.Pointer, $"1,000 levels of {levels[kind]}");
    }

    private (string, string)? Remove()
    {
        if (Pick(s => s.Parent is JsonObject) is not { } spot)
            return null;
        spot.Parent.AsObject().Remove(spot.Name);
        return (spot.Pointer, "it is gone");
    }

    /// <summary>Something that is right elsewhere.</summary>
    private (string, string)? Swap()
    {
        (Location? to, Location? from) = (Pick(_ => true), Pick(_ => true));
        to!.Set(from!.Value?.DeepClone());
        return (to.Pointer, $"what stands at {from.Pointer}");
    }

    private (string, string)? ReplaceAny()
    {
        Location spot = Pick(_ => true)!;
        string json = PickName(s_odd);
        spot.Set(JsonNode.Parse(json));
        return (spot.Pointer, json);
    }

    private Location? PickSchema() =>
        Pick(s => s.Value is JsonObject && (s.Name is "schema" or "items" || s.ParentName is "properties" or "schemas"));

    private Location? PickNamed() =>
        Pick(s =>
            s.Parent is JsonObject
            && s.ParentName
                is "properties"
                    or "schemas"
                    or "paths"
                    or "parameters"
                    or "responses"
                    or "content"
                    or "securitySchemes"
                    or "requestBodies"
        );

    private string PickName(params string[] choices) => choices[_random.Next(choices.Length)];

    private Location? Pick(Func<Location, bool> wanted)
    {
        List<Location> found = [.. _spots.Where(wanted)];
        return found.Count == 0 ? null : found[_random.Next(found.Count)];
    }

    private static IEnumerable<Location> GetLocations(JsonNode node, string pointer)
    {
        string parent = pointer[(pointer.LastIndexOf('/') + 1)..];
        IEnumerable<(string Name, JsonNode? Value)> members = node switch
        {
            JsonObject all => all.Select(m => (m.Key, m.Value)),
            JsonArray items => items.Select((item, i) => (i.ToString(System.Globalization.CultureInfo.InvariantCulture), item)),
            _ => [],
        };
        foreach ((string name, JsonNode? value) in members)
        {
            string below = $"{pointer}/{DocumentNode.Escape(name)}";
            yield return new Location(node, parent, name, value, below);
            foreach (Location spot in value is null ? [] : GetLocations(value, below))
                yield return spot;
        }
    }

    private sealed record Location(JsonNode Parent, string ParentName, string Name, JsonNode? Value, string Pointer)
    {
        public void Set(JsonNode? value)
        {
            if (Parent is JsonArray items)
                items[int.Parse(Name, System.Globalization.CultureInfo.InvariantCulture)] = value;
            else
                Parent[Name] = value;
        }
    }
}
