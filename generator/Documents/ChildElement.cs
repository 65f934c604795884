namespace CfGen.Generator.Documents;

/// <summary>The value of a key: one element of a kind, or a list or map of such elements.</summary>
internal readonly record struct ChildElement(ElementKind Kind, bool IsMap = false)
{
    public static ChildElement None { get; } = new(ElementKind.None);
}
