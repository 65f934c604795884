using CfGen.Generator.Binding.Names;
using CfGen.Generator.Binding.OperationNaming;
using CfGen.Generator.Binding.Operations;
using CfGen.Generator.Binding.Shapes;
using CfGen.Generator.Binding.Types;
using CfGen.Generator.Model;
using CfGen.Generator.Reading;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding;

/// <summary>The binding stage: object model in, C# model out, every decision made.</summary>
internal static class ClientBinder
{
    /// <param name="names">The item's <c>Names</c> file; null where it has none.</param>
    public static BoundClient Bind(ReadDocument read, ClientSettings settings, NamesFile? names, CancellationToken ct)
    {
        List<Finding> findings = [.. read.Findings];
        ClientReport? report = settings.Report ? new ClientReport() : null;
        if (read.Document is not { } document)
        {
            report?.Complete(read, findings);
            return BoundClient.Nothing(findings);
        }


        string stem = Stem(settings.ClientName, document.Info?.Title);
        string clientName = settings.ClientName.Length > 0 ? settings.ClientName : stem + "Client";
        string space = settings.Namespace.Length > 0 ? settings.Namespace : $"{settings.DefaultNamespace}.{stem}".TrimStart('.');
        UnitContext context = new(space, settings.Access, settings.Records, settings.Interfaces);
        string prefix = Words.UpperSnake(stem);
        string baseUrl = ServerUrl.Of(document.Servers);

        // One text a type name: hint names are file names, and those differ by more than case.
        NameScope typeNames = new(StringComparer.OrdinalIgnoreCase, [clientName, clientName + "Options", .. space.Split('.')]);
        // The whole document's operations have their places, so that those of a selection are called as all are.
        ResourceNode root = new("", null);
        GivenNames given = new(names, read.Outlines, findings);
        Dictionary<OperationSite, OperationName> called = OperationNames.Of(read.Outlines, given.Names);
        foreach (OperationName name in called.Values)
            root.Find(name.ResourcesOr(stem));
        foreach ((OperationSite site, IOpenApiPathItem item, OpenApiOperation operation) in Operations(read, document))
            root.Find(called[site].ResourcesOr(stem)).Operations.Add(new NamedOperation(site, item, operation, called[site]));
        root.NameTypes(typeNames, clientName);

        ShapeResolver shapes = new();
        TypeBinder types = new(shapes, typeNames, findings);
        types.NameComponents(read.SchemaNames, document.Components?.Schemas?.Keys ?? []);
        SecurityBinder security = new(document, prefix);
        OperationBinder binder = new(shapes, types, typeNames, security, read, baseUrl, findings);

        List<(ResourceNode Node, EquatableArray<OperationModel> Operations)> resources = [];
        foreach (ResourceNode node in root.Used)
        {
            ct.ThrowIfCancellationRequested();
            types.Scope = new TypeScope(node.Root, node.TypeName.Substring(0, node.TypeName.Length - "Resource".Length));
            resources.Add((node, BindOperations(node, binder, given, findings, report).ToEquatable()));
        }

        TypeUsage.Mark(types.ByName, resources.Select(r => (r.Node.TypeName, r.Operations)));
        NamedTypes named = TypeSharing.Name(types.Nodes, typeNames, settings.BothWays);
        List<UnitModel> units = [new ClientUnit(context, clientName, stem, ApiDocs(document), baseUrl, prefix, security.Schemes, Links(root))];
        ILookup<string, TypeModel> owned = named.Types
            .Where(t => t.Users.Count > 0)
            .OrderBy(t => t.Name, StringComparer.Ordinal)
            .ToLookup(t => t.Users.Count == 1 ? t.Users.First() : "", t => t.ToModel(named), StringComparer.Ordinal);
        HashSet<string> deprecated = [.. named.Types.Where(t => t.Docs.Deprecated).SelectMany(t => t.Users)];
        foreach ((ResourceNode node, EquatableArray<OperationModel> operations) in resources)
            units.Add(new ResourceUnit(context, node.TypeName, node.Name, clientName, Links(node), operations.Select(named.Final).ToEquatable(), owned[node.TypeName].ToEquatable(), deprecated.Contains(node.TypeName)));
        if (owned[""].Any())
            units.Add(new SharedTypesUnit(context, SharedTypesUnit.NameBeside(clientName), owned[""].ToEquatable()));
        if (report is not null)
        {
            findings.AddRange(named.Types.OfType<UnionNode>().Where(u => u.Users.Count > 0).Select(u => u.Inferred(named)));
            report.Complete(read, findings);
        }
        else
            ClientReport.Drop(findings);
        return new BoundClient(space, units.ToEquatable(), findings.ToEquatable());
    }

    private static IEnumerable<(OperationSite Site, IOpenApiPathItem Item, OpenApiOperation Operation)> Operations(ReadDocument read, OpenApiDocument document)
    {
        foreach (OperationSite site in read.Operations)
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
    private static List<OperationModel> BindOperations(ResourceNode node, OperationBinder binder, GivenNames given, List<Finding> findings, ClientReport? report)
    {
        NameScope members = new(reserved: [node.TypeName, "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals", .. node.Children.Select(c => c.Property)]);
        IReadOnlyList<string> stems = node.Stems;
        HashSet<string> methods = [.. node.Operations.Select(o => o.Name.Method)];
        List<OperationModel> operations = [];
        foreach (NamedOperation operation in node.Operations.OrderBy(o => o.Site.Path, StringComparer.Ordinal).ThenBy(o => o.Site.Method, StringComparer.Ordinal))
        {
            string name = operation.Operation.OperationId ?? $"{operation.Site.Method} {operation.Site.Path}";
            try
            {
                IReadOnlyList<OperationModel> bound = binder.Bind(operation.Site, operation.Item, operation.Operation, operation.Name, members, stems, methods);
                EquatableArray<ParameterModel> parameters = given.Rename(operation.Site, bound[0]).Parameters;
                foreach (OperationModel method in bound)
                {
                    operations.Add(method with { Parameters = parameters });
                    report?.Add(operation.Site, method);
                }
            }
            catch (OperationNotBindableException reason)
            {
                findings.Add(new Finding("CFG1002", reason.Pointer, [$"'{name}'", reason.Message]));
                report?.LeaveOut(operation.Site, reason.Message);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                findings.Add(new Finding("CFG0099", operation.Site.Pointer, [$"operation '{name}'", $"{fault.GetType().Name}: {fault.Message}"]));
                report?.LeaveOut(operation.Site, "a fault of the generator, CFG0099");
            }
        }

        return operations;
    }

    private static EquatableArray<ResourceLink> Links(ResourceNode node) =>
        node.Children.Where(c => c.IsUsed).Select(c => new ResourceLink(c.Property, c.TypeName)).ToEquatable();

    private static Documentation ApiDocs(OpenApiDocument document) => new(
        document.Info?.Title ?? "", document.Info?.Description ?? "", "#/info");

    private static string Stem(string clientName, string? title)
    {
        string name = clientName.Length > 0 ? clientName : Words.Pascal((title ?? "").Trim());
        foreach (string ending in (string[])["Client", "Api", "API"])
        {
            if (name.Length > ending.Length && name.EndsWith(ending, StringComparison.Ordinal))
                name = name.Substring(0, name.Length - ending.Length);
        }

        return name.Length == 0 ? "Api" : Identifiers.Shorten(char.IsDigit(name[0]) ? "Api" + name : name);
    }
}
