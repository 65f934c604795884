namespace CfGen.Generator.Model;

/// <summary>A C# type as emitted code refers to it.</summary>
internal abstract record TypeRef
{
    /// <summary>Whether values of it are structs, so that <c>?</c> makes another type of it.</summary>
    public abstract bool IsValueType { get; }

    public static TypeRef Json { get; } = new ScalarType(ScalarKind.Json);

    public static TypeRef String { get; } = new ScalarType(ScalarKind.String);

    public static TypeRef File { get; } = new ScalarType(ScalarKind.File);

    public static TypeRef Stream { get; } = new ScalarType(ScalarKind.Stream);
}
