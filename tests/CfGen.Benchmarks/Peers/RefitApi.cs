using Refit;

namespace CfGen.Benchmarks.Peers;

/// <summary>The operation in Refit, with the hand-written models.</summary>
public interface IRefitApi
{
    /// <summary>Gets the score.</summary>
    [Get("/accounts/{accountId}/zt_risk_scoring/{userId}")]
    Task<HandWrittenEnvelope> GetAsync(string accountId, string userId, CancellationToken cancellationToken = default);
}
