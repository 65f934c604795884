using CfGen.Generator.Documents;
using CfGen.Generator.Tests.Documents;

namespace CfGen.Generator.Tests.Parsing;

/// <summary>Aliases of YAML that mean nothing.</summary>
public class YamlAliasTests
{
    private const string Head = "openapi: 3.0.3\ninfo: {title: x, version: '1'}\npaths: {}\n";

    [Theory]
    [InlineData("x-a: &a {b: *a}", "CFG0002 (4,13)-(4,15)", "is inside its own anchor")]
    [InlineData("x-a: &a [1, *a]", "CFG0002 (4,13)-(4,15)", "is inside its own anchor")]
    [InlineData("x-a: *a\nx-b: &a 1", "CFG0002 (4,6)-(4,8)", "has no anchor before it")]
    public void Are_findings_at_the_alias(string yaml, string location, string message)
    {
        LoadedDocument read = DocumentLoading.Load(Head + yaml + "\n");

        Assert.Equal([location], read.FormatLocations());
        Assert.Contains($"the alias '*a' {message}", Assert.Single(read.FormatMessages()), StringComparison.Ordinal);
    }
}
