using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Document = CfGen.Generator.Tests.Hosting.TestDocument;

namespace CfGen.Generator.Tests.Naming;

/// <summary>The names of types that the document does not name.</summary>
public class TypeNameTests
{
    private const string Response =
        "responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { NAME: { type: string } } } } } } }";

    [Fact]
    public void Operation_types_share_prefix_with_resource_class_for_any_selection()
    {
        Document document = Document.FromPaths(
            string.Join(
                '\n',
                new[] { "rules", "dns.rules", "waf.rules", "waf.dns.rules" }.Select(
                    (name, i) =>
                        $"/p{i}: {{ get: {{ x-cfgen-name: {name}.get, {Response.Replace("NAME", $"a{i}", StringComparison.Ordinal)} }} }}"
                )
            )
        );

        Assert.Equal(
            ["DnsRulesGetResponse", "RulesGetResponse", "WafDnsRulesGetResponse", "WafRulesGetResponse"],
            GetRecordNames(document)
        );
        Assert.Equal(["WafRulesGetResponse"], GetRecordNames(document.With("Operations", "path:/p2")));
    }

    [Fact]
    public void Name_that_two_resources_could_have_belongs_to_neither()
    {
        static Document Create(params string[] names) =>
            Document.FromPaths(
                string.Join(
                    '\n',
                    names.Select(n =>
                        $"/{n}: {{ get: {{ x-cfgen-name: {n}.get, {Response.Replace("NAME", n.Replace('.', '_'), StringComparison.Ordinal)} }} }}"
                    )
                )
            );

        Assert.Equal(["RulesGetResponse"], GetRecordNames(Create("waf.custom.rules")));
        // The nearer one does not take the name over.
        Assert.Equal(["CustomRulesGetResponse", "DnsRulesGetResponse"], GetRecordNames(Create("waf.custom.rules", "dns.rules")));
        // Nor do two that share the name before it.
        Assert.Equal(
            ["DnsCustomRulesGetResponse", "WafCustomRulesGetResponse"],
            GetRecordNames(Create("waf.custom.rules", "dns.custom.rules"))
        );
        // A resource of the client itself has no other name.
        Assert.Equal(["CustomRulesGetResponse", "RulesGetResponse"], GetRecordNames(Create("waf.custom.rules", "rules")));
    }

    [Fact]
    public void List_element_type_gets_Item_suffix_when_singular_is_taken()
    {
        Document document = Document.FromPaths(
            "/a: { get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/things' } } } } } } }",
            """
            components:
              schemas:
                thing: { type: object, properties: { a: { type: string } } }
                things: { type: array, items: { type: object, properties: { b: { $ref: '#/components/schemas/thing' } } } }
            """
        );

        Assert.Equal(["Thing", "ThingsItem"], GetRecordNames(document));
    }

    [Fact]
    public void Unreferenced_component_keeps_its_name()
    {
        Document document = Document.FromPaths(
            """
            /a: { get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/things' } } } } } } }
            /b: { get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/thing' } } } } } } }
            """,
            """
            components:
              schemas:
                thing: { type: object, properties: { a: { type: string } } }
                things: { type: array, items: { type: object, properties: { b: { type: string } } } }
            """
        );

        Assert.Equal(["Thing", "ThingsItem"], GetRecordNames(document));
        Assert.Equal(["ThingsItem"], GetRecordNames(document.With("Operations", "path:/a")));
    }

    [Fact]
    public void Repeated_path_parameter_becomes_one_argument()
    {
        string code = string.Concat(
            GeneratorHost
                .Generate(
                    Document.FromPaths(
                        "/a/{id}/b/{id}: { parameters: [{ name: id, in: path, required: true, schema: { type: string } }], get: { responses: { '204': { description: ok } } } }"
                    )
                )
                .Sources.Values
        );

        Assert.Contains("Async(string id, _cfgen::RequestOptions? options", code, StringComparison.Ordinal);
        Assert.DoesNotContain("id2", code, StringComparison.Ordinal);
    }

    private static IEnumerable<string> GetRecordNames(Document document)
    {
        GeneratorRun run = GeneratorHost.Generate(document);
        Assert.Empty(run.CompilerDiagnostics);
        return run
            .Output.GetSymbolsWithName(_ => true, SymbolFilter.Type)
            .OfType<INamedTypeSymbol>()
            .Where(t => t.IsRecord)
            .Select(t => t.Name)
            .Order(StringComparer.Ordinal);
    }
}
