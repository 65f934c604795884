using CfGen.Generator.Configuration;

namespace CfGen.Generator.Naming;

/// <summary>The names of a client as a whole.</summary>
/// <param name="ApiName">The API's name, such as <c>Cloudflare</c>: the client's without its suffix.</param>
/// <param name="ClientName">The class name of the client.</param>
/// <param name="EnvironmentPrefix">The prefix of the environment variables, such as <c>CLOUDFLARE</c>.</param>
internal sealed record ClientNames(string ApiName, string ClientName, string Namespace, string EnvironmentPrefix)
{
    private static readonly string[] s_suffixes = ["Client", "Api", "API"];

    /// <summary>The name of the client with its namespace.</summary>
    public string FullName => $"{Namespace}.{ClientName}";

    /// <summary>Takes the names from the project, and those that it does not set from the document's title.</summary>
    public static ClientNames Derive(GenerationOptions options, string? title)
    {
        string apiName = DeriveApiName(options.ClientName, title);
        return new ClientNames(
            apiName,
            options.ClientName.Length > 0 ? options.ClientName : apiName + "Client",
            options.Namespace.Length > 0 ? options.Namespace : $"{options.DefaultNamespace}.{apiName}".TrimStart('.'),
            Words.ToUpperSnakeCase(apiName)
        );
    }

    /// <summary>The names of the types of the client. Types are also file names, which must not differ in case only.</summary>
    public NameScope CreateTypeNames() =>
        new(StringComparer.OrdinalIgnoreCase, [ClientName, ClientName + "Options", .. Namespace.Split('.')]);

    private static string DeriveApiName(string clientName, string? title)
    {
        string name = clientName.Length > 0 ? clientName : Words.ToPascalCase((title ?? "").Trim());
        foreach (string suffix in s_suffixes)
        {
            if (name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.Ordinal))
                name = name.Substring(0, name.Length - suffix.Length);
        }

        return name.Length == 0 ? "Api" : Identifiers.Shorten(char.IsDigit(name[0]) ? "Api" + name : name);
    }
}
