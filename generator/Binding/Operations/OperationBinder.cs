using CfGen.Generator.Binding.Names;
using CfGen.Generator.Binding.Schemas;
using CfGen.Generator.Model;
using CfGen.Generator.Reading;
using Microsoft.OpenApi;
using JsonPointer = CfGen.Generator.Reading.JsonPointer;

namespace CfGen.Generator.Binding.Operations;

/// <summary>One operation: its methods, parameters, body and result.</summary>
internal sealed class OperationBinder(ShapeResolver shapes, TypeBinder types, NameScope typeNames, SecurityBinder security, PositionIndex positions, List<Finding> findings)
{
    private readonly ParameterBinder _parameters = new(shapes, types);
    private readonly ResponseBinder _responses = new(shapes, types, findings);

    /// <param name="members">Names in the resource class.</param>
    /// <param name="stem">Name of the resource class without <c>Resource</c>.</param>
    /// <param name="parentStem">The stem with its parent before it, for names that would collide.</param>
    public OperationModel Bind(OperationSite site, IOpenApiPathItem item, OpenApiOperation operation, OperationName name, NameScope members, string stem, string parentStem)
    {
        string methodName = members.TakeStem(["Async", "WithResponseAsync"], name.Method, name.Method + Identifiers.Member(site.Method));
        List<ParameterModel> parameters = _parameters.Bind(item, operation, site.Path, site.Pointer, stem + methodName);
        (ResponseModel response, PagingModel? paging) = _responses.Bind(operation, site, parameters, TypeName("Response"));
        BodyModel? body = Body(operation, site.Pointer, TypeName("Request"));
        string? parametersType = parameters.Exists(p => !p.Required) ? typeNames.Take(TypeName("Parameters")) : null;
        string camel = Words.Camel(methodName);
        return new OperationModel(
            operation.OperationId ?? $"{site.Method.ToUpperInvariant()} {site.Path}",
            site.Method.ToUpperInvariant(),
            site.Path,
            methodName,
            members.Take("Start" + methodName),
            "s_" + camel,
            "s_" + camel + "Paging",
            Docs(operation, site),
            parameters.ToEquatable(),
            parametersType,
            body,
            response,
            paging,
            security.Alternatives(operation),
            string.Join("; ", operation.Extensions.Texts("x-api-token-group")));

        string TypeName(string suffix)
        {
            string own = stem + methodName + suffix;
            return typeNames.IsFree(own) ? own : parentStem + methodName + suffix;
        }
    }

    private BodyModel? Body(OpenApiOperation operation, string pointer, string typeName)
    {
        if (operation.RequestBody is not { } body)
            return null;
        string at = body is OpenApiRequestBodyReference reference
            ? "#/components/requestBodies/" + JsonPointer.Escape(reference.Reference.Id ?? "")
            : pointer + "/requestBody";
        foreach (KeyValuePair<string, IOpenApiMediaType> media in body.Content ?? new Dictionary<string, IOpenApiMediaType>())
        {
            if (!MediaTypes.IsJson(media.Key))
                continue;
            string schemaPointer = $"{at}/content/{JsonPointer.Escape(media.Key)}/schema";
            TypeRef type = media.Value?.Schema is { } schema ? types.Bind(Conjunction.Of(schema, schemaPointer), typeName) : TypeRef.Json;
            return new BodyModel("body", type, body.Required, new Documentation(body.Description ?? "", Pointer: at));
        }

        throw new OperationNotBindableException($"a request body of type {string.Join(", ", (body.Content?.Keys ?? Enumerable.Empty<string>()).Select(k => $"'{k}'"))} is not supported yet", at);
    }

    private OperationDocs Docs(OpenApiOperation operation, OperationSite site)
    {
        DocumentPlace place = positions.Find(site.Pointer);
        return new OperationDocs(
            new Documentation(operation.Summary ?? "", operation.Description ?? "", site.Pointer, operation.Deprecated),
            new SourceLine(FileName(place.Path), place.Line + 1));
    }

    private static string FileName(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
}
