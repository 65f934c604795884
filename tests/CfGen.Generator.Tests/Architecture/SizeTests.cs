using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CfGen.Generator.Tests.Architecture;

/// <summary>
/// Limits the size of files, methods and partial classes over all C# of the repository. Where more is right, a comment that begins
/// with <c>// Size:</c> gives the reason: on the first lines of a file, or above the method or the first part of the class.
/// </summary>
public class SizeTests
{
    private const int MaxFileLines = 350;
    private const int MaxMethodLines = 60;
    private const int MaxParts = 3;
    private const string Reason = "// Size:";

    private static readonly Lazy<IReadOnlyList<(string Path, SyntaxNode Root)>> s_files = new(Parse);

    [Fact]
    public void No_file_is_longer_than_the_limit() =>
        AssertNone(
            s_files
                .Value.Where(f => CountLines(f.Root) > MaxFileLines && !f.Root.GetLeadingTrivia().Any(HasReason))
                .Select(f => $"{f.Path}: {CountLines(f.Root)} lines")
        );

    [Fact]
    public void No_method_is_longer_than_the_limit() =>
        AssertNone(
            from file in s_files.Value
            from method in file
                .Root.DescendantNodes()
                .Where(n => n is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax)
            let lines = CountLines(method)
            where lines > MaxMethodLines && !method.GetLeadingTrivia().Any(HasReason)
            select $"{file.Path}: {GetName(method)} has {lines} lines"
        );

    [Fact]
    public void No_class_has_more_parts_than_the_limit() =>
        AssertNone(
            from file in s_files.Value
            from type in file.Root.DescendantNodes().OfType<TypeDeclarationSyntax>()
            where type.Modifiers.Any(SyntaxKind.PartialKeyword)
            group (file.Path, Type: type) by (Folder: Project(file.Path), GetNamespace(type), type.Identifier.ValueText) into parts
            where parts.Count() > MaxParts && !parts.Any(p => p.Type.GetLeadingTrivia().Any(HasReason))
            select $"{parts.Key}: {string.Join(", ", parts.Select(p => p.Path))}"
        );

    private static void AssertNone(IEnumerable<string> offenders)
    {
        string list = string.Join("\n", offenders);
        Assert.True(list.Length == 0, list);
    }

    private static IReadOnlyList<(string Path, SyntaxNode Root)> Parse()
    {
        string root = SharedData.RepositoryRoot;
        string[] excluded = ["obj", "bin", "Snapshots"];
        return
        [
            .. new[] { "generator", "runtime", "samples", "tests" }
                .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories))
                .Select(path => (Path: Path.GetRelativePath(root, path), Full: path))
                .Where(file => !file.Path.Split(Path.DirectorySeparatorChar).Intersect(excluded).Any())
                .Select(file => (file.Path, CSharpSyntaxTree.ParseText(File.ReadAllText(file.Full)).GetRoot())),
        ];
    }

    private static bool HasReason(SyntaxTrivia trivia) => trivia.ToString().StartsWith(Reason, StringComparison.Ordinal);

    private static int CountLines(SyntaxNode node)
    {
        // The attributes of a method, such as the cases of a theory, do not count.
        SyntaxList<AttributeListSyntax> attributes = node is BaseMethodDeclarationSyntax method ? method.AttributeLists : default;
        TextSpan counted =
            node is CompilationUnitSyntax ? node.FullSpan
            : attributes.Count > 0 ? TextSpan.FromBounds(attributes.Last().GetLastToken().GetNextToken().SpanStart, node.Span.End)
            : node.Span;
        FileLinePositionSpan span = node.SyntaxTree.GetLineSpan(counted);
        return span.EndLinePosition.Line - span.StartLinePosition.Line + (node is CompilationUnitSyntax ? 0 : 1);
    }

    private static string GetName(SyntaxNode method) =>
        method switch
        {
            MethodDeclarationSyntax declaration => declaration.Identifier.ValueText,
            ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
            LocalFunctionStatementSyntax local => local.Identifier.ValueText,
            _ => method.Kind().ToString(),
        };

    private static string GetNamespace(TypeDeclarationSyntax type) =>
        type.FirstAncestorOrSelf<BaseNamespaceDeclarationSyntax>()?.Name.ToString() ?? "";

    private static string Project(string path) =>
        string.Join('/', path.Split(Path.DirectorySeparatorChar).Take(path.StartsWith("tests", StringComparison.Ordinal) ? 2 : 1));
}
