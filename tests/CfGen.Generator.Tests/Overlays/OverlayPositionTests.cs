using System.Text.Json.Nodes;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Tests.Overlays;

/// <summary>The places of the values after overlays: those of the document stay, and those of an overlay are in the overlay.</summary>
public class OverlayPositionTests
{
    private const string Yaml = """
        info: { title: Old, version: '1' }
        servers: [ { url: zero }, { url: first }, { url: second }, { url: third } ]
        base: &base { left: 1, right: [ 2, 3 ] }
        alias: *base
        merged:
          <<: *base
          own: 4
        twice: { one: 1, two: 2 }
        """;

    private const string Json = """
        {
          "info": { "title": "Old", "version": "1" },
          "servers": [ { "url": "zero" }, { "url": "first" }, { "url": "second" }, { "url": "third" } ],
          "twice": { "one": 1, "two": 2, "one": 3 }
        }
        """;

    [Theory]
    [InlineData("- { target: $.info, update: { title: New } }", "#/info/title", "0.yaml: New")]
    [InlineData("- { target: $.info, update: { title: New } }", "#/info/version", "api.yaml: '1'")]
    [InlineData("- { target: $.info.title, update: New }", "#/info/title", "0.yaml: New")]
    [InlineData("- { target: $.info, update: { more: { deep: [ 5, { x: 6 } ] } } }", "#/info/more/deep/1/x", "0.yaml: 6")]
    [InlineData("- { target: $.info, update: { more: { deep: [ 5, { x: 6 } ] } } }", "#/info/more/deep", "0.yaml: deep")]
    [InlineData("- { target: $.info, update: { more: { deep: [ 5, { x: 6 } ] } } }", "#/info/more/nowhere", "0.yaml: more")]
    [InlineData("- { target: $, update: { info: { title: New } } }", "#/info/title", "0.yaml: New")]
    [InlineData("- { target: $.servers, update: { url: fourth } }", "#/servers/4/url", "0.yaml: fourth")]
    [InlineData("- { target: $.servers, update: { url: fourth } }", "#/servers/3/url", "api.yaml: third")]
    [InlineData("- { target: $.servers, update: [ { url: fourth }, { url: fifth } ] }", "#/servers/5/url", "0.yaml: fifth")]
    [InlineData("- { target: '$.servers[1]', remove: true }", "#/servers/1/url", "api.yaml: second")]
    [InlineData("- { target: '$.servers[0,2]', remove: true }", "#/servers/1/url", "api.yaml: third")]
    [InlineData("- { target: '$.servers[0,2]', remove: true }", "#/servers/0/url", "api.yaml: first")]
    [InlineData("- { target: $.info.title, remove: true }", "#/info/title", "api.yaml: info")]
    [InlineData("- { target: $.servers, copy: '$.servers[0]' }", "#/servers/4/url", "0.yaml: '$.servers[0]'")]
    [InlineData("- { target: $.info, copy: $ }", "#/info/servers/2/url", "0.yaml: $")]
    [InlineData("- { target: $.alias.left, update: 9 }", "#/alias/left", "0.yaml: 9")]
    [InlineData("- { target: $.alias.left, update: 9 }", "#/base/left", "api.yaml: 1")]
    [InlineData("- { target: $.alias.left, update: 9 }", "#/merged/left", "api.yaml: 1")]
    [InlineData("- { target: $.base.right, update: 9 }", "#/base/right/2", "0.yaml: 9")]
    [InlineData("- { target: $.base.right, update: 9 }", "#/alias/right/2", "api.yaml: right")]
    [InlineData("- { target: '$.merged.right[0]', remove: true }", "#/alias/right/0", "api.yaml: 2")]
    [InlineData("- { target: '$.merged.right[0]', remove: true }", "#/merged/right/0", "api.yaml: 3")]
    public void A_value_has_the_place_where_it_is_written(string actions, string path, string place) =>
        Assert.Equal(place, OverlaidDocument.ApplyActions(Yaml, actions).GetTextAt(path));

    [Theory]
    [InlineData("- { target: $.twice.one, remove: true }", "#/twice/one", "api.yaml: \"twice\"")]
    [InlineData("- { target: $.twice.one, update: 7 }", "#/twice/one", "0.yaml: 7")]
    [InlineData("- { target: '$.servers[1]', update: { more: 1 } }", "#/servers/1/more", "0.yaml: 1")]
    [InlineData("- { target: '$.servers[1]', update: { more: 1 } }", "#/servers/1/url", "api.yaml: \"first\"")]
    public void A_value_of_json_has_the_place_where_it_is_written(string actions, string path, string place) =>
        Assert.Equal(place, OverlaidDocument.ApplyActions(Json, actions).GetTextAt(path));

    [Theory]
    [InlineData("- { target: $..*, update: 1 }")]
    [InlineData("- { target: $.servers.*, update: { a: { b: [1, 2] } } }")]
    [InlineData("- { target: '$.servers[?@.url > \"g\"]', remove: true }")]
    [InlineData("- { target: '$..[0]', remove: true }")]
    [InlineData("- { target: $.*, copy: $.info }")]
    [InlineData(
        "- { target: $.servers, copy: $.servers }\n- { target: '$.servers[2,5]', remove: true }\n- { target: '$.servers[*]', copy: $.info }"
    )]
    [InlineData(
        "- { target: $, update: { info: null, base: { right: [4] }, merged: { x: { y: 1 } } } }\n- { target: $.merged.left, remove: true }"
    )]
    public void Every_value_of_the_tree_has_a_place(string actions)
    {
        OverlaidDocument document = OverlaidDocument.ApplyActions(Yaml, actions);
        AssertSame(document.Root, document.Parsed.PositionTree, PositionTree.Root);
    }

    [Fact]
    public void Many_members_and_elements_are_found()
    {
        string members = string.Join(", ", Enumerable.Range(0, 300).Select(i => $"m{i}: {i}"));
        string document = $"object: {{ {members} }}\nlist: [ {string.Join(", ", Enumerable.Range(0, 300))} ]\n";
        OverlaidDocument result = OverlaidDocument.ApplyActions(
            document,
            "- { target: '$.object[?@ > 100 && @ < 200]', remove: true }\n- { target: '$.list[::2]', remove: true }\n- { target: $.object, update: { m7: x, m150: y } }\n- { target: '$.list[*]', update: z }"
        );
        Assert.Empty(result.FormatFindings());
        Assert.Equal("0.yaml: x", result.GetTextAt("#/object/m7"));
        Assert.Equal("0.yaml: y", result.GetTextAt("#/object/m150"));
        Assert.Equal("api.yaml: 250", result.GetTextAt("#/object/m250"));
        Assert.Equal("0.yaml: z", result.GetTextAt("#/list/149"));
        AssertSame(result.Root, result.Parsed.PositionTree, PositionTree.Root);
    }

    // The positions have the shape of the tree. A merge key of YAML is in the positions only.
    private static void AssertSame(JsonNode? node, PositionTree positions, int index)
    {
        Assert.True(index >= 0, "A value has no position.");
        List<int> children = [];
        for (int child = positions[index].FirstChild; child >= 0; child = positions[child].NextSibling)
        {
            Assert.Equal(index, positions[child].Parent);
            if (positions[child].Name != "<<")
                children.Add(child);
        }

        switch (node)
        {
            case JsonObject members:
                Assert.Equal(members.Count, children.Count);
                foreach ((string name, JsonNode? value) in members)
                    AssertSame(value, positions, positions.FindChild(index, name));
                break;
            case JsonArray list:
                Assert.Equal(list.Count, children.Count);
                for (int i = 0; i < list.Count; i++)
                    AssertSame(list[i], positions, children[i]);
                break;
            default:
                Assert.Empty(children);
                break;
        }
    }
}
