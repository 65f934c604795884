using CfGen.Generator.Documents;

namespace CfGen.Generator.Tests.Documents.References;

/// <summary>Each reason why a reference cannot be resolved has its id, its line and its way out.</summary>
public class ReferenceProblemTests
{
    [Theory]
    [InlineData("#/components/schemas/Gone", "CFG0005 (5,88)-(5,115)", "leads to nothing. Skipped: GET /a. Define the target")]
    [InlineData("#/components/schemas/Loop", "CFG0017 (9,19)-(9,46)", "is part of a cycle. Skipped: GET /a. Replace one reference")]
    [InlineData(
        "#/components/schemas/Order/required",
        "CFG0018 (5,88)-(5,125)",
        "leads to something that is not an object. Skipped: GET /a."
    )]
    [InlineData(
        "bad.json#/Order",
        "CFG0019 (5,88)-(5,105)",
        "leads to a document that is not valid. Skipped: GET /a. Correct that document"
    )]
    [InlineData(
        "#/components",
        "CFG0020 (5,88)-(5,102)",
        "leads to a whole section of the document. Skipped: GET /a. Correct the reference"
    )]
    [InlineData("#order", "CFG0021 (5,88)-(5,96)", "leads to an anchor that does not exist. Skipped: GET /a. Define it with '$anchor'")]
    public void A_reference_that_cannot_be_resolved_is_reported_with_its_way_out(string reference, string location, string message)
    {
        LoadedDocument read = DocumentLoading.LoadWithReferences(
            $$"""
            openapi: 3.1.0
            info: { title: Sample, version: '1' }
            paths:
              /b: { get: { responses: {} } }
              /a: { get: { responses: { '200': { description: d, content: { a/b: { schema: { $ref: '{{reference}}' } } } } } } }
            components:
              schemas:
                Order: { $anchor: Order, type: object, required: [id] }
                Loop: { $ref: '#/components/schemas/Loop' }
            """,
            ("specs/bad.json", "{ \"Order\": , }")
        );

        Assert.Equal(["get /b"], read.FormatOperations());
        Assert.Equal([location], read.FormatLocations().Where(l => !l.StartsWith("CFG0001", StringComparison.Ordinal)));
        Assert.Contains(read.FormatMessages(), m => m.Contains(message, StringComparison.Ordinal));
    }
}
