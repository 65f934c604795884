using CfGen.Generator.Emission;
using CfGen.Generator.Tests.Hosting;

namespace CfGen.Generator.Tests.Emission;

/// <summary>HTML in the document's words, as vendors write it, and what only looks like it.</summary>
public class HtmlTextTests
{
    [Theory]
    [InlineData("<p>Creates a charge.</p>\n<p>Then waits.</p>", "\n\nCreates a charge.\n\n\n\n\nThen waits.\n\n")]
    [InlineData("One<br>two<br/>three<BR />four", "One\ntwo\nthree\nfour")]
    [InlineData("Of <code>id</code>, <b>never</b> null", "Of `id`, never null")]
    [InlineData(
        "See <a href=\"https://a.example/x?a=1&amp;b=2\" target=_blank>the guide</a>.",
        "See the guide (https://a.example/x?a=1&b=2)."
    )]
    [InlineData("See <a href='https://a.example'>https://a.example</a> and <a href='#top'>above</a>.", "See https://a.example and above.")]
    [InlineData("<ul><li>one</li><li>two</li></ul>", "\n\n\n- one\n- two\n\n")]
    [InlineData("<span class=\"x\" style=\"y\">small</span> print", "small print")]
    [InlineData("1 &lt; 2 &amp;&amp; &quot;a&quot;&nbsp;b &#39;c&#39;", "1 < 2 && \"a\"\u00a0b 'c'")]
    // What is no HTML.
    [InlineData("a List<string> of <account_id>", "a List<string> of <account_id>")]
    [InlineData("a < b > c, <b> or <a> or <i", "a < b > c, <b> or <a> or <i")]
    [InlineData("`<p>` and ``a `<b>x</b>` b`` &lt;p&gt;", "`<p>` and ``a `<b>x</b>` b`` <p>")]
    [InlineData("`open <p>a", "`open \n\na")]
    [InlineData("AT&T, a&b;c, &unknown;", "AT&T, a&b;c, &unknown;")]
    [InlineData("<", "<")]
    [InlineData("</", "</")]
    [InlineData("<p", "<p")]
    [InlineData("<></>", "<></>")]
    [InlineData("bold</b> before <b>", "bold</b> before <b>")]
    [InlineData(
        "<YYYY>-<MM>-<DD>, <project>.<dataset>.<table>, /<section>, Page<P>",
        "<YYYY>-<MM>-<DD>, <project>.<dataset>.<table>, /<section>, Page<P>"
    )]
    [InlineData("Either <a> or <b>, as <address>x</address>", "Either <a> or <b>, as <address>x</address>")]
    [InlineData("<table><tr><td>a</td><td>b</td></tr></table>", "\n\n\n\n a  b \n\n\n\n")]
    [InlineData("<a href=https://a.example target=_blank>b</a>", "b (https://a.example)")]
    public void Html_becomes_plain_text(string text, string plain) => Assert.Equal(plain, HtmlText.ToPlainText(text));

    [Theory]
    [InlineData("<a <b <code ` ")]
    [InlineData("<b> ")]
    [InlineData("</b> ")]
    [InlineData("<b</b0 ")]
    public void A_long_text_of_special_characters_is_converted_quickly(string signs)
    {
        string text = string.Concat(Enumerable.Repeat(signs, 100_000));

        Assert.Equal(text, HtmlText.ToPlainText(text));
    }

    [Fact]
    public void Summaries_remarks_and_parameters_contain_no_html()
    {
        GeneratorRun run = GeneratorHost
            .Generate(
                TestDocument.FromPaths(
                    "/things: { get: { operationId: get-thing, summary: Gets, description: '<p>Gets <b>it</b>.</p><p>Soon.</p>', parameters: [{ name: id, in: query, required: true, description: 'The <code>id</code><br>of it', schema: { type: string } }], responses: { '204': { description: ok } } } }"
                )
            )
            .AssertCompiles();

        string code = string.Concat(run.Sources.Values);
        Assert.Contains("<para>Gets it.</para>", code, StringComparison.Ordinal);
        Assert.Contains("<para>Soon.</para>", code, StringComparison.Ordinal);
        Assert.DoesNotContain("&lt;", code, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_and_patterns_are_not_converted()
    {
        GeneratorRun run = GeneratorHost
            .Generate(
                TestDocument.FromPaths(
                    "/things: { get: { operationId: get-thing, parameters: [{ name: id, in: query, required: true, schema: { type: string, pattern: '^(?<p>a)$' } }, { name: mark, in: query, schema: { type: string, enum: ['<br>', '&lt;'], default: '<br>' } }], responses: { '204': { description: ok } } } }"
                )
            )
            .AssertCompiles();

        string code = string.Concat(run.Sources.Values);
        Assert.Contains("matches ^(?&lt;p&gt;a)$", code, StringComparison.Ordinal);
        Assert.Contains("Default: \"&lt;br&gt;\".", code, StringComparison.Ordinal);
        Assert.Contains("The value '&lt;br&gt;'.", code, StringComparison.Ordinal);
        Assert.Contains("The value '&amp;lt;'.", code, StringComparison.Ordinal);
    }

    // One search for each of them would be minutes.
    [Fact]
    public void A_closing_tag_is_searched_once()
    {
        string text = string.Concat(Enumerable.Repeat("<b>", 500_000)) + "a</b>";

        Assert.Equal("a", HtmlText.ToPlainText(text));
    }
}
