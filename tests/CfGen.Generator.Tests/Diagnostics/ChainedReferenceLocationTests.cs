using CfGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Diagnostics;

/// <summary>A diagnostic about a value behind references through several files points to the value, in its own file.</summary>
public class ChainedReferenceLocationTests
{
    private const string Pattern = "'(?<a'";
    private const string Schema = $"{{ type: string, pattern: {Pattern} }}";
    private const string Ok = "responses: { '204': { description: ok } }";
    private const string Parameter = $"name: p, in: query, schema: {Schema}";
    private const string Response =
        $"description: ok, content: {{ application/json: {{ schema: {{ type: object, properties: {{ a: {Schema} }} }} }} }}";
    private const string Body = $"content: {{ application/json: {{ schema: {{ type: object, properties: {{ a: {Schema} }} }} }} }}";

    /// <summary>The path items of the main document with <c>REF</c> for the reference, and the value that it leads to.</summary>
    public static TheoryData<string, string> Places { get; } =
        new()
        {
            { "/b: REF", $"{{ get: {{ parameters: [{{ {Parameter} }}], {Ok} }} }}" },
            { "/b: REF", $"{{ parameters: [{{ {Parameter} }}], get: {{ {Ok} }} }}" },
            { "/b: { get: REF }", $"{{ parameters: [{{ {Parameter} }}], {Ok} }}" },
            { $"/b: {{ get: {{ parameters: [REF], {Ok} }} }}", $"{{ {Parameter} }}" },
            { $"/b: {{ parameters: [REF], get: {{ {Ok} }} }}", $"{{ {Parameter} }}" },
            { $"/b: {{ get: {{ parameters: [{{ name: p, in: query, schema: REF }}], {Ok} }} }}", Schema },
            { "/b: { get: { responses: { '200': REF } } }", $"{{ {Response} }}" },
            {
                "/b: { get: { responses: { '200': { description: ok, content: { application/json: { schema: REF } } } } } }",
                $"{{ type: object, properties: {{ a: {Schema} }} }}"
            },
            {
                "/b: { get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { a: REF } } } } } } } }",
                Schema
            },
            { $"/b: {{ post: {{ requestBody: REF, {Ok} }} }}", $"{{ {Body} }}" },
            {
                $"/b: {{ post: {{ requestBody: {{ content: {{ application/json: {{ schema: REF }} }} }}, {Ok} }} }}",
                $"{{ type: object, properties: {{ a: {Schema} }} }}"
            },
        };

    [Theory]
    [MemberData(nameof(Places))]
    public void The_value_is_in_the_second_file(string paths, string value) => AssertLocation(paths, "b.yaml", File("b.yaml", value));

    [Theory]
    [MemberData(nameof(Places))]
    public void The_value_is_in_the_third_file(string paths, string value) =>
        AssertLocation(paths, "c.yaml", File("b.yaml", "{ $ref: 'c.yaml#/x' }"), File("c.yaml", value));

    [Theory]
    [MemberData(nameof(Places))]
    public void The_value_is_behind_three_references_in_two_files(string paths, string value) =>
        AssertLocation(
            paths,
            "b.yaml",
            File("b.yaml", $"{{ $ref: 'c.yaml#/x' }}\nother: {value}"),
            File("c.yaml", "{ $ref: 'b.yaml#/other' }")
        );

    [Theory]
    [MemberData(nameof(Places))]
    public void The_value_is_behind_two_references_in_one_file(string paths, string value)
    {
        var main = TestDocument.FromPaths(
            paths.Replace("REF", "{ $ref: '#/x-values/a' }", StringComparison.Ordinal),
            $"x-values:\n  a: {{ $ref: '#/x-values/b' }}\n  b: {value}\n"
        );
        AssertLocation(main, main);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void The_value_is_an_anchor_of_yaml(string paths, string value)
    {
        var main = TestDocument.FromPaths(paths.Replace("REF", "{ $ref: 'b.yaml#/x' }", StringComparison.Ordinal));
        TestDocument reference = File("b.yaml", $"*a").Replace("x:", $"y: &a {value}\nx:");
        AssertLocation(main, reference, reference);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void The_value_is_brought_by_an_overlay(string paths, string value)
    {
        TestDocument main = TestDocument
            .FromPaths(paths.Replace("REF", "{ $ref: '#/x-values/a' }", StringComparison.Ordinal))
            .With("Overlay", "/project/overlay.yaml");
        TestDocument overlay = new(
            "/project/overlay.yaml",
            $"overlay: 1.0.0\ninfo: {{ title: x, version: '1' }}\nactions:\n  - target: $\n    update: {{ x-values: {{ a: {{ $ref: '#/x-values/b' }}, b: {value} }} }}\n"
        )
        {
            IsOverlay = true,
        };
        AssertLocation(main, overlay, overlay);
    }

    private static TestDocument File(string name, string value) =>
        new($"/project/{name}", $"# {name}\nx: {value}\n") { IsReference = true };

    private static void AssertLocation(string paths, string file, params TestDocument[] references)
    {
        var main = TestDocument.FromPaths(paths.Replace("REF", "{ $ref: 'b.yaml#/x' }", StringComparison.Ordinal));
        AssertLocation(main, references.Single(r => r.Path == "/project/" + file), references);
    }

    private static void AssertLocation(TestDocument main, TestDocument expected, params IEnumerable<TestDocument> others)
    {
        GeneratorRun run = GeneratorHost.Generate([main, .. others.Where(o => o != main)]).AssertCompiles();

        Diagnostic found = Assert.Single(run.Diagnostics, d => d.Id == "CFG1060");
        Assert.Equal(expected.Path, found.Location.GetLineSpan().Path);
        Assert.Equal(Pattern, expected.Text.Substring(found.Location.SourceSpan.Start, found.Location.SourceSpan.Length));
    }
}
