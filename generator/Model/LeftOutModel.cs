namespace CfGen.Generator.Model;

/// <summary>
/// The members of a client that a build with <c>Emit="used"</c> does not emit, in a file of comments. The analyzer reads it, to tell a
/// call that was left out from one that the API does not have.
/// </summary>
internal sealed record LeftOutModel(SourceFileContext Context, string ClientName, EquatableArray<LeftOutMember> Members)
    : SourceFileModel(Context, ClientName + FileSuffix)
{
    /// <summary>The end of the file's name.</summary>
    public const string FileSuffix = ".LeftOut";

    /// <summary>The comment before the first member.</summary>
    public const string Heading = "Left out of this build, because no code uses it (type, member, operation):";
}

/// <summary>A member that was left out.</summary>
/// <param name="TypeName">The class that has it in the whole client.</param>
/// <param name="Name">The name.</param>
/// <param name="Operation">The method and the path of its operation, or of one that a property leads to.</param>
internal sealed record LeftOutMember(string TypeName, string Name, string Operation);
