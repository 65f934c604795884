namespace CfGen.Pipeline.Responses;

/// <summary>Reads what a call returns from a successful response.</summary>
internal interface IResultReader<TResult>
{
    /// <summary>The handling of the body.</summary>
    static virtual BodyHandling Handling => BodyHandling.Read;

    /// <summary>True if the reader can return a response whose body stays unread because the options of the call say so.</summary>
    static virtual bool MayLeaveOpen => false;

    /// <exception cref="ApiException">The response reports failure, or its body cannot be read.</exception>
    static abstract TResult Read(ApiMessage message);
}
