using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents;
using CfGen.Generator.Parsing;
using Microsoft.OpenApi;

namespace CfGen.Generator.Tests.Documents.References;

/// <summary>References to other documents.</summary>
public class ReferencedDocumentTests
{
    private const string Head = "openapi: 3.0.3\ninfo: {title: x, version: '1'}\n";

    [Fact]
    public void A_document_that_is_not_declared_is_named_with_the_line_to_add()
    {
        LoadedDocument read = DocumentLoading.Load(
            Head
                + """
                paths:
                  /a: {get: {responses: {200: {description: d, content: {a/b: {schema: {$ref: '../common/./types.yaml#/A'}}}}}}}
                  /b: {get: {responses: {200: {description: d, content: {a/b: {schema: {$ref: '../common/types.yaml#/B'}}}}}}}
                  /c: {get: {responses: {200: {$ref: 'https://example.com/x.yaml'}}}}
                  /d: {$ref: paths/d.yaml}
                  /e: {get: {responses: {}}}
                """
        );
        Assert.Equal(["get /e"], read.FormatOperations());
        Assert.Equal(["CFG0007 (7,14)-(7,26)", "CFG0007 (4,79)-(4,106)", "CFG0007 (6,38)-(6,66)"], read.FormatLocations());
        Assert.Contains(
            "Skipped: GET /a, GET /b. Add to the project: <OpenApiClient Include=\"common/types.yaml\" Reference=\"true\" />.",
            read.FormatMessages()[1],
            StringComparison.Ordinal
        );
        Assert.Contains("Skipped: all of /d.", read.FormatMessages()[0], StringComparison.Ordinal);
        Assert.Contains("the generator opens no network", read.FormatMessages()[2], StringComparison.Ordinal);
    }

    [Fact]
    public void The_line_to_add_is_relative_to_the_project()
    {
        var options = new DocumentLoadOptions([]) { ProjectDirectory = "C:\\work\\app\\" };
        DocumentText document = DocumentLoading.CreateText(
            Head + "paths: {/a: {get: {responses: {200: {$ref: 'x.yaml'}}}}}",
            "C:\\work\\app\\specs\\api.yaml"
        );
        LoadedDocument read = DocumentLoader.Load(document, [], options, default);
        Assert.Contains("Include=\"specs/x.yaml\"", read.FormatMessages()[0], StringComparison.Ordinal);
    }

    // Size: the documents are part of the test.
    [Fact]
    public void Declared_documents_are_taken_in_as_components()
    {
        const string Types = """
            components:
              schemas:
                Error: {type: object, properties: {next: {$ref: '#/components/schemas/Error'}, pet: {$ref: 'Pet.yaml'}, back: {$ref: '../specs/api.yaml#/components/schemas/Own'}}}
              parameters:
                Limit: {name: limit, in: query, schema: {type: integer, maximum: 9}}
            """;
        const string Pet =
            "type: object\nproperties:\n  owner: {$ref: 'types.yaml#/components/schemas/Error'}\n  self: {$ref: '#'}\n  tag: {$ref: '#/$defs/Tag'}\n$defs: {Tag: {type: string}}\n";
        const string Text =
            Head
            + """
                paths:
                  /a:
                    get:
                      parameters: [{$ref: '..\common\types.yaml#/components/parameters/Limit'}]
                      responses: {default: {description: d, content: {a/b: {schema: {$ref: '../common/types.yaml#/components/schemas/Error'}}}}}
                  /b: {$ref: '../common/b.yaml#/~1b'}
                  /c: {get: {$ref: '../common/c.json'}}
                components:
                  schemas:
                    Own: {type: string}
                    Pet: {type: integer}
                """;
        LoadedDocument read = DocumentLoading.LoadWithReferences(
            Text,
            ("common/types.yaml", Types),
            ("common/Pet.yaml", Pet),
            (
                "common/b.yaml",
                "/b:\n  parameters: [{$ref: 'types.yaml#/components/parameters/Limit'}]\n  post: {operationId: postB, responses: {}}\n"
            ),
            (
                "common/c.json",
                "{\"operationId\": \"getC\", \"responses\": {\"200\": {\"description\": \"d\", \"content\": {\"a/b\": {\"schema\": {\"$ref\": \"Pet.yaml#/properties/tag\"}}}}}}"
            )
        );
        Assert.Empty(read.FormatMessages());
        Assert.Equal(["get /a", "post /b", "get /c"], read.FormatOperations());
        Assert.Equal(["postB", "getC"], read.Operations.Skip(1).Select(o => o.OperationId));

        // The main document's own Pet keeps its name; the file's one gets another.
        Assert.Contains("Error", Keys(read.Root!["components"]!["schemas"]), StringComparison.Ordinal);
        Assert.Contains("Pet_Pet", Keys(read.Root!["components"]!["schemas"]), StringComparison.Ordinal);
        IOpenApiSchema error = read.Document!.Components!.Schemas!["Error"];
        Assert.Equal(
            "#/components/schemas/Pet_Pet",
            read.Root!["components"]!["schemas"]!["Error"]!["properties"]!["pet"]!["$ref"]!.GetValue<string>()
        );
        Assert.Equal(JsonSchemaType.Object, error.Properties!["pet"].Type);
        Assert.Equal(JsonSchemaType.String, error.Properties["back"].Type);
        Assert.Equal(JsonSchemaType.String, error.Properties["pet"].Properties!["tag"].Type);

        // Places are in the files that the things were written in.
        LocationInfo place = read.SourceMap.GetLocation("#/components/schemas/Error/properties/next");
        Assert.Equal(("common/types.yaml", 2, 39), (place.FilePath, place.LineSpan.Start.Line, place.LineSpan.Start.Character));
        place = read.SourceMap.GetLocation("#/components/parameters/Limit/schema/maximum");
        Assert.Equal(("common/types.yaml", 4, 69), (place.FilePath, place.LineSpan.Start.Line, place.LineSpan.Start.Character));
        place = read.SourceMap.GetLocation("#/paths/~1b/post/operationId");
        Assert.Equal(("common/b.yaml", 2, 22), (place.FilePath, place.LineSpan.Start.Line, place.LineSpan.Start.Character));
        place = read.SourceMap.GetLocation("#/paths/~1a/get");
        Assert.Equal(("specs/api.yaml", 4, 4), (place.FilePath, place.LineSpan.Start.Line, place.LineSpan.Start.Character));
    }

    [Fact]
    public void A_fault_of_a_referenced_document_is_reported_in_that_document()
    {
        LoadedDocument read = DocumentLoading.LoadWithReferences(
            Head
                + "paths:\n  /a: {get: {responses: {200: {$ref: 'r.yaml#/R'}}}}\n  /b: {get: {responses: {200: {$ref: 'bad.json#/R'}}}}\n  /c: {get: {responses: {}}}\n",
            ("specs/r.yaml", "R:\n  description: d\n  content: {a/b: {schema: {$ref: '#/Nope'}}}\n"),
            ("specs/bad.json", "{\n  \"R\": ,\n}")
        );
        Assert.Equal(["get /c"], read.FormatOperations());
        Assert.Equal(["CFG0001", "CFG0005", "CFG0019"], read.Findings.Select(f => f.Id).Order(StringComparer.Ordinal));
        Assert.Equal("specs/bad.json", read.Findings[0].Location!.FilePath);
        Finding missing = read.Findings.Single(f => f.Arguments[0] == "#/Nope");
        Assert.Equal("r.yaml#/R/content/a~1b/schema/$ref", missing.Pointer);
        Assert.Equal(
            ("specs/r.yaml", 2, 33),
            (missing.Location!.FilePath, missing.Location.LineSpan.Start.Line, missing.Location.LineSpan.Start.Character)
        );
    }

    private static string Keys(JsonNode? node) => node is null ? "" : string.Join(' ', ((JsonObject)node).Select(m => m.Key));
}
