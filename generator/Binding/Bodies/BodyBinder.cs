using CfGen.Generator.Binding.Types;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Model;
using CfGen.Generator.Schemas;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Bodies;

/// <summary>The body of a request: of several media types the one that says most of its content.</summary>
/// <param name="isSwagger2">There a form is a list of parameters: it is required where one of them is.</param>
internal sealed class BodyBinder(SchemaResolver shapes, TypeBinder types, FormBinder forms, bool isSwagger2, FindingCollector findings)
{
    /// <summary>What the body can be sent as; null where there is none to send.</summary>
    public BodyContents? FindContents(OpenApiOperation operation, string operationPointer)
    {
        if (operation.RequestBody is not { } body)
            return null;
        string at = body is OpenApiRequestBodyReference reference
            ? "#/components/requestBodies/" + JsonPointer.Escape(reference.Reference.Id ?? "")
            : operationPointer + "/requestBody";
        List<MediaContent> contents = [.. MediaContent.ReadAll(body.Content, at, shapes).OrderBy(GetPreference)];
        if (contents.Count == 0)
        {
            findings.Add(BodyFindings.RequestWithoutMediaType(at));
            return null;
        }

        MediaContent chosen = contents[0];
        if (chosen is { Kind: ContentKind.Form, Resolved: { } form } && FormBinder.IsEmpty(form))
            return null;
        MediaContent? files =
            chosen.Kind == ContentKind.Json ? contents.Find(c => c.Kind == ContentKind.Multipart && forms.HasFileParts(c)) : null;
        foreach (MediaContent other in contents.Where(c => c.Kind != chosen.Kind && c != files))
            findings.Add(BodyFindings.OtherRequestMediaType(other.Pointer, other.MediaType, chosen.MediaType));
        return new BodyContents(body, at, chosen, files);
    }

    /// <param name="chosen">One of the contents.</param>
    public BodyModel Bind(BodyContents contents, MediaContent chosen, string typeName)
    {
        IOpenApiRequestBody body = contents.Body;
        Documentation docs = new(body.Description ?? "", Pointer: contents.Pointer);
        ValueRules rules = chosen.Kind == ContentKind.Text && chosen.Resolved is { } shape ? shape.Constraints : ValueRules.None;
        bool required =
            body.Required || (isSwagger2 && chosen is { Kind: ContentKind.Form or ContentKind.Multipart, Resolved.Required.Count: > 0 });
        return new BodyModel(
            "body",
            chosen.Kind,
            BindType(chosen, typeName),
            GetSentMediaType(chosen),
            required,
            rules,
            chosen.Schema?.Pointer ?? chosen.Pointer,
            docs
        );
    }

    private TypeRef BindType(MediaContent content, string typeName)
    {
        content.ReportUnsupported(findings);
        return content.Kind switch
        {
            ContentKind.Text => TypeRef.String,
            ContentKind.Stream => TypeRef.Stream,
            ContentKind.Form or ContentKind.Multipart => forms.Bind(content, typeName),
            _ => content.Schema is { } schema ? types.Bind(schema, content.Resolved!, typeName) : TypeRef.Json,
        };
    }

    /// <summary>Parts can be files, names and values cannot; a type beats bytes, bytes beat a text.</summary>
    private static int GetPreference(MediaContent content) =>
        content.Kind switch
        {
            ContentKind.Json => MediaTypes.Matches(content.MediaType, "application/json") ? 0 : 1,
            ContentKind.Multipart => 2,
            ContentKind.Form => 3,
            ContentKind.JsonLines => 4,
            // What may be bytes too can be sent as bytes only.
            ContentKind.Stream => 5,
            _ => 6,
        };

    /// <summary>The media type to send; empty where it is the usual one of its kind.</summary>
    private static string GetSentMediaType(MediaContent content) =>
        content.Kind switch
        {
            ContentKind.Form or ContentKind.Multipart => "",
            ContentKind.Json when !MediaTypes.IsConcrete(content.MediaType) || content.MediaType == "application/json" => "",
            ContentKind.Text when !MediaTypes.IsConcrete(content.MediaType) => "text/plain",
            ContentKind.Stream when !MediaTypes.IsConcrete(content.MediaType) => "application/octet-stream",
            _ => content.MediaType,
        };
}

/// <summary>What a body can be sent as.</summary>
/// <param name="Pointer">Where the document describes it.</param>
/// <param name="Primary">What the first method sends.</param>
/// <param name="MultipartAlternative">The form whose parts can be files, where the first method sends JSON; else null.</param>
internal sealed record BodyContents(IOpenApiRequestBody Body, string Pointer, MediaContent Primary, MediaContent? MultipartAlternative);
