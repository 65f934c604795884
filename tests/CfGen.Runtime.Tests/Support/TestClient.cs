using CfGen.CodeGen;

namespace CfGen.Runtime.Tests.Support;

// Written by hand the way emitted code looks.
public partial class TestClientOptions : ApiClientOptions
{
    private static readonly ApiDefinition s_definition = new(
        "Test",
        "https://api.example.com/client/v4",
        "CFGENTEST",
        new BearerScheme("ApiToken", "CFGENTEST_API_TOKEN", "CFGENTEST_TOKEN"),
        new ApiKeyHeaderScheme("X-Auth-Email", "ApiEmail", requiredTogether: 0b110, "CFGENTEST_EMAIL", "CFGENTEST_API_EMAIL"),
        new ApiKeyHeaderScheme("X-Auth-Key", "ApiKey", requiredTogether: 0b110, "CFGENTEST_API_KEY", "CFGENTEST_KEY"),
        new ApiKeyHeaderScheme("X-Auth-User-Service-Key", "UserServiceKey", requiredTogether: 0, "CFGENTEST_USER_SERVICE_KEY"),
        new ApiKeyQueryScheme("key", "QueryKey", requiredTogether: 0, "CFGENTEST_QUERY_KEY"),
        new ApiKeyCookieScheme("session", "CookieKey", requiredTogether: 0, "CFGENTEST_COOKIE_KEY"),
        new BasicScheme("User", "Password", "CFGENTEST_USER", "CFGENTEST_PASSWORD"),
        new OAuthScheme("AccessToken", "CFGENTEST_ACCESS_TOKEN") { ProviderName = "AccessTokenProvider", TokenUrl = "/oauth/token" }
    );

    protected override ApiDefinition Definition => s_definition;

    public string? ApiToken
    {
        get => GetCredential(0);
        set => SetCredential(0, value);
    }

    public string? ApiEmail
    {
        get => GetCredential(1);
        set => SetCredential(1, value);
    }

    public string? ApiKey
    {
        get => GetCredential(2);
        set => SetCredential(2, value);
    }

    public string? UserServiceKey
    {
        get => GetCredential(3);
        set => SetCredential(3, value);
    }

    public string? QueryKey
    {
        get => GetCredential(4);
        set => SetCredential(4, value);
    }

    public string? CookieKey
    {
        get => GetCredential(5);
        set => SetCredential(5, value);
    }

    public string? User
    {
        get => GetCredential(6);
        set => SetCredential(6, value);
    }

    public string? Password
    {
        get => GetBasicPassword(6);
        set => SetBasicPassword(6, value);
    }

    public string? AccessToken
    {
        get => GetCredential(7);
        set => SetCredential(7, value);
    }

    public Func<CancellationToken, ValueTask<string>>? AccessTokenProvider
    {
        get => GetTokenProvider(7);
        set => SetTokenProvider(7, value);
    }

    public TestClientOptions UseAccessTokenProvider(Func<ApiTokenContext, CancellationToken, ValueTask<ApiAccessToken>> provider)
    {
        SetTokenProvider(7, provider);
        return this;
    }

    public TestClientOptions UseAccessClientCredentials(
        string clientId,
        string clientSecret,
        Action<ApiClientCredentials>? configure = null
    )
    {
        SetClientCredentials(7, clientId, clientSecret, configure);
        return this;
    }

    public static TestClientOptions FromEnvironment()
    {
        var o = new TestClientOptions();
        o.ReadEnvironment();
        return o;
    }
}

public partial class TestClient : IDisposable
{
    private readonly ApiConnection _connection;

    public TestClient()
        : this(TestClientOptions.FromEnvironment()) { }

    public TestClient(TestClientOptions options) => _connection = new(options);

    public TestClient(HttpMessageHandler handler, TestClientOptions options, bool disposeHandler = false) =>
        _connection = new(handler, options, disposeHandler);

    public TestClient(HttpClient httpClient, TestClientOptions options) => _connection = new(httpClient, options);

    public virtual ScoreResource Scores => new(_connection);

    /// <summary>Any call, for what has no emitted method here.</summary>
    public ApiRequestBuilder Call(ApiOperationInfo operation, RequestOptions? options = null) =>
        _connection.CreateRequest(operation, options);

    public Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => _connection.SendAsync(request, options, cancellationToken);

    public void Dispose()
    {
        _connection.Dispose();
        GC.SuppressFinalize(this);
    }
}

public partial class ScoreResource
{
    private readonly ApiConnection _connection;

    protected ScoreResource() => _connection = ApiConnection.None;

    internal ScoreResource(ApiConnection connection) => _connection = connection;

    [ApiOperation("get-risk-score", "GET", "/accounts/{account_id}/zt_risk_scoring/{user_id}")]
    public virtual Task<Score> GetAsync(
        string accountId,
        string userId,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => StartGet(accountId, userId, options).SendForResultAsync<Score>(cancellationToken);

    public Task<Score> GetAsync(
        string accountId,
        Guid userId,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => GetAsync(accountId, userId.ToString(), options, cancellationToken);

    [ApiOperation("get-risk-score", "GET", "/accounts/{account_id}/zt_risk_scoring/{user_id}")]
    public virtual Task<ApiResponse<Score>> GetWithResponseAsync(
        string accountId,
        string userId,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => StartGet(accountId, userId, options).SendForResponseAsync<Score>(cancellationToken);

    [ApiOperation("reset-risk-score", "POST", "/accounts/{account_id}/zt_risk_scoring/{user_id}/reset")]
    public virtual Task ResetAsync(
        string accountId,
        string userId,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => StartReset(accountId, userId, options).SendAsync(cancellationToken);

    private ApiRequestBuilder StartGet(string accountId, string userId, RequestOptions? options) =>
        _connection
            .CreateRequest(s_get, options)
            .AddString(ParameterLocation.Path, "account_id", accountId, "#/components/parameters/account_id/schema", true, maxLength: 32)
            .AddString(
                ParameterLocation.Path,
                "user_id",
                userId,
                "#/components/parameters/user_id/schema",
                true,
                format: StringFormat.Uuid
            );

    private ApiRequestBuilder StartReset(string accountId, string userId, RequestOptions? options) =>
        _connection
            .CreateRequest(s_reset, options)
            .AddString(ParameterLocation.Path, "account_id", accountId, "#/components/parameters/account_id/schema", true, maxLength: 32)
            .AddString(
                ParameterLocation.Path,
                "user_id",
                userId,
                "#/components/parameters/user_id/schema",
                true,
                format: StringFormat.Uuid
            );

    private static readonly ApiOperationInfo s_get = new(
        "get-risk-score",
        HttpMethod.Get,
        "/accounts/{account_id}/zt_risk_scoring/{user_id}"
    )
    {
        Security = [0b001, 0b110],
        Envelope = EnvelopeKind.Result,
        Permissions = "Zero Trust: PII Read",
    };

    private static readonly ApiOperationInfo s_reset = new(
        "reset-risk-score",
        HttpMethod.Post,
        "/accounts/{account_id}/zt_risk_scoring/{user_id}/reset"
    )
    {
        Security = [0b001, 0b110],
        Envelope = EnvelopeKind.Result,
    };
}
