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

/// <summary>Binds one operation: its methods, parameters, body and result.</summary>
internal sealed class OperationBinder
{
    private static readonly string[] s_methodSuffixes = ["Async", "WithResponseAsync"];

    private readonly NameScope _typeNames;
    private readonly SecurityBinder _security;
    private readonly SourceMap _sourceMap;
    private readonly ServerBinder _servers;
    private readonly bool _isSwagger2;
    private readonly ParameterBinder _parameters;
    private readonly ResponseReader _responseReader;
    private readonly ResponseBinder _responses;
    private readonly ErrorBodyBinder _errors;
    private readonly BodyBinder _bodies;

    public OperationBinder(
        SchemaResolver schemas,
        TypeBinder types,
        NameScope typeNames,
        SecurityBinder security,
        ServerBinder servers,
        ClientParameterBinder clientParameters,
        ErrorBodyBinder errors,
        LoadedDocument loaded
    )
    {
        FindingCollector findings = loaded.Findings;
        _typeNames = typeNames;
        _security = security;
        _sourceMap = loaded.SourceMap;
        _servers = servers;
        _isSwagger2 = loaded.SpecVersion.StartsWith("2", StringComparison.Ordinal);
        _parameters = new ParameterBinder(schemas, types, clientParameters, findings);
        HashSet<OperationKey>? withMediaTypes = _isSwagger2
            ? [.. loaded.Outlines.Where(o => o.HasProduces).Select(o => o.Operation)]
            : null;
        _responseReader = new ResponseReader(schemas, withMediaTypes, findings);
        _responses = new ResponseBinder(schemas, types, new SiblingPaging(loaded.Outlines), findings);
        _errors = errors;
        _bodies = new BodyBinder(
            schemas,
            types,
            new FormBinder(schemas, types, typeNames, new PartHeaderBinder(schemas, findings)),
            _isSwagger2,
            findings
        );
    }

    /// <returns>The first method, then those that send the same in another way, or ask for another response.</returns>
    public IReadOnlyList<OperationModel> Bind(SelectedOperation selected, ResourceMembers members)
    {
        (OperationKey key, IOpenApiPathItem item, OpenApiOperation operation, OperationName name) = selected;
        string methodName = members.Names.ReserveStem(
            s_methodSuffixes,
            name.MethodName,
            name.MethodName + Identifiers.ToMemberName(key.Method)
        );
        OperationTypeNames typeNames = new(members.TypeNamePrefixes, methodName, members.Scope, _typeNames);
        List<ParameterModel> parameters = _parameters.Bind(item, operation, key, typeNames);
        IReadOnlyList<SuccessResponse> responses = _responseReader.ReadSuccesses(operation, key);
        (ResponseModel response, PagingModel? paging) = _responses.Bind(
            responses,
            key,
            parameters,
            operation.Extensions,
            typeNames.GetName("Response")
        );
        BodyContents? contents = _bodies.FindContents(operation, key.Pointer);
        BodyModel? body = contents is null ? null : _bodies.Bind(contents, contents.Primary, typeNames.GetName("Request"));
        string? parametersType = parameters.Exists(p => p is { Required: false, Option: null }) ? typeNames.Reserve("Parameters") : null;
        OperationModel first = new(
            operation.OperationId ?? $"{key.Method.ToUpperInvariant()} {key.Path}",
            key.Method.ToUpperInvariant(),
            key.Path,
            methodName,
            members.Names.Reserve($"Create{methodName}Request"),
            CreateDocumentation(operation, key),
            parameters.ToEquatable(),
            parametersType,
            body,
            response,
            paging,
            _security.GetAlternatives(operation),
            string.Join("; ", operation.Extensions.GetStrings("x-api-token-group")),
            Server: _servers.GetUrl(key),
            IdempotencyHeader: ParameterBinder.FindIdempotencyHeader(parameters)
        )
        {
            Scopes = _security.GetScopes(operation),
            Errors = _errors.Bind(operation, key, [.. responses.Select(r => r.Status)], typeNames),
        };
        ResponseModel? events = _responses.BindEvents(responses, key, response, typeNames.GetName("Event"));
        BodyModel? form = contents?.MultipartAlternative is { } files ? _bodies.Bind(contents, files, typeNames.GetName("Form")) : null;
        return StreamMember.Assign([first, .. CreateVariants(first, events, form).Select(v => AssignName(v, members))]);
    }

    /// <summary>The methods that ask for events, or send a form, instead of what the first method asks for and sends.</summary>
    private static IEnumerable<OperationModel> CreateVariants(OperationModel first, ResponseModel? events, BodyModel? form)
    {
        if (events is not null)
            yield return CreateVariant(first, events, null);
        if (form is not null)
            yield return CreateVariant(first, null, form);
        if (events is not null && form is not null)
            yield return CreateVariant(first, events, form);
    }

    private static OperationModel CreateVariant(OperationModel first, ResponseModel? events, BodyModel? form) =>
        first with
        {
            Response = events ?? first.Response,
            Paging = events is null ? first.Paging : null,
            Body = form ?? first.Body,
            Variant = new OperationVariant(first.Name, form is not null, events is not null),
        };

    private static OperationModel AssignName(OperationModel variant, ResourceMembers members)
    {
        string name = variant.Name + variant.Variant!.NameSuffix;
        string longName = name + Identifiers.ToMemberName(variant.HttpMethod);
        IEnumerable<string> candidates = new[] { name, longName }.Where(c => !members.FirstMethodNames.Contains(c));
        string methodName = members.Names.ReserveStem(s_methodSuffixes, [.. candidates.DefaultIfEmpty(name)]);
        return variant with { Name = methodName, CreateRequestMethod = members.Names.Reserve($"Create{methodName}Request") };
    }

    private OperationDocs CreateDocumentation(OpenApiOperation operation, OperationKey key)
    {
        LocationInfo location = _sourceMap.GetLocation(key.Pointer);
        return new OperationDocs(
            new Documentation(operation.Summary ?? "", operation.Description ?? "", key.Pointer, operation.Deprecated),
            new SourceLine(GetFileName(location.FilePath), location.LineNumber)
        );
    }

    private static string GetFileName(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
}
