using System.Reflection;
using System.Text.Json;
using CfGen.CodeGen;
using CfGen.Pipeline.Authentication;
using CfGen.Pipeline.Responses;
using CfGen.Telemetry;

namespace CfGen.Pipeline;

/// <summary>A copy of the options of a client, from its creation.</summary>
internal sealed class ConnectionSettings
{
    private static readonly string s_version =
        typeof(ConnectionSettings).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
        ?? "0";

    public ConnectionSettings(ApiClientOptions options, Transport transport)
    {
        ApiDefinition api = options.ApiDefinition;
        ClientName = api.Name;
        Servers = new ServerUrls(options, transport);
        Credentials = new CredentialSet(options);
        ClientParameters = new (object?, string)[api.ClientParameters.Length];
        for (int i = 0; i < ClientParameters.Length; i++)
            ClientParameters[i] = (options.GetClientParameterAt(i), $"{options.GetType().Name}.{api.ClientParameters[i].OptionName}");
        MaxRetries = options.MaxRetries;
        Timeout = options.Timeout;
        TotalTimeout = options.TotalTimeout;
        MaxRetryAfter = options.MaxRetryAfter;
        RetryNonIdempotent = options.RetryNonIdempotent;
        AllowInsecureHttp = options.AllowInsecureHttp;
        AllowCrossOriginRedirects = options.AllowCrossOriginRedirects;
        IsLenient = options.ResponseValidation == ResponseValidation.Lenient;
        MaxResponseBytes = options.MaxResponseBytes;
        MaxDepth = options.MaxDepth;
        SerializerOptions = options.JsonSerializerOptions;
        IdleTimeout = options.IdleTimeout;
        CreateBrotliDecoder = options.CreateBrotliDecoder;
        TimeProvider = options.TimeProvider ?? TimeProvider.System;
        DecideRetry = options.DecideRetry;
        CorrelationHeader = options.CorrelationHeader;
        CreateCorrelationId = options.CreateCorrelationId;
        CorrelationIdProvider = options.CorrelationIdProvider;
        Headers = Copy(options.HeadersOrNull);
        Query = Copy(options.QueryOrNull);
        Telemetry = ClientTelemetry.GetOrCreate(ClientName, options.MeterFactory);
        UserAgent = $"CfGen/{s_version} ({ToAscii(ClientName)}; .NET {Environment.Version.ToString(2)})";
    }

    public string ClientName { get; }

    public ServerUrls Servers { get; }

    public CredentialSet Credentials { get; }

    /// <summary>The values of parameters that are options, and the expressions that messages name them by.</summary>
    public (object? Value, string Expression)[] ClientParameters { get; }

    public int MaxRetries { get; }

    public TimeSpan Timeout { get; }

    public TimeSpan TotalTimeout { get; }

    public TimeSpan MaxRetryAfter { get; }

    public bool RetryNonIdempotent { get; }

    public bool AllowInsecureHttp { get; }

    public bool AllowCrossOriginRedirects { get; }

    public bool IsLenient { get; }

    public long MaxResponseBytes { get; }

    public int MaxDepth { get; }

    /// <summary>The options that read and write types of the program that have no codec; null if there are none.</summary>
    public JsonSerializerOptions? SerializerOptions { get; }

    public TimeSpan IdleTimeout { get; }

    /// <summary>Creates the decoder of Brotli; null if the client does not ask for Brotli.</summary>
    public Func<Stream, Stream>? CreateBrotliDecoder { get; }

    /// <summary>The encodings that the client's own transport asks for.</summary>
    public string AcceptEncoding => CreateBrotliDecoder is null ? Decompression.AcceptEncoding : Decompression.AcceptEncodingWithBrotli;

    public TimeProvider TimeProvider { get; }

    /// <summary>Decides on retries in place of <see cref="RetryPolicy"/>; null if nobody does.</summary>
    public RetryDecider.Decision? DecideRetry { get; }

    /// <summary>The header that sends a correlation id with each call; null if there is none.</summary>
    public string? CorrelationHeader { get; }

    public Func<string?>? CorrelationIdProvider { get; }

    /// <summary>Creates the correlation id of a call; null if the client sends none of its own.</summary>
    public Func<ApiRequest, string?>? CreateCorrelationId { get; }

    public KeyValuePair<string, string>[] Headers { get; }

    public KeyValuePair<string, string>[] Query { get; }

    public string UserAgent { get; }

    public ClientTelemetry Telemetry { get; }

    private static KeyValuePair<string, string>[] Copy(IDictionary<string, string>? values)
    {
        if (values is null)
            return [];
        var copy = new KeyValuePair<string, string>[values.Count];
        values.CopyTo(copy, 0);
        return copy;
    }

    // A class may have a name in any script, and a header that is not ASCII is not sent.
    private static string ToAscii(string name) =>
        string.Create(
            name.Length,
            name,
            static (span, text) =>
            {
                for (int i = 0; i < span.Length; i++)
                    span[i] = char.IsAscii(text[i]) ? text[i] : '_';
            }
        );
}
