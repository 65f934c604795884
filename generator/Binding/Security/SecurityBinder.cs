using CfGen.Generator.Diagnostics;
using CfGen.Generator.Model;
using CfGen.Generator.Naming;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Security;

/// <summary>Binds the document's security schemes to options of the client, and the requirements of operations to bit sets of schemes.</summary>
internal sealed class SecurityBinder
{
    // Each scheme is one bit.
    private const int MaxSchemes = 64;

    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly IList<OpenApiSecurityRequirement>? _documentWide;

    public SecurityBinder(OpenApiDocument document, string environmentPrefix, FindingCollector findings)
    {
        _documentWide = document.Security;
        List<SupportedScheme> schemes = ReadSchemes(document, findings);
        ulong[] requiredTogether = FindRequiredTogether(document, schemes.Count);
        bool hasOneBearer = schemes.Count(s => s.Kind == SecuritySchemeKind.Bearer) == 1;
        List<SecuritySchemeModel> models = [];
        foreach ((string id, IOpenApiSecurityScheme scheme, SecuritySchemeKind kind) in schemes)
            models.Add(
                new SecuritySchemeModel(
                    id,
                    kind,
                    scheme.Name ?? "",
                    ReserveOptionName(id, kind, OptionNames),
                    ReserveSecondaryName(id, kind, OptionNames),
                    requiredTogether[models.Count],
                    GetVariables(environmentPrefix, id, kind, hasOneBearer),
                    new Documentation(scheme.Description ?? "", Pointer: GetPointer(id))
                )
            );
        Schemes = models.ToEquatable();
    }

    public EquatableArray<SecuritySchemeModel> Schemes { get; }

    /// <summary>The names of the client's options.</summary>
    public NameScope OptionNames { get; } = new(reserved: ReservedNames.OptionsMembers);

    /// <summary>The alternatives of an operation; none where it needs no credentials.</summary>
    public EquatableArray<ulong> GetAlternatives(OpenApiOperation operation)
    {
        IList<OpenApiSecurityRequirement> requirements = operation.Security ?? _documentWide ?? [];
        // An alternative with a scheme that the client cannot apply is left to the caller, unless there is another one.
        List<OpenApiSecurityRequirement> supported = [.. requirements.Where(IsSupported)];
        List<ulong> alternatives = [];
        foreach (OpenApiSecurityRequirement requirement in supported.Count > 0 ? supported : requirements)
        {
            ulong set = ToBitSet(requirement);
            // `{}` among the alternatives makes all of them optional: it stays, as the empty set.
            if (!alternatives.Contains(set))
                alternatives.Add(set);
        }

        return alternatives is [0] ? [] : alternatives.ToEquatable();
    }

    private List<SupportedScheme> ReadSchemes(OpenApiDocument document, FindingCollector findings)
    {
        List<SupportedScheme> schemes = [];
        foreach (
            KeyValuePair<string, IOpenApiSecurityScheme> scheme in document.Components?.SecuritySchemes
                ?? new Dictionary<string, IOpenApiSecurityScheme>()
        )
        {
            if (FindKind(scheme.Value) is not { } kind)
                continue;
            if (schemes.Count == MaxSchemes)
            {
                findings.Add(SecurityFindings.TooManySchemes(GetPointer(scheme.Key), scheme.Key, MaxSchemes));
                continue;
            }

            _indexes.Add(scheme.Key, schemes.Count);
            schemes.Add(new SupportedScheme(scheme.Key, scheme.Value, kind));
        }

        return schemes;
    }

    private static SecuritySchemeKind? FindKind(IOpenApiSecurityScheme scheme) =>
        SecuritySchemeKind.Find(
            scheme.Type?.ToString(),
            scheme.Type switch
            {
                SecuritySchemeType.Http => scheme.Scheme,
                SecuritySchemeType.ApiKey => scheme.In?.ToString(),
                _ => null,
            }
        );

    // Every document with basic authentication means the user's name, and none has it.
    private static string ReserveOptionName(string schemeId, SecuritySchemeKind kind, NameScope options)
    {
        string name = Identifiers.ToMemberName(schemeId);
        return options.Reserve(kind.HasPassword ? "Username" : name, name + "Credential");
    }

    private static string ReserveSecondaryName(string schemeId, SecuritySchemeKind kind, NameScope options)
    {
        string name = Identifiers.ToMemberName(schemeId);
        return kind.HasPassword ? options.Reserve("Password", name + "Password")
            : kind.HasTokenProvider ? options.Reserve(name + "Provider")
            : "";
    }

    private static EquatableArray<string> GetVariables(string prefix, string schemeId, SecuritySchemeKind kind, bool hasOneBearer) =>
        kind.HasPassword
            ? [prefix + "_USERNAME", prefix + "_PASSWORD"]
            : EnvironmentVariables.GetNames(prefix, schemeId, hasOneBearer && kind == SecuritySchemeKind.Bearer).ToEquatable();

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
    /// Finds the schemes that are used with each scheme: those of its smallest requirement, where no requirement has it alone. A key is used with
    /// its e-mail address even where a sloppy operation requires both together with a token.
    /// </summary>
    private ulong[] FindRequiredTogether(OpenApiDocument document, int count)
    {
        ulong[] smallest = new ulong[count];
        IEnumerable<OpenApiSecurityRequirement> all =
            document
                .Paths?.Values.SelectMany(p => p.Operations?.Values ?? Enumerable.Empty<OpenApiOperation>())
                .SelectMany(o => o.Security ?? Enumerable.Empty<OpenApiSecurityRequirement>())
            ?? [];
        foreach (OpenApiSecurityRequirement requirement in all.Concat(document.Security ?? []))
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

    private static int CountBits(ulong set)
    {
        int bits = 0;
        for (; set != 0; set &= set - 1)
            bits++;
        return bits;
    }

    private sealed record SupportedScheme(string Id, IOpenApiSecurityScheme Scheme, SecuritySchemeKind Kind);
}
