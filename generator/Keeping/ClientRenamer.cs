using CfGen.Generator.Model;

namespace CfGen.Generator.Keeping;

/// <summary>Replaces names in the models of a client. A model that keeps all of its names stays the same object.</summary>
internal sealed class ClientRenamer(NamePlan plan, TypeRenamer types)
{
    public EquatableArray<SourceFileModel> Rename(EquatableArray<SourceFileModel> files) => files.Replace(Rename);

    private SourceFileModel Rename(SourceFileModel file) =>
        file switch
        {
            ClientModel client => Rename(client),
            ResourceModel resource => Rename(resource),
            SharedTypesModel shared => types.Rename(shared.Types) is var renamed && ReferenceEquals(renamed, shared.Types)
                ? shared
                : shared with
                {
                    Types = renamed,
                },
            _ => file,
        };

    private ResourceModel Rename(ResourceModel resource)
    {
        EquatableArray<OperationModel> operations = resource.Operations.Replace(Rename);
        EquatableArray<TypeModel> renamed = types.Rename(resource.Types);
        return ReferenceEquals(operations, resource.Operations) && ReferenceEquals(renamed, resource.Types)
            ? resource
            : resource with
            {
                Operations = operations,
                Types = renamed,
            };
    }

    private ClientModel Rename(ClientModel client) =>
        plan.Options.Count + plan.EnvironmentVariables.Count == 0
        && client.Parameters.All(p => ReferenceEquals(types.Rename(p.Type), p.Type))
            ? client
            : client with
            {
                Schemes = client.Schemes.Select(Rename).ToEquatable(),
                ServerVariables = client.ServerVariables.Select(v => v with { OptionName = plan.GetOption(v.OptionName) }).ToEquatable(),
                Parameters = client
                    .Parameters.Select(p => p with { OptionName = plan.GetOption(p.OptionName), Type = types.Rename(p.Type) })
                    .ToEquatable(),
            };

    private SecuritySchemeModel Rename(SecuritySchemeModel scheme) =>
        scheme with
        {
            OptionName = plan.GetOption(scheme.OptionName),
            SecondaryOptionName = plan.GetOption(scheme.SecondaryOptionName),
            UseProviderMethod = plan.GetOption(scheme.UseProviderMethod),
            UseClientCredentialsMethod = plan.GetOption(scheme.UseClientCredentialsMethod),
            EnvironmentVariables = plan.EnvironmentVariables.TryGetValue(scheme.OptionName, out string? variables)
                ? variables.Split(',').ToEquatable()
                : scheme.EnvironmentVariables,
        };

    private OperationModel Rename(OperationModel operation) =>
        !IsChanged(operation)
            ? operation
            : operation with
            {
                Parameters = operation
                    .Parameters.Select(p => p with { Name = plan.GetParameter(operation, p), Type = types.Rename(p.Type) })
                    .ToEquatable(),
                ParametersType = operation.ParametersType is { } record ? plan.GetType(record) : null,
                Body = operation.Body is { } body ? body with { Type = types.Rename(body.Type) } : null,
                Response = operation.Response with { Result = operation.Response.Result is { } result ? types.Rename(result) : null },
                Errors = operation.Errors.Select(e => e with { Type = e.Type is { } type ? types.Rename(type) : null }).ToEquatable(),
                Paging = operation.Paging is { } paging
                    ? paging with
                    {
                        Item = types.Rename(paging.Item),
                        Body = paging.Body is { } page ? types.Rename(page) : null,
                    }
                    : null,
            };

    private bool IsChanged(OperationModel operation) =>
        types.NamesRenamed(operation) || operation.Parameters.Any(p => plan.GetParameter(operation, p) != p.Name);
}
