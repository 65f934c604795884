using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CfGen.Generator.Tests.Usage;

/// <summary>The texts of emitted declarations, to compare a part of a client with the whole.</summary>
internal static class EmittedTexts
{
    /// <summary>
    /// Reads the text of each type, by its name with its namespace. Of classes and interfaces with operations, each member instead, by its
    /// signature.
    /// </summary>
    public static Dictionary<string, string> Read(IEnumerable<SyntaxTree> trees)
    {
        Dictionary<string, string> texts = new(StringComparer.Ordinal);
        foreach (SyntaxTree tree in trees)
        foreach (
            BaseTypeDeclarationSyntax type in tree.GetRoot()
                .DescendantNodes(n => n is not TypeDeclarationSyntax)
                .OfType<BaseTypeDeclarationSyntax>()
        )
        {
            string name = $"{((BaseNamespaceDeclarationSyntax)type.Parent!).Name}.{type.Identifier}";
            if (type is not TypeDeclarationSyntax part || !HasOperations(part))
            {
                texts.Add(name, type.ToFullString());
                continue;
            }

            string kind = type is InterfaceDeclarationSyntax ? "interface" : "class";
            foreach (MemberDeclarationSyntax member in part.Members)
                texts.Add($"{kind} {name} {member.WithoutLeadingTrivia()}", WithoutNeighbors(member.ToFullString()));
        }

        return texts;
    }

    // An empty line and the end of a condition belong to the member before.
    private static string WithoutNeighbors(string member) =>
        string.Join('\n', member.Split('\n').SkipWhile(l => l.Length == 0 || l.TrimStart().StartsWith('#')));

    private static bool HasOperations(TypeDeclarationSyntax type) =>
        type.Identifier.ValueText.EndsWith("Resource", StringComparison.Ordinal)
        || type.Identifier.ValueText.EndsWith("Client", StringComparison.Ordinal);
}
