using System.Text.Json.Nodes;
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

    private static readonly string[] s_pathStyles = ["simple", "label", "matrix"];
    private static readonly string[] s_queryStyles = ["form", "spaceDelimited", "pipeDelimited", "deepObject"];
    private static readonly string[] s_headerStyles = ["simple"];
    private static readonly string[] s_cookieStyles = ["form", "cookie"];

    /// <summary>Removes a style that does not apply.</summary>
    /// <param name="value">The parameter, or the encoding of a form field.</param>
    /// <param name="kind">The kind of <paramref name="value"/>.</param>
    /// <param name="pointer">The pointer of <paramref name="value"/>.</param>
    /// <returns>The problem; null where the style is allowed or there is none.</returns>
    public static Finding? Normalize(JsonObject value, ElementKind kind, string pointer)
    {
        if (value[Keyword].AsString() is not { } style)
            return null;
        (string[] allowed, string parameters) =
            kind == ElementKind.Encoding ? (s_queryStyles, "form fields")
            : value["in"].AsString() is { } location && GetAllowedStyles(location) is { } styles ? (styles, location + " parameters")
            : ([], "");
        if (allowed.Length == 0 || allowed.Contains(style, StringComparer.Ordinal))
            return null;
        value.Remove(Keyword);
        pointer = JsonPointer.Append(pointer, Keyword);
        return IsStyle(style)
            ? ParameterFindings.StyleNotAllowed(pointer, style, parameters, allowed[0], string.Join(", ", allowed))
            : ParameterFindings.UnknownStyle(pointer, style, allowed[0]);
    }

    // The first one is the default. A whole query string has no style.
    private static string[]? GetAllowedStyles(string location) =>
        location switch
        {
            "path" => s_pathStyles,
            "query" => s_queryStyles,
            "header" => s_headerStyles,
            "cookie" => s_cookieStyles,
            _ => null,
        };

    private static bool IsStyle(string style) =>
        s_pathStyles.Contains(style, StringComparer.Ordinal)
        || s_queryStyles.Contains(style, StringComparer.Ordinal)
        || s_cookieStyles.Contains(style, StringComparer.Ordinal);
}
