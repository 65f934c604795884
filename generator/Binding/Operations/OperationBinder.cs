using CfGen.Generator.Binding.Bodies;
using CfGen.Generator.Binding.Paging;
using CfGen.Generator.Binding.Parameters;
using CfGen.Generator.Binding.Responses;
using CfGen.Generator.Binding.Security;
using CfGen.Generator.Binding.Types;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents;
using CfGen.Generator.Model;
using CfGen.Generator.Naming;
using CfGen.Generator.Naming.Operations;
using CfGen.Generator.Parsing;
using CfGen.Generator.Schemas;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Operations;

/// <summary>One operation: its methods, parameters, body and result.</summary>
internal sealed class OperationBinder(
    SchemaResolver shapes,
    TypeBinder types,
    NameScope typeNames,
    SecurityBinder security,
    LoadedDocument read,
    string baseUrl,
    FindingCollector findings
)
{
    private readonly ParameterBinder _parameters = new(shapes, types);
    private readonly bool _isSwagger2 = IsSwagger2(read);
    private readonly ResponseBinder _responses = new(
        shapes,
        types,
        IsSwagger2(read) ? [.. read.Outlines.Where(o => o.HasProduces).Select(o => o.Operation)] : null,
        findings
    );
    private readonly BodyBinder _bodies = new(shapes, types, new FormBinder(shapes, types, typeNames), IsSwagger2(read), findings);

    /// <param name="members">Names in the resource class.</param>
    /// <param name="stems">What names of its types begin with: the name of the resource class without <c>Resource</c>, then longer ones.</param>
    /// <param name="firstNames">Of the first methods of all operations of the resource: only they may be called so.</param>
    /// <returns>The first method, then those that send the same in another way or ask for another answer.</returns>
    public IReadOnlyList<OperationModel> Bind(
        OperationKey site,
        IOpenApiPathItem item,
        OpenApiOperation operation,
        OperationName name,
        NameScope members,
        IReadOnlyList<string> stems,
        HashSet<string> firstNames
    )
    {
        string methodName = members.ReserveStem(
            ["Async", "WithResponseAsync"],
            name.MethodName,
            name.MethodName + Identifiers.ToMemberName(site.Method)
        );
        List<ParameterModel> parameters = _parameters.Bind(item, operation, site.Path, site.Pointer, stems[0] + methodName);
        IReadOnlyList<SuccessResponse> answers = _responses.ReadSuccesses(operation, site);
        (ResponseModel response, PagingModel? paging) = _responses.Bind(
            answers,
            site,
            parameters,
            operation.Extensions.GetNode(ExplicitPaging.ExtensionName),
            TypeName("Response")
        );
        BodyContents? contents = _bodies.FindContents(operation, site.Pointer);
        BodyModel? body = contents is null ? null : _bodies.Bind(contents, contents.Primary, TypeName("Request"));
        string? parametersType = parameters.Exists(p => !p.Required) ? typeNames.Reserve(TypeName("Parameters")) : null;
        OperationModel first = new(
            operation.OperationId ?? $"{site.Method.ToUpperInvariant()} {site.Path}",
            site.Method.ToUpperInvariant(),
            site.Path,
            methodName,
            members.Reserve($"Create{methodName}Request"),
            CreateDocumentation(operation, site),
            parameters.ToEquatable(),
            parametersType,
            body,
            response,
            paging,
            security.GetAlternatives(operation),
            string.Join("; ", operation.Extensions.GetStrings("x-api-token-group")),
            Server: _isSwagger2 ? "" : ServerUrl.Resolve(operation, item, baseUrl),
            IdempotencyHeader: ParameterBinder.FindIdempotencyHeader(parameters)
        );
        List<OperationModel> methods = [first];
        if (_responses.BindEvents(answers, site, response, TypeName("Event")) is { } events)
            methods.Add(first with { Response = events, Paging = null, Variant = new OperationVariant(methodName, false, true) });
        if (contents?.MultipartAlternative is { } files)
        {
            BodyModel form = _bodies.Bind(contents, files, TypeName("Form"));
            methods.AddRange(
                methods.ConvertAll(m => m with { Body = form, Variant = new OperationVariant(methodName, true, m.Variant is not null) })
            );
        }

        for (int i = 1; i < methods.Count; i++)
        {
            string wanted = methodName + methods[i].Variant!.NameSuffix;
            IReadOnlyList<string> candidates =
            [
                .. new[] { wanted, wanted + Identifiers.ToMemberName(site.Method) }
                    .Where(c => !firstNames.Contains(c))
                    .DefaultIfEmpty(wanted),
            ];
            string called = members.ReserveStem(["Async", "WithResponseAsync"], candidates);
            methods[i] = methods[i] with { Name = called, CreateRequestMethod = members.Reserve($"Create{called}Request") };
        }

        return methods;

        string TypeName(string suffix) =>
            stems.Select(stem => stem + methodName + suffix).FirstOrDefault(typeNames.IsAvailable)
            ?? stems[stems.Count - 1] + methodName + suffix;
    }

    private OperationDocs CreateDocumentation(OpenApiOperation operation, OperationKey site)
    {
        LocationInfo place = read.SourceMap.GetLocation(site.Pointer);
        return new OperationDocs(
            new Documentation(operation.Summary ?? "", operation.Description ?? "", site.Pointer, operation.Deprecated),
            new SourceLine(GetFileName(place.FilePath), place.LineNumber)
        );
    }

    private static string GetFileName(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);

    private static bool IsSwagger2(LoadedDocument read) => read.SpecVersion.StartsWith("2", StringComparison.Ordinal);
}
