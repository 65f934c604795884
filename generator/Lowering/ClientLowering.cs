using CfGen.Generator.Binding;
using CfGen.Generator.Binding.Operations;
using CfGen.Generator.Configuration;
using CfGen.Generator.Model;
using CfGen.Generator.Naming;

namespace CfGen.Generator.Lowering;

/// <summary>
/// The stage between binding and emission: it decides which types are one, where each is declared and which members it has.
/// </summary>
internal static class ClientLowering
{
    public static LoweredClient Lower(BoundClient client, GenerationOptions options)
    {
        TypeUsage usage = TypeUsage.Analyze(client.Types, client.Resources);
        FinalTypes types = TypeDeduplicator.Deduplicate(client.Types, usage, client.TypeNames, client.Names.ApiName);
        IReadOnlyList<LoweredType> models = LowerTypes(types, options.CommonDirections);
        EquatableArray<SourceFileModel> files = CreateSourceFiles(client, types, models, options);
        return new LoweredClient(files, [.. models.Select(m => m.Model).OfType<UnionModel>()], types);
    }

    private static IReadOnlyList<LoweredType> LowerTypes(FinalTypes types, SerializationDirections commonDirections)
    {
        TypeLowering lowering = new(types, commonDirections);
        return [.. types.Used.Select(t => new LoweredType(t, lowering.Lower(t)))];
    }

    /// <summary>
    /// One file for the client, one a resource with the types that only it uses, and one for the types that several resources use.
    /// </summary>
    private static EquatableArray<SourceFileModel> CreateSourceFiles(
        BoundClient client,
        FinalTypes types,
        IReadOnlyList<LoweredType> models,
        GenerationOptions options
    )
    {
        ClientNames names = client.Names;
        SourceFileContext context = CreateContext(client, options);
        ILookup<string, TypeModel> byOwner = models
            .OrderBy(m => m.Model.Name, StringComparer.Ordinal)
            .ToLookup(m => m.OwningResource, m => m.Model, StringComparer.Ordinal);
        HashSet<string> usingDeprecated = [.. models.Where(m => m.Model.Docs.Deprecated).SelectMany(m => m.Type.Usage.Resources)];

        List<SourceFileModel> files =
        [
            new ClientModel(
                context,
                names.ClientName,
                names.ApiName,
                client.Documentation,
                client.Servers.BaseUrl,
                names.EnvironmentPrefix,
                client.SecuritySchemes,
                client.Servers.Variables,
                client.Parameters.Select(p => p with { Type = types.Resolve(p.Type) }).ToEquatable(),
                client.Root.CreateLinks()
            )
            {
                HasErrorEnvelopes = client.Resources.Any(r => r.Operations.Any(o => o.OtherErrors.Any(e => e.Type is null))),
            },
        ];
        foreach (BoundResource resource in client.Resources)
        {
            string typeName = resource.Node.TypeName;
            files.Add(
                new ResourceModel(
                    context,
                    typeName,
                    resource.Node.Name,
                    resource.Node.Description,
                    names.ClientName,
                    resource.Node.IsRoot,
                    resource.Node.IsRoot ? [] : resource.Node.CreateLinks(),
                    resource.Operations.Select(o => types.Resolve(o.Model, o.OtherErrors)).ToEquatable(),
                    byOwner[typeName].ToEquatable(),
                    usingDeprecated.Contains(typeName)
                )
            );
        }

        if (byOwner[LoweredType.Shared].Any())
            files.Add(
                new SharedTypesModel(context, SharedTypesModel.GetFileName(names.ClientName), byOwner[LoweredType.Shared].ToEquatable())
            );
        if (client.OwnTypes.Count > 0)
            files.Add(new OwnTypesModel(context, names.ClientName));
        return files.ToEquatable();
    }

    private static SourceFileContext CreateContext(BoundClient client, GenerationOptions options) =>
        new(client.Names.Namespace, options.Accessibility, options.UseRecords, options.GenerateInterfaces) { OwnTypes = client.OwnTypes };

    private sealed record LoweredType(FinalType Type, TypeModel Model)
    {
        /// <summary>The owner of the types that several resources use.</summary>
        public const string Shared = "";

        /// <summary>The class name of the only resource that uses the type, or <see cref="Shared"/>.</summary>
        public string OwningResource => Type.Usage.Resources.Count == 1 ? Type.Usage.Resources.First() : Shared;
    }
}
