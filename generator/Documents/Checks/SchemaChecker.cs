using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents.References;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.Checks;

/// <summary>
/// Reports schemas that contradict themselves: types, enums, compositions of themselves, and required names without a property.
/// </summary>
internal sealed class SchemaChecker(ComponentLookup components, FindingCollector findings)
{
    private static readonly string[] s_alternatives = ["oneOf", "anyOf"];
    private static readonly string[] s_all = ["allOf"];
    private static readonly string[] s_compositions = [.. s_all, .. s_alternatives];

    private readonly SchemaTypes _types = new(components);
    private readonly Dictionary<string, JsonObject> _components = new(StringComparer.Ordinal);

    // A part of another schema need not have the properties that it requires.
    private readonly HashSet<JsonObject> _parts = [];
    private readonly List<(JsonObject Schema, string Pointer)> _withRequired = [];

    /// <summary>Checks one schema, without those inside it.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="path">The tokens of its pointer. The list may change afterwards.</param>
    public void Check(JsonObject schema, List<string> path)
    {
        bool isComponent = path[0] is "components" ? path.Count == 3 : path.Count == 2;
        bool isComposed = s_compositions.Any(schema.ContainsKey);
        if (schema["enum"] is JsonArray values)
            CheckEnum(schema, values, ComponentLookup.ToPointer(path));
        LooseSchemaChecker.Check(schema, path, findings);
        if (schema["allOf"] is JsonArray { Count: > 0 } branches)
            CheckTypes(schema, branches, ComponentLookup.ToPointer(path));
        if (schema["required"] is JsonArray && schema["properties"] is JsonObject { Count: > 0 } && !IsPart(path))
            _withRequired.Add((schema, ComponentLookup.ToPointer(path)));
        if (!isComposed)
            return;
        if (isComponent)
            _components[ComponentLookup.ToPointer(path)] = schema;
        foreach (JsonNode? part in s_compositions.SelectMany(key => schema[key] as JsonArray ?? []))
        {
            if (components.Resolve(part) is { } target)
                _parts.Add(target);
        }
    }

    /// <summary>Checks what depends on all schemas.</summary>
    public void Complete()
    {
        foreach ((JsonObject schema, string pointer) in _withRequired)
        {
            if (!_parts.Contains(schema))
                CheckRequired(schema, pointer);
        }

        new CompositionCycles(_components, s_all, findings).Report();
        new CompositionCycles(_components, s_alternatives, findings).Report();
    }

    // Conditions name properties of the schema around them.
    private static bool IsPart(List<string> path) =>
        path.Count > 3
            && (
                s_compositions.Contains(path[path.Count - 2], StringComparer.Ordinal)
                || path[path.Count - 1] is "not" or "if" or "then" or "else"
            )
        || path.Contains("dependentSchemas", StringComparer.Ordinal);

    private void CheckEnum(JsonObject schema, JsonArray values, string pointer)
    {
        JsonTypes types = schema.ReadTypes();
        for (int i = 0; i < values.Count; i++)
        {
            JsonTypes type = values[i].GetJsonType();
            // A null in the list says that the schema is nullable.
            if (type == JsonTypes.Null || (types & type) != 0)
                continue;
            string place = JsonPointer.Append(JsonPointer.Append(pointer, "enum"), i);
            findings.Add(ContradictionFindings.EnumOfOtherType(place, values[i]!.ToJsonString(), types.Format()));
            return;
        }
    }

    private void CheckTypes(JsonObject schema, JsonArray branches, string pointer)
    {
        List<(JsonTypes Types, string Pointer)> known = [(schema.ReadTypes(), pointer)];
        Dictionary<string, (JsonTypes Types, string Pointer)> properties = new(StringComparer.Ordinal);
        for (int i = 0; i < branches.Count; i++)
        {
            string place = JsonPointer.Append(JsonPointer.Append(pointer, "allOf"), i);
            JsonTypes types = _types.Get(branches[i]);
            (JsonTypes Types, string Pointer) other = known.Find(k => k.Types.Excludes(types));
            if (other.Pointer is not null)
                findings.Add(ContradictionFindings.ContradictoryTypes(place, types.Format(), other.Pointer, other.Types.Format()));
            else
                known.Add((types, place));
            CheckProperties(properties, branches[i], place);
        }

        CheckProperties(properties, schema["properties"] is JsonObject ? schema : null, pointer);
    }

    /// <summary>Compares the properties of a branch with those of the branches before it.</summary>
    private void CheckProperties(Dictionary<string, (JsonTypes Types, string Pointer)> known, JsonNode? branch, string pointer)
    {
        if (branch is JsonObject value && ReferenceLinker.GetReference(value) is { } reference)
            pointer = reference;
        if (components.Resolve(branch)?["properties"] is not JsonObject properties)
            return;
        foreach (KeyValuePair<string, JsonNode?> property in properties)
        {
            string place = JsonPointer.Append(JsonPointer.Append(pointer, "properties"), property.Key);
            JsonTypes types = _types.Get(property.Value);
            if (!known.TryGetValue(property.Key, out (JsonTypes Types, string Pointer) other))
                known.Add(property.Key, (types, place));
            else if (other.Types.Excludes(types))
                findings.Add(ContradictionFindings.ContradictoryTypes(place, types.Format(), other.Pointer, other.Types.Format()));
        }
    }

    private void CheckRequired(JsonObject schema, string pointer)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        if (!AddPropertyNames(names, schema, []))
            return;
        var required = (JsonArray)schema["required"]!;
        for (int i = 0; i < required.Count; i++)
        {
            if (required[i].AsString() is { } name && !names.Contains(name))
                findings.Add(
                    ContradictionFindings.RequiredNameWithoutProperty(JsonPointer.Append(JsonPointer.Append(pointer, "required"), i), name)
                );
        }
    }

    /// <summary>Adds the names of the properties of a schema and its parts.</summary>
    /// <returns>False where the schema has properties that it does not name.</returns>
    private bool AddPropertyNames(HashSet<string> names, JsonObject schema, HashSet<JsonObject> visited)
    {
        if (!visited.Add(schema))
            return true;
        bool isOpen = schema["additionalProperties"] is { } additional && (additional is JsonObject || additional.IsTrue());
        if (
            isOpen
            || schema.ContainsKey("patternProperties")
            || schema.ContainsKey("unevaluatedProperties")
            || visited.Count > SchemaTypes.MaximumDepth
        )
            return false;
        names.UnionWith((schema["properties"] as JsonObject)?.GetMemberNames() ?? []);
        foreach (JsonNode? part in s_compositions.SelectMany(key => schema[key] as JsonArray ?? []))
        {
            if (components.Resolve(part) is not { } target || !AddPropertyNames(names, target, visited))
                return false;
        }

        return true;
    }
}
