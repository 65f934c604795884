using CfGen.Generator.Binding.Operations;
using CfGen.Generator.Binding.Parameters;
using CfGen.Generator.Binding.Security;
using CfGen.Generator.Binding.Types;
using CfGen.Generator.Configuration;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents;
using CfGen.Generator.Lowering;
using CfGen.Generator.Model;
using CfGen.Generator.Naming;
using CfGen.Generator.Naming.Operations;
using CfGen.Generator.Schemas;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding;

/// <summary>The binding stage: object model in, C# model out, every decision made.</summary>
internal static class ClientBinder
{
    /// <param name="names">The item's <c>Names</c> file; null where it has none.</param>
    public static BoundClient Bind(LoadedDocument read, GenerationOptions settings, NamesFile? names, CancellationToken ct)
    {
        FindingCollector findings = read.Findings;
        GenerationReport? report = settings.ReportEnabled ? new GenerationReport() : null;
        if (read.Document is not { } document)
        {
            report?.AppendTo(read, findings);
            return BoundClient.CreateEmpty(findings);
        }

        string stem = DeriveApiName(settings.ClientName, document.Info?.Title);
        string clientName = settings.ClientName.Length > 0 ? settings.ClientName : stem + "Client";
        string space = settings.Namespace.Length > 0 ? settings.Namespace : $"{settings.DefaultNamespace}.{stem}".TrimStart('.');
        SourceFileContext context = new(space, settings.Accessibility, settings.UseRecords, settings.GenerateInterfaces);
        string prefix = Words.ToUpperSnakeCase(stem);
        string baseUrl = ServerUrl.Resolve(document.Servers);

        // One text a type name: hint names are file names, and those differ by more than case.
        NameScope typeNames = new(StringComparer.OrdinalIgnoreCase, [clientName, clientName + "Options", .. space.Split('.')]);
        // The whole document's operations have their places, so that those of a selection are called as all are.
        ResourceNode root = new("", null);
        ConfiguredNames given = new(names, read.Outlines, findings);
        Dictionary<OperationKey, OperationName> called = OperationNames.Assign(read.Outlines, given.Names);
        foreach (OperationName name in called.Values)
            root.GetOrAdd(name.GetResourcePath(stem));
        foreach ((OperationKey site, IOpenApiPathItem item, OpenApiOperation operation) in SelectOperations(read, document))
            root.GetOrAdd(called[site].GetResourcePath(stem)).Operations.Add(new NamedOperation(site, item, operation, called[site]));
        root.AssignNames(typeNames, clientName);

        SchemaResolver shapes = new();
        TypeBinder types = new(shapes, typeNames, findings);
        types.NameComponents(read.SchemaNames, document.Components?.Schemas?.Keys ?? []);
        SecurityBinder security = new(document, prefix, findings);
        OperationBinder binder = new(shapes, types, typeNames, security, read, baseUrl, findings);

        List<(ResourceNode Node, EquatableArray<OperationModel> Operations)> resources = [];
        foreach (ResourceNode node in root.UsedDescendants)
        {
            ct.ThrowIfCancellationRequested();
            types.Scope = new ResourceScope(node.RootName, node.TypeName.Substring(0, node.TypeName.Length - "Resource".Length));
            resources.Add((node, BindOperations(node, binder, given, findings, report).ToEquatable()));
        }

        TypeUsage.MarkUsage(types.NodesByReference, resources.Select(r => (r.Node.TypeName, r.Operations)));
        FinalTypes named = TypeDeduplicator.AssignNames(types.Nodes, typeNames, settings.SerializeAllTypes);
        List<SourceFileModel> units =
        [
            new ClientModel(
                context,
                clientName,
                stem,
                CreateApiDocumentation(document),
                baseUrl,
                prefix,
                security.Schemes,
                CreateResourceLinks(root)
            ),
        ];
        ILookup<string, TypeModel> owned = named
            .Types.Where(t => t.UsedByResources.Count > 0)
            .OrderBy(t => t.Name, StringComparer.Ordinal)
            .ToLookup(t => t.UsedByResources.Count == 1 ? t.UsedByResources.First() : "", t => t.ToModel(named), StringComparer.Ordinal);
        HashSet<string> deprecated = [.. named.Types.Where(t => t.Documentation.Deprecated).SelectMany(t => t.UsedByResources)];
        foreach ((ResourceNode node, EquatableArray<OperationModel> operations) in resources)
            units.Add(
                new ResourceModel(
                    context,
                    node.TypeName,
                    node.Name,
                    clientName,
                    CreateResourceLinks(node),
                    operations.Select(named.ResolveNames).ToEquatable(),
                    owned[node.TypeName].ToEquatable(),
                    deprecated.Contains(node.TypeName)
                )
            );
        if (owned[""].Any())
            units.Add(new SharedTypesModel(context, SharedTypesModel.GetFileName(clientName), owned[""].ToEquatable()));
        if (report is not null)
        {
            findings.AddRange(
                named.Types.OfType<UnionNode>().Where(u => u.UsedByResources.Count > 0).Select(u => u.DescribeInference(named))
            );
            report.AppendTo(read, findings);
        }
        return new BoundClient(space, units.ToEquatable(), findings.ToEquatable());
    }

    private static IEnumerable<(OperationKey Site, IOpenApiPathItem Item, OpenApiOperation Operation)> SelectOperations(
        LoadedDocument read,
        OpenApiDocument document
    )
    {
        foreach (OperationKey site in read.Operations)
        {
            if (document.Paths is not { } paths || !paths.TryGetValue(site.Path, out IOpenApiPathItem? item) || item.Operations is null)
                continue;
            foreach (KeyValuePair<HttpMethod, OpenApiOperation> operation in item.Operations)
            {
                if (string.Equals(operation.Key.Method, site.Method, StringComparison.OrdinalIgnoreCase))
                    yield return (site, item, operation.Value);
            }
        }
    }

    /// <summary>In ordinal order of path and method, so that two methods of one name get the same names whatever the document's order.</summary>
    private static List<OperationModel> BindOperations(
        ResourceNode node,
        OperationBinder binder,
        ConfiguredNames given,
        FindingCollector findings,
        GenerationReport? report
    )
    {
        NameScope members = new(
            reserved:
            [
                node.TypeName,
                "Equals",
                "GetHashCode",
                "GetType",
                "ToString",
                "MemberwiseClone",
                "Finalize",
                "ReferenceEquals",
                .. node.Children.Select(c => c.PropertyName),
            ]
        );
        IReadOnlyList<string> stems = node.TypeNamePrefixes;
        HashSet<string> methods = [.. node.Operations.Select(o => o.Name.MethodName)];
        List<OperationModel> operations = [];
        foreach (
            NamedOperation operation in node
                .Operations.OrderBy(o => o.Site.Path, StringComparer.Ordinal)
                .ThenBy(o => o.Site.Method, StringComparer.Ordinal)
        )
        {
            string name = operation.Operation.OperationId ?? $"{operation.Site.Method} {operation.Site.Path}";
            try
            {
                IReadOnlyList<OperationModel> bound = binder.Bind(
                    operation.Site,
                    operation.Item,
                    operation.Operation,
                    operation.Name,
                    members,
                    stems,
                    methods
                );
                EquatableArray<ParameterModel> parameters = given.RenameParameters(operation.Site, bound[0]).Parameters;
                foreach (OperationModel method in bound)
                {
                    operations.Add(method with { Parameters = parameters });
                    report?.RecordGenerated(operation.Site, method);
                }
            }
            catch (UndeclaredPathParameterException reason)
            {
                Finding finding = OperationFindings.UndeclaredPathParameter(reason.Pointer, name, reason.ParameterName);
                findings.Add(finding);
                report?.RecordSkipped(operation.Site, reason.Message, finding);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Finding finding = DocumentFindings.InternalError(operation.Site.Pointer, $"generating the operation '{name}'", fault);
                findings.Add(finding);
                report?.RecordSkipped(operation.Site, "CfGen has an internal error", finding);
            }
        }

        return operations;
    }

    private static EquatableArray<ResourceLink> CreateResourceLinks(ResourceNode node) =>
        node.Children.Where(c => c.HasOperations).Select(c => new ResourceLink(c.PropertyName, c.TypeName)).ToEquatable();

    private static Documentation CreateApiDocumentation(OpenApiDocument document) =>
        new(document.Info?.Title ?? "", document.Info?.Description ?? "", "#/info");

    private static string DeriveApiName(string clientName, string? title)
    {
        string name = clientName.Length > 0 ? clientName : Words.ToPascalCase((title ?? "").Trim());
        foreach (string ending in (string[])["Client", "Api", "API"])
        {
            if (name.Length > ending.Length && name.EndsWith(ending, StringComparison.Ordinal))
                name = name.Substring(0, name.Length - ending.Length);
        }

        return name.Length == 0 ? "Api" : Identifiers.Shorten(char.IsDigit(name[0]) ? "Api" + name : name);
    }
}
