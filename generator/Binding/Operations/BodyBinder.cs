using CfGen.Generator.Binding.Shapes;
using CfGen.Generator.Binding.Types;
using CfGen.Generator.Model;
using CfGen.Generator.Reading;
using JsonPointer = CfGen.Generator.Reading.JsonPointer;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Operations;

/// <summary>The body of a request: of several media types the one that says most of its content.</summary>
/// <param name="isSwagger2">There a form is a list of parameters: it is required where one of them is.</param>
internal sealed class BodyBinder(ShapeResolver shapes, TypeBinder types, FormBinder forms, bool isSwagger2, List<Finding> findings)
{
    /// <summary>What the body can be sent as; null where there is none to send.</summary>
    public BodyContents? Read(OpenApiOperation operation, string operationPointer)
    {
        if (operation.RequestBody is not { } body)
            return null;
        string at = body is OpenApiRequestBodyReference reference
            ? "#/components/requestBodies/" + JsonPointer.Escape(reference.Reference.Id ?? "")
            : operationPointer + "/requestBody";
        List<MediaContent> contents = [.. MediaContent.Of(body.Content, at, shapes).OrderBy(Rank)];
        if (contents.Count == 0)
        {
            findings.Add(new Finding("CFG1003", at, ["the body has no media type", "the method takes no body"]));
            return null;
        }

        MediaContent chosen = contents[0];
        if (chosen is { Kind: ContentKind.Form, Shape: { } form } && FormBinder.IsEmpty(form))
            return null;
        MediaContent? files = chosen.Kind == ContentKind.Json ? contents.Find(c => c.Kind == ContentKind.Multipart && forms.TakesFiles(c)) : null;
        foreach (MediaContent other in contents.Where(c => c.Kind != chosen.Kind && c != files))
            findings.Add(new Finding("CFG1003", other.Pointer, [$"the body may be of type '{other.MediaType}' too", $"the method sends '{chosen.MediaType}'"]));
        return new BodyContents(body, at, chosen, files);
    }

    /// <param name="chosen">One of the contents.</param>
    public BodyModel Bind(BodyContents contents, MediaContent chosen, string typeName)
    {
        IOpenApiRequestBody body = contents.Body;
        Documentation docs = new(body.Description ?? "", Pointer: contents.At);
        ValueRules rules = chosen.Kind == ContentKind.Text && chosen.Shape is { } shape ? shape.Rules : ValueRules.None;
        bool required = body.Required || (isSwagger2 && chosen is { Kind: ContentKind.Form or ContentKind.Multipart, Shape.Required.Count: > 0 });
        return new BodyModel("body", chosen.Kind, Type(chosen, typeName), Sent(chosen), required, rules, chosen.Schema?.Pointer ?? chosen.Pointer, docs);
    }

    private TypeRef Type(MediaContent content, string typeName)
    {
        content.NoteLoss(findings);
        return content.Kind switch
        {
            ContentKind.Text => TypeRef.String,
            ContentKind.Stream => TypeRef.Stream,
            ContentKind.Form or ContentKind.Multipart => forms.Bind(content, typeName),
            _ => content.Schema is { } schema ? types.Bind(schema, content.Shape!, typeName) : TypeRef.Json,
        };
    }

    /// <summary>Parts can be files, names and values cannot; a type beats bytes, bytes beat a text.</summary>
    private static int Rank(MediaContent content) => content.Kind switch
    {
        ContentKind.Json => MediaTypes.Is(content.MediaType, "application/json") ? 0 : 1,
        ContentKind.Multipart => 2,
        ContentKind.Form => 3,
        ContentKind.Lines => 4,
        // What may be bytes too can be sent as bytes only.
        ContentKind.Stream => 5,
        _ => 6,
    };

    /// <summary>The media type to send; empty where it is the usual one of its kind.</summary>
    private static string Sent(MediaContent content) => content.Kind switch
    {
        ContentKind.Form or ContentKind.Multipart => "",
        ContentKind.Json when !MediaTypes.IsConcrete(content.MediaType) || content.MediaType == "application/json" => "",
        ContentKind.Text when !MediaTypes.IsConcrete(content.MediaType) => "text/plain",
        ContentKind.Stream when !MediaTypes.IsConcrete(content.MediaType) => "application/octet-stream",
        _ => content.MediaType,
    };
}

/// <summary>What a body can be sent as.</summary>
/// <param name="At">Where the document describes it.</param>
/// <param name="First">What the first method sends.</param>
/// <param name="Files">The form whose parts can be files, where the first method sends JSON; else null.</param>
internal sealed record BodyContents(IOpenApiRequestBody Body, string At, MediaContent First, MediaContent? Files);
