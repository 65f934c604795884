using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents;
using CfGen.Generator.Parsing;
using CfGen.Generator.Tests.Documents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CfGen.Generator.Tests.Parsing;

public class SourceMapTests
{
    private const string Json = """
        {
          "openapi": "3.0.3", "info": { "title": "ü😀\n", "version": "1" },
          "paths": { "/ü/{é}": { "get": { "operationId": "größe", "responses": { "200": { "description": "" } } } } },
          "x-list": [ { "a": 1 }, [ 2 ], "3" ]
        }
        """;

    private const string Yaml = """
        openapi: 3.0.3
        info: { title: "ü😀\n", version: '1' }
        paths:
          /ü/{é}: { get: { operationId: größe, responses: { 200: { description: '' } } } }
        x-list:
          - a: 1
          - - 2
          - '3'
        x-text: |
          é
        """;

    [Theory]
    [InlineData("#", "(1,1) {", "(1,1) openapi")]
    [InlineData("#/info/version", "(2,62) \"1\"", "(2,34) '1'")]
    [InlineData("#/paths/~1ü~1{é}", "(3,14) \"/ü/{é}\"", "(4,3) /ü/{é}")]
    [InlineData("#/paths/~1ü~1{é}/get", "(3,26) \"get\"", "(4,13) get")]
    [InlineData("#/paths/~1ü~1{é}/get/operationId", "(3,50) \"größe\"", "(4,33) größe")]
    [InlineData("#/paths/~1ü~1{é}/get/responses/200", "(3,74) \"200\"", "(4,53) 200")]
    [InlineData("#/paths/~1ü~1{é}/get/responses/200/content/x/schema", "(3,74) \"200\"", "(4,53) 200")]
    [InlineData("#/paths/~1nowhere/get", "(3,3) \"paths\"", "(3,1) paths")]
    [InlineData("#/x-list/0", "(4,15) {", "(6,5) a")]
    [InlineData("#/x-list/0/a", "(4,22) 1", "(6,8) 1")]
    [InlineData("#/x-list/1/0", "(4,29) 2", "(7,7) 2")]
    [InlineData("#/x-list/2", "(4,34) \"3\"", "(8,5) '3'")]
    [InlineData("#/x-list/9", "(4,3) \"x-list\"", "(5,1) x-list")]
    public void A_pointer_gives_its_place_in_json_and_yaml(string path, string json, string yaml)
    {
        Assert.Equal(json, Describe(Json, path));
        Assert.Equal(yaml, Describe(Yaml, path));
    }

    [Fact]
    public void The_place_of_a_block_of_text_is_its_header() => Assert.Equal("(9,9) |", Describe(Yaml, "#/x-text"));

    [Fact]
    public void Lines_are_those_that_roslyn_counts()
    {
        const string Text = "{ \"a\": \"x\u2028y\",\r\n \"b\": 1,\r \"c\": 2 }";
        SourceText source = SourceText.From(Text);
        SourceMap positions = TextParser.Parse(DocumentLoading.CreateText(Text), default).SourceMap;
        LocationInfo place = positions.GetLocation("#/c");
        Assert.Equal(
            source.Lines.GetLinePosition(Text.IndexOf('2', 20)),
            new LinePosition(place.LineSpan.Start.Line, place.LineSpan.Start.Character)
        );
        Location location = place.ToLocation();
        Assert.Equal("specs/api.yaml", location.GetLineSpan().Path);
        Assert.Equal(new LinePosition(place.LineSpan.Start.Line, place.LineSpan.Start.Character), location.GetLineSpan().StartLinePosition);
    }

    [Theory]
    [InlineData("#/components/schemas/Pet", "Pet")]
    [InlineData("#/components/schemas/Pet/properties/name", "name")]
    [InlineData("#/components/parameters/Limit", "Limit")]
    [InlineData("#/components/parameters/Limit/schema/maximum", "9")]
    [InlineData("#/components/responses/Bad", "Bad")]
    [InlineData("#/components/securitySchemes/Key", "Key")]
    [InlineData("#/paths/~1pets/post/requestBody", "name")]
    [InlineData("#/paths/~1pets/post/requestBody/content/application~1json/schema", "schema")]
    [InlineData("#/paths/~1pets/post/responses/200/content/application~1json/schema", "schema")]
    public void In_a_2_0_document_pointers_of_the_object_model_are_found(string path, string expected)
    {
        const string Text = """
            swagger: '2.0'
            info: {title: x, version: '1'}
            paths:
              /pets:
                post:
                  security: [{Key: []}]
                  parameters:
                    - $ref: '#/parameters/Limit'
                    - name: pet
                      in: body
                      schema: {$ref: '#/definitions/Pet'}
                  responses:
                    200: {description: ok, schema: {$ref: '#/definitions/Pet'}}
                    400: {$ref: '#/responses/Bad'}
            definitions:
              Pet: {type: object, properties: {name: {type: string}}}
            parameters:
              Limit: {name: limit, in: query, type: integer, maximum: 9}
            responses:
              Bad: {description: bad}
            securityDefinitions:
              Key: {type: apiKey, in: header, name: k}
            """;
        LoadedDocument read = DocumentLoading.Load(Text);
        Assert.Empty(read.Findings);
        Assert.True(read.Document!.Components!.Schemas!.ContainsKey("Pet"));
        Assert.Equal(expected, read.GetTextAt(Text, path));
    }

    private static string Describe(string text, string path)
    {
        ParsedText parsed = TextParser.Parse(DocumentLoading.CreateText(text), default);
        Assert.Empty(parsed.Findings);
        LocationInfo place = parsed.SourceMap.GetLocation(path);
        return $"({place.LineSpan.Start.Line + 1},{place.LineSpan.Start.Character + 1}) {text.Substring(place.Span.Start, place.Span.Length)}";
    }
}
