namespace CfGen.Generator.Model;

/// <summary>A reference to a C# type.</summary>
internal abstract record TypeRef
{
    /// <summary>True for a struct, of which <c>?</c> makes another type.</summary>
    public abstract bool IsValueType { get; }

    public static TypeRef Json { get; } = new ScalarType(ScalarKind.Json);

    public static TypeRef String { get; } = new ScalarType(ScalarKind.String);

    public static TypeRef File { get; } = new ScalarType(ScalarKind.File);

    public static TypeRef Stream { get; } = new ScalarType(ScalarKind.Stream);
}
