using CfGen.Generator.Comparison;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Listing;
using CfGen.Generator.Model;

namespace CfGen.Generator.Keeping;

/// <summary>
/// The stage that keeps the signatures of a listing which the client does not have any more, where the present method can be called in
/// their place.
/// </summary>
internal static class OlderCalls
{
    /// <summary>Adds the signatures to the operations.</summary>
    public static ListedFiles Add(ListedFiles client) =>
        client.Difference is { InvalidLine: null } difference && FindMethods(difference.Gone) is { Count: > 0 } methods
            ? client.Replace(
                Add(client.Files, methods, new OlderCallFinder(difference.Old, difference.Current, new OlderCallTypes(client.Files)))
            )
            : client;

    /// <summary>Reports the operations that have older signatures, each at its line.</summary>
    public static IEnumerable<Finding> Report(EquatableArray<SourceFileModel> files)
    {
        foreach (ResourceModel resource in files.OfType<ResourceModel>())
        {
            foreach (OperationModel operation in resource.Operations.Where(o => o.OlderCalls.Count > 0))
                yield return OlderCallFindings.Kept(
                    operation.Docs.Documentation.Pointer,
                    $"{resource.TypeName}.{operation.Name}Async",
                    string.Join(
                        "; ",
                        operation.OlderCalls.Select(c => $"({string.Join(", ", c.Arguments.Select(a => ListedTypeName.Format(a.Type)))})")
                    )
                );
        }
    }

    /// <returns>The same object where no signature stays.</returns>
    private static EquatableArray<SourceFileModel> Add(
        EquatableArray<SourceFileModel> files,
        Dictionary<string, List<ListedMember>> methods,
        OlderCallFinder finder
    )
    {
        SourceFileModel[] kept = [.. files.Select(file => file is ResourceModel resource ? Add(resource, methods, finder) : file)];
        return kept.Zip(files, ReferenceEquals).All(isSame => isSame) ? files : kept.ToEquatable();
    }

    private static ResourceModel Add(ResourceModel resource, Dictionary<string, List<ListedMember>> methods, OlderCallFinder finder)
    {
        List<OperationModel> operations = [];
        foreach (OperationModel operation in resource.Operations)
        {
            string name = $"{resource.TypeName}.{operation.Name}Async";
            operations.Add(
                methods.TryGetValue(name, out List<ListedMember>? lines) && finder.Find(operation, name, lines) is { Count: > 0 } calls
                    ? operation with
                    {
                        OlderCalls = calls.ToEquatable(),
                    }
                    : operation
            );
        }

        return operations.TrueForAll(o => o.OlderCalls.Count == 0)
            ? resource
            : resource with
            {
                Operations = operations.ToEquatable(),
                UsesDeprecated = resource.UsesDeprecated || finder.UsesDeprecated,
            };
    }

    /// <summary>Finds the methods of which a line is only in the listing, with their lines of older signatures.</summary>
    private static Dictionary<string, List<ListedMember>> FindMethods(IReadOnlyList<ListedMember> gone)
    {
        Dictionary<string, List<ListedMember>> methods = new(StringComparer.Ordinal);
        foreach (ListedMember member in gone.Where(m => IsOfMethod(m.Kind)))
        {
            int bracket = member.Name.IndexOf('(');
            string method = bracket < 0 ? member.Name : member.Name.Substring(0, bracket);
            if (!methods.TryGetValue(method, out List<ListedMember>? older))
                methods.Add(method, older = []);
            if (member.Kind == ListedKind.OlderCall)
                older.Add(member);
        }

        return methods;
    }

    private static bool IsOfMethod(string kind) =>
        kind is ListedKind.Method or ListedKind.Argument or ListedKind.Body or ListedKind.ParametersArgument or ListedKind.OlderCall;
}
