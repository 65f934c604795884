using CfGen.Generator.Binding.Operations;
using CfGen.Generator.Binding.Parameters;
using CfGen.Generator.Binding.Responses;
using CfGen.Generator.Binding.Security;
using CfGen.Generator.Binding.Types;
using CfGen.Generator.Configuration;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents;
using CfGen.Generator.Model;
using CfGen.Generator.Naming;
using CfGen.Generator.Parsing;
using CfGen.Generator.Schemas;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding;

/// <summary>
/// The stage that turns the object model into operations and types: it decides on names, and on what the document's words mean in C#.
/// </summary>
internal static class ClientBinder
{
    /// <param name="names">The files of the item that decide on names.</param>
    /// <returns>Null where the document could not be read.</returns>
    public static BoundClient? Bind(LoadedDocument loaded, GenerationOptions options, ItemNames names, CancellationToken ct)
    {
        if (loaded.Document is not { } document)
            return null;
        FindingCollector findings = loaded.Findings;
        IEnumerable<string> schemaNames = document.Components?.Schemas?.Keys ?? Enumerable.Empty<string>();

        // Names: of all operations and components of the document, so that they do not depend on the selection.
        ClientNames client = ClientNames.Derive(options, document.Info?.Title);
        NameScope typeNames = client.CreateTypeNames();
        var naming = OperationNaming.Assign(loaded, options, client, names);
        var root = ResourceNode.BuildTree(
            naming,
            SelectedOperation.Find(loaded, document, naming.Names),
            ResourceDescription.Find(loaded.Outlines, naming.Names, document.Tags),
            client,
            typeNames
        );
        ComponentTypeNames components = ComponentTypeNames.Assign(loaded.Components.SchemaNames, schemaNames, typeNames);
        var reusable = ReusableTypeNames.Assign(loaded.Components.Reusable, typeNames);

        // Operations, and the types that they lead to.
        SchemaResolver schemas = new();
        SecurityBinder security = new(document, loaded.Security, client.EnvironmentPrefix, findings);
        InlineTypePlaces places = new(schemas, components, reusable, loaded.Components);
        OwnTypes.OwnTypes ownTypes = new(names.File, loaded.Components, schemaNames, findings);
        TypeBinder types = new(schemas, components, places, typeNames, GetDurationKind(document), ownTypes, findings);
        ServerBinder servers = new(loaded.Servers, security.OptionNames, loaded.Operations);
        ClientParameterBinder parameters = new(loaded.SharedParameters, client, security.OptionNames);
        ErrorBodyBinder errors = new(schemas, types, findings);
        OperationBinder operations = new(schemas, types, typeNames, security, servers, parameters, errors, loaded);
        ResourceBinder resources = new(operations, loaded.Servers, naming.Configured, findings);
        IReadOnlyList<BoundResource> bound = errors.BindOthers(resources.Bind(root, ct));
        DiscriminatorConstants.Assign(types.Nodes);
        ownTypes.ReportUnused();

        return new BoundClient(
            client,
            CreateDocumentation(document),
            servers,
            security.Schemes,
            parameters.Parameters,
            root,
            bound,
            resources.SkippedOperations,
            naming,
            types.Nodes,
            typeNames,
            ownTypes.Used
        );
    }

    /// <summary>NJsonSchema calls a TimeSpan a <c>duration</c>, and its servers read and write the form of .NET.</summary>
    private static ScalarKind GetDurationKind(OpenApiDocument document) =>
        document.Extensions is { } extensions
        && extensions.TryGetValue("x-generator", out IOpenApiExtension? found)
        && found is JsonNodeExtension { Node: { } generator }
        && generator.AsString()?.StartsWith("NSwag", StringComparison.OrdinalIgnoreCase) is true
            ? ScalarKind.TimeSpan
            : ScalarKind.Duration;

    private static Documentation CreateDocumentation(OpenApiDocument document) =>
        new(document.Info?.Title ?? "", document.Info?.Description ?? "", "#/info");
}
