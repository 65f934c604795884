using System.Xml.Linq;
using CfGen.Generator.Emission;

namespace CfGen.Generator.Tests.Emission;

/// <summary>The document's words stay within the comment, and are words there.</summary>
public class DocCommentTests
{
    private static readonly char[] s_lineEnds = ['\r', '\u0085', '\u2028', '\u2029', '\v', '\f'];

    [Theory]
    [InlineData('\n')]
    [InlineData('\r')]
    [InlineData('\u0085')]
    [InlineData('\u2028')]
    [InlineData('\u2029')]
    [InlineData('\v')]
    [InlineData('\f')]
    public void Every_line_of_a_text_is_a_line_of_the_comment(char end)
    {
        string[] lines = Write($"one{end}public class Evil {{ }}");

        Assert.All(lines, line => Assert.StartsWith("/// ", line, StringComparison.Ordinal));
        Assert.All(lines, line => Assert.Empty(line.Intersect(s_lineEnds)));
        Assert.Equal(["/// <summary>one", "/// public class Evil { }</summary>"], lines);
    }

    [Theory]
    [InlineData("a < b & c > d")]
    [InlineData("</summary><script>")]
    [InlineData("<![CDATA[ x ]]>")]
    [InlineData("&lt; &amp; &#10;")]
    [InlineData("<!-- -->")]
    public void Markup_is_text(string text)
    {
        string xml = string.Concat(Write(text).Select(l => l["/// ".Length..]));

        Assert.Equal(text, XElement.Parse(xml).Value);
    }

    private static string[] Write(string text)
    {
        CodeWriter writer = new();
        writer.WriteSummary(text);
        return writer.ToString().TrimEnd('\n').Split('\n');
    }
}
