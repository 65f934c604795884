using CfGen.Generator.Binding.Schemas;
using CfGen.Generator.Model;
using CfGen.Generator.Reading;
using Microsoft.OpenApi;
using JsonPointer = CfGen.Generator.Reading.JsonPointer;

namespace CfGen.Generator.Binding.Operations;

/// <summary>What an operation gives: the documented 2xx answer, without its envelope where it has one.</summary>
internal sealed class ResponseBinder(ShapeResolver shapes, TypeBinder types, List<Finding> findings)
{
    public (ResponseModel Response, PagingModel? Paging) Bind(OpenApiOperation operation, OperationSite site, IReadOnlyList<ParameterModel> parameters, string typeName)
    {
        if (Success(operation, site.Pointer) is not { } body)
            return (new ResponseModel(null, false, EnvelopeKind.None, false), null);
        Shape shape = shapes.Resolve(body);
        Shape whole = shape;
        EnvelopeKind envelope = Envelope(shape);
        if (envelope == EnvelopeKind.NoResult)
            return (new ResponseModel(null, false, envelope, false), null);
        bool required = false;
        if (envelope == EnvelopeKind.Result)
        {
            required = shape.Required.Contains("result");
            body = shape.Properties["result"];
            shape = shapes.Resolve(body);
        }

        TypeRef type = types.Bind(body, shape, typeName);
        return (
            new ResponseModel(type, shape.Nullable, envelope, required),
            PagingBinder.Bind(site.Method, parameters, whole, shape, type, shapes, types));
    }

    /// <summary>An envelope is known by its properties, never by whose API it is.</summary>
    private EnvelopeKind Envelope(Shape shape)
    {
        if (!shape.Is(JsonSchemaType.Object) || !shape.Properties.TryGetValue("success", out Conjunction? success)
            || !shape.Properties.TryGetValue("errors", out Conjunction? errors))
            return EnvelopeKind.None;
        if (!shapes.Resolve(success).Is(JsonSchemaType.Boolean) || !shapes.Resolve(errors).Is(JsonSchemaType.Array))
            return EnvelopeKind.None;
        return shape.Properties.ContainsKey("result") ? EnvelopeKind.Result : EnvelopeKind.NoResult;
    }

    private Conjunction? Success(OpenApiOperation operation, string pointer)
    {
        List<KeyValuePair<string, IOpenApiResponse>> successes =
            [.. (operation.Responses ?? []).Where(r => r.Key.Length == 3 && r.Key[0] == '2').OrderBy(r => r.Key, StringComparer.Ordinal)];
        if (successes.Count == 0 && (operation.Responses?.TryGetValue("default", out IOpenApiResponse? fallback) ?? false))
            successes.Add(new KeyValuePair<string, IOpenApiResponse>("default", fallback!));
        foreach (KeyValuePair<string, IOpenApiResponse> response in successes)
        {
            string at = response.Value is OpenApiResponseReference reference
                ? "#/components/responses/" + JsonPointer.Escape(reference.Reference.Id ?? "")
                : $"{pointer}/responses/{response.Key}";
            foreach (KeyValuePair<string, IOpenApiMediaType> media in response.Value.Content ?? new Dictionary<string, IOpenApiMediaType>())
            {
                if (!MediaTypes.IsJson(media.Key))
                {
                    findings.Add(new Finding("CFG1003", $"{at}/content/{JsonPointer.Escape(media.Key)}", [$"the media type '{media.Key}' is not supported yet", "the method gives no value for it"]));
                    continue;
                }

                if (media.Value?.Schema is { } schema)
                    return Conjunction.Of(schema, $"{at}/content/{JsonPointer.Escape(media.Key)}/schema");
            }
        }

        return null;
    }
}

internal static class MediaTypes
{
    public static bool IsJson(string mediaType)
    {
        string type = mediaType.Split(';')[0].Trim();
        return type.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase)
            || type.Equals("text/json", StringComparison.OrdinalIgnoreCase) || type == "*/*";
    }
}
