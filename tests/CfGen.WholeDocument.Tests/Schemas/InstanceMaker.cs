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
    public Dictionary<string, int> SelectedBranches { get; } = [];

    public JsonNode? CreateInstance(SchemaIntersection schema) => CreateInstance(schema, full);

    private JsonNode? CreateInstance(SchemaIntersection schema, bool full)
    {
        if (_open.Count > 0 && schema.HasFlag("nullable") && IsValid(schema, null) && SelectBranch(schema.Key + " null", 2) == 1)
            return null;
        // A branch may contradict what stands around it: then another one is meant, so all combinations are tried, the first ones first.
        List<(int Branch, int Count)> path = [];
        UnsatisfiableException? first = null;
        while (true)
        {
            int depth = 0;
            SchemaIntersection chosen = schema.SelectBranches(
                (key, count) =>
                {
                    int first = SelectBranch(key, count);
                    if (forced.ContainsKey(key))
                        return first;
                    if (depth == path.Count)
                        path.Add((0, count));
                    return path[depth++].Branch;
                }
            );
            try
            {
                return CreateValue(chosen, full);
            }
            catch (UnsatisfiableException e)
            {
                first ??= e;
                if (!AdvancePath(path))
                    throw first;
            }
        }
    }

    private static bool AdvancePath(List<(int Branch, int Count)> path)
    {
        while (path.Count > 0 && path[^1].Branch + 1 == path[^1].Count)
            path.RemoveAt(path.Count - 1);
        if (path.Count == 0)
            return false;
        path[^1] = (path[^1].Branch + 1, path[^1].Count);
        return true;
    }

    private int SelectBranch(string key, int count)
    {
        SelectedBranches[key] = count;
        return forced.GetValueOrDefault(key);
    }

    private JsonNode? CreateValue(SchemaIntersection schema, bool full)
    {
        string? type = schema.GetSchemaType();
        if (schema.GetEnumValues() is { } values)
        {
            List<JsonNode?> fitting = [.. values.Where(v => IsValid(schema, v))];
            if (fitting.Count == 0)
                throw new UnsatisfiableException($"no value of the enum fits at {schema.Key}");
            return fitting[fitting.Count == 1 ? 0 : SelectBranch(schema.Key + " enum", fitting.Count)]?.DeepClone();
        }

        string key = schema.Key;
        if (
            type is "object" or "array"
            && schema.GetValues("example").FirstOrDefault(e => e is JsonObject or JsonArray && IsValid(schema, e)) is { } example
            && SelectBranch(key + Example, 2) == 1
        )
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
                "object" => CreateObject(schema, full),
                "array" => CreateArray(schema, full),
                "boolean" => FindFirstValid(schema, true, false),
                "number" or "integer" => FindFirstValid(schema, Values.CreateNumbers(schema, type)),
                "string" => FindFirstValid(schema, Values.CreateStrings(schema)),
                _ => FindFirstValid(
                    schema,
                    [.. schema.GetValues("example"), new JsonObject { ["anything"] = new JsonArray("two", true) }, "anything", true]
                ),
            };
        }
        finally
        {
            _open.Pop();
        }
    }

    private JsonObject CreateObject(SchemaIntersection schema, bool full)
    {
        HashSet<string> required = schema.GetRequired();
        List<(string Name, SchemaIntersection Schema)> properties = [.. schema.GetProperties()];
        decimal most = schema.GetSmallest("maxProperties") ?? int.MaxValue;
        JsonObject value = [];
        foreach ((string name, SchemaIntersection property) in properties)
        {
            bool hidden = property.HasFlag(validator.Direction == Direction.Sent ? "readOnly" : "writeOnly");
            bool needed = required.Contains(name) && !hidden;
            if (!needed && (!full || hidden || value.Count >= most))
                continue;
            try
            {
                value[name] = CreateMember(property, full);
            }
            catch (UnsatisfiableException) when (!needed)
            {
                // An optional member that nothing satisfies is one that is never there.
            }
        }

        foreach (string name in required.Where(name => !properties.Exists(p => p.Name == name)))
            value[name] = Undeclared.Value;
        SchemaIntersection? additional = schema.GetAdditionalProperties();
        if (additional is not null && (full || value.Count < schema.GetLargest("minProperties")))
        {
            for (int i = 0; i < Math.Max(1, schema.GetLargest("minProperties") ?? 1); i++)
                value[Undeclared.GetName(i)] = CreateInstance(additional, full);
        }
        else if (full && properties.Count == 0 && !schema.IsClosed)
        {
            value[Undeclared.GetName(0)] = Undeclared.Value;
        }

        foreach ((string name, SchemaIntersection property) in properties)
        {
            if (
                value.Count < schema.GetLargest("minProperties")
                && !value.ContainsKey(name)
                && !property.HasFlag(validator.Direction == Direction.Sent ? "readOnly" : "writeOnly")
            )
                value[name] = CreateInstance(property, full);
        }

        return value;
    }

    /// <summary>Applies the later schema if a document narrows a member to a value that its base forbids.</summary>
    private JsonNode? CreateMember(SchemaIntersection property, bool full)
    {
        try
        {
            return CreateInstance(property, full);
        }
        catch (UnsatisfiableException)
            when (property.DeclaredSchemas.Count > 1
                && !property.Parts.Any(p => forced.ContainsKey(p.Pointer + "/oneOf") || forced.ContainsKey(p.Pointer + "/anyOf"))
            )
        {
            return CreateInstance(new SchemaIntersection(validator.Document, property.DeclaredSchemas[^1]), full);
        }
    }

    private JsonArray CreateArray(SchemaIntersection schema, bool full)
    {
        int count = (int)(schema.GetLargest("minItems") ?? 0);
        SchemaIntersection items = schema.GetItems();
        if (full && count == 0 && schema.GetSmallest("maxItems") != 0)
            count = 1;
        JsonArray value = [];
        for (int i = 0; i < count; i++)
        {
            try
            {
                value.Add(items.Parts.Count == 0 ? $"anything {i}" : CreateInstance(items, full));
            }
            catch (UnsatisfiableException) when (value.Count >= (schema.GetLargest("minItems") ?? 0))
            {
                break; // an empty array is the only one
            }
        }

        return value;
    }

    private JsonNode? FindFirstValid(SchemaIntersection schema, params IEnumerable<JsonNode?> candidates)
    {
        foreach (JsonNode? candidate in candidates)
        {
            if (candidate is not null && IsValid(schema, candidate))
                return candidate.DeepClone();
        }

        throw new UnsatisfiableException($"no value is found for {schema.Key}");
    }

    private bool IsValid(SchemaIntersection schema, JsonNode? value) => schema.Parts.All(p => validator.FindError(p, value) is null);
}
