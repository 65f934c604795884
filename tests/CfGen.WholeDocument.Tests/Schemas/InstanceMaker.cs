using System.Text.Json.Nodes;

namespace CfGen.WholeDocument.Tests.Schemas;

internal enum Direction
{
    Received,
    Sent,
}

/// <summary>
/// Makes values of a schema. Where there is a choice, of a union's branch, of an enum's value, of null, it takes the first that works
/// unless the choice is forced, and says what there was to choose from.
/// </summary>
internal sealed class InstanceMaker(SchemaValidator validator, bool full, IReadOnlyDictionary<string, int> forced)
{
    /// <summary>The end of the key of a choice between the document's example and a value that is made.</summary>
    public const string Example = " example";

    private const int MaxDepth = 14;

    private readonly Stack<string> _open = new();

    /// <summary>The places where something was chosen, and of how many.</summary>
    public Dictionary<string, int> Choices { get; } = [];

    public JsonNode? Make(Conjunct schema) => Make(schema, full);

    private JsonNode? Make(Conjunct schema, bool full)
    {
        if (_open.Count > 0 && schema.Is("nullable") && Fits(schema, null) && Choose(schema.Key + " null", 2) == 1)
            return null;
        // A branch may contradict what stands around it: then another one is meant, so all combinations are tried, the first ones first.
        List<(int Branch, int Count)> path = [];
        UnsatisfiableException? first = null;
        while (true)
        {
            int depth = 0;
            Conjunct chosen = schema.Choose((key, count) =>
            {
                int first = Choose(key, count);
                if (forced.ContainsKey(key))
                    return first;
                if (depth == path.Count)
                    path.Add((0, count));
                return path[depth++].Branch;
            });
            try
            {
                return Value(chosen, full);
            }
            catch (UnsatisfiableException e)
            {
                first ??= e;
                if (!Advance(path))
                    throw first;
            }
        }
    }

    private static bool Advance(List<(int Branch, int Count)> path)
    {
        while (path.Count > 0 && path[^1].Branch + 1 == path[^1].Count)
            path.RemoveAt(path.Count - 1);
        if (path.Count == 0)
            return false;
        path[^1] = (path[^1].Branch + 1, path[^1].Count);
        return true;
    }

    private int Choose(string key, int count)
    {
        Choices[key] = count;
        return forced.GetValueOrDefault(key);
    }

    private JsonNode? Value(Conjunct schema, bool full)
    {
        string? type = schema.Type();
        if (schema.Enum() is { } values)
        {
            List<JsonNode?> fitting = [.. values.Where(v => Fits(schema, v))];
            if (fitting.Count == 0)
                throw new UnsatisfiableException($"no value of the enum fits at {schema.Key}");
            return fitting[fitting.Count == 1 ? 0 : Choose(schema.Key + " enum", fitting.Count)]?.DeepClone();
        }

        string key = schema.Key;
        if (type is "object" or "array" && schema.All("example").FirstOrDefault(e => e is JsonObject or JsonArray && Fits(schema, e)) is { } example && Choose(key + Example, 2) == 1)
            return example.DeepClone();
        if (_open.Count(o => o == key) > 1 || _open.Count > MaxDepth)
            full = false;
        if (_open.Count > MaxDepth * 3)
            throw new UnsatisfiableException($"it never ends at {key}");
        _open.Push(key);
        try
        {
            return type switch
            {
                "object" => Object(schema, full),
                "array" => Array(schema, full),
                "boolean" => First(schema, true, false),
                "number" or "integer" => First(schema, Values.Numbers(schema, type)),
                "string" => First(schema, Values.Strings(schema)),
                _ => First(schema, [.. schema.All("example"), new JsonObject { ["anything"] = new JsonArray("two", true) }, "anything", true]),
            };
        }
        finally
        {
            _open.Pop();
        }
    }

    private JsonObject Object(Conjunct schema, bool full)
    {
        HashSet<string> required = schema.Required();
        List<(string Name, Conjunct Schema)> properties = [.. schema.Properties()];
        decimal most = schema.Least("maxProperties") ?? int.MaxValue;
        JsonObject value = [];
        foreach ((string name, Conjunct property) in properties)
        {
            bool hidden = property.Is(validator.Direction == Direction.Sent ? "readOnly" : "writeOnly");
            bool needed = required.Contains(name) && !hidden;
            if (!needed && (!full || hidden || value.Count >= most))
                continue;
            try
            {
                value[name] = Member(property, full);
            }
            catch (UnsatisfiableException) when (!needed)
            {
                // An optional member that nothing satisfies is one that is never there.
            }
        }

        foreach (string name in required.Where(name => !properties.Exists(p => p.Name == name)))
            value[name] = Undeclared.Value;
        Conjunct? additional = schema.Additional();
        if (additional is not null && (full || value.Count < schema.Most("minProperties")))
        {
            for (int i = 0; i < Math.Max(1, schema.Most("minProperties") ?? 1); i++)
                value[Undeclared.Name(i)] = Make(additional, full);
        }
        else if (full && properties.Count == 0 && !schema.IsClosed)
        {
            value[Undeclared.Name(0)] = Undeclared.Value;
        }

        foreach ((string name, Conjunct property) in properties)
        {
            if (value.Count < schema.Most("minProperties") && !value.ContainsKey(name) && !property.Is(validator.Direction == Direction.Sent ? "readOnly" : "writeOnly"))
                value[name] = Make(property, full);
        }

        return value;
    }

    /// <summary>Where a document narrows a member to what its base forbids, the later word is what it means.</summary>
    private JsonNode? Member(Conjunct property, bool full)
    {
        try
        {
            return Make(property, full);
        }
        catch (UnsatisfiableException) when (property.Stated.Count > 1 && !property.Parts.Any(p => forced.ContainsKey(p.Pointer + "/oneOf") || forced.ContainsKey(p.Pointer + "/anyOf")))
        {
            return Make(new Conjunct(validator.Document, property.Stated[^1]), full);
        }
    }

    private JsonArray Array(Conjunct schema, bool full)
    {
        int count = (int)(schema.Most("minItems") ?? 0);
        Conjunct items = schema.Items();
        if (full && count == 0 && schema.Least("maxItems") != 0)
            count = 1;
        JsonArray value = [];
        for (int i = 0; i < count; i++)
        {
            try
            {
                value.Add(items.Parts.Count == 0 ? $"anything {i}" : Make(items, full));
            }
            catch (UnsatisfiableException) when (value.Count >= (schema.Most("minItems") ?? 0))
            {
                break; // an empty array is the only one
            }
        }

        return value;
    }

    private JsonNode? First(Conjunct schema, params IEnumerable<JsonNode?> candidates)
    {
        foreach (JsonNode? candidate in candidates)
        {
            if (candidate is not null && Fits(schema, candidate))
                return candidate.DeepClone();
        }

        throw new UnsatisfiableException($"no value is found for {schema.Key}");
    }

    private bool Fits(Conjunct schema, JsonNode? value) => schema.Parts.All(p => validator.Fault(p, value) is null);
}
