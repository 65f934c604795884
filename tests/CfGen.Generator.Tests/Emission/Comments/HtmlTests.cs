using CfGen.Generator.Tests.Hosting;

namespace CfGen.Generator.Tests.Emission.Comments;

/// <summary>HTML in descriptions, as vendors write it, and what only looks like it.</summary>
public class HtmlTests
{
    [Theory]
    [InlineData("<p>Creates a charge.</p>\n<p>Then waits.</p>", "<para>Creates a charge.</para>\n<para>Then waits.</para>")]
    [InlineData("One<br>two<br/>three<BR />four", "One<br/>\ntwo<br/>\nthree<br/>\nfour")]
    [InlineData("One<br><br/>two<br>", "<para>One</para>\n<para>two</para>")]
    [InlineData("Of <code>id</code>, <b>never</b> <em>null</em>", "Of <c>id</c>, <b>never</b> <i>null</i>")]
    [InlineData(
        "See <a href=\"https://a.example/x?a=1&amp;b=2\" target=_blank>the guide</a>.",
        "See <see href=\"https://a.example/x?a=1&amp;b=2\">the guide</see>."
    )]
    [InlineData(
        "<a href='https://a.example'>https://a.example</a> and <a href='#top'>above</a>.",
        "<see href=\"https://a.example\">https://a.example</see> and above."
    )]
    [InlineData("<a href=https://a.example target=_blank>b</a>", "<see href=\"https://a.example\">b</see>")]
    [InlineData(
        "<ul><li>one</li><li>two</li></ul>",
        "<list type=\"bullet\">\n<item><description>one</description></item>\n<item><description>two</description></item>\n</list>"
    )]
    [InlineData(
        "Either <ol><li>one<ul><li>two</li></ul></li></ol>",
        "<para>Either</para>\n<list type=\"number\">\n<item><description>one\n<list type=\"bullet\">\n<item><description>two</description></item>\n</list>\n</description></item>\n</list>"
    )]
    [InlineData(
        "One of:<li>a<li>b",
        "<para>One of:</para>\n<list type=\"bullet\">\n<item><description>a</description></item>\n<item><description>b</description></item>\n</list>"
    )]
    [InlineData(
        "<dl><dt>a</dt><dd>one</dd><dt>b</dt><dd>two</dd></dl>",
        "<list type=\"bullet\">\n<item><term>a</term><description>one</description></item>\n<item><term>b</term><description>two</description></item>\n</list>"
    )]
    [InlineData(
        "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>",
        "<list type=\"table\">\n<listheader><term>a</term><description>b</description></listheader>\n<item><term>1</term><description>2</description></item>\n</list>"
    )]
    [InlineData("<h2>Title</h2>text", "<para><b>Title</b></para>\n<para>text</para>")]
    [InlineData("<pre>\n{\n  \"a\": &lt;1>\n}</pre>", "<code>\n{\n  \"a\": &lt;1&gt;\n}\n</code>")]
    [InlineData("<span class=\"x\" style=\"y\">small</span> print", "small print")]
    [InlineData(
        "<details>\n<summary>More</summary>\n\n- **a**\n\n</details>",
        "<para>More</para>\n<list type=\"bullet\">\n<item><description><b>a</b></description></item>\n</list>"
    )]
    [InlineData("a <!-- hidden -->b", "a b")]
    // Elements that overlap with those of Markdown or with each other.
    [InlineData("<b>a <i>b</b> c</i>", "<b>a <i>b</i></b> c")]
    [InlineData(
        "- a <b>b\n- c</b> d",
        "<list type=\"bullet\">\n<item><description>a <b>b</b></description></item>\n<item><description>c d</description></item>\n</list>"
    )]
    [InlineData(
        "- a </ul></li>\n- b <ul>",
        "<list type=\"bullet\">\n<item><description>a &lt;/ul&gt;</description></item>\n<item><description>b &lt;ul&gt;</description></item>\n</list>"
    )]
    [InlineData(
        "<ul>\n\n- a </ul> b\n- c\n\nend",
        "<list type=\"bullet\">\n<item><description>\n<list type=\"bullet\">\n<item><description>\n<para>a</para>\n<para>b</para>\n</description></item>\n<item><description>c</description></item>\n</list>\n</description></item>\n<item><description>end</description></item>\n</list>"
    )]
    // What is no HTML.
    [InlineData("a List<string> of <account_id>", "a List&lt;string&gt; of &lt;account_id&gt;")]
    [InlineData("a < b > c, <b> or <a> or <i", "a &lt; b &gt; c, &lt;b&gt; or &lt;a&gt; or &lt;i")]
    [InlineData("`<p>` and ``a `<b>x</b>` b`` &lt;p&gt;", "<c>&lt;p&gt;</c> and <c>a `&lt;b&gt;x&lt;/b&gt;` b</c> &lt;p&gt;")]
    [InlineData("</", "&lt;/")]
    [InlineData("<p", "&lt;p")]
    [InlineData("<></>", "&lt;&gt;&lt;/&gt;")]
    [InlineData("bold</b> before <b>", "bold&lt;/b&gt; before &lt;b&gt;")]
    [InlineData(
        "<YYYY>-<MM>-<DD>, <project>.<dataset>.<table>, /<section>, Page<P>",
        "&lt;YYYY&gt;-&lt;MM&gt;-&lt;DD&gt;, &lt;project&gt;.&lt;dataset&gt;.&lt;table&gt;, /&lt;section&gt;, Page&lt;P&gt;"
    )]
    [InlineData("Either <a> or <b>, as <address>x</address>", "Either &lt;a&gt; or &lt;b&gt;, as &lt;address&gt;x&lt;/address&gt;")]
    [InlineData("<account_id>\nis the `id`", "&lt;account_id&gt;\nis the <c>id</c>")]
    [InlineData("<![CDATA[ x ]]> <?xml version='1.0'?>", "&lt;![CDATA[ x ]]&gt; &lt;?xml version='1.0'?&gt;")]
    public void Html_becomes_elements(string text, string xml) => Assert.Equal(xml, DocumentationXml.Convert(text));

    [Fact]
    public void Summaries_remarks_and_parameters_contain_no_html()
    {
        GeneratorRun run = GeneratorHost
            .Generate(
                TestDocument.FromPaths(
                    "/things: { get: { operationId: get-thing, summary: Gets, description: '<p>Gets <b>it</b>.</p><p>Soon.</p>', parameters: [{ name: id, in: query, required: true, description: 'The <code>id</code><br>of it', schema: { type: string, maxLength: 5 } }], responses: { '204': { description: ok } } } }"
                )
            )
            .AssertCompiles();

        string code = string.Concat(run.Sources.Values);
        Assert.Contains("<para>Gets <b>it</b>.</para>", code, StringComparison.Ordinal);
        Assert.Contains("<para>Soon.</para>", code, StringComparison.Ordinal);
        Assert.Contains("<param name=\"id\">The <c>id</c><br/>", code, StringComparison.Ordinal);
        Assert.Contains("/// of it. Checked: at most 5 characters.</param>", code, StringComparison.Ordinal);
        Assert.DoesNotContain("&lt;", code, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_and_patterns_are_not_converted()
    {
        GeneratorRun run = GeneratorHost
            .Generate(
                TestDocument.FromPaths(
                    "/things: { get: { operationId: get-thing, parameters: [{ name: id, in: query, required: true, schema: { type: string, pattern: '^(?<p>a)*`b`*$' } }, { name: mark, in: query, schema: { type: string, enum: ['<br>', '&lt;', '*a*'], default: '<br>' } }], responses: { '204': { description: ok } } } }"
                )
            )
            .AssertCompiles();

        string code = string.Concat(run.Sources.Values);
        Assert.Contains("matches ^(?&lt;p&gt;a)*`b`*$", code, StringComparison.Ordinal);
        Assert.Contains("Default: \"&lt;br&gt;\".", code, StringComparison.Ordinal);
        Assert.Contains("The value '&lt;br&gt;'.", code, StringComparison.Ordinal);
        Assert.Contains("The value '&amp;lt;'.", code, StringComparison.Ordinal);
        Assert.Contains("The value '*a*'.", code, StringComparison.Ordinal);
    }
}
