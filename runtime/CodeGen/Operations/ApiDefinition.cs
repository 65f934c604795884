using System.ComponentModel;

namespace CfGen.CodeGen;

/// <summary>What a generated client knows of its API: name, base URL, environment variables, security schemes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiDefinition
{
    /// <summary>An API.</summary>
    /// <param name="name">The client's name, such as <c>Cloudflare</c>.</param>
    /// <param name="baseUrl">The default base URL, or null where the document has none that is absolute.</param>
    /// <param name="environmentPrefix">The prefix of the environment variables, such as <c>CLOUDFLARE</c>.</param>
    /// <param name="schemes">The security schemes; at most 64.</param>
    public ApiDefinition(string name, string? baseUrl, string environmentPrefix, params SecurityScheme[] schemes)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(schemes.Length, 64, nameof(schemes));
        Name = name;
        BaseUrl = baseUrl;
        EnvironmentPrefix = environmentPrefix;
        Schemes = schemes;
    }

    /// <summary>The client's name, such as <c>Cloudflare</c>.</summary>
    public string Name { get; }

    /// <summary>The default base URL.</summary>
    public string? BaseUrl { get; }

    /// <summary>The prefix of the environment variables.</summary>
    public string EnvironmentPrefix { get; }

    internal SecurityScheme[] Schemes { get; }

    internal string BaseUrlVariable => EnvironmentPrefix + "_BASE_URL";
}
