using Refit;

namespace CfGen.Benchmarks.Peers;

/// <summary>The operation as Refit has it, over the twin's models.</summary>
public interface IRefitApi
{
    /// <summary>Gets the score.</summary>
    [Get("/accounts/{accountId}/zt_risk_scoring/{userId}")]
    Task<TwinEnvelope> GetAsync(string accountId, string userId, CancellationToken cancellationToken = default);
}
