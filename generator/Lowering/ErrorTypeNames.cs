using CfGen.Generator.Binding.Types;
using CfGen.Generator.Naming;

namespace CfGen.Generator.Lowering;

/// <summary>
/// The names of bodies of errors that operations describe in place. The body of one operation's errors is named after the operation, one
/// that several operations have after what they have in common: their resource, their top-level resource, or the API.
/// </summary>
internal static class ErrorTypeNames
{
    private static readonly Dictionary<string, string> s_statusWords = new(StringComparer.Ordinal)
    {
        ["400"] = "BadRequest",
        ["401"] = "Unauthorized",
        ["402"] = "PaymentRequired",
        ["403"] = "Forbidden",
        ["404"] = "NotFound",
        ["405"] = "MethodNotAllowed",
        ["406"] = "NotAcceptable",
        ["408"] = "RequestTimeout",
        ["409"] = "Conflict",
        ["410"] = "Gone",
        ["412"] = "PreconditionFailed",
        ["413"] = "ContentTooLarge",
        ["415"] = "UnsupportedMediaType",
        ["422"] = "UnprocessableEntity",
        ["423"] = "Locked",
        ["424"] = "FailedDependency",
        ["429"] = "TooManyRequests",
        ["500"] = "InternalServer",
        ["501"] = "NotImplemented",
        ["502"] = "BadGateway",
        ["503"] = "ServiceUnavailable",
        ["504"] = "GatewayTimeout",
        ["4XX"] = "Client",
        ["5XX"] = "Server",
        ["default"] = "Other",
    };

    /// <summary>The bodies that become one type each: those that most operations have first, then by status and place.</summary>
    public static IEnumerable<IReadOnlyList<TypeNode>> Group(IEnumerable<TypeNode> nodes, StructureIds structures) =>
        nodes
            .Where(n => n.InlineName!.ErrorStatus is not null)
            .GroupBy(n => structures[n])
            .Select(g => (IReadOnlyList<TypeNode>)[.. g])
            .OrderBy(g => GetBreadth(g))
            .ThenBy(g => g.Min(n => n.InlineName!.ErrorStatus), StringComparer.Ordinal)
            .ThenBy(g => g[0].Documentation.Pointer, StringComparer.Ordinal);

    /// <summary>The possible names of a body, best first: a second one is told apart by its status.</summary>
    public static IReadOnlyList<string> GetCandidates(IReadOnlyList<TypeNode> equal, string apiName)
    {
        InlineTypeName first = equal[0].InlineName!;
        string owner = GetBreadth(equal) switch
        {
            Breadth.Operation => first.Prefix,
            Breadth.Resource => first.Scope!.ResourceName,
            Breadth.Root => first.Scope!.RootName,
            _ => apiName,
        };
        string member = first.MemberName;
        List<string> names = [owner + member];
        List<string> statuses = [.. equal.Select(n => n.InlineName!.ErrorStatus!).Distinct(StringComparer.Ordinal)];
        if (statuses.Count == 1)
            names.AddRange([owner + GetStatusWord(statuses[0]) + member, first.Prefix + GetStatusWord(statuses[0]) + member]);
        names.Add(first.Prefix + member);
        return [.. names.Select(n => ReservedNames.IsTypeName(n) ? n + "Model" : Identifiers.Shorten(n))];
    }

    private static string GetStatusWord(string status) =>
        s_statusWords.TryGetValue(status.Length == 3 ? status.ToUpperInvariant() : status, out string? word)
            ? word
            : "Status" + Identifiers.ToTypeName(status);

    private static Breadth GetBreadth(IReadOnlyList<TypeNode> equal)
    {
        InlineTypeName first = equal[0].InlineName!;
        return equal.All(n => n.InlineName!.Prefix == first.Prefix) ? Breadth.Operation
            : first.Scope is not { } scope ? Breadth.Api
            : equal.All(n => n.Scope?.ResourceName == scope.ResourceName) ? Breadth.Resource
            : equal.All(n => n.Scope?.RootName == scope.RootName) ? Breadth.Root
            : Breadth.Api;
    }

    private enum Breadth
    {
        Api,
        Root,
        Resource,
        Operation,
    }
}
