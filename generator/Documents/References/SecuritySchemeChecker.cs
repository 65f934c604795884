using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents.Normalization;
using CfGen.Generator.Model;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.References;

/// <summary>
/// Checks that a client can apply the security schemes of the document, and reports those that it cannot, and token URLs that are no URLs.
/// </summary>
internal sealed class SecuritySchemeChecker(SpecVersion version, ReferenceResolver resolver, LinkFindings findings)
{
    // A scheme through more references is a cycle, which is reported as a broken reference.
    private const int MaximumHops = 16;

    /// <summary>Checks a scheme.</summary>
    /// <param name="name">The name in <c>components/securitySchemes</c>.</param>
    /// <param name="target">The scheme.</param>
    /// <returns>False where a client cannot apply the scheme, which is reported.</returns>
    public bool IsSupported(string name, ReferenceTarget target)
    {
        for (int hops = 0; target.Node is JsonObject alias && ReferenceLinker.GetReference(alias) is { } reference; hops++)
        {
            // A reference that cannot be resolved has a finding of its own.
            if (hops == MaximumHops || resolver.Resolve(target.Source, reference).Target is not { } next)
                return true;
            target = next;
        }

        if (target.Node is not JsonObject scheme)
            return true;
        if (FindProblem(name, scheme, target.Pointer) is { } problem)
        {
            findings.Add(target.Source, problem);
            return false;
        }

        foreach (Finding finding in FlowUrlNormalizer.Normalize(name, scheme, target.Pointer))
            findings.Add(target.Source, finding);
        return true;
    }

    private Finding? FindProblem(string name, JsonObject scheme, string pointer)
    {
        string type = GetText(scheme, "type");
        // The only difference of Swagger 2.0.
        if (version.IsSwagger2 && type == "basic")
            return null;
        string? detailKey = SecuritySchemeKind.GetDetailKey(type);
        string detail = detailKey is null ? "" : GetText(scheme, detailKey);
        return SecuritySchemeKind.Find(type, detail) is not null ? FindNameProblem(name, scheme, type, detail, pointer)
            : detailKey is null ? SecurityFindings.UnsupportedSchemeType(GetPointer("type"), type, name, SecuritySchemeKind.Types)
            : type == "apiKey"
                ? SecurityFindings.UnsupportedApiKeyLocation(GetPointer(detailKey), detail, name, SecuritySchemeKind.GetDetails(type))
            : SecurityFindings.UnsupportedHttpScheme(GetPointer(detailKey), detail, name, SecuritySchemeKind.GetDetails(type));

        string GetPointer(string key) => scheme.ContainsKey(key) ? JsonPointer.Append(pointer, key) : pointer;
    }

    private static Finding? FindNameProblem(string name, JsonObject scheme, string type, string location, string pointer)
    {
        if (type != "apiKey" || location == "query")
            return null;
        string keyName = GetText(scheme, "name");
        bool isValid = location == "cookie" ? HttpText.IsCookieName(keyName) : HttpText.IsToken(keyName);
        string place = scheme.ContainsKey("name") ? JsonPointer.Append(pointer, "name") : pointer;
        return isValid ? null : SecurityFindings.InvalidApiKeyName(place, name, location, keyName);
    }

    // A value that is not text is shown as JSON.
    private static string GetText(JsonObject scheme, string key) => scheme[key] is { } value ? value.ToPlainText() : "";
}
