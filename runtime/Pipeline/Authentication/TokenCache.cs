namespace CfGen.Pipeline.Authentication;

/// <summary>The token of some scopes, and the refresh that all calls wait for.</summary>
internal sealed class TokenCache
{
    private static readonly TimeSpan s_longestMargin = TimeSpan.FromMinutes(1);

    private readonly object _lock = new();
    private string? _token;
    private DateTimeOffset _refreshOn;
    private TokenRefresh? _refresh;

    /// <summary>Gets the token, or joins the refresh of it.</summary>
    /// <param name="clock">The clock of the client.</param>
    /// <param name="refused">The token that the server refused, which is not used again.</param>
    /// <param name="token">The token.</param>
    /// <param name="refresh">The refresh that was joined, and has to be left.</param>
    /// <param name="isNew">True if the caller has to start the refresh.</param>
    public bool TryGet(TimeProvider clock, string? refused, out string? token, out TokenRefresh refresh, out bool isNew)
    {
        lock (_lock)
        {
            refresh = null!;
            isNew = false;
            if (refused is not null && refused == _token)
                _token = null; // calls that begin wait for the new one, too
            token = _token;
            if (token is not null && clock.GetUtcNow() < _refreshOn)
                return true;
            isNew = _refresh is null;
            refresh = _refresh ??= new TokenRefresh { IsAfterRefusal = refused is not null };
            refresh.WaitingCount++;
            return false;
        }
    }

    /// <summary>Keeps a token until shortly before it expires.</summary>
    public void Keep(TokenRefresh refresh, ApiAccessToken? token, DateTimeOffset now)
    {
        lock (_lock)
        {
            bool isLate = _refresh != refresh;
            if (!isLate)
                _refresh = null;
            if (isLate && _token is not null && now < _refreshOn)
                return; // another refresh was faster
            if (token is null || !CredentialSet.IsValidToken(token.Token))
                return;
            _token = token.Token;
            _refreshOn = token.ExpiresOn is { } end ? end - GetMargin(end - now) : DateTimeOffset.MaxValue;
        }
    }

    /// <summary>Lets the next call start another refresh.</summary>
    public void Forget(TokenRefresh refresh)
    {
        lock (_lock)
        {
            if (_refresh == refresh)
                _refresh = null;
        }
    }

    /// <summary>Ends the wait of one call. A refresh that nobody waits for is canceled.</summary>
    public void Leave(TokenRefresh refresh)
    {
        lock (_lock)
        {
            if (--refresh.WaitingCount > 0 || refresh.Task.IsCompleted)
                return;
            if (_refresh == refresh)
                _refresh = null;
        }

        refresh.Cancel();
    }

    // A tenth of a short life, so that a token of a minute is used for most of it.
    private static TimeSpan GetMargin(TimeSpan life)
    {
        TimeSpan tenth = life > TimeSpan.Zero ? life / 10 : TimeSpan.Zero;
        return tenth < s_longestMargin ? tenth : s_longestMargin;
    }
}
