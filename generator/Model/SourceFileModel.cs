namespace CfGen.Generator.Model;

/// <summary>
/// The model of one source file. Equality is by value over the whole tree: a model that equals the previous one is not
/// emitted again, so it holds no location, no Roslyn type and nothing else that changes with the text around it.
/// </summary>
internal abstract record SourceFileModel(SourceFileContext Context, string FileName)
{
    /// <summary>The namespace of the types in the file: that of the client, unless they belong to another.</summary>
    public virtual string DeclaredNamespace => Context.Namespace;

    public string HintName => $"{Context.Namespace}.{FileName}.g.cs";
}
