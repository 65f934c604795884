namespace CfGen.Pipeline.Authentication;

/// <summary>
/// A provider of tokens with their validity. A token is kept until shortly before it expires, or until the server refuses it, and all calls
/// that need a new one wait for the same.
/// </summary>
internal sealed class CachedTokenSource(string optionName, Func<ApiTokenContext, CancellationToken, ValueTask<ApiAccessToken>> provider)
    : TokenSource(optionName)
{
    private readonly Dictionary<string, TokenCache> _caches = new(StringComparer.Ordinal);

    protected override async ValueTask<string> GetTokenAsync(
        ApiRequest request,
        ulong schemes,
        string? refused,
        CancellationToken cancellationToken
    )
    {
        string scopes = request.Operation.GetScopes(schemes);
        TokenCache cache = GetCache(scopes);
        while (true)
        {
            if (!cache.TryGet(request.Settings.TimeProvider, refused, out string? token, out TokenRefresh refresh, out bool isNew))
            {
                if (isNew)
                    refresh.Start(cache, provider, CreateContext(request, scopes, refused is not null), request.Settings.TimeProvider);
                token = await JoinAsync(cache, refresh, request, cancellationToken).ConfigureAwait(false);
                // The refresh of another call does not know that this token is refused.
                if (refused is not null && token == refused && !refresh.IsAfterRefusal)
                    continue;
            }

            return token!;
        }
    }

    private static async Task<string> JoinAsync(
        TokenCache cache,
        TokenRefresh refresh,
        ApiRequest request,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return (await WaitAsync(refresh.Task, request, cancellationToken).ConfigureAwait(false))?.Token!;
        }
        catch (TokenTimeoutException)
        {
            cache.Forget(refresh); // the next call asks again, and does not wait for what hangs
            throw;
        }
        finally
        {
            cache.Leave(refresh);
        }
    }

    private TokenCache GetCache(string scopes)
    {
        lock (_caches)
        {
            if (!_caches.TryGetValue(scopes, out TokenCache? cache))
                _caches.Add(scopes, cache = new TokenCache());
            return cache;
        }
    }

    private static ApiTokenContext CreateContext(ApiRequest request, string scopes, bool isTokenRefused) =>
        new(request.Operation.Id, scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries), isTokenRefused)
        {
            Transport = request.Connection.Transport,
            BaseUrl = request.Connection.GetBaseUrl(request.Operation),
            AllowInsecureHttp = request.Settings.AllowInsecureHttp,
            TimeProvider = request.Settings.TimeProvider,
            UserAgent = request.Settings.UserAgent,
        };
}
