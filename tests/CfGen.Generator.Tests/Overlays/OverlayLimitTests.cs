using System.Text.Json.Nodes;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Tests.Overlays;

/// <summary>Overlays that would need too much time, memory or depth.</summary>
public class OverlayLimitTests
{
    [Fact]
    public void A_document_does_not_grow_without_end()
    {
        string actions = string.Concat(
            Enumerable
                .Range(0, 40)
                .Select(i => $"- {{ target: $.a, copy: $.a, x-number: {i} }}\n- {{ target: $.a.b, copy: $.a.b, x-number: {i} }}\n")
        );
        OverlaidDocument document = OverlaidDocument.ApplyActions("a: { b: [ 1, 2 ] }", actions.TrimEnd());
        Assert.Contains(document.Findings, f => f.Id == "CFG1095");
        Assert.InRange(document.Root!["a"]!["b"]!.AsArray().Count, 1_000, 500_000);
    }

    [Fact]
    public void Nested_queries_end()
    {
        string list = string.Join(", ", Enumerable.Range(0, 400));
        OverlaidDocument document = OverlaidDocument.ApplyActions(
            $"a: [ {list} ]\nb: 1",
            "- { target: '$..*[?count($..*[?count($..*) > 1000]) > 1000]', remove: true }\n- { target: $.b, update: 2 }"
        );
        Assert.Equal("CFG1093", document.Findings[0].Id);
        Assert.Contains("10000000 steps", document.Findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_does_not_become_deeper_than_the_parser_allows()
    {
        const int Half = TextParser.MaximumDepth / 2;
        string document = string.Concat(Enumerable.Repeat("{\"a\":", Half)) + "{}" + new string('}', Half);
        string overlay = string.Concat(Enumerable.Repeat("{ a: ", Half)) + "1" + new string('}', Half);
        // The last object of the document is at level 129, and the value has 128 levels: one object too many.
        OverlaidDocument deep = OverlaidDocument.ApplyActions(document, $"- {{ target: '$..[?!@.a]', update: {{ b: {overlay} }} }}");
        Assert.Equal(["CFG1096 0.yaml: update"], deep.FormatFindings());

        string shorter = overlay["{ a: ".Length..^1];
        OverlaidDocument fits = OverlaidDocument.ApplyActions(document, $"- {{ target: '$..[?!@.a]', update: {{ b: {shorter} }} }}");
        Assert.Empty(fits.FormatFindings());
        Assert.Equal(TextParser.MaximumDepth, GetDepth(fits.Root));
    }

    private static int GetDepth(JsonNode? node) =>
        node switch
        {
            JsonObject members => 1 + members.Select(m => GetDepth(m.Value)).DefaultIfEmpty().Max(),
            JsonArray list => 1 + list.Select(GetDepth).DefaultIfEmpty().Max(),
            _ => 0,
        };
}
