using System.ComponentModel;

namespace CfGen.CodeGen;

/// <summary>The API of a generated client: name, base URL, environment variables, security schemes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiDefinition
{
    /// <summary>Creates a definition.</summary>
    /// <param name="name">The client's name, such as <c>Cloudflare</c>.</param>
    /// <param name="baseUrl">The default base URL, or null if the document has no absolute one.</param>
    /// <param name="environmentPrefix">The prefix of the environment variables, such as <c>CLOUDFLARE</c>.</param>
    /// <param name="schemes">The security schemes; at most 64.</param>
    public ApiDefinition(string name, string? baseUrl, string environmentPrefix, params SecurityScheme[] schemes)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(schemes.Length, 64, nameof(schemes));
        Name = name;
        BaseUrl = baseUrl;
        BaseUrlVariable = environmentPrefix + "_BASE_URL";
        Schemes = schemes;
    }

    internal string Name { get; }

    internal string? BaseUrl { get; }

    internal SecurityScheme[] Schemes { get; }

    internal string BaseUrlVariable { get; }
}
