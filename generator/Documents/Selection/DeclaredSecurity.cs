using System.Text.Json.Nodes;
using CfGen.Generator.Documents.References;
using CfGen.Generator.Model;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.Selection;

/// <summary>A security scheme that an operation of the document needs, selected or not.</summary>
/// <param name="Location">The header, query or cookie of an API key; else empty.</param>
internal sealed record DeclaredScheme(string Id, SecuritySchemeKind Kind, string Location)
{
    /// <summary>The other schemes that are the same token: no requirement has one of them without this one.</summary>
    public IReadOnlyList<string> SameToken { get; init; } = [];
}

/// <summary>
/// The security of the whole document, read before selection, so that the names of credentials do not depend on it.
/// </summary>
/// <param name="Schemes">The schemes that operations need, in the order of the document.</param>
/// <param name="IsSilent">True if the document has neither schemes nor requirements.</param>
internal sealed record DeclaredSecurity(IReadOnlyList<DeclaredScheme> Schemes, bool IsSilent)
{
    public static DeclaredSecurity None { get; } = new([], IsSilent: false);

    /// <summary>
    /// Reads the security of a document. Schemes that are declared and never required get an optional requirement of the whole document,
    /// since such documents mean them for every operation.
    /// </summary>
    public static DeclaredSecurity Read(
        SourceDocument main,
        SpecVersion version,
        IReadOnlyList<FoundOperation> operations,
        ReferenceResolver resolver
    )
    {
        var root = (JsonObject)main.Root!;
        List<DeclaredScheme> schemes = [.. ReadSchemes(main, version, resolver, out bool declaresAny)];
        if (!root.ContainsKey(Security) && !operations.Any(o => o.Node.ContainsKey(Security)))
        {
            if (schemes.Count > 0)
                root[Security] = CreateOptionalRequirement(schemes);
            else if (!declaresAny)
                return new DeclaredSecurity([], IsSilent: true);
        }

        List<HashSet<string>> requirements = [.. ReadRequirements(operations.Select(o => o.Node[Security]).Prepend(root[Security]))];
        HashSet<string> required = [.. requirements.SelectMany(r => r)];
        return new DeclaredSecurity(MergeTokens([.. schemes.Where(s => required.Contains(s.Id))], requirements), IsSilent: false);
    }

    private const string Security = "security";

    private static List<DeclaredScheme> ReadSchemes(
        SourceDocument main,
        SpecVersion version,
        ReferenceResolver resolver,
        out bool declaresAny
    )
    {
        JsonNode? section = main.Root;
        foreach (string name in OpenApiKeywords.GetComponentSection(ElementKind.SecurityScheme, version)!)
            section = (section as JsonObject)?[name];
        List<DeclaredScheme> schemes = [];
        declaresAny = section is JsonObject { Count: > 0 };
        foreach (KeyValuePair<string, JsonNode?> member in section as JsonObject ?? [])
        {
            JsonNode? node =
                member.Value is JsonObject link && link["$ref"].AsString() is { } reference
                    ? resolver.Resolve(main, reference).Target?.Node
                    : member.Value;
            if (node is not JsonObject scheme || scheme["type"].AsString() is not { } type)
                continue;
            string detail = SecuritySchemeKind.GetDetailKey(type) is { } key ? scheme[key].AsString() ?? "" : "";
            SecuritySchemeKind? kind =
                version.IsSwagger2 && type == "basic" ? SecuritySchemeKind.Find("http", "basic") : SecuritySchemeKind.Find(type, detail);
            if (kind is not null)
                schemes.Add(new DeclaredScheme(member.Key, kind, kind.HasName ? detail : ""));
        }

        return schemes;
    }

    private static JsonArray CreateOptionalRequirement(List<DeclaredScheme> schemes)
    {
        JsonArray alternatives = [];
        foreach (DeclaredScheme scheme in schemes)
            alternatives.Add(new JsonObject { [scheme.Id] = new JsonArray() });
        alternatives.Add(new JsonObject());
        return alternatives;
    }

    private static IEnumerable<HashSet<string>> ReadRequirements(IEnumerable<JsonNode?> lists) =>
        lists
            .OfType<JsonArray>()
            .SelectMany(list => list.OfType<JsonObject>())
            .Select(requirement => new HashSet<string>(requirement.GetMemberNames(), StringComparer.Ordinal));

    /// <summary>
    /// Makes one scheme of tokens that are only required together: they are sent in one header, so that they can only be one token.
    /// </summary>
    private static List<DeclaredScheme> MergeTokens(List<DeclaredScheme> schemes, List<HashSet<string>> requirements)
    {
        List<DeclaredScheme> merged = [];
        foreach (DeclaredScheme scheme in schemes)
        {
            int same = scheme.Kind.IsOAuth
                ? merged.FindIndex(m => m.Kind.IsOAuth && requirements.TrueForAll(r => r.Contains(m.Id) == r.Contains(scheme.Id)))
                : -1;
            if (same < 0)
                merged.Add(scheme);
            else
                merged[same] = merged[same] with { SameToken = [.. merged[same].SameToken, scheme.Id] };
        }

        return merged;
    }
}
