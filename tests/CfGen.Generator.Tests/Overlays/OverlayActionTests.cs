using System.Text.Json.Nodes;

namespace CfGen.Generator.Tests.Overlays;

/// <summary>The effect of each kind of action on a document.</summary>
public class OverlayActionTests
{
    private const string Document = """
        info: { title: Old, tags: [a, b, c], x: { y: { z: 1 } }, nothing: null }
        servers:
          - { url: one, description: Dev }
          - { url: two, description: Prod }
          - { url: three, description: Dev }
        paths:
          /a: { get: { summary: A, tags: [one] } }
          /b: { get: { summary: B }, post: { summary: C } }
        """;

    [Theory]
    [InlineData("- { target: $.info, update: { title: New, more: { a: 1 } } }", "$.info", """{"title":"New","more":{"a":1}}""")]
    [InlineData("- { target: $.info, update: { x: { y: { w: [2] } } } }", "$.info.x", """{"y":{"z":1,"w":[2]}}""")]
    [InlineData("- { target: $.info, update: { tags: [d, [e]] } }", "$.info.tags", """["a","b","c","d",["e"]]""")]
    [InlineData("- { target: $.info.tags, update: [d, e] }", "$.info.tags", """["a","b","c","d","e"]""")]
    [InlineData("- { target: $.info.tags, update: { d: 1 } }", "$.info.tags", """["a","b","c",{"d":1}]""")]
    [InlineData("- { target: $.info.tags, update: d }", "$.info.tags", """["a","b","c","d"]""")]
    [InlineData("- { target: '$.info.tags[1]', update: B }", "$.info.tags", """["a","B","c"]""")]
    [InlineData("- { target: $.info.title, update: 5 }", "$.info.title", "5")]
    [InlineData("- { target: $.info.title, update: null }", "$.info", """{"title":null}""")]
    [InlineData("- { target: $.info.nothing, update: { a: 1 } }", "$.info.nothing", """{"a":1}""")]
    [InlineData("- { target: $.info, update: { x: null } }", "$.info.x", """{"y":{"z":1}}""")]
    [InlineData("- { target: $.info }", "$.info.title", "\"Old\"")]
    [InlineData("- { target: $.info, remove: false }", "$.info.title", "\"Old\"")]
    [InlineData(
        "- { target: '$.servers[?@.description==\"Dev\"]', remove: true }",
        "$.servers",
        """[{"url":"two","description":"Prod"}]"""
    )]
    [InlineData("- { target: '$.servers[0,2,0,1]', remove: true }", "$.servers", "[]")]
    [InlineData("- { target: $.info, remove: true, update: { a: 1 } }", "$.info", null)]
    [InlineData("- { target: $..summary, remove: true }", "$.paths", """{"/a":{"get":{"tags":["one"]}},"/b":{"get":{},"post":{}}}""")]
    [InlineData("- { target: '$..*', remove: true }", "$", "{}")]
    [InlineData("- { target: $.info.nothing, remove: true }", "$.info.nothing", null)]
    [InlineData("- { target: \"$.paths['/b']\", copy: \"$.paths['/a']\" }", "$.paths['/b'].get", """{"summary":"A","tags":["one"]}""")]
    [InlineData("- { target: $.info.x, copy: $.info }", "$.info.x.x", """{"y":{"z":1}}""")]
    [InlineData("- { target: $.servers, copy: '$.servers[0]' }", "$.servers[3]", """{"url":"one","description":"Dev"}""")]
    [InlineData("- { target: $.servers, copy: $.servers }", "$.servers[5].url", "\"three\"")]
    [InlineData("- { target: $.paths.*.get.summary, copy: $.info.title }", "$.paths['/b'].get.summary", "\"Old\"")]
    public void An_action_changes_what_it_selects(string actions, string place, string? expected)
    {
        OverlaidDocument document = OverlaidDocument.ApplyActions(Document, actions);
        Assert.Empty(document.FormatFindings());
        JsonNode? found = Find(document.Root, place);
        if (expected is null)
            Assert.Null(found);
        else
            AssertContains(JsonNode.Parse(expected), found);
    }

    [Fact]
    public void Actions_and_overlays_are_applied_one_after_the_other()
    {
        OverlaidDocument document = OverlaidDocument.Apply(
            Document,
            OverlaidDocument.Head
                + "actions:\n- { target: $.servers, remove: true }\n- { target: $, update: { servers: [{ url: x }] } }\n- { target: '$.servers[0]', update: { url: y } }\n",
            OverlaidDocument.Head + "actions:\n- { target: $.servers, update: { url: z } }\n"
        );
        Assert.Equal("""[{"url":"y"},{"url":"z"}]""", document.Root!["servers"]!.ToJsonString());
        Assert.Empty(document.FormatFindings());
        Assert.Equal("0.yaml: y", document.GetTextAt("#/servers/0/url"));
        Assert.Equal("1.yaml: z", document.GetTextAt("#/servers/1/url"));
    }

    [Theory]
    [InlineData("- { target: $.nowhere, remove: true }", "CFG1090 0.yaml: $.nowhere")]
    [InlineData("- { target: '$.servers[9]', update: { a: 1 } }", "CFG1090 0.yaml: '$.servers[9]'")]
    [InlineData("- { target: $.info, copy: $.nowhere }", "CFG1090 0.yaml: $.nowhere")]
    [InlineData("- { target: $.info, copy: $.servers.* }", "CFG1098 0.yaml: $.servers.*")]
    [InlineData("- { target: $, remove: true }", "CFG1097 0.yaml: true")]
    [InlineData("- { target: $, update: text }", "CFG1092 0.yaml: text")]
    [InlineData("- { target: $.info, update: [1] }", "CFG1092 0.yaml: update")]
    [InlineData("- { target: $.info, update: { title: [1] } }", "CFG1092 0.yaml: update")]
    [InlineData("- { target: $.info, update: { tags: { a: 1 } } }", "CFG1092 0.yaml: update")]
    [InlineData("- { target: $..summary, update: [1] }", "CFG1092 0.yaml: update")]
    [InlineData("- { target: $.info.x-y, remove: true }", "CFG1094 0.yaml: x-y", "CFG1090 0.yaml: $.info.x-y")]
    [InlineData(
        "- { target: \"$.paths[?match(@.get.summary, '\\\\\\\\d')]\", remove: true }",
        "CFG1099 0.yaml: \"$.paths[?match(@.get.summary, '\\\\\\\\d')]\"",
        "CFG1090 0.yaml: \"$.paths[?match(@.get.summary, '\\\\\\\\d')]\""
    )]
    public void An_action_that_does_nothing_is_reported(string actions, params string[] findings)
    {
        OverlaidDocument document = OverlaidDocument.ApplyActions(Document, actions);
        Assert.Equal(findings, document.FormatFindings());
        Assert.True(JsonNode.DeepEquals(OverlaidDocument.Apply(Document).Root, document.Root));
    }

    [Fact]
    public void Compatible_members_are_merged_beside_incompatible_ones()
    {
        OverlaidDocument document = OverlaidDocument.ApplyActions(
            Document,
            "- { target: $.paths.*.get, update: { tags: [x], summary: { no: 1 } } }"
        );
        Assert.Equal("""["one","x"]""", Find(document.Root, "$.paths['/a'].get.tags")!.ToJsonString());
        Assert.Equal("""["x"]""", Find(document.Root, "$.paths['/b'].get.tags")!.ToJsonString());
        CfGen.Generator.Diagnostics.Finding finding = Assert.Single(document.Findings);
        Assert.Contains(
            "#/paths/~1a/get/summary of the document, because it is a string in the document and an object in the overlay",
            finding.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("2 in total", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("./api.yaml")]
    [InlineData("api.yaml#/info")]
    [InlineData("../specs/api.yaml")]
    [InlineData("/api.yaml")]
    [InlineData("https://example.com/other.json")]
    public void Extends_may_name_the_document(string extends) => Assert.Empty(Extend(extends).FormatFindings());

    [Theory]
    [InlineData("other.yaml")]
    [InlineData("../api.yaml")]
    [InlineData("/other/api.yaml")]
    [InlineData("file:///other/api.yaml")]
    public void Another_document_of_extends_is_reported_and_the_overlay_applied(string extends)
    {
        OverlaidDocument document = Extend(extends);
        Assert.Equal([$"CFG1091 0.yaml: {extends}"], document.FormatFindings());
        Assert.Equal("New", document.Root!["info"]!["title"]!.GetValue<string>());
    }

    private static OverlaidDocument Extend(string extends) =>
        OverlaidDocument.Apply(
            Document,
            $"{OverlaidDocument.Head}extends: {extends}\nactions:\n- {{ target: $.info.title, update: New }}\n"
        );

    private static JsonNode? Find(JsonNode? root, string query) =>
        CfGen
            .Generator.Overlays.JsonPath.JsonPathQuery.Parse(query)
            .Select(root, new CfGen.Generator.Overlays.JsonPath.WorkBudget(10_000, default))
            .SingleOrDefault()
            ?.Value;

    // Members of the document that the action leaves alone are not repeated in each case.
    private static void AssertContains(JsonNode? expected, JsonNode? found)
    {
        if (expected is JsonObject { Count: > 0 } members)
        {
            foreach ((string name, JsonNode? value) in members)
            {
                Assert.True(found!.AsObject().ContainsKey(name), $"There is no '{name}'.");
                AssertContains(value, found[name]);
            }
        }
        else
        {
            Assert.Equal(expected?.ToJsonString(), found?.ToJsonString());
        }
    }
}
