namespace CfGen;

/// <summary>The envelope of a response, without the result.</summary>
public sealed record ApiEnvelope
{
    private readonly int _errorCount;
    private readonly int _messageCount;

    /// <summary>True if the API reports success.</summary>
    public bool Success { get; init; }

    /// <summary>The API's errors, at most 100; they are only notes if <see cref="Success"/> is true.</summary>
    public IReadOnlyList<ApiError> Errors { get; init; } = [];

    /// <summary>The number of errors in the body.</summary>
    public int ErrorCount
    {
        get => Math.Max(_errorCount, Errors.Count);
        init => _errorCount = value;
    }

    /// <summary>The API's messages, at most 100.</summary>
    public IReadOnlyList<ApiError> Messages { get; init; } = [];

    /// <summary>The number of messages in the body.</summary>
    public int MessageCount
    {
        get => Math.Max(_messageCount, Messages.Count);
        init => _messageCount = value;
    }

    /// <summary>The paging data, or null.</summary>
    public ResultInfo? ResultInfo { get; init; }
}
