using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.References;

/// <summary>Adds dependencies that no reference states: security schemes, which are named, and the subtypes of a discriminator.</summary>
internal sealed class ImpliedDependencies(
    DocumentSet documents,
    SpecVersion version,
    ComponentImporter importer,
    ReferenceResolver resolver,
    LinkFindings findings
)
{
    private readonly SecuritySchemeChecker _schemeChecker = new(version, resolver, findings);
    private Dictionary<string, List<string>>? _subtypes;

    public void AddDependencies(ReferencedElement element)
    {
        if (element.Kind == ElementKind.Operation)
            AddSecuritySchemes(element);
        if (element.Kind == ElementKind.Schema)
            AddSubtypes(element);
    }

    private void AddSecuritySchemes(ReferencedElement operation)
    {
        JsonNode? own = ((JsonObject)operation.Node)["security"];
        if ((own ?? documents.Main.Root!["security"]) is not JsonArray alternatives)
            return;
        SourceDocument source = own is null ? documents.Main : operation.Source;
        string requirements = JsonPointer.Append(own is null ? JsonPointer.Root : operation.Pointer, "security");
        for (int i = 0; i < alternatives.Count; i++)
        {
            if (alternatives[i] is not JsonObject schemes)
                continue;
            foreach (string name in schemes.GetMemberNames())
                AddSecurityScheme(operation, name, source, JsonPointer.Append(JsonPointer.Append(requirements, i), name));
        }
    }

    /// <summary>Adds a scheme that the client can apply; reports any other.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="name">The name of the scheme.</param>
    /// <param name="source">The document of the requirement.</param>
    /// <param name="requirement">The pointer of the requirement, which a finding shows.</param>
    private void AddSecurityScheme(ReferencedElement operation, string name, SourceDocument source, string requirement)
    {
        string[] section = OpenApiKeywords.GetComponentSection(ElementKind.SecurityScheme, version)!;
        string pointer = "#/" + string.Join("/", section) + "/" + JsonPointer.Escape(name);
        ReferenceTarget? target = resolver.Resolve(documents.Main, pointer).Target;
        if (target is { Node: not JsonObject })
            findings.Add(target.Source, DocumentFindings.UnreadableValue(target.Pointer, target.Node.ToJsonString()));
        else if (target is null)
            findings.Add(source, SecurityFindings.UndeclaredScheme(requirement, name));
        else if (_schemeChecker.IsSupported(name, target))
            operation.OptionalDependencies.Add(importer.GetOrAddComponent(target, ElementKind.SecurityScheme, section));
    }

    /// <summary>
    /// Adds the subtypes of a schema with a discriminator: every schema that has it in <c>allOf</c>, at any depth, although nothing refers
    /// to them.
    /// </summary>
    private void AddSubtypes(ReferencedElement element)
    {
        if (!element.Source.IsMain || element.Node is not JsonObject schema || !schema.ContainsKey("discriminator"))
            return;
        _subtypes ??= FindSubtypes();
        if (!_subtypes.TryGetValue(element.Pointer, out List<string>? names))
            return;
        string[] section = OpenApiKeywords.GetComponentSection(ElementKind.Schema, version)!;
        HashSet<string> seen = new(StringComparer.Ordinal) { element.Pointer };
        Stack<string> open = new(names);
        while (open.Count > 0)
        {
            string pointer = open.Pop();
            if (!seen.Add(pointer))
                continue;
            foreach (string deeper in _subtypes.TryGetValue(pointer, out List<string>? more) ? more : [])
                open.Push(deeper);
            if (resolver.Resolve(documents.Main, pointer).Target is { Node: JsonObject } target)
                element.OptionalDependencies.Add(importer.GetOrAddComponent(target, ElementKind.Schema, section));
        }
    }

    private Dictionary<string, List<string>> FindSubtypes()
    {
        var result = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        string[] section = OpenApiKeywords.GetComponentSection(ElementKind.Schema, version)!;
        string prefix = "#/" + string.Join("/", section);
        foreach (KeyValuePair<string, JsonNode?> schema in importer.GetOrAddSection(section))
        {
            if (schema.Value is not JsonObject value || value["allOf"] is not JsonArray bases)
                continue;
            foreach (JsonNode? item in bases)
            {
                if (item is not JsonObject reference || ReferenceLinker.GetReference(reference) is not { } pointer)
                    continue;
                if (!result.TryGetValue(pointer, out List<string>? names))
                    result.Add(pointer, names = []);
                names.Add(JsonPointer.Append(prefix, schema.Key));
            }
        }

        return result;
    }
}
