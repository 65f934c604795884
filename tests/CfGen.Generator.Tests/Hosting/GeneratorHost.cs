using System.Collections.Immutable;
using CfGen.Generator.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace CfGen.Generator.Tests.Hosting;

/// <summary>
/// A consumer's project in memory. It keeps the driver between runs, as an IDE does, so that an edit shows what it costs.
/// </summary>
internal sealed class GeneratorHost
{
    public const string RootNamespace = "Acme";

    private readonly List<TestDocument> _documents;
    private readonly Dictionary<string, InMemoryText> _texts;
    private GeneratorDriver _driver;
    private CSharpCompilation _compilation;
    private CSharpParseOptions _parsing = ConsumerOptions.Parsing;
    private bool _report;

    public GeneratorHost(params IEnumerable<TestDocument> documents)
    {
        _documents = [.. documents];
        _texts = _documents.ToDictionary(d => d.Path, d => new InMemoryText(d.Path, d.Text));
        _compilation = ConsumerOptions.CreateProject();
        _driver = CSharpGeneratorDriver.Create(
            [new OpenApiClientGenerator().AsSourceGenerator()],
            _texts.Values,
            ConsumerOptions.Parsing,
            new ProjectOptions(RootNamespace, _documents),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true)
        );
    }

    /// <summary>One run over documents, from nothing.</summary>
    public static GeneratorRun Generate(params IEnumerable<TestDocument> documents) => new GeneratorHost(documents).Run();

    /// <summary>One run over documents of a web project, from nothing.</summary>
    public static GeneratorRun GenerateForWeb(params IEnumerable<TestDocument> documents) =>
        new GeneratorHost(documents).WithReferences(SdkPaths.Web).Run();

    public GeneratorRun Run(CancellationToken ct = default)
    {
        _driver = _driver.RunGenerators(_compilation, ct);
        return new GeneratorRun(_driver.GetRunResult(), _compilation);
    }

    /// <summary>The time of the generator in the last run, as Roslyn measures it, without the driver.</summary>
    public TimeSpan LastRun => _driver.GetTimingInfo().GeneratorTimes[0].ElapsedTime;

    /// <summary>The user types in C# that has nothing to do with a document.</summary>
    public GeneratorHost EditCode(string code)
    {
        _compilation = _compilation.ReplaceSyntaxTree(
            _compilation.SyntaxTrees[0],
            CSharpSyntaxTree.ParseText(code, _parsing, "Program.cs", System.Text.Encoding.UTF8)
        );
        return this;
    }

    /// <summary>The user adds a package to the project, or removes one.</summary>
    public GeneratorHost WithReferences(IEnumerable<MetadataReference> references)
    {
        _compilation = _compilation.WithReferences(references);
        return this;
    }

    /// <summary>The project sets LangVersion, and has a framework before .NET 9 or a later one.</summary>
    public GeneratorHost WithLanguageVersion(LanguageVersion version, bool isNet9)
    {
        CSharpParseOptions parsing = _parsing.WithLanguageVersion(version);
        return WithParsing(isNet9 ? parsing : parsing.WithPreprocessorSymbols());
    }

    /// <summary>The build emits only what code uses, as the targets ask for in a build outside of an IDE.</summary>
    public GeneratorHost WithUsedOnly(bool isEnabled = true) =>
        WithParsing(_parsing.WithFeatures(isEnabled ? [KeyValuePair.Create(CodeReading.Feature, "true")] : []));

    /// <summary>The project sets OutputType.</summary>
    public GeneratorHost WithOutput(OutputKind kind)
    {
        _compilation = _compilation.WithOptions(_compilation.Options.WithOutputKind(kind));
        return this;
    }

    /// <summary>The user adds a file of C#.</summary>
    public GeneratorHost AddCode(string path, string code)
    {
        _compilation = _compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(code, _parsing, path, System.Text.Encoding.UTF8));
        return this;
    }

    /// <summary>The user saves a document.</summary>
    public GeneratorHost Edit(TestDocument changed)
    {
        InMemoryText text = new(changed.Path, changed.Text);
        _driver = _driver.ReplaceAdditionalText(_texts[changed.Path], text);
        _texts[changed.Path] = text;
        _documents[_documents.FindIndex(d => d.Path == changed.Path)] = changed;
        return this;
    }

    /// <summary>The IDE loads the project anew: equal options, as other objects.</summary>
    public GeneratorHost ReloadOptions()
    {
        _driver = _driver.WithUpdatedAnalyzerConfigOptions(new ProjectOptions(RootNamespace, _documents, _report));
        return this;
    }

    /// <summary>The project sets CfGenReport.</summary>
    public GeneratorHost WithReport()
    {
        _report = true;
        return ReloadOptions();
    }

    /// <summary>The target that writes the listings runs.</summary>
    public GeneratorHost WithWrittenListings()
    {
        _driver = _driver.WithUpdatedAnalyzerConfigOptions(new ProjectOptions(RootNamespace, _documents, _report, writesListings: true));
        return this;
    }

    /// <summary>A file that the project hands to analyzers for other reasons.</summary>
    public GeneratorHost WithUndeclared(TestDocument file)
    {
        _driver = _driver.AddAdditionalTexts([new InMemoryText(file.Path, file.Text)]);
        return this;
    }

    public static SyntaxTree Parse(string code, string path = "Program.cs") => ConsumerOptions.Parse(code, path);

    private GeneratorHost WithParsing(CSharpParseOptions parsing)
    {
        _parsing = parsing;
        foreach (SyntaxTree tree in _compilation.SyntaxTrees)
            _compilation = _compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(tree.GetText(), parsing, tree.FilePath));
        _driver = _driver.WithUpdatedParseOptions(parsing);
        return this;
    }

    private sealed class InMemoryText(string path, string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text, System.Text.Encoding.UTF8);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }
}
