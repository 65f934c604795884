using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents.Selection;
using CfGen.Generator.Model;
using CfGen.Generator.Naming;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Security;

/// <summary>
/// Binds the document's security schemes to options of the client, and the requirements of operations to bit sets of schemes.
/// </summary>
internal sealed class SecurityBinder
{
    // Each scheme is one bit.
    private const int MaxSchemes = 64;

    // The credential of a document that is silent about security.
    private static readonly DeclaredScheme s_unnamedToken = new("apiToken", SecuritySchemeKind.Bearer, "");

    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly EquatableArray<ulong>? _forSilent;
    private readonly IList<OpenApiSecurityRequirement>? _documentWide;

    /// <param name="declared">The security of the whole document, which the names of credentials depend on.</param>
    public SecurityBinder(OpenApiDocument document, DeclaredSecurity declared, string environmentPrefix, FindingCollector findings)
    {
        _documentWide = document.Security;
        IReadOnlyList<DeclaredScheme> named = declared.IsSilent
            ? [s_unnamedToken]
            : [.. declared.Schemes, .. FindUndeclared(document, declared)];
        List<SupportedScheme> schemes = ReadSchemes(document, named, findings);
        if (declared.IsSilent)
        {
            _forSilent = [1UL, 0UL];
            schemes.Add(new SupportedScheme(s_unnamedToken.Id, new OpenApiSecurityScheme(), SecuritySchemeKind.OptionalBearer));
        }

        ulong[] requiredTogether = FindRequiredTogether(document, schemes.Count);
        Dictionary<string, string> names = CredentialNames.Assign(named);
        Dictionary<string, List<string>> variables = EnvironmentVariables.Assign(environmentPrefix, named, names);
        Dictionary<string, string> secondaryNames = new(StringComparer.Ordinal);
        foreach (DeclaredScheme scheme in named.OrderBy(s => s.Id, StringComparer.Ordinal))
        {
            string name = OptionNames.Reserve(names[scheme.Id], names[scheme.Id] + "Credential");
            names[scheme.Id] = name;
            secondaryNames[scheme.Id] = ReserveSecondaryName(name, scheme.Kind, named.Any(s => s.Kind.IsOAuth));
        }

        var tokenUrls = new TokenUrlFinder(findings);
        List<SecuritySchemeModel> models = [];
        foreach ((string id, IOpenApiSecurityScheme scheme, SecuritySchemeKind kind) in schemes)
            models.Add(
                new SecuritySchemeModel(
                    id,
                    kind,
                    scheme.Name ?? "",
                    names[id],
                    secondaryNames[id],
                    requiredTogether[models.Count],
                    variables[id].ToEquatable(),
                    new Documentation(scheme.Description ?? "", Pointer: declared.IsSilent ? "" : GetPointer(id))
                )
                {
                    TokenUrl = kind.IsOAuth ? tokenUrls.Find(document, named.First(s => s.Id == id)) : "",
                    UseProviderMethod = kind.HasTokenProvider ? OptionNames.Reserve("Use" + secondaryNames[id]) : "",
                    UseClientCredentialsMethod = kind.IsOAuth
                        ? OptionNames.Reserve(CredentialNames.GetClientCredentialsMethod(secondaryNames[id]))
                        : "",
                }
            );
        Schemes = models.ToEquatable();
    }

    public EquatableArray<SecuritySchemeModel> Schemes { get; }

    /// <summary>The names of the client's options.</summary>
    public NameScope OptionNames { get; } = new(reserved: ReservedNames.OptionsMembers);

    /// <summary>The alternatives of an operation; none where it needs no credentials.</summary>
    public EquatableArray<ulong> GetAlternatives(OpenApiOperation operation)
    {
        if (_forSilent is { } optional)
            return optional;
        List<(ulong Set, string Scopes)> alternatives = ReadAlternatives(operation);
        return alternatives is [(0, _)] ? [] : alternatives.Select(a => a.Set).ToEquatable();
    }

    /// <summary>The scopes of each alternative of an operation; none where no alternative has any.</summary>
    public EquatableArray<string> GetScopes(OpenApiOperation operation)
    {
        List<(ulong Set, string Scopes)> alternatives = _forSilent is null ? ReadAlternatives(operation) : [];
        return alternatives.Exists(a => a.Scopes.Length > 0) ? alternatives.Select(a => a.Scopes).ToEquatable() : [];
    }

    private List<(ulong Set, string Scopes)> ReadAlternatives(OpenApiOperation operation)
    {
        IList<OpenApiSecurityRequirement> requirements = operation.Security ?? _documentWide ?? [];
        // An alternative with a scheme that the client cannot apply is left to the caller, unless there is another one.
        List<OpenApiSecurityRequirement> supported = [.. requirements.Where(IsSupported)];
        List<(ulong Set, string Scopes)> alternatives = [];
        foreach (OpenApiSecurityRequirement requirement in supported.Count > 0 ? supported : requirements)
        {
            ulong set = ToBitSet(requirement);
            // `{}` among the alternatives makes all of them optional: it stays, as the empty set.
            if (!alternatives.Exists(a => a.Set == set))
                alternatives.Add((set, ReadScopes(requirement)));
        }

        return alternatives;
    }

    private string ReadScopes(OpenApiSecurityRequirement requirement) =>
        string.Join(
            " ",
            requirement
                .Where(s => s.Key.Reference.Id is { } id && _indexes.TryGetValue(id, out int index) && Schemes[index].Kind.HasTokenProvider)
                .SelectMany(s => s.Value)
                .SelectMany(scope => scope.Split(' '))
                .Where(scope => scope.Length > 0)
                .Distinct(StringComparer.Ordinal)
        );

    private List<SupportedScheme> ReadSchemes(OpenApiDocument document, IReadOnlyList<DeclaredScheme> declared, FindingCollector findings)
    {
        List<SupportedScheme> schemes = [];
        foreach (
            KeyValuePair<string, IOpenApiSecurityScheme> scheme in document.Components?.SecuritySchemes
                ?? new Dictionary<string, IOpenApiSecurityScheme>()
        )
        {
            if (FindKind(scheme.Value) is not { } kind || !declared.Any(s => s.Id == scheme.Key))
                continue;
            if (schemes.Count == MaxSchemes)
            {
                findings.Add(SecurityFindings.TooManySchemes(GetPointer(scheme.Key), scheme.Key, MaxSchemes));
                continue;
            }

            _indexes.Add(scheme.Key, schemes.Count);
            schemes.Add(new SupportedScheme(scheme.Key, scheme.Value, kind));
        }

        foreach (DeclaredScheme scheme in declared)
        {
            foreach (string same in scheme.SameToken)
            {
                if (_indexes.TryGetValue(scheme.Id, out int index))
                    _indexes[same] = index;
            }
        }

        return schemes;
    }

    /// <summary>Finds the required schemes that the tree does not show, such as those below a reference.</summary>
    private static IEnumerable<DeclaredScheme> FindUndeclared(OpenApiDocument document, DeclaredSecurity declared)
    {
        HashSet<string> known = [.. declared.Schemes.SelectMany(s => s.SameToken.Prepend(s.Id))];
        if (document.Components?.SecuritySchemes is not { } schemes)
            yield break;
        foreach (string id in GetRequirements(document).SelectMany(r => r.Keys).Select(s => s.Reference.Id).OfType<string>())
        {
            if (known.Add(id) && schemes.TryGetValue(id, out IOpenApiSecurityScheme? scheme) && FindKind(scheme) is { } kind)
                yield return new DeclaredScheme(id, kind, scheme.In?.ToString() ?? "");
        }
    }

    private static SecuritySchemeKind? FindKind(IOpenApiSecurityScheme scheme)
    {
        string? type = SecuritySchemeKind.Types.FirstOrDefault(t => t.Equals(scheme.Type?.ToString(), StringComparison.OrdinalIgnoreCase));
        return SecuritySchemeKind.Find(
            type,
            SecuritySchemeKind.GetDetailKey(type) switch
            {
                "scheme" => scheme.Scheme,
                "in" => scheme.In?.ToString(),
                _ => null,
            }
        );
    }

    private string ReserveSecondaryName(string name, SecuritySchemeKind kind, bool hasOAuth) =>
        (
            kind is { HasTokenProvider: true, IsOAuth: false }
                ? CredentialNames.GetBearerProviderName(name, hasOAuth)
                : CredentialNames.GetSecondaryName(name, kind)
        )
            is { Length: > 0 } secondary
            ? OptionNames.Reserve(secondary, secondary + "Credential")
            : "";

    private static string GetPointer(string schemeId) => "#/components/securitySchemes/" + JsonPointer.Escape(schemeId);

    private bool IsSupported(OpenApiSecurityRequirement requirement) =>
        requirement.Keys.All(scheme => scheme.Reference.Id is { } id && _indexes.ContainsKey(id));

    private ulong ToBitSet(OpenApiSecurityRequirement requirement)
    {
        ulong set = 0;
        foreach (OpenApiSecuritySchemeReference scheme in requirement.Keys)
        {
            if (scheme.Reference.Id is { } id && _indexes.TryGetValue(id, out int index))
                set |= 1UL << index;
        }

        return set;
    }

    /// <summary>
    /// Finds the schemes that are used with each scheme: those of its smallest requirement, where no requirement has it alone. A key is
    /// used with its e-mail address even where a sloppy operation requires both together with a token.
    /// </summary>
    private ulong[] FindRequiredTogether(OpenApiDocument document, int count)
    {
        ulong[] smallest = new ulong[count];
        foreach (OpenApiSecurityRequirement requirement in GetRequirements(document))
        {
            ulong set = ToBitSet(requirement);
            for (int i = 0; i < count; i++)
            {
                if ((set & (1UL << i)) != 0 && (smallest[i] == 0 || CountBits(set) < CountBits(smallest[i])))
                    smallest[i] = set;
            }
        }

        return Array.ConvertAll(smallest, set => CountBits(set) > 1 ? set : 0);
    }

    private static IEnumerable<OpenApiSecurityRequirement> GetRequirements(OpenApiDocument document) =>
        (document.Paths?.Values ?? Enumerable.Empty<IOpenApiPathItem>())
            .SelectMany(p => p.Operations?.Values ?? Enumerable.Empty<OpenApiOperation>())
            .SelectMany(o => o.Security ?? Enumerable.Empty<OpenApiSecurityRequirement>())
            .Concat(document.Security ?? []);

    private static int CountBits(ulong set)
    {
        int bits = 0;
        for (; set != 0; set &= set - 1)
            bits++;
        return bits;
    }

    private sealed record SupportedScheme(string Id, IOpenApiSecurityScheme Scheme, SecuritySchemeKind Kind);
}
