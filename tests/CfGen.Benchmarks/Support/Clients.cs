using Acme.Cloudflare;
using CfGen.Benchmarks.Peers;
using CfGen.Benchmarks.Peers.NSwag;
using Refit;

namespace CfGen.Benchmarks.Support;

/// <summary>The four clients over one answer, with the same base URL and the same credential.</summary>
internal sealed class Clients : IDisposable
{
    private const string BaseUrl = "https://api.cloudflare.com/client/v4/";

    private readonly StubHandler _handler;
    private readonly HttpClient _http;
    private readonly CloudflareClient _ours;
    private readonly CloudflareClient _borrowing;
    private readonly TwinClient _twin;
    private readonly IRefitApi _refit;
    private readonly NSwagClient _nswag;
    private readonly Guid _user = Guid.Parse(Bodies.User);

    public Clients(byte[] body)
    {
        _handler = new StubHandler(body);
        _http = NewHttpClient();
        CloudflareClientOptions options = new() { BaseUrl = new Uri(BaseUrl), ApiToken = "token" };
        _ours = new CloudflareClient(_handler, options);
        _borrowing = new CloudflareClient(new HttpClient(_handler, disposeHandler: false), options);
        _twin = new TwinClient(_http);
        HttpClient refit = NewHttpClient();
        refit.BaseAddress = new Uri(BaseUrl.TrimEnd('/')); // Refit's paths begin with a slash
        _refit = RestService.ForGenerated<IRefitApi>(refit, TwinContext.Default);
        _nswag = new NSwagClient(_http);
    }

    public async Task<object> OursAsync() => await _ours.ZeroTrust.RiskScoring.GetAsync(Bodies.Account, Bodies.User).ConfigureAwait(false);

    public async Task<object> BorrowingAsync() =>
        await _borrowing.ZeroTrust.RiskScoring.GetAsync(Bodies.Account, Bodies.User).ConfigureAwait(false);

    public async Task<object> TwinAsync() => await _twin.GetAsync(Bodies.Account, Bodies.User).ConfigureAwait(false);

    public async Task<object> RefitAsync() => (await _refit.GetAsync(Bodies.Account, Bodies.User).ConfigureAwait(false)).Result!;

    public async Task<object> NSwagAsync() => (await _nswag.GetRiskScoreAsync(Bodies.Account, _user).ConfigureAwait(false)).Result;

    /// <summary>What every client pays: a request that is sent, and its answer read to the end.</summary>
    public async Task<object> BareAsync()
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

    private HttpClient NewHttpClient()
    {
        HttpClient http = new(_handler, disposeHandler: false) { BaseAddress = new Uri(BaseUrl) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", "token");
        http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        http.DefaultRequestHeaders.UserAgent.ParseAdd("benchmarks/1.0");
        return http;
    }
}
