using CfGen.Generator.Tests.Hosting;

namespace CfGen.Generator.Tests.Binding.Security;

/// <summary>An operation's own security takes the place of the document's, also where it is empty.</summary>
public class SecurityBindingTests
{
    private const string Schemes = """
        security: [ { token: [] } ]
        components:
          securitySchemes:
            token: { type: http, scheme: bearer }
            key: { type: apiKey, in: header, name: X-Key }

        """;

    [Theory]
    [InlineData("", "0x1")]
    [InlineData("security: [], ", null)]
    [InlineData("security: [ {} ], ", null)]
    [InlineData("security: [ {}, { token: [] } ], ", "0x0, 0x1")]
    [InlineData("security: [ { key: [] } ], ", "0x2")]
    [InlineData("security: [ { key: [], token: [] } ], ", "0x3")]
    [InlineData("security: [ { key: [] }, { token: [] } ], ", "0x2, 0x1")]
    public void Is_the_operations_or_else_the_documents(string security, string? alternatives)
    {
        Dictionary<string, string> sources = GeneratorHost
            .Generate(
                TestDocument.FromPaths(
                    // The other operation needs both schemes: one that no operation needs is not there.
                    $"/status: {{ get: {{ {security}responses: {{ '204': {{ description: ok }} }} }} }}\n/other: {{ put: {{ security: [ {{ key: [], token: [] }} ], responses: {{ '204': {{ description: ok }} }} }} }}",
                    Schemes
                )
            )
            .AssertNoDiagnostics()
            .AssertCompiles()
            .Sources;

        Assert.Equal(alternatives, SecurityOf("/status"));
        Assert.Equal("0x3", SecurityOf("/other"));

        string? SecurityOf(string path)
        {
            string code = Assert.Single(sources.Values, c => c.Contains($"\"{path}\")", StringComparison.Ordinal));
            const string Start = "Security = new ulong[] { ";
            int at = code.IndexOf(Start, StringComparison.Ordinal);
            return at < 0 ? null : code[(at + Start.Length)..code.IndexOf(" }", at, StringComparison.Ordinal)];
        }
    }
}
