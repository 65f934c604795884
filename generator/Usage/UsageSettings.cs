using CfGen.Generator.Model;

namespace CfGen.Generator.Usage;

/// <summary>The settings of a client with <c>Emit="used"</c>.</summary>
/// <param name="Kept">The operations that the item's <c>Keep</c> selects, each as <see cref="GetKey"/>.</param>
/// <param name="HasKeep">True if the item says which operations stay.</param>
/// <param name="IsPublic">True if other projects can call the client.</param>
/// <param name="ReportEnabled">True if the build prints the report.</param>
internal sealed record UsageSettings(EquatableArray<string> Kept, bool HasKeep, bool IsPublic, bool ReportEnabled)
{
    /// <summary>Gets the method and the path of an operation, which no other operation of a document has.</summary>
    public static string GetKey(OperationModel operation) => $"{operation.HttpMethod} {operation.Path}";
}
