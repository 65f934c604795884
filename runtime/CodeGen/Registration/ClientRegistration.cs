using System.ComponentModel;
using System.Diagnostics.Metrics;
using System.Globalization;
using CfGen.Pipeline;
using CfGen.Pipeline.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CfGen.CodeGen;

/// <summary>The registration of clients with a container: the part that is the same for all of them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ClientRegistration
{
    // Those of a new HttpClient, which nobody has set.
    private static readonly TimeSpan s_defaultTimeout = TimeSpan.FromSeconds(100);

    /// <summary>Takes the name of a client in a container.</summary>
    /// <param name="services">The services of the container.</param>
    /// <param name="clientType">The class of the client.</param>
    /// <param name="key">The key of the client; null if it is the only one of its class.</param>
    /// <returns>The name: that of its HttpClient, and of its default section.</returns>
    /// <exception cref="ApiOptionsException">A client has this name already.</exception>
    public static string Register(IServiceCollection services, Type clientType, object? key)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(clientType);
        string name = GetOptionsName(key) is { Length: > 0 } text ? clientType.Name + ":" + text : clientType.Name;
        foreach (ServiceDescriptor descriptor in services)
        {
            if (
                descriptor.ServiceType == typeof(RegisteredClient)
                && descriptor.ImplementationInstance is RegisteredClient other
                && string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)
            )
                throw new ApiOptionsException(DescribeSecond(name, clientType, other));
        }

        services.Add(new ServiceDescriptor(typeof(RegisteredClient), new RegisteredClient(name, clientType)));
        return name;
    }

    /// <summary>Gets the name of the options of a client: that of its key, or that of options without a name.</summary>
    public static string GetOptionsName(object? key) => Convert.ToString(key, CultureInfo.InvariantCulture) ?? "";

    /// <summary>Sets the options: services of the container first, then what the program configures.</summary>
    /// <exception cref="ApiOptionsException">The program sets a value that an option cannot have.</exception>
    public static void Configure<T>(IServiceProvider provider, T options, Action<IServiceProvider, T> configure)
        where T : ApiClientOptions
    {
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(configure);
        options.LoggerFactory = (ILoggerFactory?)provider.GetService(typeof(ILoggerFactory));
        options.MeterFactory = (IMeterFactory?)provider.GetService(typeof(IMeterFactory));
        options.TimeProvider = (TimeProvider?)provider.GetService(typeof(TimeProvider));
        try
        {
            configure(provider, options);
        }
        catch (ArgumentException e)
        {
            throw new ApiOptionsException($"{typeof(T).Name} cannot be set. {e.Message}", e.ParamName, e);
        }
    }

    /// <summary>Sets options from environment variables.</summary>
    public static void ReadEnvironment(ApiClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.ReadEnvironment();
    }

    /// <summary>Sets options from a section of the configuration.</summary>
    /// <param name="provider">The container.</param>
    /// <param name="options">The options to set.</param>
    /// <param name="path">The path of the section.</param>
    /// <param name="values">The keys below the section, relative to it, and their values.</param>
    /// <param name="isRequired">True if a section without keys is an error.</param>
    /// <param name="setParameter">Sets the parameter of the client with this index; null if it has none.</param>
    /// <exception cref="ApiOptionsException">
    /// The section is missing, has a key without an option, or a value that an option cannot have.
    /// </exception>
    public static void ReadSection(
        IServiceProvider provider,
        ApiClientOptions options,
        string path,
        IEnumerable<KeyValuePair<string, string?>> values,
        bool isRequired,
        Action<int, string>? setParameter
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(values);
        var reader = new SettingReader(options, path, setParameter);
        var unknown = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
        bool isEmpty = true;
        foreach ((string key, string? value) in values)
        {
            isEmpty = false;
            string name = key.Split(':')[0];
            if (!reader.TrySet(key, value) && !IsRegistered(provider, path + ":" + name))
                unknown.Add(name);
        }

        if (isEmpty && isRequired)
            throw new ApiOptionsException(
                $"The configuration has no section '{path}', or it is empty. Correct its name, or add it with the options of {options.GetType().Name}.",
                path
            );
        if (unknown.Count > 0)
            throw new ApiOptionsException(
                $"The configuration sets {string.Join(", ", unknown.Select(name => $"'{path}:{name}'"))}, but {options.GetType().Name} has no such option. Correct or remove the key. The options are {string.Join(", ", reader.GetNames())}.",
                path + ":" + unknown.Min
            );
    }

    /// <summary>
    /// Sets the id and the secret of a client from a section of the configuration. Emitted where the document has a token URL, before
    /// <see cref="ReadSection"/>.
    /// </summary>
    /// <param name="options">The options to set.</param>
    /// <param name="path">The path of the section.</param>
    /// <param name="values">The keys below the section, relative to it, and their values.</param>
    /// <exception cref="ApiOptionsException">The id or the secret is missing, or a value is wrong.</exception>
    public static void ReadClientCredentials(ApiClientOptions options, string path, IEnumerable<KeyValuePair<string, string?>> values)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(values);
        SecurityScheme[] schemes = options.ApiDefinition.Schemes;
        for (int i = 0; i < schemes.Length; i++)
        {
            if (ClientCredentialSettings.GetName(schemes[i]) is not { } name)
                continue;
            var settings = new ClientCredentialSettings(path, name);
            foreach ((string key, string? value) in values)
            {
                if (key.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
                    settings.Add(key[(name.Length + 1)..], value);
            }

            if (settings.Create(((BearerScheme)schemes[i]).TokenUrl!) is { } credentials)
                options.SetTokenProvider(i, credentials.GetTokenAsync);
        }
    }

    /// <summary>Parses the value of a parameter.</summary>
    /// <exception cref="FormatException">The type has no such value.</exception>
    public static T Parse<T>(string text)
        where T : IParsable<T> =>
        // A number with a comma is not one of ten times the size. The values of an enum can have one.
        (default(T) is IOpenEnum || !text.Contains(',', StringComparison.Ordinal))
        && T.TryParse(text, CultureInfo.InvariantCulture, out T? value)
            ? value
            : throw new FormatException($"is not a {typeof(T).Name}");

    /// <summary>Gets the exception for a parameter of a type that a configuration cannot hold.</summary>
    public static FormatException CreateUnsupportedException() => new("has a type that a configuration cannot hold; set it in code");

    /// <summary>Checks options that no call could be sent with.</summary>
    /// <param name="options">The options.</param>
    /// <param name="createClient">Creates the HttpClient, which may have a base address.</param>
    /// <param name="needsBaseUrl">True if no operation has a server of its own.</param>
    /// <returns>True.</returns>
    /// <exception cref="ApiOptionsException">An option is missing, or contradicts another.</exception>
    public static bool Validate(ApiClientOptions options, Func<HttpClient> createClient, bool needsBaseUrl)
    {
        ArgumentNullException.ThrowIfNull(options);
        using var transport = Transport.From(new FactoryHandler(createClient), disposeHandler: true);
        var servers = new ServerUrls(options, transport);
        if (servers.BaseUrl is null && (needsBaseUrl || servers.IsNeeded))
            throw new ApiOptionsException(servers.Problem, servers.ProblemOption);
        if (options.MaxResponseBytes <= 0)
            throw new ApiOptionsException(
                $"{options.GetType().Name}.{nameof(ApiClientOptions.MaxResponseBytes)} must be positive.",
                nameof(ApiClientOptions.MaxResponseBytes)
            );
        if (
            CredentialCheck.Check(options)
            && !options.AllowInsecureHttp
            && servers.BaseUrl is { } url
            && BaseUrlNormalizer.IsUnencrypted(new Uri(url))
        )
            throw new ApiOptionsException(
                $"{options.GetType().Name} has a credential, which would be sent unencrypted to {BaseUrlNormalizer.GetOrigin(new Uri(url))}. Use https, or set {nameof(ApiClientOptions.AllowInsecureHttp)}.",
                nameof(ApiClientOptions.BaseUrl)
            );
        return true;
    }

    /// <summary>
    /// Creates the handler next to the network, which follows no redirects and keeps no cookies; null in a browser, which has its own.
    /// </summary>
    public static HttpMessageHandler? CreatePrimaryHandler() => SocketsHttpHandler.IsSupported ? Transport.CreateHandler() : null;

    /// <summary>
    /// Sets what an HttpClient would decide differently than a client: its timeout, and the version of HTTP. What the program has set
    /// stays.
    /// </summary>
    public static void ConfigureClient(HttpClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        if (client.Timeout == s_defaultTimeout)
            client.Timeout = Timeout.InfiniteTimeSpan;
        if (client.DefaultVersionPolicy == HttpVersionPolicy.RequestVersionOrLower && client.DefaultRequestVersion == new Version(1, 1))
            client.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrHigher;
    }

    private static bool IsRegistered(IServiceProvider provider, string name)
    {
        foreach (RegisteredClient client in provider.GetServices<RegisteredClient>())
        {
            if (string.Equals(client.Name, name, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static string DescribeSecond(string name, Type clientType, RegisteredClient other) =>
        other.Type == clientType
            ? $"{name} is registered twice. Register it once, or give each of several a key of its own with AddKeyed{clientType.Name}. Options of a client that is registered are changed with Configure<{clientType.Name}Options>."
            : $"{name} is the name of two classes, {other.Type.FullName} and {clientType.FullName}, which would share an HttpClient and a section. Set another ClientName on the OpenApiClient item of one.";

    private sealed record RegisteredClient(string Name, Type Type);
}
