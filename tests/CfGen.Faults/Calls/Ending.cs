using System.Globalization;

namespace CfGen.Faults.Calls;

/// <summary>A right ending of a call: a number of results, and then an exception or none.</summary>
internal sealed record Ending(int Results, string Name, Func<Exception?, bool> Matches)
{
    /// <summary>The text of the results; null for those of the call.</summary>
    public string? Result { get; init; }

    /// <summary>One result.</summary>
    public static readonly Ending Value = After(1);

    public static readonly Ending Connection = new(0, "connection", e => e is ApiConnectionException);

    public static readonly Ending Format = new(0, "format", e => e is ApiResponseFormatException);

    public static readonly Ending Timeout = new(0, "timeout", e => e is ApiTimeoutException);

    public static readonly Ending Credentials = new(0, "credentials", e => e is ApiCredentialsException);

    public static readonly Ending Invalid = new(0, "invalid argument", e => e is ApiValidationException);

    /// <summary>The caller's own cancellation. The token is checked for every call.</summary>
    public static readonly Ending Canceled = new(0, "canceled", e => e is OperationCanceledException);

    /// <summary>Some results and no exception.</summary>
    public static Ending After(int results) => new(results, results.ToString(CultureInfo.InvariantCulture), e => e is null);

    /// <summary>The same exception after some results.</summary>
    public Ending WithResults(int results) => this with { Results = results };

    /// <summary>A status exception of the kind that belongs to the status.</summary>
    public static Ending Status(int status, Func<ApiStatusException, bool>? check = null) =>
        new(
            0,
            status.ToString(CultureInfo.InvariantCulture),
            e => e is ApiStatusException s && (int)s.StatusCode == status && s.GetType() == GetType(status) && (check is null || check(s))
        );

    public override string ToString() => Results > 0 && Matches(null) ? Name : $"{Name} after {Results}";

    private static Type GetType(int status) =>
        status switch
        {
            400 => typeof(ApiBadRequestException),
            401 => typeof(ApiUnauthorizedException),
            403 => typeof(ApiForbiddenException),
            404 => typeof(ApiNotFoundException),
            409 => typeof(ApiConflictException),
            422 => typeof(ApiUnprocessableEntityException),
            429 => typeof(ApiRateLimitException),
            >= 500 => typeof(ApiServerException),
            _ => typeof(ApiStatusException),
        };
}
