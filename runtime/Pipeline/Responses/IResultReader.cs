namespace CfGen.Pipeline.Responses;

/// <summary>Reads what a call returns from a successful response.</summary>
internal interface IResultReader<TResult>
{
    /// <summary>True if the body stays open, so that the caller reads it.</summary>
    static virtual bool LeavesOpen => false;

    /// <exception cref="ApiException">The response reports failure, or its body cannot be read.</exception>
    static abstract TResult Read(ApiMessage message);
}
