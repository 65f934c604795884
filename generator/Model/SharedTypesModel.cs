namespace CfGen.Generator.Model;

/// <summary>The types that more than one resource uses.</summary>
internal sealed record SharedTypesModel(SourceFileContext Context, string Name, EquatableArray<TypeModel> Types)
    : SourceFileModel(Context, Name)
{
    /// <summary>True if one of them uses a deprecated type of any file.</summary>
    public bool UsesDeprecated { get; init; }

    /// <summary>Gets <c>Models</c>, or another name if the client is called that.</summary>
    public static string GetFileName(string clientName) =>
        string.Equals(clientName, "Models", StringComparison.OrdinalIgnoreCase) ? "SharedModels" : "Models";
}
