using CfGen.CodeGen;

namespace CfGen.Pipeline;

/// <summary>
/// Makes the base URLs of operations from the servers of the document, their variables, and the base URL of the options or of the
/// HttpClient, which takes the place of all of them. A server without a host is a path below that host.
/// </summary>
internal sealed class ServerUrls
{
    private readonly ServerVariable[] _variables;
    private readonly string?[] _values;
    private readonly string? _origin;
    private readonly bool _isGiven;

    /// <summary>Makes the URLs.</summary>
    /// <param name="options">The options of the client.</param>
    /// <param name="transport">The transport, whose HttpClient may have a base address; null if the client has its own.</param>
    public ServerUrls(ApiClientOptions options, Transport? transport = null)
    {
        ApiDefinition api = options.ApiDefinition;
        _variables = api.ServerVariables;
        _values = Array.ConvertAll(_variables, options.GetServerVariableOrDefault);
        Uri? given = options.BaseUrl ?? transport?.Client?.BaseAddress;
        _isGiven = given is not null;
        string? documented = Expand(api.BaseUrl ?? "");
        BaseUrl = _isGiven
            ? AppendServerPath(BaseUrlNormalizer.Normalize(given, allowsOtherSchemes: transport is { IsOwned: false }), documented)
            : Parse(documented);
        _origin = BaseUrl is null ? null : BaseUrlNormalizer.GetOrigin(new Uri(BaseUrl));
        IsNeeded = _isGiven || api.BaseUrl is { Length: > 0 };
        ProblemOption = nameof(ApiClientOptions.BaseUrl);
        Problem = BaseUrl is null ? Describe(options, documented) : "";
    }

    /// <summary>True if there should be a base URL. A document without a server may have servers of its operations.</summary>
    public bool IsNeeded { get; }

    /// <summary>The option that is missing or wrong if there is no base URL.</summary>
    public string ProblemOption { get; private set; }

    /// <summary>
    /// Scheme, host, port and path without a slash at the end; null if neither the options nor the document have such a URL.
    /// </summary>
    public string? BaseUrl { get; }

    /// <summary>The reason why there is no base URL, as a sentence.</summary>
    public string Problem { get; }

    /// <summary>Gets the URL that the paths of an operation are relative to; null if there is none.</summary>
    public string? GetBaseUrl(ApiOperationInfo operation)
    {
        if (operation.ServerUrl is not { } own)
            return BaseUrl;
        if (own is ['/', ..])
            return _origin is null ? null
                : Expand(own) is { } path ? _origin + path
                : null;
        if (_isGiven)
            return BaseUrl;
        return _variables.Length == 0 ? operation.BaseUrl : Parse(Expand(own));
    }

    private static string? Parse(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? absolute) ? BaseUrlNormalizer.Normalize(absolute) : null;

    /// <summary>Appends the path of a server without a host to a URL that names only a host.</summary>
    private static string? AppendServerPath(string? url, string? documented) =>
        url is not null && documented is ['/', ..] && url == BaseUrlNormalizer.GetOrigin(new Uri(url)) ? url + documented : url;

    /// <summary>Replaces the variables by their values; null if one has none.</summary>
    private string? Expand(string url)
    {
        for (int i = 0; i < _variables.Length; i++)
        {
            string placeholder = _variables[i].Placeholder;
            if (!url.Contains(placeholder, StringComparison.Ordinal))
                continue;
            if (_values[i] is not { } value)
                return null;
            // An endpoint can end with a slash, and the path after it begins with one.
            url = url.Replace(placeholder + "/", value.TrimEnd('/') + "/", StringComparison.Ordinal)
                .Replace(placeholder, value, StringComparison.Ordinal);
        }

        return url;
    }

    private string Describe(ApiClientOptions options, string? documented)
    {
        string type = options.GetType().Name;
        string option = $"{type}.{nameof(ApiClientOptions.BaseUrl)} ({options.ApiDefinition.BaseUrlVariable})";
        int missing = documented is null ? Array.FindIndex(_values, value => value is null) : -1;
        if (!_isGiven && missing >= 0)
        {
            ProblemOption = _variables[missing].OptionName;
            return $"{type}.{_variables[missing].OptionName} is not set, which the server '{options.ApiDefinition.BaseUrl}' of the document needs. Set it, or set {option} to an absolute http or https URL.";
        }

        if (!_isGiven && documented is ['/', ..])
            return $"{option} is not an absolute http or https URL. The document's server '{documented}' has no host: set the URL of the host, and the path is added to it.";
        return $"{option} is not an absolute http or https URL.";
    }
}
