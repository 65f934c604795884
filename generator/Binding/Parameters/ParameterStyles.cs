using CfGen.Generator.Documents;
using CfGen.Generator.Documents.Normalization;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Parameters;

/// <summary>
/// Converts the styles and locations of the OpenAPI library. <see cref="ParameterStyleRules"/> has the rules of each style.
/// </summary>
internal static class ParameterStyles
{
    /// <summary>
    /// The style of a parameter; the default of the location where the document declares none, or one that the location does not have.
    /// </summary>
    public static ParameterStyle GetStyle(IOpenApiParameter parameter, ParameterLocation location) =>
        GetCollectionStyle(parameter.Extensions, location)?.Style ?? Find(parameter, location) ?? ParameterStyleRules.GetDefault(location);

    /// <summary>
    /// True where each value is a parameter of its own. That is the default of a query with a style that it does not have.
    /// </summary>
    public static bool GetExplode(IOpenApiParameter parameter, ParameterLocation location) =>
        GetCollectionStyle(parameter.Extensions, location)?.Explode
        ?? parameter.Explode || (location == ParameterLocation.Query && parameter.Style is not null && Find(parameter, location) is null);

    /// <returns>Null for a location that is not known.</returns>
    public static ParameterLocation? GetLocation(Microsoft.OpenApi.ParameterLocation? location) =>
        Enum.TryParse(location?.ToString(), out ParameterLocation found) ? found : null;

    /// <summary>The style of a form's field; null where it has none, so that a list repeats its name and an object is JSON.</summary>
    public static (ParameterStyle? Style, bool Explode) GetFormStyle(OpenApiEncoding? encoding)
    {
        if (encoding is null || (encoding.Style is null && encoding.Explode != true))
            return (null, false);
        ParameterStyle? style = ParameterStyleRules.Find(ParameterLocation.Query, encoding.Style?.ToString());
        if (style == ParameterStyle.DeepObject)
            return (style, false);
        bool isExploded = style is ParameterStyle.Form ? encoding.Explode != false : style is null || encoding.Explode == true;
        return isExploded ? (ParameterStyle.Form, true) : (style, false);
    }

    /// <summary>The style of a list of Swagger 2.0, in a parameter or a form's field; null for all others.</summary>
    public static (ParameterStyle Style, bool Explode)? GetCollectionStyle(
        IDictionary<string, IOpenApiExtension>? extensions,
        ParameterLocation location
    ) =>
        extensions.GetString(CollectionFormatNormalizer.FormatExtension) switch
        {
            null => null,
            "ssv" => (ParameterStyle.SpaceDelimited, false),
            "tsv" => (ParameterStyle.TabDelimited, false),
            "pipes" => (ParameterStyle.PipeDelimited, false),
            "multi" => (ParameterStyle.Form, true),
            _ => (ParameterStyleRules.GetDefault(location), false),
        };

    private static ParameterStyle? Find(IOpenApiParameter parameter, ParameterLocation location) =>
        ParameterStyleRules.Find(location, parameter.Style?.ToString());
}
