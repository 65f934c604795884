using System.Text.Json.Nodes;
using CfGen.CodeGen;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.Normalization;

/// <summary>
/// Removes the <c>style</c> of a parameter or a form field that OpenAPI does not have, or does not allow at its location, so that the
/// default style of the location applies.
/// </summary>
internal static class StyleNormalizer
{
    private const string Keyword = "style";

    // OpenAPI has names of its own for the styles of cookies, which the runtime writes as Simple.
    private static readonly string[] s_cookieStyles = ["form", "cookie"];

    private static readonly string[] s_styles =
    [
        .. ((ParameterStyle[])Enum.GetValues(typeof(ParameterStyle)))
            .Where(s => ParameterStyleRules.Get(s).Locations.Length > 0)
            .Select(ToName),
        "cookie",
    ];

    /// <summary>Removes a style that does not apply.</summary>
    /// <param name="value">The parameter, or the encoding of a form field.</param>
    /// <param name="kind">The kind of <paramref name="value"/>.</param>
    /// <param name="pointer">The pointer of <paramref name="value"/>.</param>
    /// <returns>The problem; null where the style is allowed or there is none.</returns>
    public static Finding? Normalize(JsonObject value, ElementKind kind, string pointer)
    {
        if (value[Keyword].AsString() is not { } style)
            return null;
        bool isField = kind == ElementKind.Encoding;
        string location = isField ? "query" : value["in"].AsString() ?? "";
        string[] allowed = GetAllowedStyles(location);
        // A whole query string has no style, and an unknown location is reported by the library.
        if (allowed.Length == 0 || allowed.Contains(style, StringComparer.Ordinal))
            return null;
        value.Remove(Keyword);
        pointer = JsonPointer.Append(pointer, Keyword);
        string parameters = isField ? "form fields" : location + " parameters";
        return s_styles.Contains(style, StringComparer.Ordinal)
            ? ParameterFindings.StyleNotAllowed(pointer, style, parameters, allowed[0], string.Join(", ", allowed))
            : ParameterFindings.UnknownStyle(pointer, style, allowed[0]);
    }

    // The first one is the default.
    private static string[] GetAllowedStyles(string location) =>
        location == "cookie" ? s_cookieStyles
        : Enum.TryParse(location, ignoreCase: true, out ParameterLocation parsed)
            ? [.. s_styles.Where(style => ParameterStyleRules.Find(parsed, style) is not null)]
        : [];

    private static string ToName(ParameterStyle style)
    {
        string name = style.ToString();
        return char.ToLowerInvariant(name[0]) + name.Substring(1);
    }
}
