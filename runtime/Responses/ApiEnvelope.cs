namespace CfGen;

/// <summary>What an answer is wrapped in, but for the result itself.</summary>
public sealed record ApiEnvelope
{
    /// <summary>Whether the API calls the request a success.</summary>
    public bool Success { get; init; }

    /// <summary>The API's errors; entries beside <see cref="Success"/> are notes.</summary>
    public IReadOnlyList<ApiError> Errors { get; init; } = [];

    /// <summary>The API's messages.</summary>
    public IReadOnlyList<ApiError> Messages { get; init; } = [];

    /// <summary>The paging data, where there is any.</summary>
    public ResultInfo? ResultInfo { get; init; }
}
