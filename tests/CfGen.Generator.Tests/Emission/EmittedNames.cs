using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CfGen.Generator.Tests.Emission;

/// <summary>The types and members of the runtime that the generated code of a run names, as the compiler resolves them.</summary>
internal static class EmittedNames
{
    /// <summary>Each as <c>Type</c> or <c>Type.Member</c>; constructors are <c>Type.ctor</c>.</summary>
    public static IEnumerable<string> Find(GeneratorRun run)
    {
        foreach (SyntaxTree tree in run.Result.GeneratedSources.Select(s => s.SyntaxTree))
        {
            SemanticModel model = run.Output.GetSemanticModel(tree);
            foreach (SyntaxNode node in tree.GetRoot().DescendantNodes(descendIntoTrivia: true))
            {
                foreach (
                    ISymbol symbol in GetSymbols(model, node).Where(s => s.ContainingAssembly?.Name == RuntimeNames.Runtime.GetName().Name)
                )
                {
                    if (GetName(symbol.OriginalDefinition) is not { } name)
                        continue;
                    yield return name;
                    if (symbol is IMethodSymbol { MethodKind: MethodKind.Constructor })
                        yield return GetTypeName(symbol.ContainingType);
                }
            }
        }
    }

    private static IEnumerable<ISymbol> GetSymbols(SemanticModel model, SyntaxNode node)
    {
        ISymbol? declared = node is MemberDeclarationSyntax ? model.GetDeclaredSymbol(node) : null;
        return declared switch
        {
            IMethodSymbol method => method.ExplicitInterfaceImplementations.Concat(
                method.OverriddenMethod is { } overridden ? [overridden] : Array.Empty<IMethodSymbol>()
            ),
            IPropertySymbol property => property.ExplicitInterfaceImplementations.Concat(
                property.OverriddenProperty is { } overridden ? [overridden] : Array.Empty<IPropertySymbol>()
            ),
            _ => node is SimpleNameSyntax { IsVar: false } or ObjectCreationExpressionSyntax or ConstructorInitializerSyntax
            && model.GetSymbolInfo(node).Symbol is { } symbol
                ? [symbol]
                : [],
        };
    }

    private static string? GetName(ISymbol symbol) =>
        symbol switch
        {
            INamedTypeSymbol type => GetTypeName(type),
            IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => GetTypeName(constructor.ContainingType) + ".ctor",
            IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol => $"{GetTypeName(symbol.ContainingType)}.{symbol.Name}",
            IParameterSymbol => $"{GetTypeName(symbol.ContainingType)}.{symbol.Name}",
            _ => null,
        };

    private static string GetTypeName(INamedTypeSymbol type)
    {
        string name = $"{type.ContainingNamespace.ToDisplayString()}.{type.Name}";
        return name.EndsWith("Attribute", StringComparison.Ordinal) ? name[..^"Attribute".Length] : name;
    }
}
