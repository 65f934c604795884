namespace CfGen.Pipeline.Responses;

/// <summary>The errors of a body.</summary>
/// <param name="Errors">The first <see cref="MaxLength"/> of them, those in chains included.</param>
/// <param name="Count">The number of all of them, without chains.</param>
internal readonly record struct ErrorList(IReadOnlyList<ApiError> Errors, int Count)
{
    /// <summary>The most errors of a body that are kept: a body can have millions.</summary>
    public const int MaxLength = 100;

    public static ErrorList Empty { get; } = new([], 0);
}
