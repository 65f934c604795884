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
/// <param name="declare">Returns the surface of the listing as declarations of C#. It is asked only if the code has one of the names.</param>
internal sealed class ChangedClient(string name, DocumentText listing, EquatableArray<string> members, Func<string> declare)
    : IEquatable<ChangedClient>
{
    private volatile SyntaxTree? _declarations;

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

    /// <summary>Returns the surface of the listing as a file of C#. It is parsed once, and not for each edit of the project.</summary>
    public SyntaxTree GetDeclarations(CSharpParseOptions options, CancellationToken ct)
    {
        if (_declarations is { } known && known.Options.Equals(options))
            return known;
        return _declarations = CSharpSyntaxTree.ParseText(declare(), options, cancellationToken: ct);
    }

    /// <inheritdoc/>
    public bool Equals(ChangedClient? other) =>
        other is not null && Name == other.Name && Members.Equals(other.Members) && Listing.Equals(other.Listing);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ChangedClient);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);
}
