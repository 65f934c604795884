using System.ComponentModel;

namespace CfGen.CodeGen;

/// <summary>The API of a generated client: name, base URL, environment variables, security schemes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiDefinition
{
    /// <summary>Creates a definition.</summary>
    /// <param name="name">The client's name, such as <c>Cloudflare</c>.</param>
    /// <param name="baseUrl">
    /// The URL of the document's server, which can have variables in braces; a path if the server is below the host that the options name;
    /// null or empty if the document has none.
    /// </param>
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

    /// <summary>The variables of the servers' URLs.</summary>
#pragma warning disable CA1819 // emitted once
    public ServerVariable[] ServerVariables { get; init; } = [];
#pragma warning restore CA1819

    /// <summary>The parameters of operations that are options of the client.</summary>
#pragma warning disable CA1819 // emitted once
    public ClientParameter[] ClientParameters { get; init; } = [];
#pragma warning restore CA1819

    internal string Name { get; }

    internal string? BaseUrl { get; }

    internal SecurityScheme[] Schemes { get; }

    internal string BaseUrlVariable { get; }
}
