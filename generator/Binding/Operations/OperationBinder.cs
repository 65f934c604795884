using CfGen.Generator.Binding.Names;
using CfGen.Generator.Binding.Shapes;
using CfGen.Generator.Binding.Types;
using CfGen.Generator.Model;
using CfGen.Generator.Reading;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Operations;

/// <summary>One operation: its methods, parameters, body and result.</summary>
internal sealed class OperationBinder(ShapeResolver shapes, TypeBinder types, NameScope typeNames, SecurityBinder security, PositionIndex positions, bool isSwagger2, string baseUrl, List<Finding> findings)
{
    private readonly ParameterBinder _parameters = new(shapes, types);
    private readonly ResponseBinder _responses = new(shapes, types, isSwagger2, findings);
    private readonly BodyBinder _bodies = new(shapes, types, new FormBinder(shapes, types, typeNames), isSwagger2, findings);

    /// <param name="members">Names in the resource class.</param>
    /// <param name="stems">What names of its types begin with: the name of the resource class without <c>Resource</c>, then longer ones.</param>
    /// <param name="others">First methods of all operations of the resource: only they may be called so.</param>
    /// <returns>The first method, then those that send the same in another way or ask for another answer.</returns>
    public IReadOnlyList<OperationModel> Bind(OperationSite site, IOpenApiPathItem item, OpenApiOperation operation, OperationName name, NameScope members, IReadOnlyList<string> stems, HashSet<string> others)
    {
        string methodName = members.TakeStem(["Async", "WithResponseAsync"], name.Method, name.Method + Identifiers.Member(site.Method));
        List<ParameterModel> parameters = _parameters.Bind(item, operation, site.Path, site.Pointer, stems[0] + methodName);
        (ResponseModel response, PagingModel? paging) = _responses.Bind(operation, site, parameters, TypeName("Response"));
        BodyModel? body = _bodies.Bind(operation, site.Pointer, TypeName("Request"));
        string? parametersType = parameters.Exists(p => !p.Required) ? typeNames.Take(TypeName("Parameters")) : null;
        OperationModel first = new(
            operation.OperationId ?? $"{site.Method.ToUpperInvariant()} {site.Path}",
            site.Method.ToUpperInvariant(),
            site.Path,
            methodName,
            "",
            "",
            "",
            Docs(operation, site),
            parameters.ToEquatable(),
            parametersType,
            body,
            response,
            paging,
            security.Alternatives(operation),
            string.Join("; ", operation.Extensions.Texts("x-api-token-group")),
            Server: isSwagger2 ? "" : ServerUrl.Of(operation, item, baseUrl));
        first = Called(first, methodName, members);
        List<OperationModel> methods = [first];
        if (_responses.BindEvents(operation, site, response, TypeName("Event")) is { } events)
            methods.Add(first with { Response = events, Paging = null, Variant = new OperationVariant(methodName, false, true) });
        if (_bodies.BindFiles(operation, site.Pointer, TypeName("Form")) is { } form)
            methods.AddRange(methods.ConvertAll(m => m with { Body = form, Variant = new OperationVariant(methodName, true, m.Variant is not null) }));
        for (int i = 1; i < methods.Count; i++)
        {
            string called = methodName + methods[i].Variant!.Ending;
            IReadOnlyList<string> candidates = [.. new[] { called, called + Identifiers.Member(site.Method) }.Where(c => !others.Contains(c)).DefaultIfEmpty(called)];
            methods[i] = Called(methods[i], members.TakeStem(["Async", "WithResponseAsync"], candidates), members);
        }

        return methods;

        string TypeName(string suffix) =>
            stems.Select(stem => stem + methodName + suffix).FirstOrDefault(typeNames.IsFree) ?? stems[stems.Count - 1] + methodName + suffix;
    }

    private static OperationModel Called(OperationModel operation, string name, NameScope members) => operation with
    {
        Name = name,
        StartName = members.Take("Start" + name),
        InfoName = "s_" + Words.Camel(name),
        PagingName = "s_" + Words.Camel(name) + "Paging",
    };

    private OperationDocs Docs(OpenApiOperation operation, OperationSite site)
    {
        DocumentPlace place = positions.Find(site.Pointer);
        return new OperationDocs(
            new Documentation(operation.Summary ?? "", operation.Description ?? "", site.Pointer, operation.Deprecated),
            new SourceLine(FileName(place.Path), place.Line + 1));
    }

    private static string FileName(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
}
