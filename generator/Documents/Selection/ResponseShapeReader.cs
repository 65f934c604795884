using System.Text.Json.Nodes;
using CfGen.Generator.Documents.Normalization;
using CfGen.Generator.Documents.References;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.Selection;

/// <summary>Reads the shape of responses from the original tree, before references are rewritten and the tree is pruned.</summary>
internal sealed class ResponseShapeReader(ReferenceResolver resolver)
{
    private const int MaximumDepth = 8;

    // Unions that refer to each other have more combinations than can be visited.
    private const int MaximumSteps = 10_000;

    private const string Array = "array";
    private const string Content = "content";
    private const string Object = "object";
    private const string Tuple = "tuple";

    private static readonly char[] s_separators = ['/', '.', '_'];

    private static readonly string[] s_combinators = ["allOf", "oneOf", "anyOf"];

    // The usual names of the payload of an envelope.
    private static readonly string[] s_payloads = ["result", "data", "items", "results", "entries", "value", "values", Content];

    // The members beside the array of a list that is read in pages.
    private static readonly HashSet<string> s_pageMembers = new(
        [
            "count",
            "cursor",
            "has_more",
            "hasMore",
            "limit",
            "next",
            "next_cursor",
            "nextCursor",
            "next_page",
            "nextPage",
            "nextPageToken",
            "offset",
            "page",
            "pages",
            "paging",
            "pagination",
            "page_size",
            "pageSize",
            "total",
            "total_count",
            "totalCount",
        ],
        StringComparer.Ordinal
    );

    private int _steps;

    /// <summary>Returns the shape of the first successful response with a body. JSON is preferred.</summary>
    public ResponseShape ReadShape(FoundOperation operation)
    {
        _steps = 0;
        if (
            !DependsOnResponse(operation.Operation)
            || operation.Content is not { } content
            || FollowReferences(operation.Node["responses"], content.Source) is not { } responses
        )
            return ResponseShape.None;
        List<string> statuses = [.. responses.Node.GetMemberNames().Where(n => n.StartsWith("2", StringComparison.Ordinal))];
        statuses.Sort(StringComparer.Ordinal);
        foreach (string status in statuses)
        {
            if (FollowReferences(responses.Node[status], responses.Source) is not { } response)
                continue;
            // Swagger 2.0 has the schema in the response itself.
            if (FollowReferences(response.Node["schema"] ?? FindMediaTypeSchema(response), response.Source) is { } schema)
                return ReadShape(schema);
        }

        return ResponseShape.None;
    }

    // The name depends on the response where the operation can return a list: not for a single item, unless its id is a name (Pets_GetAll).
    private static bool DependsOnResponse(OperationKey site) =>
        (
            string.Equals(site.Method, "get", StringComparison.OrdinalIgnoreCase)
            && !site.Path.TrimEnd('/').EndsWith("}", StringComparison.Ordinal)
        ) || (site.OperationId is { } id && id.IndexOf("get", StringComparison.OrdinalIgnoreCase) >= 0 && id.IndexOfAny(s_separators) > 0);

    private JsonNode? FindMediaTypeSchema(SchemaLocation response)
    {
        if (FollowReferences(response.Node["content"], response.Source) is not { Node.Count: > 0 } content)
            return null;
        List<string> mediaTypes = [.. content.Node.GetMemberNames()];
        mediaTypes.Sort(StringComparer.Ordinal);
        string chosen = mediaTypes.Find(n => n.IndexOf("json", StringComparison.OrdinalIgnoreCase) >= 0) ?? mediaTypes[0];
        return FollowReferences(content.Node[chosen], content.Source)?.Node["schema"];
    }

    private ResponseShape ReadShape(SchemaLocation schema)
    {
        if (GetSchemaType(schema, 0) == Array)
            return new ResponseShape(true, [], []);
        List<PropertyEntry> members = [];
        CollectProperties(schema, members, 0);
        foreach (string name in s_payloads)
        {
            if (!members.Exists(m => m.Name == name) || (name == Content && !HasPageMember(members)))
                continue;
            string? kind = GetSchemaType(members, name);
            if (kind == Array)
                return new ResponseShape(true, [], GetNames(CollectProperties(members, "result_info")));
            if (kind != Object)
                continue;
            return new ResponseShape(false, GetArrayProperties(CollectProperties(members, name)), []);
        }

        HashSet<string> arrays = GetArrayProperties(members);
        bool isPage = IsEmbeddedList(members) || (arrays.Count == 1 && members.Exists(m => s_pageMembers.Contains(m.Name)));
        return new ResponseShape(isPage, arrays, [], IsFlatObject(members));
    }

    /// <summary>True for a list of HAL: one array in <c>_embedded</c>, and nothing beside it but links and the page.</summary>
    private bool IsEmbeddedList(List<PropertyEntry> members) =>
        members.Exists(m => m.Name == "_embedded")
        && members.TrueForAll(m => m.Name[0] == '_' || s_pageMembers.Contains(m.Name))
        && GetArrayProperties(CollectProperties(members, "_embedded")).Count == 1;

    // Spring has its pages so. Content without a page is a text or a file.
    private static bool HasPageMember(List<PropertyEntry> members) =>
        members.Exists(m => m.Name is "totalElements" or "totalPages" or "pageable" or "numberOfElements" or "page");

    private bool IsFlatObject(List<PropertyEntry> members) =>
        members.Count > 0 && members.TrueForAll(m => GetSchemaType(m) is "string" or "integer" or "number" or "boolean");

    /// <summary>Returns the properties of a property, of all its declarations.</summary>
    private List<PropertyEntry> CollectProperties(List<PropertyEntry> members, string name)
    {
        List<PropertyEntry> inner = [];
        foreach (PropertyEntry part in members)
        {
            if (part.Name == name && FollowReferences(part.Value, part.Source) is { } target)
                CollectProperties(target, inner, 0);
        }

        return inner;
    }

    private static HashSet<string> GetNames(List<PropertyEntry> members) => new(members.Select(m => m.Name), StringComparer.Ordinal);

    /// <summary>Returns the type of a property. The last declaration that states a type counts.</summary>
    private string? GetSchemaType(List<PropertyEntry> members, string name)
    {
        string? last = null;
        foreach (PropertyEntry member in members)
        {
            if (member.Name == name)
                last = GetSchemaType(member) ?? last;
        }

        return last;
    }

    private HashSet<string> GetArrayProperties(List<PropertyEntry> members)
    {
        HashSet<string> arrays = new(StringComparer.Ordinal);
        foreach (PropertyEntry member in members)
        {
            string? kind = GetSchemaType(member);
            if (kind == Array)
                arrays.Add(member.Name);
            else if (kind is not null)
                arrays.Remove(member.Name);
        }

        return arrays;
    }

    private string? GetSchemaType(PropertyEntry member) =>
        FollowReferences(member.Value, member.Source) is { } target ? GetSchemaType(target, 0) : null;

    private string? GetSchemaType(SchemaLocation schema, int depth)
    {
        if (depth > MaximumDepth)
            return null;
        if (TupleNormalizer.IsTuple(schema.Node))
            return Tuple;
        if (GetDeclaredType(schema.Node["type"]) is { } type)
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
                if (FollowReferences(branch, schema.Source) is { } target)
                    last = GetSchemaType(target, depth + 1) ?? last;
            }
        }

        return last;
    }

    private static string? GetDeclaredType(JsonNode? type)
    {
        if (type is not JsonArray several)
            return type.AsString() is { } one and not "null" ? one : null;
        string[] kinds =
        [
            .. several.Select(JsonNodeExtensions.AsString).OfType<string>().Where(t => t != "null").Distinct(StringComparer.Ordinal),
        ];
        return kinds.Length == 0 ? null : string.Join("|", kinds);
    }

    // References of properties are resolved only for the few that are asked for.
    private void CollectProperties(SchemaLocation schema, List<PropertyEntry> into, int depth)
    {
        if (depth > MaximumDepth)
            return;
        if (schema.Node["allOf"] is JsonArray parts)
        {
            foreach (JsonNode? part in parts)
            {
                if (FollowReferences(part, schema.Source) is { } target)
                    CollectProperties(target, into, depth + 1);
            }
        }

        if (schema.Node["properties"] is JsonObject properties)
        {
            foreach (KeyValuePair<string, JsonNode?> property in properties)
                into.Add(new PropertyEntry(property.Key, property.Value, schema.Source));
        }

        // The first alternative counts, so it comes last.
        if ((schema.Node["oneOf"] ?? schema.Node["anyOf"]) is JsonArray choices)
        {
            for (int i = choices.Count - 1; i >= 0; i--)
            {
                if (FollowReferences(choices[i], schema.Source) is { } target)
                    CollectProperties(target, into, depth + 1);
            }
        }
    }

    /// <summary>Returns the object, or the object that it refers to; null where there is none.</summary>
    private SchemaLocation? FollowReferences(JsonNode? node, SourceDocument source)
    {
        if (_steps++ > MaximumSteps)
            return null;
        for (int hops = 0; node is JsonObject value && hops <= MaximumDepth; hops++)
        {
            if (value["$ref"].AsString() is not { } reference)
                return new SchemaLocation(value, source);
            if (resolver.Resolve(source, reference).Target is not { } target)
                return null;
            (node, source) = (target.Node, target.Source);
        }

        return null;
    }

    private readonly record struct SchemaLocation(JsonObject Node, SourceDocument Source);

    /// <summary>A property. It is a class, because the JIT compiles a list for each struct in every cold build.</summary>
    /// <param name="Value">The value, which can be a reference or no object.</param>
    private sealed record PropertyEntry(string Name, JsonNode? Value, SourceDocument Source);
}
