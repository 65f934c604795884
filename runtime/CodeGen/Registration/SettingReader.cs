using System.Globalization;
using System.Runtime.CompilerServices;
using CfGen.Pipeline.Parameters;

namespace CfGen.CodeGen;

/// <summary>
/// Sets options from the keys of a configuration section. A key without an option is an error: with a spelling mistake it would be a
/// setting that has no effect.
/// </summary>
/// <param name="options">The options to set.</param>
/// <param name="path">The path of the section, for messages.</param>
/// <param name="setParameter">Sets the parameter of the client with this index; null if it has none.</param>
internal sealed class SettingReader(ApiClientOptions options, string path, Action<int, string>? setParameter)
{
    private const string Headers = nameof(ApiClientOptions.DefaultHeaders);
    private const string Query = nameof(ApiClientOptions.DefaultQuery);
    private const string LoggedHeaders = nameof(ApiClientOptions.LoggedHeaders);
    private const string LoggedBodies = nameof(ApiClientOptions.LoggedBodies);

    private static readonly (string Name, Action<ApiClientOptions, string> Set)[] s_settings =
    [
        (nameof(ApiClientOptions.AcceptBrotli), static (o, text) => SetBrotli(o, ParseBoolean(text))),
        (nameof(ApiClientOptions.AllowCrossOriginRedirects), static (o, text) => o.AllowCrossOriginRedirects = ParseBoolean(text)),
        (nameof(ApiClientOptions.AllowInsecureHttp), static (o, text) => o.AllowInsecureHttp = ParseBoolean(text)),
        (nameof(ApiClientOptions.BaseUrl), static (o, text) => o.BaseUrl = ParseUrl(text)),
        (nameof(ApiClientOptions.CorrelationHeader), static (o, text) => o.CorrelationHeader = text),
        (nameof(ApiClientOptions.IdleTimeout), static (o, text) => o.IdleTimeout = ParseTime(text)),
        (nameof(ApiClientOptions.MaxDepth), static (o, text) => o.MaxDepth = ParseNumber<int>(text)),
        (nameof(ApiClientOptions.MaxResponseBytes), static (o, text) => o.MaxResponseBytes = ParseNumber<long>(text)),
        (nameof(ApiClientOptions.MaxRetries), static (o, text) => o.MaxRetries = ParseNumber<int>(text)),
        (nameof(ApiClientOptions.MaxRetryAfter), static (o, text) => o.MaxRetryAfter = ParseTime(text)),
        (nameof(ApiClientOptions.ResponseValidation), static (o, text) => o.ResponseValidation = ParseValidation(text)),
        (nameof(ApiClientOptions.RetryNonIdempotent), static (o, text) => o.RetryNonIdempotent = ParseBoolean(text)),
        (nameof(ApiClientOptions.Timeout), static (o, text) => o.Timeout = ParseTime(text)),
        (nameof(ApiClientOptions.TotalTimeout), static (o, text) => o.TotalTimeout = ParseTime(text)),
    ];

    private readonly ApiDefinition _api = options.ApiDefinition;

    /// <summary>Sets one option. An empty value counts as not set, as that of an environment variable does.</summary>
    /// <param name="key">The key, relative to the section.</param>
    /// <param name="value">The value; null if the key has keys below it.</param>
    /// <returns>False if no option has this name.</returns>
    /// <exception cref="ApiOptionsException">The option cannot have the value.</exception>
    public bool TrySet(string key, string? value)
    {
        int colon = key.IndexOf(':', StringComparison.Ordinal);
        string name = colon < 0 ? key : key[..colon];
        if (AreEqual(name, Headers) || AreEqual(name, Query))
        {
            if (colon > 0 && value is not null)
                (AreEqual(name, Headers) ? options.DefaultHeaders : options.DefaultQuery)[key[(colon + 1)..]] = value;
            else if (!string.IsNullOrEmpty(value))
                throw CreateException(key, "has a value, and needs a key for each of its entries");
            return true;
        }

        if (AreEqual(name, LoggedHeaders) || AreEqual(name, LoggedBodies))
        {
            AddNames(AreEqual(name, LoggedHeaders), key, value);
            return true;
        }

        if (FindClientCredentials(name))
        {
            if (colon < 0 && !string.IsNullOrEmpty(value))
                throw CreateException(key, "has a value, and needs the keys ClientId and ClientSecret");
            return true;
        }

        if (FindSetter(name) is not { } set)
            return false;
        if (colon > 0)
            throw CreateException(key, $"is below '{name}', which is one value");
        if (string.IsNullOrEmpty(value))
            return true;
        try
        {
            set(value);
        }
        catch (FormatException e)
        {
            // The value may be a secret under a wrong key, so that it is not repeated.
            throw CreateException(key, e.Message);
        }
        catch (ArgumentException e)
        {
            throw new ApiOptionsException($"'{path}:{key}' cannot have this value. {e.Message}", key, e);
        }

        return true;
    }

    /// <summary>Gets the names of all options that a section can set.</summary>
    public IEnumerable<string> GetNames()
    {
        var names = new List<string> { Headers, Query, LoggedBodies, LoggedHeaders };
        foreach ((string name, _) in s_settings)
            names.Add(name);
        foreach (SecurityScheme scheme in _api.Schemes)
        {
            names.Add(scheme.OptionName);
            if (scheme.PasswordOptionName is { } password)
                names.Add(password);
            if (ClientCredentialSettings.GetName(scheme) is { } credentials)
                names.Add(credentials);
        }

        foreach (ServerVariable variable in _api.ServerVariables)
            names.Add(variable.OptionName);
        foreach (ClientParameter parameter in _api.ClientParameters)
            names.Add(parameter.OptionName);
        names.Sort(StringComparer.Ordinal);
        return names;
    }

    /// <summary>Adds names of what is logged: a list, or one text with commas, as an environment variable has them.</summary>
    private void AddNames(bool areHeaders, string key, string? value)
    {
        foreach (string name in (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (areHeaders && !HeaderFormat.IsValidName(name))
                throw CreateException(key, "is not a name that a header can have");
            (areHeaders ? options.LoggedHeaders : options.LoggedBodies).Add(name);
        }
    }

    private bool FindClientCredentials(string name) =>
        Array.Exists(_api.Schemes, scheme => ClientCredentialSettings.GetName(scheme) is { } credentials && AreEqual(name, credentials));

    private Action<string>? FindSetter(string name)
    {
        foreach ((string setting, Action<ApiClientOptions, string> set) in s_settings)
        {
            if (AreEqual(name, setting))
                return text => set(options, text);
        }

        for (int i = 0; i < _api.Schemes.Length; i++)
        {
            int index = i;
            if (AreEqual(name, _api.Schemes[i].OptionName))
                return text => options.SetCredential(index, text);
            if (_api.Schemes[i].PasswordOptionName is { } password && AreEqual(name, password))
                return text => options.SetBasicPassword(index, text);
        }

        for (int i = 0; i < _api.ServerVariables.Length; i++)
        {
            int index = i;
            if (AreEqual(name, _api.ServerVariables[i].OptionName))
                return text => options.SetServerVariable(index, text);
        }

        for (int i = 0; i < _api.ClientParameters.Length; i++)
        {
            int index = i;
            if (AreEqual(name, _api.ClientParameters[i].OptionName))
                return text => setParameter!(index, text);
        }

        return null;
    }

    private ApiOptionsException CreateException(string key, string problem) =>
        new($"'{path}:{key}' {problem}. Correct it in the configuration.", key);

    private static bool AreEqual(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    // The compiler of NativeAOT removes what a constant condition excludes: Brotli is linked where code sets it.
    private static void SetBrotli(ApiClientOptions options, bool value)
    {
        if (RuntimeFeature.IsDynamicCodeSupported)
            options.AcceptBrotli = value;
        else if (value != options.AcceptBrotli)
            throw new FormatException("is an option that a program of NativeAOT sets in code, which then links Brotli");
    }

    private static bool ParseBoolean(string text) =>
        bool.TryParse(text, out bool value) ? value : throw new FormatException("is neither true nor false");

    private static T ParseNumber<T>(string text)
        where T : struct, IParsable<T> =>
        T.TryParse(text, CultureInfo.InvariantCulture, out T value)
            ? value
            : throw new FormatException("is not a whole number in its range");

    // The parser of .NET takes "30" for 30 days.
    private static TimeSpan ParseTime(string text) =>
        AreEqual(text, "Infinite") ? Timeout.InfiniteTimeSpan
        : text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan value) ? value
        : throw new FormatException("is not a time such as 00:00:30, nor Infinite");

    private static Uri ParseUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? url) ? url : throw new FormatException("is not an absolute URL");

    private static ResponseValidation ParseValidation(string text) =>
        AreEqual(text, nameof(ResponseValidation.Strict)) ? ResponseValidation.Strict
        : AreEqual(text, nameof(ResponseValidation.Lenient)) ? ResponseValidation.Lenient
        : throw new FormatException("is neither Strict nor Lenient");
}
