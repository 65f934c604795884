namespace CfGen.Generator.Model;

/// <summary>A type of the project or of one of its references, in the place of a schema.</summary>
/// <param name="Index">The index among the own types of the client.</param>
/// <param name="Name">The type in C#, with <c>global::</c>.</param>
internal sealed record OwnType(int Index, string Name) : TypeRef
{
    /// <summary>
    /// True: the generator does not know, and C# accepts a question mark behind both. A check for null is written as if it were false.
    /// </summary>
    public override bool IsValueType => true;

    /// <summary>The type as people name it: without <c>global::</c>.</summary>
    public string PlainName => Name.Replace("global::", "");

    /// <summary>The last identifier of the name, without type arguments.</summary>
    public string SimpleName
    {
        get
        {
            int arguments = Name.IndexOf('<');
            string name = arguments < 0 ? Name : Name.Substring(0, arguments);
            name = name.TrimEnd('[', ']', ',').Substring(name.LastIndexOfAny(['.', ':']) + 1).TrimStart('@');
            return char.ToUpperInvariant(name[0]) + name.Substring(1);
        }
    }
}
