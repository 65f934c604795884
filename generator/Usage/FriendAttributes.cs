using CfGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CfGen.Generator.Usage;

/// <summary>The attributes that show the internal types of a project to other assemblies.</summary>
internal static class FriendAttributes
{
    // Castle.Core, which Moq and others use, creates this assembly when tests run. It has no source that could call anything.
    private const string ProxyAssembly = "DynamicProxyGenAssembly2";

    /// <summary>The names that code can call the attribute by.</summary>
    public static IReadOnlyList<string> Names { get; } = ["InternalsVisibleTo", "InternalsVisibleToAttribute"];

    /// <summary>Gets the simple names of the assemblies that the attributes of a file name.</summary>
    public static EquatableArray<string> GetAssemblies(SyntaxNode root) =>
        root is CompilationUnitSyntax unit
            ? unit
                .AttributeLists.SelectMany(l => l.Attributes)
                .Where(a => Names.Contains(GetSimpleName(a.Name), StringComparer.Ordinal))
                .Select(GetAssembly)
                .Where(a => a.Length > 0 && a != ProxyAssembly)
                .Distinct(StringComparer.Ordinal)
                .ToEquatable()
            : [];

    private static string GetSimpleName(NameSyntax name) =>
        name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };

    // A name that is no literal is one that this cannot know; the attribute's text stands for it.
    private static string GetAssembly(AttributeSyntax attribute)
    {
        if (attribute.ArgumentList?.Arguments.FirstOrDefault()?.Expression is not { } argument)
            return "";
        string name = argument is LiteralExpressionSyntax { Token.Value: string text } ? text : argument.ToString();
        return name.Split(',')[0].Trim();
    }
}
