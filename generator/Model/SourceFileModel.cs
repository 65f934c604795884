namespace CfGen.Generator.Model;

/// <summary>
/// What becomes one source text. Equality is by value over the whole tree below: a unit that is equal to the one before is not
/// emitted again, so no unit may hold a place, a Roslyn type or anything else that changes when the text around it does.
/// </summary>
internal abstract record SourceFileModel(SourceFileContext Context, string FileName)
{
    public string HintName => $"{Context.Namespace}.{FileName}.g.cs";
}
