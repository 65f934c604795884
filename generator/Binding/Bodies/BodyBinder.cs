using CfGen.Generator.Binding.Types;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Model;
using CfGen.Generator.Schemas;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Bodies;

/// <summary>Binds the body of a request: of several media types, the one that describes the content best.</summary>
/// <param name="isSwagger2">True for Swagger 2.0, where a form is a list of parameters, and required where one of them is.</param>
internal sealed class BodyBinder(SchemaResolver schemas, TypeBinder types, FormBinder forms, bool isSwagger2, FindingCollector findings)
{
    /// <returns>Null where there is no body to send.</returns>
    public BodyContents? FindContents(OpenApiOperation operation, string operationPointer)
    {
        if (operation.RequestBody is not { } body)
            return null;
        string pointer = body is OpenApiRequestBodyReference reference
            ? "#/components/requestBodies/" + JsonPointer.Escape(reference.Reference.Id ?? "")
            : operationPointer + "/requestBody";
        List<MediaContent> contents = [.. ReadContents(body, pointer).OrderBy(GetPreference)];
        if (contents.Count == 0)
        {
            findings.Add(BodyFindings.RequestWithoutMediaType(pointer));
            return null;
        }

        contents.ForEach(c => c.ReportControlCharacters(findings));
        MediaContent chosen = contents[0];
        if (chosen is { Kind: ContentKind.Form, Resolved: { } form } && FormBinder.IsEmpty(form))
            return null;
        MediaContent? files =
            chosen.Kind == ContentKind.Json ? contents.Find(c => c.Kind == ContentKind.Multipart && forms.HasFileParts(c)) : null;
        foreach (MediaContent other in contents.Where(c => c != files && IsOther(c, chosen)))
            findings.Add(BodyFindings.OtherRequestMediaType(other.Pointer, other.MediaType, chosen.MediaType));
        return new BodyContents(body, pointer, chosen, files);
    }

    /// <param name="chosen">The content to send, which is one of <paramref name="contents"/>.</param>
    public BodyModel Bind(BodyContents contents, MediaContent chosen, InlineTypeName typeName)
    {
        IOpenApiRequestBody body = contents.Body;
        Documentation documentation = new(body.Description ?? "", Pointer: contents.Pointer);
        ValueRules rules =
            chosen.Kind == ContentKind.Text && chosen.Resolved is { } schema ? types.GetConstraints(schema) : ValueRules.None;
        bool isRequired =
            body.Required || (isSwagger2 && chosen is { Kind: ContentKind.Form or ContentKind.Multipart, Resolved.Required.Count: > 0 });
        bool isFreeForm = isRequired && !HasOwnType(chosen) && FreeFormBody.IsFreeForm(chosen, schemas);
        TypeRef type = isFreeForm ? TypeRef.Json : BindType(chosen, typeName);
        if (chosen is { Kind: ContentKind.JsonLines, Resolved: { } line })
            types.ObjectRules.ReportUnchecked(line, type);
        return new BodyModel(
            "body",
            chosen.Kind,
            type,
            GetSentMediaType(chosen),
            isRequired && !isFreeForm,
            rules,
            chosen.Schema?.Pointer ?? chosen.Pointer,
            documentation
        )
        {
            IsFreeForm = isFreeForm,
            StreamDefault = StreamMember.FindDefault(chosen, schemas),
            KeyRules = chosen is { Kind: ContentKind.Json, Resolved: { } map } ? types.ObjectRules.BindKeys(map, type) : null,
        };
    }

    /// <summary>The contents of a body. A form of names and values with a file, and no form of parts beside it, is one of parts.</summary>
    private List<MediaContent> ReadContents(IOpenApiRequestBody body, string pointer)
    {
        List<MediaContent> contents = [.. MediaContent.ReadAll(body.Content, pointer, schemas)];
        if (contents.Exists(c => c.Kind == ContentKind.Multipart))
            return contents;
        for (int i = 0; i < contents.Count; i++)
        {
            if (contents[i].Kind != ContentKind.Form || forms.FindBinaryMember(contents[i]) is not { } file)
                continue;
            findings.Add(BodyFindings.FormWithFile(contents[i].Pointer, contents[i].MediaType, file));
            contents[i] = contents[i] with { Kind = ContentKind.Multipart };
        }

        return contents;
    }

    // JSON of another type with another meaning: a merge patch beside a JSON patch.
    private static bool IsOther(MediaContent content, MediaContent chosen) =>
        content.Kind != chosen.Kind
        || (
            content.Kind == ContentKind.Json
            && content.MediaType.EndsWith("+json", StringComparison.OrdinalIgnoreCase)
            && MediaTypes.IsConcrete(content.MediaType)
            && !SchemaIntersectionComparer.Instance.Equals(content.Schema, chosen.Schema)
        );

    private bool HasOwnType(MediaContent content) =>
        content is { Schema: { } schema, Resolved: { } resolved } && types.FindOwnType(schema, resolved) is not null;

    private TypeRef BindType(MediaContent content, InlineTypeName typeName)
    {
        content.ReportUnsupported(findings);
        if (content is { Kind: ContentKind.Form or ContentKind.Multipart, Schema: { } form })
            types.ReportForm(form);
        return content.Kind switch
        {
            ContentKind.Text => TypeRef.String,
            ContentKind.Stream => TypeRef.Stream,
            ContentKind.Form or ContentKind.Multipart => forms.Bind(content, typeName),
            _ => content.Schema is { } schema ? types.Bind(schema, content.Resolved!, typeName) : TypeRef.Json,
        };
    }

    /// <summary>
    /// The order of preference: parts can be files, which names and values cannot; a type is better than bytes, and bytes than text.
    /// </summary>
    private static int GetPreference(MediaContent content) =>
        content.Kind switch
        {
            ContentKind.Json => MediaTypes.Matches(content.MediaType, "application/json") ? 0 : 1,
            ContentKind.Multipart => 2,
            ContentKind.Form => 3,
            ContentKind.JsonLines => 4,
            // Where bytes are possible, text is not enough.
            ContentKind.Stream => 5,
            _ => 6,
        };

    /// <summary>The media type to send; empty for the default of the kind.</summary>
    private static string GetSentMediaType(MediaContent content) =>
        content.Kind switch
        {
            ContentKind.Form or ContentKind.Multipart => "",
            ContentKind.Json when !MediaTypes.IsConcrete(content.MediaType) || content.MediaType == "application/json" => "",
            ContentKind.Text when !MediaTypes.IsConcrete(content.MediaType) => "text/plain",
            ContentKind.Stream when !MediaTypes.IsConcrete(content.MediaType) => "application/octet-stream",
            ContentKind.JsonLines when !MediaTypes.IsConcrete(content.MediaType) => "application/x-ndjson",
            _ => content.MediaType,
        };
}

/// <summary>The contents that a body can be sent as.</summary>
/// <param name="Pointer">The pointer of the body.</param>
/// <param name="Primary">The content that the first method sends.</param>
/// <param name="MultipartAlternative">The form with files, where the first method sends JSON; else null.</param>
internal sealed record BodyContents(IOpenApiRequestBody Body, string Pointer, MediaContent Primary, MediaContent? MultipartAlternative);
