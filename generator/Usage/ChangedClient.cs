using CfGen.Generator.Model;
using CfGen.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CfGen.Generator.Usage;

/// <summary>A client that differs from its listing, with the members whose use in the code of the project matters.</summary>
/// <param name="name">The full name of the client.</param>
/// <param name="listing">The file of the listing.</param>
/// <param name="members">
/// The members, distinct and in ordinal order: the name of a type or class, or that of a member after its type.
/// </param>
/// <param name="surface">The surface of the listing.</param>
internal sealed class ChangedClient(string name, DocumentText listing, EquatableArray<string> members, IClientSurface surface)
    : IEquatable<ChangedClient>
{
    private volatile Tuple<string, SyntaxTree>? _declarations;

    /// <summary>The full name of the client.</summary>
    public string Name { get; } = name;

    /// <summary>The members.</summary>
    public EquatableArray<string> Members { get; } = members;

    private DocumentText Listing { get; } = listing;

    /// <summary>Gets the identifiers that code has where it uses a member. A type stands for its interface as well.</summary>
    public static IEnumerable<string> GetIdentifiers(string member)
    {
        int dot = member.LastIndexOf('.');
        return dot < 0 ? [member, "I" + member] : [member.Substring(dot + 1)];
    }

    /// <summary>Gets the identifiers of all members.</summary>
    public EquatableArray<string> GetIdentifiers() => Members.SelectMany(GetIdentifiers).ToEquatable();

    /// <summary>Gets the names that decide on <see cref="Declare"/>.</summary>
    public IEnumerable<string> GetSurfaceNames() => surface.GetNames();

    /// <summary>Returns the surface of the listing as a file of C#. The file is parsed again only if an edit of the project changes it.</summary>
    public SyntaxTree Declare(Func<string, bool> isNamed, CSharpParseOptions options, CancellationToken ct)
    {
        string text = surface.Declare(isNamed);
        if (_declarations is { } known && known.Item1 == text && known.Item2.Options.Equals(options))
            return known.Item2;
        SyntaxTree tree = CSharpSyntaxTree.ParseText(text, options, cancellationToken: ct);
        _declarations = Tuple.Create(text, tree);
        return tree;
    }

    /// <inheritdoc/>
    public bool Equals(ChangedClient? other) =>
        other is not null && Name == other.Name && Members.Equals(other.Members) && Listing.Equals(other.Listing);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ChangedClient);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);
}
