using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CfGen.Generator.Usage;

/// <summary>Finds the members of listed clients that an identifier stands for.</summary>
/// <param name="clients">The full names of the clients, by the trees that declare their surfaces.</param>
internal sealed class ListedSymbols(IReadOnlyDictionary<SyntaxTree, string> clients)
{
    /// <summary>Finds the members that an identifier uses.</summary>
    /// <returns>None for an identifier of something else; null where the code does not tell what it is.</returns>
    public List<(string Client, string Member)>? FindUsed(SemanticModel model, SyntaxToken token, CancellationToken ct)
    {
        if (token.Parent is not SimpleNameSyntax name)
            return [.. FindImplemented(model, token.Parent, ct).Select(FindMember).OfType<(string, string)>()];
        if (IsDeclaredName(name))
            return [];
        SymbolInfo info = model.GetSymbolInfo(name, ct);
        if (info.Symbol is null && info.CandidateSymbols.IsEmpty)
            return null;
        IEnumerable<ISymbol> symbols = info.Symbol is null ? info.CandidateSymbols : (ISymbol[])[info.Symbol];
        return [.. symbols.Select(FindMember).OfType<(string, string)>()];
    }

    // The names of arguments, of elements of tuples, of members of anonymous types and of aliases.
    private static bool IsDeclaredName(SimpleNameSyntax name) =>
        name.Parent
            is NameColonSyntax { Parent: ArgumentSyntax or AttributeArgumentSyntax }
                or NameEqualsSyntax { Parent: AnonymousObjectMemberDeclaratorSyntax or UsingDirectiveSyntax };

    /// <summary>Finds what a declaration of the project takes from a listed type: a part of it, or a member that it implements.</summary>
    private static List<ISymbol> FindImplemented(SemanticModel model, SyntaxNode? node, CancellationToken ct)
    {
        if (node is not MemberDeclarationSyntax || model.GetDeclaredSymbol(node, ct) is not { } declared)
            return [];
        if (declared is INamedTypeSymbol)
            return [declared];
        if (declared.ContainingType is not { } type)
            return [];
        List<ISymbol> members = [.. type.AllInterfaces.SelectMany(i => i.GetMembers(declared.Name))];
        for (INamedTypeSymbol? current = type.BaseType; current is not null; current = current.BaseType)
            members.AddRange(current.GetMembers(declared.Name));
        return members;
    }

    /// <summary>Finds the member of a listed client that a symbol is; null for another symbol.</summary>
    private (string, string)? FindMember(ISymbol symbol)
    {
        ISymbol definition = ((symbol as IAliasSymbol)?.Target ?? symbol).OriginalDefinition;
        if (definition.Kind is not (SymbolKind.NamedType or SymbolKind.Method or SymbolKind.Property or SymbolKind.Field))
            return null;
        string? client = definition.DeclaringSyntaxReferences.Select(r => GetClient(r.SyntaxTree)).FirstOrDefault(c => c is not null);
        // The members that the compiler adds to a record have no declaration.
        client ??= definition
            .ContainingType?.DeclaringSyntaxReferences.Select(r => GetClient(r.SyntaxTree))
            .FirstOrDefault(c => c is not null);
        if (client is null)
            return null;
        INamedTypeSymbol? type = definition as INamedTypeSymbol ?? definition.ContainingType;
        if (type is null)
            return null;
        bool isType = definition is INamedTypeSymbol or IMethodSymbol { MethodKind: MethodKind.Constructor };
        // Values of an enum are members of types inside of it.
        while (type.ContainingType is { } outer)
            type = outer;
        string owner = type.TypeKind == TypeKind.Interface ? type.Name.Substring(1) : type.Name;
        return (client, isType ? owner : $"{owner}.{definition.Name}");

        string? GetClient(SyntaxTree tree) => clients.TryGetValue(tree, out string? found) ? found : null;
    }
}
