using CfGen.Generator.Documents;
using CfGen.Generator.Model;
using CfGen.Generator.Schemas;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Bodies;

/// <summary>Classifies media types as documents write them.</summary>
internal static class MediaTypes
{
    private static readonly HashSet<string> s_jsonLines = new(
        [
            "application/x-ndjson",
            "application/ndjson",
            "application/jsonl",
            "application/x-jsonlines",
            "application/json-lines",
            "application/x-json-stream",
            "text/x-ndjson",
            // Text sequences (RFC 7464) have a record separator before each value.
            "application/json-seq",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    // The types of files below application/, and the kinds of types that have files only.
    private static readonly HashSet<string> s_fileTypes = new(
        ["application/octet-stream", "application/pdf", "application/zip", "application/gzip"],
        StringComparer.Ordinal
    );
    private static readonly string[] s_fileKinds =
    [
        "image/",
        "audio/",
        "video/",
        "font/",
        "application/vnd.openxmlformats-",
        "application/vnd.ms-",
    ];

    // The text types below application/. Types that end in +xml or +yaml are text, too.
    private static readonly HashSet<string> s_textTypes = new(
        [
            "application/javascript",
            "application/x-javascript",
            "application/ecmascript",
            "application/xml",
            "application/yaml",
            "application/x-yaml",
            "application/toml",
            "application/graphql",
            "application/sdp",
            "application/sql",
            "application/jwt",
            "application/jose",
            "application/pem-certificate-chain",
            "application/x-pem-file",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    public static bool IsJson(string mediaType)
    {
        string type = WithoutParameters(mediaType);
        return Matches(type, "application/json")
            || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase)
            || Matches(type, "text/json")
            || type == "*/*";
    }

    public static bool IsJsonLines(string mediaType) =>
        WithoutParameters(mediaType) is var type
        && (s_jsonLines.Contains(type) || type.EndsWith("+json-seq", StringComparison.OrdinalIgnoreCase));

    public static bool IsEventStream(string mediaType) => Matches(mediaType, "text/event-stream");

    /// <summary>True for the syntax of a media type. Some documents have <c>string</c> or <c>undefined</c> instead.</summary>
    public static bool IsValid(string mediaType) =>
        mediaType.All(c => c is >= ' ' and < '\u007f')
        && WithoutParameters(mediaType).Split('/') is [{ } type, { } subtype]
        && HttpText.IsToken(type)
        && HttpText.IsToken(subtype);

    /// <summary>True for a media type that can be sent: one without a wildcard.</summary>
    public static bool IsConcrete(string mediaType) => IsValid(mediaType) && mediaType.IndexOf('*') < 0;

    /// <param name="schema">The schema of the value, or of one line of it; null where the document has none.</param>
    public static ContentKind GetContentKind(string mediaType, ResolvedSchema? schema)
    {
        string type = WithoutParameters(mediaType);
        bool isText = schema is null || schema.HasType(JsonSchemaType.String);
        if (Matches(type, "multipart/form-data"))
            return ContentKind.Multipart;
        if (Matches(type, "application/x-www-form-urlencoded"))
            return ContentKind.Form;
        if (schema?.Format == "binary")
            return ContentKind.Stream;
        if (IsJson(type))
            return ContentKind.Json;
        if (IsJsonLines(type))
            return isText ? ContentKind.Text : ContentKind.JsonLines;
        if (!IsValid(type))
            return schema is null || isText || schema.Types is null ? ContentKind.Text : ContentKind.Json;
        // Events arrive as long as the connection is open: a text would never be complete.
        return IsText(type) && !IsEventStream(type) ? ContentKind.Text : ContentKind.Stream;
    }

    /// <summary>The first media type of a comma-separated list that can be sent; empty where there is none.</summary>
    public static string GetFirstConcrete(string? mediaTypes) =>
        (mediaTypes ?? "").Split(',').Select(t => t.Trim()).FirstOrDefault(IsConcrete) ?? "";

    /// <summary>True for a media type that is neither text nor JSON, so that a string of it is a file.</summary>
    public static bool IsBinary(string mediaType) => IsValid(mediaType) && !IsJson(mediaType) && !IsText(WithoutParameters(mediaType));

    /// <summary>True for the media types of files, whose content no schema describes.</summary>
    public static bool IsFile(string mediaType)
    {
        string type = WithoutParameters(mediaType).ToLowerInvariant();
        return IsBinary(type)
            && (s_fileTypes.Contains(type) || Array.Exists(s_fileKinds, k => type.StartsWith(k, StringComparison.Ordinal)));
    }

    public static bool Matches(string mediaType, string other) =>
        WithoutParameters(mediaType).Equals(other, StringComparison.OrdinalIgnoreCase);

    private static bool IsText(string type) =>
        type.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
        || s_textTypes.Contains(type)
        || type.EndsWith("+xml", StringComparison.OrdinalIgnoreCase)
        || type.EndsWith("+yaml", StringComparison.OrdinalIgnoreCase);

    private static string WithoutParameters(string mediaType) =>
        mediaType.IndexOf(';') is >= 0 and int end ? mediaType.Substring(0, end).Trim() : mediaType.Trim();
}
