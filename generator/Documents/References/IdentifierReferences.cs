using System.Globalization;
using System.Text.Json.Nodes;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.References;

/// <summary>
/// Writes references that a <c>$id</c> is the base of as JSON pointers of the document. Where such a reference leads nowhere, its text
/// stays: authors of OpenAPI documents write <c>#/components/...</c> from the root, whatever <c>$id</c> is around it. Nothing is read from
/// the network: an identifier is a name.
/// </summary>
internal sealed class IdentifierReferences
{
    private const string Keyword = "$id";

    // The base of relative identifiers that no absolute one is around.
    private static readonly Uri s_document = new("cfgen://document/");

    private static readonly HashSet<string> s_data = new(
        ["example", "examples", "default", "enum", "const", "value"],
        StringComparer.Ordinal
    );
    private static readonly HashSet<string> s_maps = new(
        ["properties", "patternProperties", "$defs", "definitions", "schemas"],
        StringComparer.Ordinal
    );

    private readonly Dictionary<string, IdentifiedSchema> _schemas = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _unresolved = new(StringComparer.Ordinal);

    private IdentifierReferences() { }

    /// <summary>Rewrites the references of a document.</summary>
    /// <returns>Null where no schema has an identifier.</returns>
    public static IdentifierReferences? Rewrite(JsonNode? root, SpecVersion version)
    {
        if (version.IsSwagger2 || version.Minor == 0 || !Contains(root))
            return null;
        IdentifierReferences identifiers = new();
        List<(JsonObject Holder, IdentifiedSchema? Base)> references = identifiers.Collect(root);
        if (identifiers._schemas.Count == 0)
            return null;
        foreach ((JsonObject holder, IdentifiedSchema? around) in references)
        {
            string reference = ReferenceLinker.GetReference(holder)!;
            if (identifiers.Resolve(reference, around) is { } pointer)
                holder[ReferenceLinker.RefKeyword] = pointer;
        }

        return identifiers;
    }

    private static bool Contains(JsonNode? node) =>
        node switch
        {
            JsonObject value => value.Any(m => m.Key == Keyword || Contains(m.Value)),
            JsonArray list => list.Any(Contains),
            _ => false,
        };

    /// <summary>Returns the pointer of the schema with an absolute identifier; null where there is none.</summary>
    public string? Find(string identifier) => _schemas.TryGetValue(identifier, out IdentifiedSchema? schema) ? schema.Pointer : null;

    /// <summary>Returns the absolute identifier that a reference of the document means; null where it means none.</summary>
    public string? GetIdentifier(string reference) => _unresolved.TryGetValue(reference, out string? identifier) ? identifier : null;

    /// <summary>Returns the identifier of an absolute URI without its fragment; null where the text is none.</summary>
    public static string? Normalize(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) && !uri.IsFile
            ? uri.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.Fragment, UriFormat.UriEscaped)
            : null;

    /// <summary>
    /// Collects the schemas with identifiers and anchors, and all references with the schema whose identifier is their base.
    /// </summary>
    private List<(JsonObject Holder, IdentifiedSchema? Base)> Collect(JsonNode? root)
    {
        List<(JsonObject, IdentifiedSchema?)> references = [];
        Stack<(JsonNode? Node, string Pointer, string Key, IdentifiedSchema? Base)> open = new([(root, JsonPointer.Root, "", null)]);
        while (open.Count > 0)
        {
            (JsonNode? node, string pointer, string key, IdentifiedSchema? around) = open.Pop();
            if (node is JsonArray list)
            {
                for (int i = list.Count - 1; i >= 0; i--)
                    open.Push((list[i], JsonPointer.Append(pointer, i), "", around));
            }
            else if (node is JsonObject value)
            {
                around = Enter(value, pointer, around);
                if (ReferenceLinker.GetReference(value) is not null)
                    references.Add((value, around));
                foreach (KeyValuePair<string, JsonNode?> member in value.Reverse())
                {
                    bool isData =
                        !s_maps.Contains(key) && (s_data.Contains(member.Key) || member.Key.StartsWith("x-", StringComparison.Ordinal));
                    if (member.Value is JsonObject or JsonArray && !isData)
                        open.Push((member.Value, JsonPointer.Append(pointer, member.Key), member.Key, around));
                }
            }
        }

        return references;
    }

    /// <summary>Reads the identifier and the anchor of a schema.</summary>
    /// <returns>The schema whose identifier is the base of what is inside.</returns>
    private IdentifiedSchema? Enter(JsonObject schema, string pointer, IdentifiedSchema? around)
    {
        if (schema[Keyword].AsString() is { Length: > 0 } id)
        {
            // Before 2019-09 an identifier that is a fragment is an anchor.
            if (id[0] == '#')
                around?.Add(id.Substring(1), pointer);
            else if (Combine(around, id) is { } uri)
            {
                around = new IdentifiedSchema(uri, schema, pointer);
                if (!_schemas.ContainsKey(ToKey(uri)))
                    _schemas.Add(ToKey(uri), around);
            }
        }

        foreach (string anchor in (string[])["$anchor", "$dynamicAnchor"])
        {
            if (schema[anchor].AsString() is { } name)
                around?.Add(name, pointer);
        }

        return around;
    }

    /// <summary>Resolves a reference by the identifiers of the document.</summary>
    /// <returns>The pointer of the target; null where the text of the reference stays.</returns>
    private string? Resolve(string reference, IdentifiedSchema? around)
    {
        int hash = reference.IndexOf('#');
        string file = hash < 0 ? reference : reference.Substring(0, hash);
        string fragment = hash < 0 ? "" : reference.Substring(hash + 1);
        if (file.Length == 0)
            return around?.Find(fragment);
        if (Combine(around, file) is not { } uri)
            return null;
        if (_schemas.TryGetValue(ToKey(uri), out IdentifiedSchema? schema))
        {
            if (schema.Find(fragment) is { } found)
                return found;
            // A pointer that leads nowhere is reported at the schema.
            if (fragment.StartsWith("/", StringComparison.Ordinal))
                return schema.Pointer + fragment;
        }

        if ((around is not null || schema is not null) && !_unresolved.ContainsKey(reference))
            _unresolved.Add(reference, ToKey(uri));
        return null;
    }

    private static Uri? Combine(IdentifiedSchema? around, string reference) =>
        Uri.TryCreate(around?.Uri ?? s_document, reference, out Uri? uri) ? uri : null;

    private static string ToKey(Uri uri) => uri.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.Fragment, UriFormat.UriEscaped);

    /// <summary>A schema with an identifier.</summary>
    private sealed record IdentifiedSchema(Uri Uri, JsonObject Schema, string Pointer)
    {
        private readonly Dictionary<string, string> _anchors = new(StringComparer.Ordinal);

        public void Add(string anchor, string pointer)
        {
            if (!_anchors.ContainsKey(anchor))
                _anchors.Add(anchor, pointer);
        }

        /// <summary>Returns the pointer of a fragment of the schema; null where it has none.</summary>
        public string? Find(string fragment)
        {
            if (fragment.Length > 0 && fragment[0] != '/')
                return _anchors.TryGetValue(fragment, out string? anchor) ? anchor : null;
            JsonNode? node = Schema;
            foreach (string token in JsonPointer.SplitReference(fragment))
            {
                node = node switch
                {
                    JsonObject value => value[token],
                    JsonArray list when int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out int i) && i < list.Count =>
                        list[i],
                    _ => null,
                };
            }

            return node is null ? null : Pointer + fragment;
        }
    }
}
