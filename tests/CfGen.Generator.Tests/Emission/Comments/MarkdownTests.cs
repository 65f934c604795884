namespace CfGen.Generator.Tests.Emission.Comments;

/// <summary>CommonMark and tables of GitHub as XML documentation.</summary>
public class MarkdownTests
{
    [Theory]
    // Emphasis.
    [InlineData("*foo bar*", "<i>foo bar</i>")]
    [InlineData("a * foo bar*", "a * foo bar*")]
    [InlineData("foo*bar*", "foo<i>bar</i>")]
    [InlineData("_foo bar_", "<i>foo bar</i>")]
    [InlineData("the account_id and user_id", "the account_id and user_id")]
    [InlineData("**foo bar**", "<b>foo bar</b>")]
    [InlineData("__foo__ and ***both***", "<b>foo</b> and <i><b>both</b></i>")]
    [InlineData("*foo **bar** baz*", "<i>foo <b>bar</b> baz</i>")]
    [InlineData("*foo", "*foo")]
    // Code.
    [InlineData("`foo` of ``a ` b``", "<c>foo</c> of <c>a ` b</c>")]
    [InlineData("`a <b> & *c*`", "<c>a &lt;b&gt; &amp; *c*</c>")]
    [InlineData("`foo\nbar`", "<c>foo bar</c>")]
    [InlineData("`open", "`open")]
    // Escapes and entities.
    [InlineData(@"\*not emphasized\* \<br/> \`code\`", "*not emphasized* &lt;br/&gt; `code`")]
    [InlineData("a&nbsp;&amp;&copy; &#35; &#X22;", "a\u00a0&amp;© # \"")]
    [InlineData("&nbsp &x; &#87654321; AT&T", "&amp;nbsp &amp;x; &amp;#87654321; AT&amp;T")]
    [InlineData("&#42;foo&#42;", "*foo*")]
    // Links.
    [InlineData("[the guide](https://a.example/x?a=1&b=2)", "<see href=\"https://a.example/x?a=1&amp;b=2\">the guide</see>")]
    [InlineData("[**a** `b`](https://a.example \"its title\")", "<see href=\"https://a.example\"><b>a</b> <c>b</c></see>")]
    [InlineData("[a](<https://a.example/b c> 'title')", "<see href=\"https://a.example/b c\">a</see>")]
    [InlineData("[a](https://a.example/\"quote\")", "<see href=\"https://a.example/&quot;quote&quot;\">a</see>")]
    [InlineData("[](https://a.example)", "<see href=\"https://a.example\">https://a.example</see>")]
    [InlineData("[a](/docs/b#c), [d](#e), [f](javascript:alert)", "a, d, f")]
    [InlineData("[not a link] and [not one either]()[", "[not a link] and not one either[")]
    [InlineData("[a](https://a.example", "[a](https://a.example")]
    [InlineData("<https://a.example?b=1&c=2>", "<see href=\"https://a.example?b=1&amp;c=2\">https://a.example?b=1&amp;c=2</see>")]
    [InlineData("<me@a.example>", "<see href=\"mailto:me@a.example\">me@a.example</see>")]
    [InlineData(
        "[a], [b][c] and [d][]\n\n[a]: https://a.example\n[c]: https://c.example 'title'\n[d]: /d",
        "<see href=\"https://a.example\">a</see>, <see href=\"https://c.example\">b</see> and d"
    )]
    // Images.
    [InlineData("![a *picture*](b.png \"title\")", "a <i>picture</i>")]
    [InlineData("[![badge](b.svg)](https://a.example)", "<see href=\"https://a.example\">badge</see>")]
    // Lines.
    [InlineData("one\ntwo", "one\ntwo")]
    [InlineData("one  \ntwo\\\nthree", "one<br/>\ntwo<br/>\nthree")]
    public void Inline_markup_becomes_elements(string text, string xml) => Assert.Equal(xml, DocumentationXml.Convert(text));

    [Theory]
    [InlineData("one\n\ntwo\nthree", "<para>one</para>\n<para>two\nthree</para>")]
    [InlineData("# One #\ntext", "<para><b>One</b></para>\n<para>text</para>")]
    [InlineData("One\n===\n\nTwo\n---\ntext", "<para><b>One</b></para>\n<para><b>Two</b></para>\n<para>text</para>")]
    [InlineData("one\n\n***\n\ntwo", "<para>one</para>\n<para>two</para>")]
    [InlineData(
        "> one\n> two\n>\n> - three",
        "<blockquote>\n<para>one\ntwo</para>\n<list type=\"bullet\">\n<item><description>three</description></item>\n</list>\n</blockquote>"
    )]
    public void Blocks_become_elements(string text, string xml) => Assert.Equal(xml, DocumentationXml.Convert(text));

    [Theory]
    [InlineData(
        "- one\n- two",
        "<list type=\"bullet\">\n<item><description>one</description></item>\n<item><description>two</description></item>\n</list>"
    )]
    [InlineData(
        "text\n* one\n* two *b*",
        "<para>text</para>\n<list type=\"bullet\">\n<item><description>one</description></item>\n<item><description>two <i>b</i></description></item>\n</list>"
    )]
    [InlineData(
        "1. one\n2. two",
        "<list type=\"number\">\n<item><description>one</description></item>\n<item><description>two</description></item>\n</list>"
    )]
    [InlineData(
        "- one\n  - two\n    1) three",
        "<list type=\"bullet\">\n<item><description>one\n<list type=\"bullet\">\n<item><description>two\n<list type=\"number\">\n<item><description>three</description></item>\n</list>\n</description></item>\n</list>\n</description></item>\n</list>"
    )]
    [InlineData(
        "- one\n\n  two\n-\n- ```\n  code\n  ```",
        "<list type=\"bullet\">\n<item><description>\n<para>one</para>\n<para>two</para>\n</description></item>\n<item><description></description></item>\n<item><description>\n<code>\ncode\n</code>\n</description></item>\n</list>"
    )]
    [InlineData(
        "- one\n+ two",
        "<list type=\"bullet\">\n<item><description>one</description></item>\n</list>\n<list type=\"bullet\">\n<item><description>two</description></item>\n</list>"
    )]
    public void Lists_become_lists(string text, string xml) => Assert.Equal(xml, DocumentationXml.Convert(text));

    [Theory]
    [InlineData("```json\n{\n  \"a\": \"<b>\"\n\n}\n```", "<code language=\"json\">\n{\n  \"a\": \"&lt;b&gt;\"\n\n}\n</code>")]
    [InlineData("~~~\n`a` **b**\n~~~", "<code>\n`a` **b**\n</code>")]
    [InlineData("``` a\"><b>\nx\n```", "<code>\nx\n</code>")]
    [InlineData("text:\n\n    a\n      b\n\n    c\n\nend", "<para>text:</para>\n<code>\na\n  b\n\nc\n</code>\n<para>end</para>")]
    [InlineData("```\nnever closed", "<code>\nnever closed\n</code>")]
    [InlineData("a\n```\n```\nb", "<para>a</para>\n<para>b</para>")]
    public void Code_keeps_its_lines_and_its_indentation(string text, string xml) => Assert.Equal(xml, DocumentationXml.Convert(text));

    [Theory]
    [InlineData(
        "| a | b |\n|---|:-:|\n| 1 | `2` |\n| **x** | |",
        "<list type=\"table\">\n<listheader><term>a</term><description>b</description></listheader>\n<item><term>1</term><description><c>2</c></description></item>\n<item><term><b>x</b></term><description></description></item>\n</list>"
    )]
    [InlineData(
        "a | b | c\n- | - | -\n1 | 2 | 3\n\nend",
        "<list type=\"table\">\n<listheader><term>a</term><description>b</description> | <description>c</description></listheader>\n<item><term>1</term><description>2</description> | <description>3</description></item>\n</list>\n<para>end</para>"
    )]
    [InlineData("one | of | these\nor | those", "one | of | these\nor | those")]
    public void Tables_become_lists_of_rows(string text, string xml) => Assert.Equal(xml, DocumentationXml.Convert(text));

    [Theory]
    [InlineData("> 0 if there are any", "&gt; 0 if there are any")]
    [InlineData(">= 5 `items`", "&gt;= 5 <c>items</c>")]
    [InlineData("1. Payments", "1. Payments")]
    [InlineData("2) **Payments**", "2) <b>Payments</b>")]
    [InlineData("- none", "- none")]
    [InlineData("* any `value`", "* any <c>value</c>")]
    [InlineData("    Indented *text*  ", "Indented <i>text</i>")]
    public void A_text_of_one_line_is_no_list_quote_or_code(string text, string xml) => Assert.Equal(xml, DocumentationXml.Convert(text));

    [Theory]
    // Comments of C#.
    [InlineData(
        "Gets it.\r\n            \r\n            Then *waits*.\r\n            Long.",
        "<para>Gets it.</para>\n<para>Then <i>waits</i>.\nLong.</para>"
    )]
    // Docstrings of Python.
    [InlineData(
        "\n        Gets it.\n\n        - one\n        - two\n        ",
        "<para>Gets it.</para>\n<list type=\"bullet\">\n<item><description>one</description></item>\n<item><description>two</description></item>\n</list>"
    )]
    [InlineData("  one\n\n    two `a`", "<para>one</para>\n<para>two <c>a</c></para>")]
    public void The_indentation_of_source_code_is_no_code(string text, string xml) => Assert.Equal(xml, DocumentationXml.Convert(text));

    [Theory]
    [InlineData("account_id, [a, b], 5 < 6, 1-2, a:b, 100% & more")]
    [InlineData("See https://a.example/b_c?d=e#f.\nNext line: x | y\n\nNext paragraph (a) [b]")]
    [InlineData("-1 or +1, 3.5, #5\n-1\n#5\n3.5\n+1")]
    public void A_text_without_markup_needs_no_library(string text) =>
        Assert.False(CfGen.Generator.Emission.Comments.MarkupScanner.HasMarkup(text));
}
