namespace CfGen;

/// <summary>
/// Code that runs before and after each attempt of the calls of a client. Both methods do nothing unless they are overridden. Calls run
/// side by side, so a hook must be thread-safe.
/// </summary>
/// <remarks>
/// An exception of a hook ends its call: the caller gets it as it is, nothing is retried, and no further hook runs.
/// </remarks>
public abstract class ApiHook
{
    /// <summary>
    /// Runs before an attempt is sent, with the complete request in <see cref="ApiAttempt.Request"/>, which may be changed. It runs again
    /// for a redirect within the origin of the base URL, and not for one to another origin. The timeout of the attempt includes it.
    /// </summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="cancellationToken">Canceled by the caller, and by the timeouts of the attempt and the call.</param>
    public virtual ValueTask BeforeAttemptAsync(ApiAttempt attempt, CancellationToken cancellationToken) => default;

    /// <summary>
    /// Runs after an attempt, with its response or its failure or both. The body of the response has been read, unless the caller streams
    /// it.
    /// </summary>
    /// <param name="attempt">The same object as before the attempt.</param>
    /// <param name="cancellationToken">Canceled by the caller, and by the timeout of the call.</param>
    public virtual ValueTask AfterAttemptAsync(ApiAttempt attempt, CancellationToken cancellationToken) => default;
}
