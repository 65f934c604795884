using System.Text.RegularExpressions;

namespace CfGen.Generator.Tests.Documentation;

/// <summary>A markdown file of the repository: its links, and the anchors that its headings give.</summary>
internal sealed partial class MarkdownPage
{
    private readonly string _prose;

    private MarkdownPage(string path)
    {
        Path = path;
        // Code shows brackets and number signs that are neither links nor headings.
        string text = File.ReadAllText(FullPath(path)).ReplaceLineEndings("\n");
        _prose = CodeBlock().Replace(text, "\n");
    }

    /// <summary>The path from the root of the repository, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>The targets of the page's links, without those inside code.</summary>
    public IEnumerable<string> Links => Link().Matches(CodeSpan().Replace(_prose, "")).Select(m => m.Groups["target"].Value);

    /// <summary>The anchors that GitHub makes of the headings, but for their case.</summary>
    public IEnumerable<string> Anchors => Heading().Matches(_prose).Select(m => ToAnchor(m.Groups["text"].Value));

    /// <summary>Reads every page that the repository holds, but not those of build outputs.</summary>
    public static IReadOnlyList<MarkdownPage> ReadAll()
    {
        EnumerationOptions options = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.System };
        return
        [
            .. Directory
                .EnumerateFiles(SharedData.RepositoryRoot, "*.md", options)
                .Select(f => System.IO.Path.GetRelativePath(SharedData.RepositoryRoot, f).Replace('\\', '/'))
                .Where(f =>
                    !f.Split('/').Any(s => s is "bin" or "obj" or ".git" or "artifacts" or "TestResults" or "BenchmarkDotNet.Artifacts")
                )
                .Order(StringComparer.Ordinal)
                .Select(f => new MarkdownPage(f)),
        ];
    }

    private static string FullPath(string path) => System.IO.Path.Combine(SharedData.RepositoryRoot, path);

    // Punctuation removed, spaces to hyphens.
    private static string ToAnchor(string heading) => NotInAnchor().Replace(heading.Trim(), "").Replace(' ', '-');

    [GeneratedRegex(@"^[ \t]*```.*?^[ \t]*```[ \t]*$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex("`[^`\n]*`")]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"\]\((?<target>[^()\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#{1,6} (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N}\-_ ]")]
    private static partial Regex NotInAnchor();
}
