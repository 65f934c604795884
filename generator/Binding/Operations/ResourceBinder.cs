using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents.Servers;
using CfGen.Generator.Model;
using CfGen.Generator.Naming;
using CfGen.Generator.Naming.Operations;

namespace CfGen.Generator.Binding.Operations;

/// <summary>Binds the operations of resources. An operation that cannot be bound is skipped, and a finding reports it.</summary>
internal sealed class ResourceBinder(
    OperationBinder operations,
    DocumentServers servers,
    ConfiguredNames configuredNames,
    FindingCollector findings
)
{
    private readonly List<SkippedOperation> _skipped = [];

    public IReadOnlyList<SkippedOperation> SkippedOperations => _skipped;

    public IReadOnlyList<BoundResource> Bind(ResourceNode root, CancellationToken ct)
    {
        List<BoundResource> resources = [];
        foreach (ResourceNode resource in root.UsedNodes)
        {
            ct.ThrowIfCancellationRequested();
            resources.Add(BindResource(resource));
        }

        return resources;
    }

    /// <summary>Binds in ordinal order of path and method, so that the names of methods do not depend on the document's order.</summary>
    private BoundResource BindResource(ResourceNode resource)
    {
        ResourceMembers members = new(
            resource.TypeNamePrefixes,
            resource.Scope,
            new NameScope(
                reserved:
                [
                    resource.TypeName,
                    .. resource.IsRoot ? ReservedNames.ClientMembers : ReservedNames.ObjectMembers,
                    .. resource.Children.Select(c => c.PropertyName),
                ]
            ),
            [.. resource.Operations.Select(o => o.Name.MethodName)]
        );
        List<BoundOperation> bound = [];
        foreach (
            SelectedOperation operation in resource
                .Operations.OrderBy(o => o.Key.Path, StringComparer.Ordinal)
                .ThenBy(o => o.Key.Method, StringComparer.Ordinal)
        )
            bound.AddRange(TryBind(operation, members));
        return new BoundResource(resource, bound);
    }

    private IEnumerable<BoundOperation> TryBind(SelectedOperation operation, ResourceMembers members)
    {
        if (RequestLineCheck.FindProblem(operation, servers) is var (part, finding))
        {
            Skip(operation, $"its {part} has a control character", finding);
            return [];
        }

        try
        {
            IReadOnlyList<OperationModel> methods = operations.Bind(operation, members);
            EquatableArray<ParameterModel> parameters = configuredNames.RenameParameters(operation.Key, methods[0]).Parameters;
            return methods.Select(m => new BoundOperation(operation.Key, m with { Parameters = parameters }));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Skip(
                operation,
                "CfGen has an internal error",
                DocumentFindings.InternalError(operation.Key.Pointer, $"generating the operation '{operation.Description}'", exception)
            );
        }

        return [];
    }

    private void Skip(SelectedOperation operation, string reason, Finding finding)
    {
        findings.Add(finding);
        _skipped.Add(new SkippedOperation(operation.Key, $"{reason} ({finding.Id})"));
    }
}

/// <summary>The names in a resource class while its operations are bound.</summary>
/// <param name="TypeNamePrefixes">See <see cref="ResourceNode.TypeNamePrefixes"/>.</param>
/// <param name="Names">The members of the class.</param>
/// <param name="FirstMethodNames">The names of the first methods of all operations, which no other method may take.</param>
internal sealed record ResourceMembers(
    IReadOnlyList<string> TypeNamePrefixes,
    Types.ResourceScope Scope,
    NameScope Names,
    HashSet<string> FirstMethodNames
);
