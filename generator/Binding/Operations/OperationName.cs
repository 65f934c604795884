using CfGen.Generator.Binding.Names;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Operations;

/// <summary>Where an operation is found on the client: the resources that lead to it, and the method. Words are Pascal-cased.</summary>
internal sealed record OperationName(IReadOnlyList<string> Resources, string Method)
{
    /// <summary>
    /// The name that the document gives: <c>x-cfgen-name: zero_trust.risk_scoring.get</c>, the group and method names of other
    /// vendors' generators; where it gives none, one derived from path and verb.
    /// </summary>
    public static OperationName Of(OpenApiOperation operation, string path, string method) =>
        Stated(operation.Extensions) ?? Derived(path, method);

    private static OperationName? Stated(IDictionary<string, IOpenApiExtension>? extensions)
    {
        if (extensions is null)
            return null;
        if (extensions.Text("x-cfgen-name") is { } name)
            return FromDotted(name.Split('.'));
        if (extensions.Text("x-fern-sdk-method-name") is { } fern)
            return FromDotted([.. extensions.Texts("x-fern-sdk-group-name"), fern]);
        if (extensions.Text("x-speakeasy-name-override") is { } speakeasy)
            return FromDotted([.. (extensions.Text("x-speakeasy-group") ?? "").Split('.'), speakeasy]);
        if (extensions.Text("x-ms-client-name") is { } microsoft)
            return FromDotted(microsoft.Split('_'));
        return null;
    }

    private static OperationName? FromDotted(IReadOnlyList<string> parts)
    {
        List<string> words = [.. parts.Where(p => Words.Split(p).Count > 0).Select(p => Identifiers.Member(p))];
        return words.Count == 0 ? null : new OperationName([.. words.Take(words.Count - 1)], words[words.Count - 1]);
    }

    private static OperationName Derived(string path, string method)
    {
        string[] segments = path.Split(['/'], StringSplitOptions.RemoveEmptyEntries);
        List<string> resources = [];
        for (int i = 0; i < segments.Length; i++)
        {
            bool owns = i + 1 < segments.Length && IsParameter(segments[i + 1]);
            // /accounts/{account_id}/things/{id}: the account is whose things they are, not what they are.
            bool scope = i == 0 && owns && segments.Length > 2;
            if (!IsParameter(segments[i]) && !scope && !IsVersion(segments[i]) && Words.Split(segments[i]).Count > 0)
                resources.Add(Identifiers.Member(segments[i]));
        }

        bool single = segments.Length > 0 && IsParameter(segments[segments.Length - 1]);
        string verb = method switch
        {
            "get" => single ? "Get" : "List",
            "post" => "Create",
            "put" => "Update",
            "patch" => "Edit",
            "delete" => "Delete",
            _ => Identifiers.Member(method),
        };
        return new OperationName(resources, verb);
    }

    private static bool IsParameter(string segment) => segment.IndexOf('{') >= 0;

    private static bool IsVersion(string segment) =>
        segment == "api" || (segment.Length > 1 && segment[0] == 'v' && segment.Skip(1).All(char.IsDigit));
}
