using CfGen.Generator.Parsing;

namespace CfGen.Generator.Tests.Parsing;

public class JsonPointerTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("/a/{b}", "~1a~1{b}")]
    [InlineData("a~b", "a~0b")]
    [InlineData("~1", "~01")]
    [InlineData("/~", "~1~0")]
    [InlineData("~0/~1", "~00~1~01")]
    [InlineData("", "")]
    public void A_name_is_the_same_after_it_was_escaped(string name, string token)
    {
        Assert.Equal(token, JsonPointer.Escape(name));
        Assert.Equal(name, JsonPointer.Unescape(token));
        Assert.Equal("#/paths/" + token, JsonPointer.Append("#/paths", name));
        Assert.Equal(["paths", name], JsonPointer.Split("#/paths/" + token));
    }
}
