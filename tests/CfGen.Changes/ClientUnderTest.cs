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

    private static readonly CSharpParseOptions s_net8 = new(LanguageVersion.Latest, DocumentationMode.None);
    private static readonly CSharpParseOptions s_parsing = s_net8.WithPreprocessorSymbols("NET9_0_OR_GREATER");

    // One compilation for all clients: its references are bound once. Only errors count, so nothing looks for nulls.
    private static readonly CSharpCompilation s_project = CSharpCompilation.Create(
        "Consumer",
        references: SdkPaths.All,
        options: new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Annotations,
            concurrentBuild: false
        )
    );

    private readonly Lazy<CSharpCompilation> _compilation;
    private readonly Lazy<SyntaxTree[]> _code;

    private ClientUnderTest(EquatableArray<SourceFileModel> files, ClientUnderTest? old, bool hasOverloads)
    {
        Files = files;
        HasOverloads = hasOverloads;
        _code = new(() => [.. files.Select(f => Parse(f, old))]);
        _compilation = new(() => s_project.AddSyntaxTrees(_code.Value));
    }

    public EquatableArray<SourceFileModel> Files { get; }

    /// <summary>True if hidden overloads are compiled, as from .NET 9 on.</summary>
    public bool HasOverloads { get; }

    /// <summary>The listing; null if nothing is generated from the document.</summary>
    public ApiListing? Listing => ListingWriter.Create(Files);

    /// <summary>True if another client has the same code, its documentation aside.</summary>
    public bool HasCodeOf(ClientUnderTest other) =>
        _code.Value.Length == other._code.Value.Length
        && _code.Value.Zip(other._code.Value).All(f => f.First == f.Second || f.First.IsEquivalentTo(f.Second));

    /// <summary>Generates the client of a document.</summary>
    /// <param name="old">The client before the change. What both have is parsed once.</param>
    /// <param name="hasOverloads">False for a client of .NET 8; one with an old client is for the framework of that.</param>
    /// <param name="keeps">True if the item has the listing of the old client, whose names stay.</param>
    public static ClientUnderTest Generate(JsonObject document, ClientUnderTest? old = null, bool keeps = false, bool hasOverloads = true)
    {
        ItemMetadata metadata = new(
            InputKind.Client,
            [new("Namespace", Namespace), new("ClientName", "AcmeClient")],
            LocationInfo.ForFile("/project/Acme.csproj")
        );
        DocumentText text = new("/project/api.json", SourceText.From(document.ToJsonString()));
        DocumentInput input = new(text, metadata, new ProjectProperties("Acme", "", IsReportEnabled: false))
        {
            Listing = keeps && old?.Listing is { } listing ? new DocumentText("/project/api.txt", SourceText.From(listing.ToText())) : null,
        };
        return new ClientUnderTest(ClientBuilder.Build(input, [], CancellationToken.None).Units, old, old?.HasOverloads ?? hasOverloads);
    }

    /// <summary>Returns the errors of the compiler for code that uses this client.</summary>
    public IReadOnlyList<Diagnostic> Compile(SyntaxTree consumer)
    {
        CSharpCompilation compilation = _compilation.Value.AddSyntaxTrees(consumer);
        return [.. compilation.GetSemanticModel(consumer).GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error)];
    }

    /// <summary>Compiles this client together with a program that uses it.</summary>
    /// <exception cref="InvalidOperationException">The code does not compile.</exception>
    public void Emit(SyntaxTree program, Stream assembly)
    {
        Microsoft.CodeAnalysis.Emit.EmitResult result = _compilation.Value.AddSyntaxTrees(program).Emit(assembly);
        if (!result.Success)
            throw new InvalidOperationException(
                "The program does not compile: " + result.Diagnostics.First(d => d.Severity == DiagnosticSeverity.Error)
            );
    }

    /// <summary>Parses code for .NET 9 or later.</summary>
    public static SyntaxTree Parse(string code) => CSharpSyntaxTree.ParseText(SourceText.From(code), s_parsing);

    /// <summary>Parses code for the framework of this client.</summary>
    public SyntaxTree ParseConsumer(string code) => HasOverloads ? Parse(code) : CSharpSyntaxTree.ParseText(SourceText.From(code), s_net8);

    private SyntaxTree Parse(SourceFileModel file, ClientUnderTest? old)
    {
        for (int i = 0; i < old?.Files.Count; i++)
        {
            if (old.Files[i] == file)
                return old._code.Value[i];
        }

        return ParseConsumer(SourceFileEmitter.Emit(file));
    }
}
