using CfGen.Generator.Documents;

namespace CfGen.Generator.Tests.Documents;

public class SpecVersionTests
{
    [Theory]
    [InlineData("swagger: '2.0'")]
    [InlineData("openapi: 3.0.0")]
    [InlineData("openapi: 3.0.4")]
    [InlineData("openapi: 3.0")]
    [InlineData("openapi: 3.1.1")]
    [InlineData("openapi: 3.2.0")]
    public void A_known_version_is_read(string version) => Assert.Empty(Load(version).Findings);

    [Theory]
    [InlineData("swagger: '1.2'", "CFG0004")]
    [InlineData("openapi: 2.0", "CFG0004")]
    [InlineData("openapi: 3.3.0", "CFG0004")]
    [InlineData("openapi: 3.10.0", "CFG0004")]
    [InlineData("openapi: 4.0.0", "CFG0004")]
    [InlineData("openapi: three", "CFG0004")]
    [InlineData("openapi: [3.0.0]", "CFG0016")]
    [InlineData("other: 3.0.0", "CFG0003")]
    public void Any_other_version_is_a_finding_and_no_client(string version, string id)
    {
        LoadedDocument read = Load(version);

        Assert.Equal(id, Assert.Single(read.Findings).Id);
        Assert.Null(read.Document);
    }

    private static LoadedDocument Load(string version) => DocumentLoading.Load(version + "\ninfo: {title: x, version: '1'}\npaths: {}\n");
}
