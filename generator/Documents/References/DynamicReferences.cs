using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.References;

/// <summary>
/// Writes <c>$dynamicRef</c> as <c>$ref</c>. A template, such as a page of any item, becomes a component for each binding: the schema that
/// refers to it binds the name of the reference by a <c>$dynamicAnchor</c> of its own or in its <c>$defs</c>.
/// </summary>
internal sealed class DynamicReferences
{
    private const string DynamicRef = "$dynamicRef";
    private const string RecursiveRef = "$recursiveRef";
    private const string DynamicAnchor = "$dynamicAnchor";
    private const string Components = "#/components/schemas/";

    // Bindings of bindings multiply. Beyond this number a reference is resolved without its bindings.
    private const int MaxTemplates = 500;

    private readonly JsonObject _schemas;
    private readonly SourceMap _positions;
    private readonly DynamicAnchors _anchors;
    private readonly Dictionary<string, HashSet<string>> _openNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _templates = new(StringComparer.Ordinal);

    private DynamicReferences(JsonObject root, JsonObject schemas, SourceMap positions)
    {
        _schemas = schemas;
        _positions = positions;
        _anchors = new DynamicAnchors(root);
        FindOpenNames();
    }

    /// <summary>Replaces the dynamic references of a document. There are none before 3.1.</summary>
    public static void Replace(ParsedText parsed, SpecVersion version, FindingCollector findings)
    {
        if (version.IsSwagger2 || version.Minor == 0 || parsed.Root is not JsonObject root || !Contains(root))
            return;
        JsonObject schemas = (root["components"] as JsonObject)?["schemas"] as JsonObject ?? [];
        DynamicReferences references = new(root, schemas, parsed.SourceMap);
        references.Bind(root, JsonPointer.Root);
        references.ReplaceUnbound(root, findings);
    }

    private static bool Contains(JsonNode? node) =>
        node switch
        {
            JsonObject value => value.Any(m => m.Key is DynamicRef or RecursiveRef || Contains(m.Value)),
            JsonArray list => list.Any(Contains),
            _ => false,
        };

    /// <summary>Finds the names that each component leaves to the schema that refers to it, also through other components.</summary>
    private void FindOpenNames()
    {
        Dictionary<string, HashSet<string>> references = new(StringComparer.Ordinal);
        foreach (KeyValuePair<string, JsonNode?> component in _schemas)
        {
            HashSet<string> names = new(StringComparer.Ordinal);
            HashSet<string> targets = new(StringComparer.Ordinal);
            foreach (JsonObject schema in DynamicAnchors.FindObjects(component.Value))
            {
                if (GetName(schema) is { } name)
                    names.Add(name);
                if (FindTarget(schema) is { } target)
                    targets.Add(target);
            }

            _openNames[component.Key] = names;
            references[component.Key] = targets;
        }

        bool hasChanged = true;
        while (hasChanged)
        {
            hasChanged = false;
            foreach (KeyValuePair<string, HashSet<string>> component in references)
            {
                HashSet<string> names = _openNames[component.Key];
                int count = names.Count;
                foreach (string target in component.Value)
                    names.UnionWith(_openNames[target]);
                hasChanged |= names.Count > count;
            }
        }
    }

    /// <summary>Replaces the references to templates below schemas that bind their names.</summary>
    private void Bind(JsonNode? node, string pointer)
    {
        if (node is JsonArray list)
        {
            for (int i = 0; i < list.Count; i++)
                Bind(list[i], JsonPointer.Append(pointer, i));
        }

        if (node is not JsonObject schema)
            return;
        SortedDictionary<string, string> bindings = DynamicAnchors.ReadBindings(schema, pointer);
        if (bindings.Count > 0)
        {
            foreach (JsonNode? part in (schema["allOf"] as JsonArray ?? []).Prepend(schema))
                BindReference(part as JsonObject, bindings, pointer);
        }

        foreach (KeyValuePair<string, JsonNode?> member in schema.ToList())
            Bind(member.Value, JsonPointer.Append(pointer, member.Key));
    }

    private void BindReference(JsonObject? reference, SortedDictionary<string, string> bindings, string? self = null)
    {
        if (reference is null || FindTarget(reference) is not { } target || Components + JsonPointer.Escape(target) == self)
            return;
        List<KeyValuePair<string, string>> used = [.. bindings.Where(b => _openNames[target].Contains(b.Key))];
        if (used.Count > 0 && GetOrAddTemplate(target, used) is { } bound)
            reference[ReferenceLinker.RefKeyword] = Components + JsonPointer.Escape(bound);
    }

    /// <returns>The name of the component that is the template with these bindings; null where there are too many.</returns>
    private string? GetOrAddTemplate(string template, List<KeyValuePair<string, string>> bindings)
    {
        string key = template + "\n" + string.Join("\n", bindings.Select(b => b.Key + "\t" + b.Value));
        if (_templates.TryGetValue(key, out string? known))
            return known;
        if (_templates.Count >= MaxTemplates || _schemas[template] is not JsonObject original)
            return null;
        string words = template + "Of" + string.Join("And", bindings.Select(b => Capitalize(JsonPointer.Split(b.Value).Last())));
        string name = words;
        for (int number = 2; _schemas.ContainsKey(name); number++)
            name = words + NumberFormat.ToInvariantString(number);
        _templates.Add(key, name);
        _openNames[name] = [];
        var copy = (JsonObject)original.DeepClone();
        _schemas.Add(name, copy);
        _positions.AddRedirect(Components + JsonPointer.Escape(name), _positions, Components + JsonPointer.Escape(template));
        foreach (string identity in (string[])["$id", "$anchor", DynamicAnchor])
            copy.Remove(identity);
        SortedDictionary<string, string> outer = new(bindings.ToDictionary(b => b.Key, b => b.Value), StringComparer.Ordinal);
        foreach (JsonObject schema in DynamicAnchors.FindObjects(copy).ToList())
        {
            if (GetName(schema) is { } open && outer.TryGetValue(open, out string? target))
                Point(schema, target);
            else
                BindReference(schema, outer);
        }

        Bind(copy, Components + JsonPointer.Escape(name));
        return name;
    }

    /// <summary>Replaces the references that no schema binds: by the anchor around them, or the only one of this name.</summary>
    private void ReplaceUnbound(JsonObject root, FindingCollector findings)
    {
        HashSet<string> used = FindUsedComponents(root);
        foreach ((JsonObject schema, string pointer) in DynamicAnchors.FindLocated(root).ToList())
        {
            string? component = FindComponent(pointer);
            if (schema[RecursiveRef] is not null && GetName(schema) is null)
            {
                schema.Remove(RecursiveRef);
                if (component is not null)
                    schema[ReferenceLinker.RefKeyword] = Components + JsonPointer.Escape(component);
            }
            else if (GetName(schema) is { } name)
            {
                if (_anchors.Find(name, pointer) is { } target)
                {
                    Point(schema, target);
                    continue;
                }

                schema.Remove(DynamicRef);
                // A template that is only used with its bindings is not generated.
                if (component is null || used.Contains(component))
                    findings.Add(LooseSchemaFindings.UnboundDynamicReference(JsonPointer.Append(pointer, DynamicRef), name));
            }
        }
    }

    /// <summary>Finds the components that anything outside of them leads to.</summary>
    private HashSet<string> FindUsedComponents(JsonObject root)
    {
        HashSet<string> used = new(StringComparer.Ordinal);
        Stack<string> open = new();
        AddTargets(DynamicAnchors.FindLocated(root).Where(l => FindComponent(l.Pointer) is null).Select(l => l.Schema));
        while (open.Count > 0)
            AddTargets(DynamicAnchors.FindObjects(_schemas[open.Pop()]));
        return used;

        void AddTargets(IEnumerable<JsonObject> schemas)
        {
            foreach (string target in schemas.Select(FindTarget).OfType<string>())
            {
                if (used.Add(target))
                    open.Push(target);
            }
        }
    }

    private static void Point(JsonObject schema, string target)
    {
        schema.Remove(DynamicRef);
        schema[ReferenceLinker.RefKeyword] = target;
    }

    /// <summary>The name of a dynamic reference; null where the schema has none, or one to another document.</summary>
    private static string? GetName(JsonObject schema) =>
        schema[DynamicRef].AsString() is ['#', not '/', ..] reference ? reference.Substring(1) : null;

    /// <summary>The component that a schema refers to; null where it refers to none.</summary>
    private string? FindTarget(JsonObject schema) =>
        ReferenceLinker.GetReference(schema) is { } reference
        && reference.StartsWith(Components, StringComparison.Ordinal)
        && JsonPointer.SplitReference(reference.Substring(1)) is [_, _, var name]
        && _schemas.ContainsKey(name)
            ? name
            : null;

    private static string? FindComponent(string pointer) =>
        pointer.StartsWith(Components, StringComparison.Ordinal) ? JsonPointer.Split(pointer)[2] : null;

    private static string Capitalize(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name.Substring(1);
}
