using CfGen.Generator.Tests.Hosting;

namespace CfGen.Generator.Tests.Binding.Bodies;

/// <summary>Forms of names and values that have a file.</summary>
public class FormWithFileTests
{
    [Theory]
    [InlineData("application/x-www-form-urlencoded: { schema: { $ref: '#/components/schemas/Photo' } }", "ApiFile Image", 1)]
    [InlineData(
        "application/x-www-form-urlencoded: { schema: { $ref: '#/components/schemas/Album' } }",
        "IReadOnlyList<_cfgen::ApiFile> Images",
        1
    )]
    [InlineData(
        "application/x-www-form-urlencoded: { schema: { $ref: '#/components/schemas/Photo' } }, multipart/form-data: { schema: { $ref: '#/components/schemas/Photo' } }",
        "ApiFile Image",
        0
    )]
    public void Are_sent_in_parts(string content, string property, int notes)
    {
        GeneratorRun run = Generate(content);

        string code = string.Concat(run.Sources.Values);
        Assert.Contains("IMultipartModel", code, StringComparison.Ordinal);
        Assert.Contains($"{property} {{ get; init; }}", code, StringComparison.Ordinal);
        Assert.Equal(notes, run.Diagnostics.Count(d => d.Id == "CFG1165"));
    }

    [Fact]
    public void Stay_forms_without_a_file()
    {
        GeneratorRun run = Generate("application/x-www-form-urlencoded: { schema: { $ref: '#/components/schemas/Text' } }");

        Assert.Contains("IFormModel", string.Concat(run.Sources.Values), StringComparison.Ordinal);
        Assert.DoesNotContain(run.Diagnostics, d => d.Id == "CFG1165");
    }

    [Fact]
    public void Of_Swagger_2_are_sent_in_parts()
    {
        GeneratorRun run = GeneratorHost
            .Generate(
                new TestDocument(
                    "/project/api.yaml",
                    """
                    swagger: '2.0'
                    info: { title: Sample, version: '1' }
                    consumes: [application/x-www-form-urlencoded]
                    paths:
                      /a:
                        post:
                          parameters:
                            - { name: upload, in: formData, type: file, required: true }
                            - { name: title, in: formData, type: string }
                          responses: { '200': { description: ok } }
                    """
                )
            )
            .AssertCompiles();

        Assert.Contains("required _cfgen::ApiFile Upload { get; init; }", string.Concat(run.Sources.Values), StringComparison.Ordinal);
    }

    private static GeneratorRun Generate(string content) =>
        GeneratorHost
            .Generate(
                new TestDocument(
                    "/project/api.yaml",
                    $$"""
                    openapi: 3.0.3
                    info: { title: Sample, version: '1' }
                    paths:
                      /a: { post: { requestBody: { required: true, content: { {{content}} } }, responses: { '200': { description: ok } } } }
                    components:
                      schemas:
                        File: { type: string, format: binary }
                        Text: { type: object, properties: { file: { type: string } } }
                        Photo: { type: object, required: [image], properties: { title: { type: string }, image: { $ref: '#/components/schemas/File' } } }
                        Album: { type: object, required: [images], properties: { images: { type: array, items: { $ref: '#/components/schemas/File' } } } }
                    """
                )
            )
            .AssertCompiles();
}
