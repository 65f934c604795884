using System.Collections.Immutable;
using System.Globalization;
using CfGen.Generator.Analyzers;
using CfGen.Generator.Emission;
using CfGen.Generator.Model;
using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CfGen.Generator.Tests.Usage;

/// <summary>The explanation of an error about a call that was left out: code that the generator did not see calls it.</summary>
public class LeftOutCallTests
{
    // Another generator's file: it is not there when this generator reads the code.
    private const string Path = "/obj/Other.Generator/Calls.g.cs";

    [Theory]
    [InlineData("static object F(ApiClient c) => c.«Zones».GetAsync(\"x\");", "ApiClient.Zones", "path:GET /zones")]
    [InlineData("static object F(ZonesResource z) => z.«GetAsync»(\"x\");", "ZonesResource.GetAsync", "path:GET /zones/{id}")]
    [InlineData(
        "static object F(ZonesResource z) => z.«GetWithResponseAsync»(\"x\");",
        "ZonesResource.GetWithResponseAsync",
        "path:GET /zones/{id}"
    )]
    [InlineData(
        "static object? F(ZonesResource? z) => z?.«Records»?.ListAsync(\"x\");",
        "ZonesResource.Records",
        "path:GET /zones/{id}/records"
    )]
    [InlineData("static object? F(ApiClient c) => c?.«PingAsync»();", "ApiClient.PingAsync", "path:GET /ping")]
    [InlineData("static string F() => nameof(ZonesResource.«GetAsync»);", "ZonesResource.GetAsync", "path:GET /zones/{id}")]
    [InlineData("class D : ApiClient { public object F() => «PingAsync»(); }", "ApiClient.PingAsync", "path:GET /ping")]
    [InlineData("class D : ApiClient { public object F() => this.«PingAsync»(); }", "ApiClient.PingAsync", "path:GET /ping")]
    [InlineData("static object F(ZonesResource z) => z.«GetAsync»<int>(\"x\");", "ZonesResource.GetAsync", "path:GET /zones/{id}")]
    public async Task A_member_that_was_left_out_is_explained(string member, string name, string keep)
    {
        (string code, int position) = Mark(member);
        Diagnostic diagnostic = Assert.Single(await AnalyzeAsync(code));
        Assert.Equal("CFG3001", diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.Equal(position, diagnostic.Location.SourceSpan.Start);
        string message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        Assert.StartsWith($"The client has {name}, but", message, StringComparison.Ordinal);
        Assert.Contains($"Keep=\"{keep}\"", message, StringComparison.Ordinal);
        Assert.Contains(
            Compile(code, UsageProject.Document).GetDiagnostics(),
            d => d.Severity == DiagnosticSeverity.Error && d.Location.SourceSpan.Contains(position)
        );

        // The way out that the message names.
        CSharpCompilation kept = Compile(code, UsageProject.Document.With("Keep", keep));
        Assert.DoesNotContain(
            kept.GetDiagnostics(),
            d => d.Id is "CS1061" or "CS0117" or "CS0103" && d.Location.SourceSpan.Contains(position)
        );
    }

    [Theory]
    [InlineData("static object F(ZonesResource z) => z.NoSuchAsync();")]
    [InlineData("static object F(ZonesResource z) => z.CreateAsync();")] // Of users.
    [InlineData("static object F(ApiClient c) => c.Records;")] // Of zones.
    [InlineData("static object F(string s) => s.GetAsync();")]
    [InlineData("static object F() => Unknown.Zones.GetAsync();")]
    [InlineData("static object GetAsync() => GetAsync(); // ZonesResource.GetAsync")]
    [InlineData("class Zones { public static object GetAsync() => 1; } static object F() => Zones.GetAsync();")]
    public async Task What_the_API_lacks_is_not(string member) => Assert.Empty(await AnalyzeAsync(Mark(member).Code));

    [Fact]
    public async Task A_client_of_all_has_nothing_to_explain() =>
        Assert.Empty(
            await AnalyzeAsync(
                Mark("static object F(ApiClient c) => c.Zones.NoSuchAsync();").Code,
                UsageProject.Document.With("Emit", "all")
            )
        );

    [Theory]
    [InlineData("GET /zones/{id}", "GET /zones/{id}")]
    [InlineData("GET /a\nclass Evil { }", "GET /a?class Evil { }")]
    [InlineData("GET /a\r\n/b\u2028c\u2029d\u0085e", "GET /a??/b?c?d?e")]
    [InlineData("GET /*/ { } //", "GET /*/ { } //")]
    public void The_list_has_one_comment_a_member_whatever_a_path_has(string operation, string written)
    {
        LeftOutModel model = new(
            new SourceFileContext("Acme.Api", "internal", UsesRecords: true, HasInterfaces: false),
            "ApiClient",
            [new LeftOutMember("ZonesResource", "GetAsync", operation), new LeftOutMember("ApiClient", "Zones", "GET /zones")]
        );
        string text = SourceFileEmitter.Emit(model);
        Assert.EndsWith($"\n// ZonesResource GetAsync {written}\n// ApiClient Zones GET /zones\n", text, StringComparison.Ordinal);
        SyntaxTree tree = CSharpSyntaxTree.ParseText(text);
        Assert.Empty(tree.GetDiagnostics());
        Assert.Empty(tree.GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>());
    }

    private static (string Code, int Position) Mark(string member)
    {
        string code = $"#nullable enable\nusing Acme.Api;\ninternal static class Calls {{ {member} }}\n";
        int position = code.IndexOf('«', StringComparison.Ordinal);
        return (code.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal), position);
    }

    private static CSharpCompilation Compile(string code, TestDocument document)
    {
        // The code that the generator sees names the classes, and none of their members.
        GeneratorRun run = UsageProject
            .CreateHost(
                "internal static class Program { static object? F(Acme.Api.ApiClient c, Acme.Api.ZonesResource z) => z; }",
                document
            )
            .Run();
        return run.Output.AddSyntaxTrees(
            CSharpSyntaxTree.ParseText(code, (CSharpParseOptions)run.Output.SyntaxTrees.First().Options, Path, System.Text.Encoding.UTF8)
        );
    }

    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string code, TestDocument? document = null) =>
        await Compile(code, document ?? UsageProject.Document).WithAnalyzers([new LeftOutCallAnalyzer()]).GetAnalyzerDiagnosticsAsync();
}
