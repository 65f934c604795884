using System.Text.Json.Nodes;
using CfGen.Generator.Reading.References;

namespace CfGen.Generator.Reading.Selection;

/// <summary>Looks at answers in the tree as it was written, while it is whole: before references are rewritten and the rest is pruned.</summary>
internal sealed class ResultReader(ReferenceResolver resolver)
{
    private const int Deepest = 8;

    // Choices that lead to each other, thirty ways each, are more places than there are seconds.
    private const int MostSteps = 10_000;

    private const string Array = "array";
    private const string Object = "object";

    private static readonly char[] s_separators = ['/', '.', '_'];

    private static readonly string[] s_combinators = ["allOf", "oneOf", "anyOf"];

    // What APIs call the payload of an envelope.
    private static readonly string[] s_payloads = ["result", "data", "items", "results", "entries", "value", "values"];

    private int _steps;

    /// <summary>The first successful answer that has a body; of its bodies the JSON one.</summary>
    public ResultShape Of(FoundOperation operation)
    {
        _steps = 0;
        if (!Reads(operation.Site) || operation.Content is not { } content || Follow(operation.Node["responses"], content.Source) is not { } responses)
            return ResultShape.None;
        List<string> statuses = [.. responses.Node.Names().Where(n => n.StartsWith("2", StringComparison.Ordinal))];
        statuses.Sort(StringComparer.Ordinal);
        foreach (string status in statuses)
        {
            if (Follow(responses.Node[status], responses.Source) is not { } answer)
                continue;
            // Swagger 2.0 has the schema right there.
            if (Follow(answer.Node["schema"] ?? Media(answer), answer.Source) is { } schema)
                return Of(schema);
        }

        return ResultShape.None;
    }

    // What one is called depends on its result where it may get many: not one by its key, unless an id that is a name by itself says so (Pets_GetAll).
    private static bool Reads(OperationSite site) =>
        (string.Equals(site.Method, "get", StringComparison.OrdinalIgnoreCase) && !site.Path.TrimEnd('/').EndsWith("}", StringComparison.Ordinal))
        || (site.OperationId is { } id && id.IndexOf("get", StringComparison.OrdinalIgnoreCase) >= 0 && id.IndexOfAny(s_separators) > 0);

    private JsonNode? Media(Place answer)
    {
        if (Follow(answer.Node["content"], answer.Source) is not { Node.Count: > 0 } content)
            return null;
        List<string> mediaTypes = [.. content.Node.Names()];
        mediaTypes.Sort(StringComparer.Ordinal);
        string chosen = mediaTypes.Find(n => n.IndexOf("json", StringComparison.OrdinalIgnoreCase) >= 0) ?? mediaTypes[0];
        return Follow(content.Node[chosen], content.Source)?.Node["schema"];
    }

    private ResultShape Of(Place schema)
    {
        if (Kind(schema, 0) == Array)
            return new ResultShape(true, []);
        List<Member> members = [];
        Collect(schema, members, 0);
        foreach (string name in s_payloads)
        {
            if (!members.Exists(m => m.Name == name))
                continue;
            string? kind = Kind(members, name);
            if (kind == Array)
                return new ResultShape(true, []);
            if (kind != Object)
                continue;
            List<Member> inner = [];
            foreach (Member part in members)
            {
                if (part.Name == name && Follow(part.Value, part.Source) is { } target)
                    Collect(target, inner, 0);
            }

            return new ResultShape(false, Arrays(inner));
        }

        return new ResultShape(false, Arrays(members));
    }

    /// <summary>Of the places where a member stands, the last that says what it is counts.</summary>
    private string? Kind(List<Member> members, string name)
    {
        string? last = null;
        foreach (Member member in members)
        {
            if (member.Name == name)
                last = Kind(member) ?? last;
        }

        return last;
    }

    private HashSet<string> Arrays(List<Member> members)
    {
        HashSet<string> arrays = new(StringComparer.Ordinal);
        foreach (Member member in members)
        {
            string? kind = Kind(member);
            if (kind == Array)
                arrays.Add(member.Name);
            else if (kind is not null)
                arrays.Remove(member.Name);
        }

        return arrays;
    }

    private string? Kind(Member member) => Follow(member.Value, member.Source) is { } target ? Kind(target, 0) : null;

    private string? Kind(Place schema, int depth)
    {
        if (depth > Deepest)
            return null;
        if (Type(schema.Node["type"]) is { } type)
            return type;
        if (schema.Node["items"] is JsonObject)
            return Array;
        if (schema.Node["properties"] is JsonObject { Count: > 0 })
            return Object;
        string? last = null;
        foreach (string key in s_combinators)
        {
            if (schema.Node[key] is not JsonArray branches)
                continue;
            foreach (JsonNode? branch in branches)
            {
                if (Follow(branch, schema.Source) is { } target)
                    last = Kind(target, depth + 1) ?? last;
            }
        }

        return last;
    }

    private static string? Type(JsonNode? type)
    {
        if (type is not JsonArray several)
            return type.Text() is { } one and not "null" ? one : null;
        string[] kinds = [.. several.Select(JsonNodes.Text).OfType<string>().Where(t => t != "null").Distinct(StringComparer.Ordinal)];
        return kinds.Length == 0 ? null : string.Join("|", kinds);
    }

    // What a member refers to is looked up for the few that are asked for.
    private void Collect(Place schema, List<Member> into, int depth)
    {
        if (depth > Deepest)
            return;
        if (schema.Node["allOf"] is JsonArray parts)
        {
            foreach (JsonNode? part in parts)
            {
                if (Follow(part, schema.Source) is { } target)
                    Collect(target, into, depth + 1);
            }
        }

        if (schema.Node["properties"] is JsonObject properties)
        {
            foreach (KeyValuePair<string, JsonNode?> property in properties)
                into.Add(new Member(property.Key, property.Value, schema.Source));
        }

        // Of what it may be the first counts, which comes last here.
        if ((schema.Node["oneOf"] ?? schema.Node["anyOf"]) is JsonArray choices)
        {
            for (int i = choices.Count - 1; i >= 0; i--)
            {
                if (Follow(choices[i], schema.Source) is { } target)
                    Collect(target, into, depth + 1);
            }
        }
    }

    /// <summary>The object, or what it refers to; null where that is none.</summary>
    private Place? Follow(JsonNode? node, Source source)
    {
        if (_steps++ > MostSteps)
            return null;
        for (int hops = 0; node is JsonObject value && hops <= Deepest; hops++)
        {
            if (value["$ref"].Text() is not { } reference)
                return new Place(value, source);
            if (resolver.Resolve(source, reference).Target is not { } target)
                return null;
            (node, source) = (target.Node, target.Source);
        }

        return null;
    }

    private readonly record struct Place(JsonObject Node, Source Source);

    /// <summary>A property. A class: lists of structs cost the JIT a type each, in every cold build.</summary>
    /// <param name="Value">As it is written: maybe a reference, maybe no object.</param>
    private sealed record Member(string Name, JsonNode? Value, Source Source);
}
