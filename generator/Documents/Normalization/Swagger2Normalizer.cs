using System.Text.Json.Nodes;
using CfGen.Generator.Documents.Selection;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.Normalization;

/// <summary>
/// Writes the media types of each operation of Swagger 2.0, so that none has those of the OpenAPI library's own defaults: JSON where the
/// document has none, forms for the parameters of a form, and any type for files. Moves what the library understands only after something
/// else: another order of a document is the same document.
/// </summary>
internal static class Swagger2Normalizer
{
    private const string Json = "application/json";
    private const string Any = "*/*";
    private const string Multipart = "multipart/form-data";
    private const string Form = "application/x-www-form-urlencoded";

    /// <summary>Writes the media types of the operations of a document; does nothing to later versions.</summary>
    /// <param name="root">The document, whose media types hold for operations without their own.</param>
    public static void Normalize(JsonObject root, SpecVersion version, IEnumerable<FoundOperation> operations)
    {
        foreach (FoundOperation operation in operations.Where(_ => version.IsSwagger2))
            Normalize(root, operation.PathItem.Node, operation.Node);
    }

    /// <param name="item">The path item, whose parameters the operation has, too.</param>
    private static void Normalize(JsonObject root, JsonObject item, JsonObject operation)
    {
        List<JsonObject> parameters = [.. ReadParameters(root, item), .. ReadParameters(root, operation)];
        operation["consumes"] = ToArray(GetConsumed(ReadMediaTypes(root, operation, "consumes"), parameters));
        operation["produces"] = ToArray(GetProduced(ReadMediaTypes(root, operation, "produces"), ReturnsFile(root, operation)));
        // The body of a path is that of the operations before it, and an example has the schema before it.
        MoveToEnd(item, "parameters");
        foreach (JsonObject response in ReadResponses(root, operation))
            MoveToEnd(response, "examples");
    }

    private static void MoveToEnd(JsonObject holder, string key)
    {
        if (holder.TryGetPropertyValue(key, out JsonNode? value) && holder.Remove(key))
            holder[key] = value;
    }

    private static List<string> GetConsumed(List<string> declared, List<JsonObject> parameters)
    {
        if (parameters.Exists(p => p["in"].AsString() == "formData"))
        {
            bool hasFile = parameters.Exists(p => IsFile(p) || IsFile(p["items"]));
            List<string> forms = declared.FindAll(t => StartsWith(t, Multipart) || (StartsWith(t, Form) && !hasFile));
            return forms.Count > 0 ? forms : [hasFile ? Multipart : Form];
        }

        if (declared.Count > 0)
            return declared;
        return [parameters.Exists(p => IsBinary(p["schema"])) ? "application/octet-stream" : Json];
    }

    /// <summary>
    /// A file whose media types are JSON only has that of most files as well: servers reject what the client does not accept.
    /// </summary>
    private static List<string> GetProduced(List<string> declared, bool returnsFile)
    {
        if (declared.Count == 0)
            return [returnsFile ? Any : Json];
        if (returnsFile && declared.TrueForAll(IsJson))
            declared.Add(Any);
        return declared;
    }

    private static bool ReturnsFile(JsonObject root, JsonObject operation) =>
        ReadResponses(root, operation, k => k.StartsWith("2", StringComparison.Ordinal) || k == "default").Any(r => IsBinary(r["schema"]));

    private static IEnumerable<JsonObject> ReadResponses(JsonObject root, JsonObject operation, Func<string, bool>? filter = null) =>
        operation["responses"] is JsonObject responses
            ? responses.Where(r => filter?.Invoke(r.Key) ?? true).Select(r => Dereference(root, r.Value)).OfType<JsonObject>()
            : [];

    private static List<string> ReadMediaTypes(JsonObject root, JsonObject operation, string key)
    {
        // An empty list of an operation clears that of the document.
        JsonNode? written = operation[key] is JsonArray own ? own : root[key];
        return written is JsonArray list ? [.. list.Select(JsonNodeExtensions.AsString).OfType<string>().Where(t => t.Length > 0)] : [];
    }

    private static IEnumerable<JsonObject> ReadParameters(JsonObject root, JsonObject holder) =>
        holder["parameters"] is JsonArray parameters ? parameters.Select(p => Dereference(root, p)).OfType<JsonObject>() : [];

    /// <summary>Follows a reference to a component of the document, which all of them are after linking.</summary>
    private static JsonObject? Dereference(JsonObject root, JsonNode? node)
    {
        for (int depth = 0; node is JsonObject value && depth < 16; depth++)
        {
            if (value["$ref"].AsString() is not { } reference)
                return value;
            string[] tokens = JsonPointer.Split(reference);
            node = tokens.Length == 2 && root[tokens[0]] is JsonObject section ? section[tokens[1]] : null;
        }

        return null;
    }

    private static bool IsFile(JsonNode? schema) => schema is JsonObject value && value["type"].AsString() == "file";

    private static bool IsBinary(JsonNode? schema) =>
        IsFile(schema) || (schema is JsonObject value && value["format"].AsString() == "binary" && value["type"].AsString() == "string");

    private static bool IsJson(string mediaType) => mediaType.IndexOf("json", StringComparison.OrdinalIgnoreCase) >= 0;

    private static bool StartsWith(string mediaType, string type) => mediaType.Trim().StartsWith(type, StringComparison.OrdinalIgnoreCase);

    private static JsonArray ToArray(List<string> values) => [.. values.Select(v => (JsonNode)v)];
}
