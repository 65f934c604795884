namespace CfGen;

/// <summary>The envelope of a response, without the result.</summary>
public sealed record ApiEnvelope
{
    /// <summary>True if the API reports success.</summary>
    public bool Success { get; init; }

    /// <summary>The API's errors; they are only notes if <see cref="Success"/> is true.</summary>
    public IReadOnlyList<ApiError> Errors { get; init; } = [];

    /// <summary>The API's messages.</summary>
    public IReadOnlyList<ApiError> Messages { get; init; } = [];

    /// <summary>The paging data, or null.</summary>
    public ResultInfo? ResultInfo { get; init; }
}
