namespace CfGen.Generator.Model;

/// <summary>Types that more than one resource uses.</summary>
internal sealed record SharedTypesModel(SourceFileContext Context, string Name, EquatableArray<TypeModel> Types)
    : SourceFileModel(Context, Name)
{
    /// <summary><c>Models</c>, unless that is the client.</summary>
    public static string GetFileName(string clientName) =>
        string.Equals(clientName, "Models", StringComparison.OrdinalIgnoreCase) ? "SharedModels" : "Models";
}
