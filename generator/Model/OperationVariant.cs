namespace CfGen.Generator.Model;

/// <param name="FirstMethodName">The first method without <c>Async</c>.</param>
/// <param name="SendsFiles">True if it sends a form instead of JSON.</param>
/// <param name="ReturnsEvents">True if it streams events instead of one value.</param>
internal sealed record OperationVariant(string FirstMethodName, bool SendsFiles, bool ReturnsEvents)
{
    /// <summary>The suffix of the first method's name.</summary>
    public string NameSuffix => (SendsFiles ? "WithFiles" : "") + (ReturnsEvents ? "Streaming" : "");
}
