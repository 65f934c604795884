namespace CfGen.Generator.Model;

/// <summary>The methods that register a client with a container, in a file of their own.</summary>
/// <param name="HasTokenUrl">True if the document has a URL that returns tokens for the id and secret of a client.</param>
/// <param name="HasOwnServers">True if an operation has a server of its own, so that calls can do without a base URL.</param>
internal sealed record RegistrationModel(
    SourceFileContext Context,
    string ClientName,
    string ApiName,
    bool HasTokenUrl,
    bool HasOwnServers,
    EquatableArray<ClientParameterModel> Parameters
) : SourceFileModel(Context, ClientName + ".DependencyInjection")
{
    /// <inheritdoc/>
    public override string DeclaredNamespace => "Microsoft.Extensions.DependencyInjection";

    /// <summary>Creates the model of the client among the files of a document; null if there is none.</summary>
    public static RegistrationModel? Create(EquatableArray<SourceFileModel> files) =>
        files.OfType<ClientModel>().FirstOrDefault() is { } client
            ? new RegistrationModel(
                client.Context,
                client.ClientName,
                client.ApiName,
                client.Schemes.Any(s => s.TokenUrl.Length > 0),
                files.OfType<ResourceModel>().Any(r => r.Operations.Any(o => o.Server.Length > 0)),
                client.Parameters
            )
            : null;
}
