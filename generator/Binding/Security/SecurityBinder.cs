using CfGen.Generator.Diagnostics;
using CfGen.Generator.Model;
using CfGen.Generator.Naming;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Security;

/// <summary>The document's security schemes as options of the client, and requirements as bit sets over them.</summary>
internal sealed class SecurityBinder
{
    // One bit a scheme.
    private const int MaxSchemes = 64;

    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly IList<OpenApiSecurityRequirement>? _documentWide;

    public SecurityBinder(OpenApiDocument document, string environmentPrefix, FindingCollector findings)
    {
        _documentWide = document.Security;
        List<SupportedScheme> schemes = [];
        foreach (
            KeyValuePair<string, IOpenApiSecurityScheme> scheme in document.Components?.SecuritySchemes
                ?? new Dictionary<string, IOpenApiSecurityScheme>()
        )
        {
            if (GetKind(scheme.Value) is not { } kind)
                continue;
            if (schemes.Count == MaxSchemes)
            {
                string pointer = "#/components/securitySchemes/" + CfGen.Generator.Parsing.JsonPointer.Escape(scheme.Key);
                findings.Add(SecurityFindings.TooManySchemes(pointer, scheme.Key, MaxSchemes));
            }
            else
            {
                _indexes.Add(scheme.Key, schemes.Count);
                schemes.Add(new SupportedScheme(scheme.Key, scheme.Value, kind));
            }
        }

        ulong[] companions = FindRequiredTogether(document, schemes.Count);

        bool oneBearer = schemes.Count(s => s.Kind == SecuritySchemeKind.Bearer) == 1;
        NameScope options = new(
            reserved:
            [
                "BaseUrl",
                "MaxRetries",
                "Timeout",
                "DefaultHeaders",
                "DefaultQuery",
                "LoggerFactory",
                "TimeProvider",
                "ResponseValidation",
                "MaxResponseBytes",
                "AllowInsecureHttp",
                "MaxRetryAfter",
                "Definition",
                "FromEnvironment",
                "Equals",
                "GetHashCode",
                "GetType",
                "ToString",
                "MemberwiseClone",
                "Finalize",
            ]
        );
        Schemes = schemes
            .Select(
                (s, i) =>
                    new SecuritySchemeModel(
                        s.Id,
                        s.Kind,
                        s.Scheme.Name ?? "",
                        options.Reserve(GetOptionName(s), Identifiers.ToMemberName(s.Id) + "Credential"),
                        s.Kind.HasPassword ? options.Reserve("Password", Identifiers.ToMemberName(s.Id) + "Password")
                            : s.Kind.HasTokenProvider ? options.Reserve(Identifiers.ToMemberName(s.Id) + "Provider")
                            : "",
                        companions[i],
                        s.Kind.HasPassword
                            ? [environmentPrefix + "_USERNAME", environmentPrefix + "_PASSWORD"]
                            : GetEnvironmentVariables(environmentPrefix, s.Id, oneBearer && s.Kind == SecuritySchemeKind.Bearer),
                        new Documentation(
                            s.Scheme.Description ?? "",
                            Pointer: "#/components/securitySchemes/" + CfGen.Generator.Parsing.JsonPointer.Escape(s.Id)
                        )
                    )
            )
            .ToEquatable();
    }

    public EquatableArray<SecuritySchemeModel> Schemes { get; }

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
    /// A scheme that no requirement names alone is used with the others of its smallest requirement: a key with its e-mail address,
    /// even where a sloppy operation demands them together with a token.
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

    /// <summary>Of basic authentication the user's name, which every document means and none names.</summary>
    private static string GetOptionName(SupportedScheme scheme) =>
        scheme.Kind.HasPassword ? "Username" : Identifiers.ToMemberName(scheme.Id);

    private static int CountBits(ulong set)
    {
        int bits = 0;
        for (; set != 0; set &= set - 1)
            bits++;
        return bits;
    }

    private static SecuritySchemeKind? GetKind(IOpenApiSecurityScheme scheme) =>
        SecuritySchemeKind.Find(
            scheme.Type?.ToString(),
            scheme.Type switch
            {
                SecuritySchemeType.Http => scheme.Scheme,
                SecuritySchemeType.ApiKey => scheme.In?.ToString(),
                _ => null,
            }
        );

    /// <summary>
    /// A scheme is looked for with and without <c>API_</c>, as vendors name their variables both ways: secrets are usually
    /// <c>ACME_API_KEY</c>, who one is usually <c>ACME_EMAIL</c>.
    /// </summary>
    private static EquatableArray<string> GetEnvironmentVariables(string prefix, string id, bool onlyBearer)
    {
        string name = Words.ToUpperSnakeCase(id);
        string bare = name.StartsWith("API_", StringComparison.Ordinal) ? name.Substring(4) : name;
        string with = $"{prefix}_API_{bare}";
        string without = $"{prefix}_{bare}";
        bool identity = bare is "EMAIL" or "USER" or "USERNAME" or "USER_NAME" or "LOGIN" or "ACCOUNT" or "CLIENT_ID";
        List<string> names = identity ? [without, with] : [with, without];
        if (onlyBearer)
            names.Insert(names[0] == $"{prefix}_API_TOKEN" ? 1 : 0, $"{prefix}_API_TOKEN");
        return names.Distinct(StringComparer.Ordinal).ToEquatable();
    }

    /// <summary>A scheme that a client can satisfy.</summary>
    private sealed record SupportedScheme(string Id, IOpenApiSecurityScheme Scheme, SecuritySchemeKind Kind);
}
