using Acme.Cloudflare;
using CfGen.Benchmarks.Peers;
using CfGen.Benchmarks.Peers.NSwag;
using Refit;

namespace CfGen.Benchmarks.Support;

/// <summary>The clients under comparison, with the same response, base URL and credential.</summary>
internal sealed class ClientCalls : IDisposable
{
    private const string BaseUrl = "https://api.cloudflare.com/client/v4/";

    private readonly StubHandler _handler;
    private readonly HttpClient _http;
    private readonly CloudflareClient _ours;
    private readonly CloudflareClient _borrowing;
    private readonly HandWrittenClient _handWritten;
    private readonly IRefitApi _refit;
    private readonly NSwagClient _nswag;
    private readonly Guid _user = Guid.Parse(Bodies.User);

    public ClientCalls(byte[] body)
    {
        _handler = new StubHandler(body);
        _http = CreateHttpClient();
        CloudflareClientOptions options = new() { BaseUrl = new Uri(BaseUrl), ApiToken = "token" };
        _ours = new CloudflareClient(_handler, options);
        _borrowing = new CloudflareClient(new HttpClient(_handler, disposeHandler: false), options);
        _handWritten = new HandWrittenClient(_http);
        HttpClient refit = CreateHttpClient();
        refit.BaseAddress = new Uri(BaseUrl.TrimEnd('/')); // Refit's paths begin with a slash
        _refit = RestService.ForGenerated<IRefitApi>(refit, HandWrittenContext.Default);
        _nswag = new NSwagClient(_http);
    }

    public async Task<object> CallCfGenAsync() =>
        await _ours.ZeroTrust.RiskScoring.GetAsync(Bodies.Account, Bodies.User).ConfigureAwait(false);

    public async Task<object> CallCfGenOverHttpClientAsync() =>
        await _borrowing.ZeroTrust.RiskScoring.GetAsync(Bodies.Account, Bodies.User).ConfigureAwait(false);

    public async Task<object> CallHandWrittenAsync() => await _handWritten.GetAsync(Bodies.Account, Bodies.User).ConfigureAwait(false);

    public async Task<object> CallRefitAsync() => (await _refit.GetAsync(Bodies.Account, Bodies.User).ConfigureAwait(false)).Result!;

    public async Task<object> CallNSwagAsync() => (await _nswag.GetRiskScoreAsync(Bodies.Account, _user).ConfigureAwait(false)).Result;

    /// <summary>Sends a request and reads the whole response: the cost that every client has.</summary>
    public async Task<object> CallHttpClientAsync()
    {
        using HttpResponseMessage response = await _http
            .GetAsync(
                new Uri($"accounts/{Bodies.Account}/zt_risk_scoring/{Bodies.User}", UriKind.Relative),
                HttpCompletionOption.ResponseHeadersRead
            )
            .ConfigureAwait(false);
        return await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
    }

    public void Dispose()
    {
        _ours.Dispose();
        _borrowing.Dispose();
        _http.Dispose();
        _handler.Dispose();
    }

    private HttpClient CreateHttpClient()
    {
        HttpClient http = new(_handler, disposeHandler: false) { BaseAddress = new Uri(BaseUrl) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", "token");
        http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        http.DefaultRequestHeaders.UserAgent.ParseAdd("benchmarks/1.0");
        return http;
    }
}
