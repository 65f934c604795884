using System.Text.Json.Nodes;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.Normalization;

/// <summary>
/// Moves the <c>collectionFormat</c> of a list of Swagger 2.0, declared or default, to an extension: the OpenAPI library has no style for
/// each one, throws at <c>tsv</c>, and repeats the names of lists whose format is the default.
/// </summary>
internal static class CollectionFormatNormalizer
{
    /// <summary>The extension of a list with its format.</summary>
    public const string FormatExtension = "x-cfgen-collection-format";

    /// <summary>The format where the document has none.</summary>
    public const string Default = "csv";

    private const string Keyword = "collectionFormat";

    private static readonly string[] s_formats = ["csv", "ssv", "tsv", "pipes", "multi"];

    /// <summary>Moves the format of a parameter.</summary>
    /// <returns>The format that does not exist at the location; null where there is no such problem.</returns>
    public static string? Normalize(JsonObject parameter)
    {
        string? format = parameter[Keyword].AsString();
        parameter.Remove(Keyword);
        if (parameter["type"].AsString() != "array")
            return null;
        bool canRepeat = parameter["in"].AsString() is "query" or "formData";
        bool isKnown = format is null || (s_formats.Contains(format, StringComparer.Ordinal) && (format != "multi" || canRepeat));
        parameter[FormatExtension] = isKnown ? format ?? Default : Default;
        return isKnown ? null : format;
    }
}
