using System.Text.Json.Nodes;
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

namespace CfGen.Changes;

/// <summary>The generated client of a document: its models, its listing and its code.</summary>
internal sealed class ClientUnderTest
{
    public const string Namespace = "Acme.Api";

    private static readonly CSharpParseOptions s_parsing = new(LanguageVersion.Latest, preprocessorSymbols: ["NET9_0_OR_GREATER"]);

    // One compilation for all clients: its references are bound once. Warnings are those of a project with default settings.
    private static readonly CSharpCompilation s_project = CSharpCompilation.Create(
        "Consumer",
        references: SdkPaths.All,
        options: new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            concurrentBuild: false
        )
    );

    private readonly Lazy<CSharpCompilation> _compilation;

    private ClientUnderTest(EquatableArray<SourceFileModel> files)
    {
        Files = files;
        _compilation = new(() => s_project.AddSyntaxTrees(files.Select(f => Parse(SourceFileEmitter.Emit(f)))));
    }

    public EquatableArray<SourceFileModel> Files { get; }

    /// <summary>The listing; null if nothing is generated from the document.</summary>
    public ApiListing? Listing => ListingWriter.Create(Files);

    /// <summary>Generates the client of a document.</summary>
    public static ClientUnderTest Generate(JsonObject document)
    {
        ItemMetadata metadata = new(
            InputKind.Client,
            [new("Namespace", Namespace), new("ClientName", "AcmeClient")],
            LocationInfo.ForFile("/project/Acme.csproj")
        );
        DocumentText text = new("/project/api.json", SourceText.From(document.ToJsonString()));
        DocumentInput input = new(text, metadata, new ProjectProperties("Acme", "", IsReportEnabled: false));
        return new ClientUnderTest(ClientBuilder.Build(input, [], CancellationToken.None).Units);
    }

    /// <summary>Returns the errors of the compiler for code that uses this client.</summary>
    public IReadOnlyList<Diagnostic> Compile(SyntaxTree consumer)
    {
        CSharpCompilation compilation = _compilation.Value.AddSyntaxTrees(consumer);
        return [.. compilation.GetSemanticModel(consumer).GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error)];
    }

    public static SyntaxTree Parse(string code) => CSharpSyntaxTree.ParseText(SourceText.From(code), s_parsing);
}
