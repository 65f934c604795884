using System.Reflection;
using System.Text.Json.Nodes;
using CfGen.WholeDocument.Tests.Schemas;

namespace CfGen.WholeDocument.Tests.Calls;

/// <summary>An operation of the document and the generated method that calls it.</summary>
public sealed class OperationMethod(RawDocument document, RawOperation operation, MethodInfo method)
{
    public RawOperation Operation => operation;

    public MethodInfo Method => method;

    public Answer Answer { get; } = new(document, operation);

    public bool IsList => method.ReturnType.IsGenericType && method.ReturnType.GetGenericTypeDefinition() == typeof(Pageable<>);

    /// <summary>What the method gives, of a list one item; null where it gives nothing.</summary>
    public Type? Result => method.ReturnType.IsGenericType ? method.ReturnType.GenericTypeArguments[0] : null;

    /// <summary>What the method gives of a body: its value, or the items of the list.</summary>
    public IEnumerable<JsonNode?> Values(JsonNode? body) => IsList ? Answer.Items(body) ?? Enumerable.Empty<JsonNode?>() : [Answer.Result(body)];

    /// <summary>The argument that is the request body; null where there is none.</summary>
    public ParameterInfo? Body
    {
        get
        {
            if (operation.Body is null)
                return null;
            // Path parameters come first in any case; what is no parameter of the document and no setting of the call is the body.
            HashSet<string> names = [.. operation.Parameters.Where(p => p.Required).Select(p => MemberPlain(p.Name))];
            int path = operation.Parameters.Count(p => p.In == "path");
            return method.GetParameters().Skip(path).FirstOrDefault(p =>
                p.ParameterType != typeof(RequestOptions) && p.ParameterType != typeof(CancellationToken) && !names.Contains(MemberPlain(p.Name!)) && p.Name != "parameters");
        }
    }

    /// <summary>The methods of an assembly by operation: of each the one that gives the value and takes strings.</summary>
    public static List<OperationMethod> All(Assembly assembly, RawDocument document)
    {
        Dictionary<string, RawOperation> operations = document.Operations().ToDictionary(o => o.Key);
        List<OperationMethod> all = [];
        foreach (Type type in assembly.GetTypes())
        {
            foreach (MethodInfo method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            {
                if (method.IsVirtual && method.GetCustomAttribute<ApiOperationAttribute>() is { } named && !IsTwin(method.ReturnType))
                    all.Add(new OperationMethod(document, operations[$"{named.Method} {named.Path}"], method));
            }
        }

        return all;
    }

    private static string MemberPlain(string name) => Mirrors.MemberNames.Plain(name);

    private static bool IsTwin(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>) && typeof(ApiResponse).IsAssignableFrom(type.GenericTypeArguments[0]);
}
