using CfGen.Pipeline;
using CfGen.Pipeline.Authentication;
using CfGen.Pipeline.Hooks;
using CfGen.Pipeline.Parameters;
using CfGen.Telemetry;
using Microsoft.Extensions.Logging;

namespace CfGen;

// The hooks, ids and logs that a program adds to the calls of a client.
public abstract partial class ApiClientOptions
{
    private IList<ApiHook>? _hooks;
    private ISet<string>? _loggedHeaders;
    private ISet<string>? _loggedBodies;
    private Func<ApiRetryContext, TimeSpan?>? _retryDecision;
    private string? _correlationHeader;

    /// <summary>The hooks of all calls. Before an attempt they run in this order, after it in the opposite one.</summary>
    public IList<ApiHook> Hooks
    {
        get => _hooks ??= UseHooks(new List<ApiHook>());
        set => _hooks = UseHooks(value);
    }

    /// <summary>
    /// Replaces the client's retry decision. Returns the delay before the next attempt, or null for no retry. It is called after a failed
    /// attempt up to <see cref="MaxRetries"/>, if the body can be sent again; also for a POST.
    /// </summary>
    public Func<ApiRetryContext, TimeSpan?>? RetryDecision
    {
        get => _retryDecision;
        set
        {
            _retryDecision = value;
            DecideRetry = value is null ? null : new RetryDecider(value).Decide;
        }
    }

    /// <summary>
    /// The header that sends a correlation id with each call, the same with all its attempts; null to send none. Logs and traces have the
    /// id, too.
    /// </summary>
    /// <exception cref="ArgumentException">A header cannot have the name.</exception>
    public string? CorrelationHeader
    {
        get => _correlationHeader;
        set
        {
            _correlationHeader =
                value is null || HeaderFormat.IsValidName(value)
                    ? value
                    : throw new ArgumentException(
                        "CorrelationHeader must be a name that a header can have, such as X-Correlation-ID.",
                        nameof(CorrelationHeader)
                    );
            CreateCorrelationId = value is null ? null : Pipeline.Hooks.CorrelationId.Create;
        }
    }

    /// <summary>
    /// Gets the correlation id of a call that sets none, such as that of the request that the program handles. If
    /// this is null or returns null, a new id is created.
    /// </summary>
    public Func<string?>? CorrelationIdProvider { get; set; }

    /// <summary>
    /// The names of the headers whose values are logged, of requests and responses. Empty by default. A credential, and a header whose
    /// name denotes a secret, is logged as a star.
    /// </summary>
    public ISet<string> LoggedHeaders
    {
        get => _loggedHeaders ??= UseContentLog(new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        set => _loggedHeaders = UseContentLog(value);
    }

    /// <summary>
    /// The ids of the operations whose bodies are logged, of requests and responses; <c>*</c> for all. Empty by default. Values of
    /// JSON and forms whose names denote secrets are logged as stars. Binary bodies, and those of more than 32 KiB, are logged by their
    /// length.
    /// </summary>
    public ISet<string> LoggedBodies
    {
        get => _loggedBodies ??= UseContentLog(new HashSet<string>(StringComparer.Ordinal));
        set => _loggedBodies = UseContentLog(value);
    }

    internal IList<ApiHook>? HooksOrNull => _hooks;

    /// <summary>
    /// Creates the runner of the hooks; null if the options never had any. A program without hooks does not carry its code.
    /// </summary>
    internal Func<ApiClientOptions, CredentialSet, ILogger, HookRunner?>? CreateHookRunner { get; private set; }

    /// <summary>Asks <see cref="RetryDecision"/>; null without it. A program that does not set it does not carry its code.</summary>
    internal RetryDecider.Decision? DecideRetry { get; private set; }

    /// <summary>
    /// Creates the correlation id of a call; null without a header for it. A program that sends none does not carry its code.
    /// </summary>
    internal Func<ApiRequest, string?>? CreateCorrelationId { get; private set; }

    internal ISet<string>? LoggedHeadersOrNull => _loggedHeaders;

    internal ISet<string>? LoggedBodiesOrNull => _loggedBodies;

    /// <summary>
    /// Creates the log of headers and bodies; null if the options name none. A program that logs none does not carry its code.
    /// </summary>
    internal Func<ApiClientOptions, CredentialSet, ILogger, ApiHook?>? CreateContentLog { get; private set; }

    private ISet<string> UseContentLog(ISet<string> names)
    {
        CreateContentLog ??= ContentLog.Create;
        CreateHookRunner ??= HookRunner.Create;
        return names;
    }

    private IList<ApiHook> UseHooks(IList<ApiHook> hooks)
    {
        CreateHookRunner ??= HookRunner.Create;
        return hooks;
    }
}
