using CfGen.Generator.Binding.Schemas;
using CfGen.Generator.Model;
using CfGen.Generator.Reading;
using Microsoft.OpenApi;
using JsonPointer = CfGen.Generator.Reading.JsonPointer;

namespace CfGen.Generator.Binding.Operations;

/// <summary>The body of a request: of several media types the one that says most of its content.</summary>
internal sealed class BodyBinder(ShapeResolver shapes, TypeBinder types, FormBinder forms, List<Finding> findings)
{
    public BodyModel? Bind(OpenApiOperation operation, string operationPointer, string typeName)
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
        foreach (MediaContent other in contents.Where(c => c.Kind != chosen.Kind))
            findings.Add(new Finding("CFG1003", other.Pointer, [$"the body may be of type '{other.MediaType}' too", $"the method sends '{chosen.MediaType}'"]));
        Documentation docs = new(body.Description ?? "", Pointer: at);
        ValueRules rules = chosen.Kind == ContentKind.Text && chosen.Shape is { } shape ? shape.Rules : ValueRules.None;
        return new BodyModel("body", chosen.Kind, Type(chosen, typeName), Sent(chosen), body.Required, rules, chosen.Schema?.Pointer ?? chosen.Pointer, docs);
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

    /// <summary>Parts can be files, names and values cannot; a type beats a text, a text beats bytes.</summary>
    private static int Rank(MediaContent content) => content.Kind switch
    {
        ContentKind.Json => MediaTypes.Is(content.MediaType, "application/json") ? 0 : 1,
        ContentKind.Multipart => 2,
        ContentKind.Form => 3,
        ContentKind.Lines => 4,
        ContentKind.Text => 5,
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
