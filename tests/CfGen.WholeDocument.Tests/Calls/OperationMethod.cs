using System.Reflection;
using System.Text.Json.Nodes;
using CfGen.WholeDocument.Tests.Mapping;
using CfGen.WholeDocument.Tests.Schemas;

namespace CfGen.WholeDocument.Tests.Calls;

/// <summary>An operation of the document and the generated method that calls it.</summary>
internal sealed class OperationMethod(RawDocument document, RawOperation operation, MethodInfo method)
{
    public RawOperation Operation => operation;

    public MethodInfo Method => method;

    /// <summary>The type of the request body; null if the operation has none.</summary>
    public BodyMedia? Media { get; } = operation.Body is { } body ? new BodyMedia(document, body) : null;

    /// <summary>The method that gives the response beside the value; null where there is none, as for lists.</summary>
    public MethodInfo? ResponseMethod { get; } =
        Array.Find(
            method.DeclaringType!.GetMethods(),
            m =>
                m.IsVirtual
                && ReturnsResponse(m.ReturnType)
                && m.GetCustomAttribute<ApiOperationAttribute>() is { } named
                && $"{named.Method} {named.Path}" == operation.Key
        );

    /// <summary>The responses of the server, one or several.</summary>
    public IReadOnlyList<DocumentedResponse> Responses { get; } =
    [.. operation.GetSuccessResponses().Select(s => new DocumentedResponse(document, s.Status, s.Content))];

    public bool IsList => method.ReturnType.IsGenericType && method.ReturnType.GetGenericTypeDefinition() == typeof(Pageable<>);

    /// <summary>The type of the result, or of the items of a list; null if the method returns nothing.</summary>
    public Type? Result => method.ReturnType.IsGenericType ? method.ReturnType.GenericTypeArguments[0] : null;

    /// <summary>Returns the result of the method for a body: its value, or the items of the list.</summary>
    public IEnumerable<JsonNode?> GetValues(DocumentedResponse response, JsonNode? body) =>
        IsList ? response.GetItems(body) ?? Enumerable.Empty<JsonNode?>() : [response.GetResult(body)];

    /// <summary>The argument that is the request body; null where there is none.</summary>
    public ParameterInfo? Body =>
        operation.Body is null ? null : Array.Find(method.GetParameters()[Path.Count..], p => !IsCallSetting(p) && !IsRequiredParameter(p));

    /// <summary>The argument that holds the optional parameters; null where there is none.</summary>
    public ParameterInfo? Optional =>
        Array.Find(method.GetParameters(), p => p.Name == "parameters" && p.ParameterType.Assembly == method.DeclaringType!.Assembly);

    /// <summary>The argument, or the member of the record of optional parameters, for each parameter of the document.</summary>
    /// <exception cref="MappingException">They do not fit one another.</exception>
    public IEnumerable<(RawParameter Parameter, ParameterInfo? Argument, PropertyInfo? Member)> GetParameterTargets()
    {
        List<ParameterInfo> arguments = [.. method.GetParameters().Where(p => !IsCallSetting(p) && p != Body)];
        List<RawParameter> others = [.. operation.Parameters.Where(p => p.Location != "path" && p.Required)];
        List<RawParameter> optional = [.. operation.Parameters.Where(p => p.Location != "path" && !p.Required)];
        int path = Math.Min(Path.Count, arguments.Count);
        List<PropertyInfo> members = Optional is { } record ? MemberNames.GetSettableProperties(record.ParameterType) : [];
        return
        [
            .. Pair(Path, arguments[..path], a => a.Name!).Select(p => (p.Parameter, (ParameterInfo?)p.Taker, (PropertyInfo?)null)),
            .. Pair(others, arguments[path..], a => a.Name!).Select(p => (p.Parameter, (ParameterInfo?)p.Taker, (PropertyInfo?)null)),
            .. Pair(optional, members, m => m.Name).Select(p => (p.Parameter, (ParameterInfo?)null, (PropertyInfo?)p.Taker)),
        ];
    }

    private static IEnumerable<(RawParameter Parameter, T Taker)> Pair<T>(
        List<RawParameter> parameters,
        List<T> takers,
        Func<T, string> name
    )
    {
        int[] pairs = MemberNames.PairNames([.. parameters.Select(p => p.Name)], [.. takers.Select(name)]);
        return parameters.Count == takers.Count && !pairs.Contains(-1)
            ? parameters.Select((p, i) => (p, takers[pairs[i]]))
            : throw new MappingException(
                $"[{string.Join(", ", parameters.Select(p => p.Name))}] are to be given as [{string.Join(", ", takers.Select(name))}]"
            );
    }

    /// <summary>In the order of the path.</summary>
    private List<RawParameter> Path { get; } =
    [
        .. operation
            .Parameters.Where(p => p.Location == "path")
            .OrderBy(p => operation.Path.IndexOf($"{{{p.Name}}}", StringComparison.Ordinal)),
    ];

    private bool IsCallSetting(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(RequestOptions)
        || parameter.ParameterType == typeof(CancellationToken)
        || parameter.Position == Optional?.Position;

    // What is no parameter of the document is the body.
    private bool IsRequiredParameter(ParameterInfo parameter) =>
        operation.Parameters.Any(p =>
            p.Location != "path" && p.Required && MemberNames.Normalize(p.Name) == MemberNames.Normalize(parameter.Name!)
        );

    /// <summary>The methods of an assembly by operation: of each the one that gives the value and takes strings.</summary>
    public static List<OperationMethod> FindAll(Assembly assembly, RawDocument document)
    {
        Dictionary<string, RawOperation> operations = document.GetOperations().ToDictionary(o => o.Key);
        List<OperationMethod> all = [];
        foreach (Type type in assembly.GetTypes())
        {
            foreach (MethodInfo method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            {
                if (
                    method.IsVirtual
                    && method.GetCustomAttribute<ApiOperationAttribute>() is { } named
                    && !ReturnsResponse(method.ReturnType)
                )
                    all.Add(new OperationMethod(document, operations[$"{named.Method} {named.Path}"], method));
            }
        }

        return all;
    }

    private static bool ReturnsResponse(Type type) =>
        type.IsGenericType
        && type.GetGenericTypeDefinition() == typeof(Task<>)
        && typeof(ApiResponse).IsAssignableFrom(type.GenericTypeArguments[0]);
}
