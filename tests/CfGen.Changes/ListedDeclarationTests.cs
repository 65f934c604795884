using System.Globalization;
using CfGen.Changes.Bases;
using CfGen.Generator.Listing;
using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CfGen.Changes;

/// <summary>The surface of a listing as declarations: code that uses all of the client binds to it as to the client.</summary>
public class ListedDeclarationTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Code_that_uses_a_whole_client_compiles_with_the_declarations_of_its_listing(bool hasCorpus)
    {
        string[] errors =
        [
            .. BaseDocuments.ReadOwn().Concat(hasCorpus ? BaseDocuments.ReadCorpus(parts: 0, seed: 1) : []).SelectMany(FindErrors),
        ];
        Assert.True(errors.Length == 0, string.Join('\n', errors));
    }

    private static IEnumerable<string> FindErrors(BaseDocument document)
    {
        ListedPart whole = new ListedSelection(document.Listing).Select(_ => true);
        SyntaxTree declarations = ClientUnderTest.Parse(ListedDeclarations.Write(document.Listing.Client, whole));
        CSharpCompilation compilation = CSharpCompilation.Create("Consumer", [declarations, document.Consumer], SdkPaths.All);
        return compilation
            .GetSemanticModel(document.Consumer)
            .GetDiagnostics()
            .Where(d => d.Severity == DiagnosticSeverity.Error)
            .Select(d => $"{d.GetMessage(CultureInfo.InvariantCulture)}: {GetLine(document, d)}");
    }

    private static string GetLine(BaseDocument document, Diagnostic error) =>
        document.Consumer.GetText().Lines[error.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim();
}
