namespace CfGen.Generator.Model;

/// <param name="FirstMethodName">Name of the first method without <c>Async</c>.</param>
/// <param name="SendsFiles">Whether it sends a form, where the first sends JSON.</param>
/// <param name="ReturnsEvents">Whether it asks for events, where the first asks for one value.</param>
internal sealed record OperationVariant(string FirstMethodName, bool SendsFiles, bool ReturnsEvents)
{
    /// <summary>What the name of the first method gets.</summary>
    public string NameSuffix => (SendsFiles ? "WithFiles" : "") + (ReturnsEvents ? "Streaming" : "");
}
