using System.Globalization;
using System.Net.Security;
using Acme.Faults;
using CfGen.Faults.Calls;
using CfGen.Faults.Server;

namespace CfGen.Faults.Run;

/// <summary>The clients of a part of the run. Each is shared by all of its calls, as in a program.</summary>
internal sealed class ClientSet : IDisposable
{
    private readonly Dictionary<ClientKind, FaultsClient> _clients = [];
    private readonly SocketsHttpHandler _trusting;

    private readonly HttpClient _borrowed = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public ClientSet(ServerSet servers, SecretWatch watch)
    {
        _trusting = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString() == servers.CertificateHash,
            },
        };
        foreach (ClientKind kind in Enum.GetValues<ClientKind>())
        {
            FaultsClientOptions options = CreateOptions(kind, servers, watch);
            _clients[kind] = kind switch
            {
                ClientKind.Secure => new FaultsClient(_trusting, options),
                ClientKind.Borrowed => new FaultsClient(_borrowed, options),
                _ => new FaultsClient(options),
            };
        }
    }

    public FaultsClient this[ClientKind kind] => _clients[kind];

    public void Dispose()
    {
        foreach (FaultsClient client in _clients.Values)
            client.Dispose();
        _trusting.Dispose();
        _borrowed.Dispose();
    }

    private static FaultsClientOptions CreateOptions(ClientKind kind, ServerSet servers, SecretWatch watch)
    {
        FaultsClientOptions options = new()
        {
            BaseUrl = kind == ClientKind.Secure ? servers.Secure.Url : servers.Api.Url,
            LoggerFactory = watch,
            DefaultHeaders = { [Secrets.HeaderName] = Secrets.Header },
        };
        switch (kind)
        {
            case ClientKind.Provider:
                options.TokenProvider = ProvideAsync;
                break;
            case ClientKind.Keyed:
                options.ApiKey = Secrets.Key;
                break;
            default:
                options.ApiToken = Secrets.Token;
                break;
        }

        if (kind is ClientKind.Single or ClientKind.Borrowed)
        {
            options.MaxRetries = 0;
            options.Timeout = TimeSpan.FromMinutes(10); // the system's clock: the watchdog comes first
        }
        else
        {
            options.TimeProvider = new FaultClock();
            options.Timeout = FaultClock.Long;
            options.MaxResponseBytes = 1_000_000;
        }

        return options;
    }

    private static ValueTask<string> ProvideAsync(CancellationToken cancellationToken)
    {
        Call call = Call.Current!;
        int number = call.CountToken();
        return call.Fault.Provide is { } provide
            ? provide(call, cancellationToken)
            : ValueTask.FromResult(Secrets.Provided + number.ToString(CultureInfo.InvariantCulture));
    }
}
