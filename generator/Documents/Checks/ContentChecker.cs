using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents.Normalization;
using CfGen.Generator.Documents.References;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.Checks;

/// <summary>
/// Reports content of the generated operations, and of what they reach, that OpenAPI does not allow and that the library accepts.
/// </summary>
internal sealed class ContentChecker
{
    private static readonly Regex s_status = new("^([1-5]([0-9][0-9]|[Xx][Xx])|default)$", RegexOptions.CultureInvariant);
    private static readonly Regex s_headerName = new("^[!#$%&'*+.^_`|~0-9A-Za-z-]+$", RegexOptions.CultureInvariant);

    private readonly JsonObject _root;
    private readonly SpecVersion _version;
    private readonly FindingCollector _findings;
    private readonly ComponentLookup _components;
    private readonly SchemaChecker _schemas;
    private readonly List<string> _path = [];

    private ContentChecker(JsonObject root, SpecVersion version, FindingCollector findings)
    {
        _root = root;
        _version = version;
        _findings = findings;
        _components = new ComponentLookup(root);
        _schemas = new SchemaChecker(_components, findings);
    }

    /// <summary>Checks a document after pruning.</summary>
    public static void Check(JsonObject root, SpecVersion version, FindingCollector findings, CancellationToken ct) =>
        new ContentChecker(root, version, findings).Check(ct);

    private void Check(CancellationToken ct)
    {
        if (_root["paths"] is JsonObject paths)
        {
            foreach (KeyValuePair<string, JsonNode?> path in paths)
            {
                ct.ThrowIfCancellationRequested();
                VisitAt(["paths", path.Key], path.Value, ElementKind.PathItem);
            }
        }

        foreach (
            ElementKind kind in (ElementKind[])
                [ElementKind.Schema, ElementKind.Parameter, ElementKind.RequestBody, ElementKind.Response, ElementKind.Header]
        )
        {
            if (OpenApiKeywords.GetComponentSection(kind, _version) is not { } section)
                continue;
            ct.ThrowIfCancellationRequested();
            JsonNode? members = _root;
            foreach (string token in section)
                members = (members as JsonObject)?[token];
            foreach (KeyValuePair<string, JsonNode?> component in members as JsonObject ?? [])
                VisitAt([.. section, component.Key], component.Value, kind);
        }

        _schemas.Complete();
    }

    private void VisitAt(string[] path, JsonNode? node, ElementKind kind)
    {
        _path.Clear();
        _path.AddRange(path);
        Visit(node, kind, isMap: false);
    }

    private void Visit(JsonNode? node, ElementKind kind, bool isMap)
    {
        if (node is JsonArray items)
        {
            for (int i = 0; i < items.Count; i++)
                VisitChild(items[i], NumberFormat.ToInvariantString(i), kind, isMap: false);
            return;
        }

        // The target of a reference is visited as a component.
        if (node is not JsonObject value || (!isMap && ReferenceLinker.GetReference(value) is not null))
            return;
        if (!isMap)
            CheckValue(value, kind);
        foreach (KeyValuePair<string, JsonNode?> member in value)
        {
            if (member.Value is not (JsonObject or JsonArray))
                continue;
            ChildElement child = isMap ? new ChildElement(kind) : OpenApiKeywords.GetChild(kind, member.Key);
            if (
                child.Kind
                is not (ElementKind.None or ElementKind.Callback or ElementKind.Description or ElementKind.Example or ElementKind.Link)
            )
                VisitChild(member.Value, GetToken(value, member.Key, isMap), child.Kind, child.IsMap);
        }
    }

    // The positions of a tuple are properties in the tree.
    private static string GetToken(JsonObject holder, string key, bool isMap) =>
        !isMap && key == "properties" && TupleNormalizer.FindKeyword(holder) is { } keyword ? keyword : key;

    private void VisitChild(JsonNode? node, string token, ElementKind kind, bool isMap)
    {
        _path.Add(token);
        if (isMap && node is JsonObject map)
            CheckMap(map, kind);
        Visit(node, kind, isMap);
        _path.RemoveAt(_path.Count - 1);
    }

    private void CheckValue(JsonObject value, ElementKind kind)
    {
        switch (kind)
        {
            case ElementKind.Schema:
                _schemas.Check(value, _path);
                break;
            case ElementKind.PathItem:
                CheckQueryStrings(value);
                break;
        }
    }

    private void CheckMap(JsonObject map, ElementKind kind)
    {
        foreach (string key in map.GetMemberNames())
        {
            if (kind == ElementKind.Response && !s_status.IsMatch(key) && !key.StartsWith("x-", StringComparison.Ordinal))
                _findings.Add(ContentFindings.InvalidStatus(GetPointer(key), key));
            if (kind == ElementKind.Header && !s_headerName.IsMatch(key))
                _findings.Add(ContentFindings.InvalidHeaderName(GetPointer(key), key));
        }
    }

    private void CheckQueryStrings(JsonObject item)
    {
        List<(JsonNode? Node, string Pointer)> shared = ReadParameters(item, GetPointer("parameters"));
        foreach (KeyValuePair<string, JsonNode?> member in item)
        {
            if (OpenApiKeywords.IsHttpMethod(member.Key) && member.Value is JsonObject operation)
                CheckQueryStrings([.. shared, .. ReadParameters(operation, JsonPointer.Append(GetPointer(member.Key), "parameters"))]);
        }
    }

    private void CheckQueryStrings(List<(JsonNode? Node, string Pointer)> parameters)
    {
        List<(string Location, string Name, string Pointer)> query = [];
        foreach ((JsonNode? node, string pointer) in parameters)
        {
            if (
                _components.Resolve(node) is { } parameter
                && parameter["in"].AsString() is { } location
                && location is ("query" or "querystring")
            )
                query.Add((location, parameter["name"].AsString() ?? "", pointer));
        }

        if (query.Count > 1 && query.Exists(q => q.Location == "querystring"))
        {
            foreach ((_, string name, string pointer) in query.Skip(1))
                _findings.Add(ContentFindings.SecondQueryString(pointer, name));
        }
    }

    private static List<(JsonNode? Node, string Pointer)> ReadParameters(JsonObject holder, string pointer) =>
        holder["parameters"] is JsonArray list ? [.. list.Select((node, i) => (node, JsonPointer.Append(pointer, i)))] : [];

    private string GetPointer(string key) => JsonPointer.Append(ComponentLookup.ToPointer(_path), key);
}
