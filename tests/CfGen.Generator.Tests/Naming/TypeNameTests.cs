using CfGen.Generator.Tests.Generation;
using Microsoft.CodeAnalysis;
using Document = CfGen.Generator.Tests.Generation.Document;

namespace CfGen.Generator.Tests.Naming;

/// <summary>What types are called that the document gives no name.</summary>
public class TypeNameTests
{
    private const string Answer = "responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { NAME: { type: string } } } } } } }";

    [Fact]
    public void Types_of_an_operation_begin_as_its_class_does_whatever_else_is_selected()
    {
        Document document = Document.OfPaths(string.Join('\n', new[] { "rules", "dns.rules", "waf.rules", "waf.dns.rules" }
            .Select((name, i) => $"/p{i}: {{ get: {{ x-cfgen-name: {name}.get, {Answer.Replace("NAME", $"a{i}", StringComparison.Ordinal)} }} }}")));

        Assert.Equal(["DnsRulesGetResponse", "RulesGetResponse", "WafDnsRulesGetResponse", "WafRulesGetResponse"], Records(document));
        Assert.Equal(["WafRulesGetResponse"], Records(document.With("Operations", "path:/p2")));
    }

    [Fact]
    public void One_in_a_list_is_called_an_item_where_another_type_has_the_singular()
    {
        Document document = Document.OfPaths("/a: { get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/things' } } } } } } }", """
            components:
              schemas:
                thing: { type: object, properties: { a: { type: string } } }
                things: { type: array, items: { type: object, properties: { b: { $ref: '#/components/schemas/thing' } } } }
            """);

        Assert.Equal(["Thing", "ThingsItem"], Records(document));
    }

    [Fact]
    public void A_component_that_is_not_reached_keeps_its_name()
    {
        Document document = Document.OfPaths("""
            /a: { get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/things' } } } } } } }
            /b: { get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/thing' } } } } } } }
            """, """
            components:
              schemas:
                thing: { type: object, properties: { a: { type: string } } }
                things: { type: array, items: { type: object, properties: { b: { type: string } } } }
            """);

        Assert.Equal(["Thing", "ThingsItem"], Records(document));
        Assert.Equal(["ThingsItem"], Records(document.With("Operations", "path:/a")));
    }

    [Fact]
    public void A_parameter_that_the_path_names_twice_is_one_argument()
    {
        string code = string.Concat(GeneratorHost.Generate(Document.OfPaths(
            "/a/{id}/b/{id}: { parameters: [{ name: id, in: path, required: true, schema: { type: string } }], get: { responses: { '204': { description: ok } } } }")).Sources.Values);

        Assert.Contains("Async(string id, _cfgen::RequestOptions? options", code, StringComparison.Ordinal);
        Assert.DoesNotContain("id2", code, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Records(Document document)
    {
        GeneratorRun run = GeneratorHost.Generate(document);
        Assert.Empty(run.CompilerDiagnostics);
        return run.Output.GetSymbolsWithName(_ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>().Where(t => t.IsRecord).Select(t => t.Name).Order(StringComparer.Ordinal);
    }
}
