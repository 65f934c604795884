using System.Text.RegularExpressions;
using CfGen.Generator.Tests.Hosting;

namespace CfGen.Generator.Tests.Binding.Parameters;

/// <summary>Parameters of an operation: those of its path item and its own, without those that the client sends by itself.</summary>
public class ParameterBindingTests
{
    [Fact]
    public void The_operations_parameter_takes_the_place_of_its_path_items()
    {
        string code = Code(
            """
            /things/{id}:
              parameters:
                - { name: id, in: path, required: true, schema: { type: integer } }
                - { name: limit, in: query, schema: { type: integer, maximum: 100 } }
              get:
                operationId: get-thing
                parameters:
                  - { name: limit, in: query, schema: { type: integer, maximum: 5 } }
                  - { name: limit, in: header, schema: { type: string, maxLength: 7 } }
                responses: { '204': { description: ok } }
            """
        );

        Assert.Contains("maximum: 5L", code, StringComparison.Ordinal);
        Assert.DoesNotContain("maximum: 100L", code, StringComparison.Ordinal);
        // The same name in another place is another parameter.
        Assert.Contains("maxLength: 7", code, StringComparison.Ordinal);
        Assert.Contains("long id,", code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Authorization")]
    [InlineData("authorization")]
    [InlineData("Accept")]
    [InlineData("Content-Type")]
    public void A_header_that_the_client_sends_is_no_parameter(string name)
    {
        string code = Code(
            $$"""
            /things:
              get:
                operationId: get-things
                parameters:
                  - { name: {{name}}, in: header, required: true, schema: { type: string } }
                  - { name: X-Other, in: header, required: true, schema: { type: string } }
                responses: { '204': { description: ok } }
            """
        );

        Assert.Contains("GetAsync(string xOther, ", code, StringComparison.Ordinal);
        Assert.DoesNotMatch(new Regex($"\"{name}\"", RegexOptions.IgnoreCase), code);
    }

    [Fact]
    public void A_required_uuid_is_a_string_with_an_overload_for_Guid()
    {
        string code = Code(
            """
            /things/{id}:
              get:
                operationId: get-thing
                parameters: [{ name: id, in: path, required: true, schema: { type: string, format: uuid } }]
                responses: { '204': { description: ok } }
            """
        );

        Assert.Contains(" GetAsync(string id, ", code, StringComparison.Ordinal);
        Assert.Contains(" GetAsync(global::System.Guid id, ", code, StringComparison.Ordinal);
    }

    private static string Code(string paths) =>
        string.Concat(GeneratorHost.Generate(TestDocument.FromPaths(paths)).AssertNoDiagnostics().AssertCompiles().Sources.Values);
}
