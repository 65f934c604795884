namespace CfGen.Generator.Emission.Comments;

/// <summary>A start or end tag.</summary>
/// <param name="Name">The name in lower case.</param>
/// <param name="IsLowerCase">True if the name is written in lower case.</param>
/// <param name="Target">The target of a link.</param>
internal sealed record HtmlTag(string Name, bool IsEnd, bool IsLowerCase, string Target);
