using CfGen.Generator.Listing;

namespace CfGen.Generator.Tests.Listing;

/// <summary>Defaults in the lines of a listing.</summary>
public class ListedDefaultTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("20", "20")]
    [InlineData("\"{b}\"", "\"{b}\"")]
    [InlineData("[2,1]", "[2,1]")]
    [InlineData("{\"b\":[{\"z\":null,\"y\":\"ü<\"}],\"a\":1.50}", "{\"a\":1.50,\"b\":[{\"y\":\"ü<\",\"z\":null}]}")]
    public void Have_the_members_of_objects_in_one_order(string json, string listed) => Assert.Equal(listed, ListedDefault.Format(json));

    [Fact]
    public void Can_be_nested_deeply()
    {
        string json = new string('[', 200) + new string(']', 200);
        Assert.Equal(json, ListedDefault.Format(json));
    }
}
