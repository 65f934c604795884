using CfGen.Generator.Configuration;
using CfGen.Generator.Diagnostics;

namespace CfGen.Generator.Tests.Configuration;

public class OperationPatternTests
{
    [Theory]
    [InlineData("/accounts/**", "/accounts/{id}/scores", true)]
    [InlineData("/accounts/**", "/accounts", true)]
    [InlineData("/accounts/**/scores", "/accounts/scores", true)]
    [InlineData("/accounts/**/scores", "/accounts/{id}/users/scores", true)]
    [InlineData("/accounts/**/scores", "/accounts/{id}/scores/last", false)]
    [InlineData("/accounts/**/**/scores", "/accounts/scores", true)]
    [InlineData("**/scores", "/scores", true)]
    [InlineData("/accounts/*/scores", "/accounts/scores", false)]
    [InlineData("/accounts/*/scores", "/accounts/{id}/scores", true)]
    [InlineData("/accounts/*", "/accounts/{id}/scores", false)]
    [InlineData("/accounts", "/Accounts", false)]
    public void Stars_of_a_path_stand_for_segments(string pattern, string path, bool matches) =>
        Assert.Equal(
            matches,
            OperationPattern
                .Parse("path:" + pattern, "Operations", LocationInfo.ForFile("a.csproj"))
                .Pattern!.Matches(path, "get", null, [])
        );
}
