using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using CfGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CfGen.Benchmarks.Support;

/// <summary>A consumer's project in memory: the document, a hundred files of C# of its own, and the compiler's driver.</summary>
internal sealed class Project
{
    private const int Files = 100;
    private const string Anchor =
        "                          name:\n                            type: string\n                            description: The user's name.\n";

    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.Latest, preprocessorSymbols: ["NET9_0_OR_GREATER"]);
    private static readonly CSharpCompilationOptions s_compile = new(
        OutputKind.DynamicallyLinkedLibrary,
        nullableContextOptions: NullableContextOptions.Enable
    );
    private static readonly ImmutableArray<MetadataReference> s_references =
    [
        .. GetReferencePaths().Select(f => MetadataReference.CreateFromFile(f)),
    ];

    private readonly DocumentText _document = new(GetDocumentPath(), File.ReadAllText(GetDocumentPath()));

    public Project()
    {
        Compilation = CSharpCompilation.Create("Consumer", Enumerable.Range(0, Files).Select(i => Parse(i, 0)), s_references, s_compile);
        string text = _document.GetText().ToString();
        if (!text.Contains(Anchor, StringComparison.Ordinal))
            throw new InvalidOperationException("The document has changed: the property that the benchmark edits is gone.");
        Edited = new DocumentText(
            _document.Path,
            text.Replace(
                Anchor,
                Anchor + "                          nickname:\n                            type: string\n",
                StringComparison.Ordinal
            )
        );
        Document = _document;
    }

    public CSharpCompilation Compilation { get; }

    /// <summary>The unchanged document.</summary>
    public AdditionalText Document { get; }

    /// <summary>The document with one more property in one response.</summary>
    public AdditionalText Edited { get; }

    /// <summary>A driver that has run nothing yet.</summary>
    public GeneratorDriver CreateDriver() =>
        CSharpGeneratorDriver.Create([new OpenApiClientGenerator().AsSourceGenerator()], [_document], s_parse, new Options());

    /// <summary>The compilation after the <paramref name="count"/>th keystroke in one of its files.</summary>
    public CSharpCompilation CompileAfterKeystroke(int count) => Compilation.ReplaceSyntaxTree(Compilation.SyntaxTrees[0], Parse(0, count));

    /// <summary>Compiles as csc does, without writing the assembly to disk.</summary>
    public static long Emit(Compilation compilation)
    {
        using MemoryStream image = new();
        Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.Emit(image);
        return result.Success
            ? image.Length
            : throw new InvalidOperationException(
                string.Join('\n', result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Take(5))
            );
    }

    /// <summary>The text parsed anew, so that nothing is kept from the last compilation.</summary>
    public static SyntaxTree Parse(string text) => CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), s_parse);

    public static CSharpCompilation Compile(IEnumerable<string> texts) =>
        CSharpCompilation.Create("Consumer", texts.Select(Parse), s_references, s_compile);

    /// <summary>Parses a file of <paramref name="lines"/> lines that uses no client.</summary>
    public static SyntaxTree ParseFile(int file, int lines, int edit, bool emitsUsed) =>
        CSharpSyntaxTree.ParseText(
            SourceText.From(
                $"namespace Acme;\n\ninternal static class Code{file}\n{{\n"
                    + string.Concat(
                        Enumerable.Range(0, lines - 5).Select(i => $"    public static int Value{i}(int x) => x + {(i == 0 ? edit : i)};\n")
                    )
                    + "}\n",
                Encoding.UTF8
            ),
            GetParseOptions(emitsUsed)
        );

    /// <summary>A driver that has run nothing yet, for a client of a whole document.</summary>
    public static GeneratorDriver CreateDriver(AdditionalText document, bool emitsUsed) =>
        CSharpGeneratorDriver.Create(
            [new OpenApiClientGenerator().AsSourceGenerator()],
            [document],
            GetParseOptions(emitsUsed),
            new Options(emitsUsed ? "&Emit=used" : "")
        );

    public static CSharpCompilation CompileTrees(IEnumerable<SyntaxTree> trees) =>
        CSharpCompilation.Create("Consumer", trees, s_references, s_compile);

    private static CSharpParseOptions GetParseOptions(bool emitsUsed) =>
        emitsUsed ? s_parse.WithFeatures([new("cfgen-emit-used", "true")]) : s_parse;

    private static SyntaxTree Parse(int file, int edit) =>
        Parse(
            $"namespace Acme;\n\ninternal static class Code{file}\n{{\n    public static int Value(int x) => x + {edit};\n\n    public static string Text(string s) => s.Trim();\n}}\n"
        );

    private static string GetDocumentPath([CallerFilePath] string file = "")
    {
        // Beside the sources; where these were compiled with mapped paths, above the working folder.
        for (
            DirectoryInfo? at = File.Exists(file) ? new FileInfo(file).Directory : new DirectoryInfo(AppContext.BaseDirectory);
            at is not null;
            at = at.Parent
        )
        {
            string path = Path.Combine(at.FullName, "specs", "zero-trust-risk-scoring.yaml");
            if (File.Exists(path))
                return path;
        }

        throw new InvalidOperationException("The document was not found: run the benchmarks in a clone.");
    }

    private static IEnumerable<string> GetReferencePaths() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(f =>
                Path.GetFileName(f) is { } name
                && (
                    name.StartsWith("System.", StringComparison.Ordinal)
                    || name is "mscorlib.dll" or "netstandard.dll" or "CfGen.Runtime.dll" or "Microsoft.Extensions.Logging.Abstractions.dll"
                )
            )
            .Where(f =>
                Path.GetDirectoryName(f) == Path.GetDirectoryName(typeof(object).Assembly.Location)
                || Path.GetFileName(f) is "CfGen.Runtime.dll" or "Microsoft.Extensions.Logging.Abstractions.dll"
            );

    public sealed class DocumentText(string path, string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text, Encoding.UTF8);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }

    private sealed class Options(string metadata = "") : AnalyzerConfigOptionsProvider
    {
        private static readonly Values s_none = new([]);

        private readonly Values _file = new(
            new()
            {
                ["build_metadata.AdditionalFiles.CfGenItem"] =
                    "Kind=client&Namespace=Acme.Cloudflare&ClientName=CloudflareClient" + metadata,
            }
        );

        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(new() { ["build_property.RootNamespace"] = "Acme" });

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => s_none;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _file;
    }

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        private readonly Dictionary<string, string> _values = new(values, KeyComparer);

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => _values.TryGetValue(key, out value);
    }
}
