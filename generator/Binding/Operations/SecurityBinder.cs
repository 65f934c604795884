using CfGen.Generator.Binding.Names;
using CfGen.Generator.Model;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Operations;

/// <summary>The document's security schemes as options of the client, and requirements as bit sets over them.</summary>
internal sealed class SecurityBinder
{
    // One bit a scheme.
    private const int MostSchemes = 64;

    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly IList<OpenApiSecurityRequirement>? _documentWide;

    public SecurityBinder(OpenApiDocument document, string environmentPrefix)
    {
        _documentWide = document.Security;
        List<Known> schemes = [];
        foreach (KeyValuePair<string, IOpenApiSecurityScheme> scheme in document.Components?.SecuritySchemes ?? new Dictionary<string, IOpenApiSecurityScheme>())
        {
            if (Kind(scheme.Value) is { } kind && schemes.Count < MostSchemes)
            {
                _indexes.Add(scheme.Key, schemes.Count);
                schemes.Add(new Known(scheme.Key, scheme.Value, kind));
            }
        }

        ulong[] companions = Companions(document, schemes.Count);

        bool oneBearer = schemes.Count(s => s.Kind == SchemeKind.Bearer) == 1;
        NameScope options = new(reserved: ["BaseUrl", "MaxRetries", "Timeout", "DefaultHeaders", "DefaultQuery", "LoggerFactory", "TimeProvider", "ResponseValidation", "MaxResponseBytes", "AllowInsecureHttp", "MaxRetryAfter", "Definition", "FromEnvironment", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize"]);
        Schemes = schemes.Select((s, i) => new SchemeModel(
            s.Id,
            s.Kind,
            s.Scheme.Name ?? "",
            options.Take(Option(s), Identifiers.Member(s.Id) + "Credential"),
            s.Kind switch
            {
                SchemeKind.Basic => options.Take("Password", Identifiers.Member(s.Id) + "Password"),
                SchemeKind.OAuth => options.Take(Identifiers.Member(s.Id) + "Provider"),
                _ => "",
            },
            companions[i],
            s.Kind == SchemeKind.Basic
                ? [environmentPrefix + "_USERNAME", environmentPrefix + "_PASSWORD"]
                : Environment(environmentPrefix, s.Id, oneBearer && s.Kind == SchemeKind.Bearer),
            new Documentation(s.Scheme.Description ?? "", Pointer: "#/components/securitySchemes/" + Reading.JsonPointer.Escape(s.Id)))).ToEquatable();
    }

    public EquatableArray<SchemeModel> Schemes { get; }

    /// <summary>The alternatives of an operation; none where it needs no credentials.</summary>
    public EquatableArray<ulong> Alternatives(OpenApiOperation operation)
    {
        List<ulong> alternatives = [];
        foreach (OpenApiSecurityRequirement requirement in operation.Security ?? _documentWide ?? [])
        {
            ulong set = Set(requirement);
            // `{}` among the alternatives makes all of them optional: it stays, as the empty set.
            if (!alternatives.Contains(set))
                alternatives.Add(set);
        }

        return alternatives is [0] ? [] : alternatives.ToEquatable();
    }

    private ulong Set(OpenApiSecurityRequirement requirement)
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
    private ulong[] Companions(OpenApiDocument document, int count)
    {
        ulong[] smallest = new ulong[count];
        IEnumerable<OpenApiSecurityRequirement> all = document.Paths?.Values
            .SelectMany(p => p.Operations?.Values ?? Enumerable.Empty<OpenApiOperation>())
            .SelectMany(o => o.Security ?? Enumerable.Empty<OpenApiSecurityRequirement>()) ?? [];
        foreach (OpenApiSecurityRequirement requirement in all.Concat(document.Security ?? []))
        {
            ulong set = Set(requirement);
            for (int i = 0; i < count; i++)
            {
                if ((set & (1UL << i)) != 0 && (smallest[i] == 0 || Bits(set) < Bits(smallest[i])))
                    smallest[i] = set;
            }
        }

        return Array.ConvertAll(smallest, set => Bits(set) > 1 ? set : 0);
    }

    /// <summary>Of basic authentication the user's name, which every document means and none names.</summary>
    private static string Option(Known scheme) => scheme.Kind == SchemeKind.Basic ? "Username" : Identifiers.Member(scheme.Id);

    private static int Bits(ulong set)
    {
        int bits = 0;
        for (; set != 0; set &= set - 1)
            bits++;
        return bits;
    }

    private static SchemeKind? Kind(IOpenApiSecurityScheme scheme) => scheme.Type switch
    {
        SecuritySchemeType.Http when string.Equals(scheme.Scheme, "basic", StringComparison.OrdinalIgnoreCase) => SchemeKind.Basic,
        SecuritySchemeType.Http => SchemeKind.Bearer,
        SecuritySchemeType.ApiKey => scheme.In switch
        {
            ParameterLocation.Query => SchemeKind.Query,
            ParameterLocation.Cookie => SchemeKind.Cookie,
            _ => SchemeKind.Header,
        },
        SecuritySchemeType.OAuth2 or SecuritySchemeType.OpenIdConnect => SchemeKind.OAuth,
        _ => null,
    };

    /// <summary>
    /// A scheme is looked for with and without <c>API_</c>, as vendors name their variables both ways: secrets are usually
    /// <c>ACME_API_KEY</c>, who one is usually <c>ACME_EMAIL</c>.
    /// </summary>
    private static EquatableArray<string> Environment(string prefix, string id, bool onlyBearer)
    {
        string name = Words.UpperSnake(id);
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
    private sealed record Known(string Id, IOpenApiSecurityScheme Scheme, SchemeKind Kind);
}
