using System.Collections.Immutable;
using System.Diagnostics;
using CfGen.Generator;
using CfGen.Generator.Configuration;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Emission;
using CfGen.Generator.Listing;
using CfGen.Generator.Model;
using CfGen.Generator.Parsing;
using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace CfGen.Corpus;

/// <summary>Generates the client of one document and compiles it, both in this process.</summary>
internal static class DocumentCompiler
{
    // One compilation for all documents: its references are bound once.
    private static readonly CSharpCompilation s_project = ConsumerOptions
        .CreateProject()
        .WithOptions(ConsumerOptions.Compilation.WithConcurrentBuild(false));

    /// <summary>Generates and compiles a document.</summary>
    /// <param name="listing">The listing whose names stay; null for none.</param>
    public static CompiledClient Compile(DocumentText document, IReadOnlyList<DocumentText> references, ApiListing? listing = null)
    {
        GenerationResult generated = Generate(document, references, listing);
        CSharpCompilation compilation = s_project.AddSyntaxTrees(generated.Texts.Select(t => ConsumerOptions.Parse(t.Text, t.Name)));
        using MemoryStream image = new();
        using MemoryStream documentation = new();
        ImmutableArray<Diagnostic> found = compilation.Emit(image, xmlDocumentationStream: documentation).Diagnostics;
        return new CompiledClient(generated, [.. found.Where(d => d.Severity > DiagnosticSeverity.Info)]);
    }

    /// <summary>Generates the texts of a document.</summary>
    /// <param name="listing">The listing whose names stay; null for none.</param>
    public static GenerationResult Generate(DocumentText document, IReadOnlyList<DocumentText> references, ApiListing? listing = null)
    {
        ItemMetadata metadata = new(
            InputKind.Client,
            [new("Namespace", "Acme.Api"), new("ClientName", "AcmeClient")],
            LocationInfo.ForFile("/project/Acme.csproj")
        );
        DocumentInput input = new(document, metadata, new ProjectProperties("Acme", "", IsReportEnabled: false))
        {
            Listing = listing is null ? null : new DocumentText("/project/acme.api.txt", SourceText.From(listing.ToText())),
        };
        long start = Stopwatch.GetTimestamp();
        ClientStages stages = ClientBuilder.BuildStages(input, references.ToEquatable(), CancellationToken.None);
        List<GeneratedText> texts = [.. stages.Client.Units.Select(u => new GeneratedText(u.HintName, SourceFileEmitter.Emit(u)))];
        return new GenerationResult(stages, texts, Stopwatch.GetElapsedTime(start));
    }
}

/// <summary>One generated source file.</summary>
internal sealed record GeneratedText(string Name, string Text);

/// <summary>The result of the generator for one document.</summary>
/// <param name="Time">The time that all stages took.</param>
internal sealed record GenerationResult(ClientStages Stages, IReadOnlyList<GeneratedText> Texts, TimeSpan Time)
{
    public int Lines => Texts.Sum(t => t.Text.AsSpan().Count('\n'));
}

/// <summary>The result of the generator and the compiler for one document.</summary>
/// <param name="CompilerErrors">The errors and warnings of the compiler.</param>
internal sealed record CompiledClient(GenerationResult Generated, IReadOnlyList<Diagnostic> CompilerErrors);
