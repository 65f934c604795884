#pragma warning disable CA5394 // a seed is what is wanted here
using System.Text;
using System.Xml.Linq;
using CfGen.Generator.Emission.Comments;
using CfGen.Generator.Tests.Hosting;

namespace CfGen.Generator.Tests.Emission.Comments;

/// <summary>Descriptions that nobody should write: the documentation is well-formed, and the work is bounded.</summary>
public class HostileTextTests
{
    private static readonly string[] s_words = ["alpha", "beta", "gamma", "delta"];

    private static readonly string[] s_markup =
    [
        "*",
        "**",
        "_",
        "`",
        "``",
        "[",
        "]",
        "(",
        ")",
        "!",
        "#",
        "# ",
        "> ",
        "- ",
        "+ ",
        "1. ",
        "|",
        "|-|-|",
        "---",
        "===",
        "\\",
        "  \n",
        "\n",
        "\n\n",
        "\n    ",
        "\t",
        " ",
        "&",
        "&amp;",
        "&#0;",
        "&#x1;",
        "&lt;",
        ":",
        "\"",
        "'",
        "\r\n",
        "\u0085",
        "\u2028",
        "\v",
        "\0",
        "\u0001",
        "\ufffe",
        "\ud800",
        "\udc00",
        "😀",
        "]]>",
        "é",
    ];

    private static readonly string[] s_eaters =
    [
        "```",
        "~~~",
        "```json\n",
        "](https://a.example)",
        "](",
        "]: https://a.example \"t\"\n",
        "<https://a.example>",
        "<",
        ">",
        "</",
        "/>",
        "<!--",
        "-->",
        "<b>",
        "</b>",
        "<i>",
        "</i>",
        "<p>",
        "</p>",
        "<ul>",
        "</ul>",
        "<li>",
        "</li>",
        "<pre>",
        "</pre>",
        "<table>",
        "</table>",
        "<tr>",
        "<td>",
        "</td>",
        "</tr>",
        "<th>",
        "</th>",
        "<dl>",
        "</dl>",
        "<dt>",
        "</dt>",
        "<dd>",
        "</dd>",
        "<a href=\"https://a.example?a=1&b='\">",
        "</a>",
        "<br>",
        "<h1>",
        "</h1>",
        "<code>",
        "</code>",
        "<blockquote>",
        "</blockquote>",
        "<![CDATA[",
        "<?xml",
        "?>",
        "<script>",
        "</script>",
        "</summary>",
    ];

    [Fact]
    public void Any_text_becomes_well_formed_and_the_same_again()
    {
        string[] parts = [.. s_words, .. s_markup, .. s_eaters];
        Random random = new(24);
        for (int i = 0; i < 4_000; i++)
        {
            string text = string.Concat(random.GetItems(parts, random.Next(1, 60)));
            string xml = DocumentationXml.Parse(text).ToString(SaveOptions.DisableFormatting);
            Assert.Equal(xml, DocumentationXml.Parse(text).ToString(SaveOptions.DisableFormatting));
        }
    }

    [Fact]
    public void No_word_of_a_text_is_lost()
    {
        string[] parts = [.. s_words, .. s_words, .. s_markup];
        Random random = new(25);
        for (int i = 0; i < 4_000; i++)
        {
            string[] chosen = random.GetItems(parts, random.Next(1, 60));
            // A word after these three characters may be part of an entity or of the definition of a link.
            if (chosen.Contains("[") || chosen.Contains("&"))
                continue;
            // The first word of fenced code is its language.
            string text = string.Concat(chosen);
            if (text.Contains("```", StringComparison.Ordinal))
                continue;
            string value = DocumentationXml.Parse(text).Value;
            foreach (string word in s_words)
                Assert.True(Count(value, word) == Count(text, word), $"{word} in {text} became {value}");
        }

        static int Count(string text, string word) => text.Split(word).Length;
    }

    [Theory]
    [InlineData(">", 10_000)]
    [InlineData("> ", 10_000)]
    [InlineData("- ", 10_000)]
    [InlineData("[", 10_000)]
    [InlineData("![", 10_000)]
    [InlineData("[a](", 10_000)]
    [InlineData("*a ", 10_000)]
    [InlineData("*a _b ", 10_000)]
    [InlineData("a<?", 10_000)]
    [InlineData("a<![CDATA[", 10_000)]
    [InlineData("`a``", 10_000)]
    [InlineData("<b>", 10_000)]
    [InlineData("a|", 10_000)]
    [InlineData("*a b\n\n", 40_000)]
    public void A_text_that_would_take_long_is_shown_as_it_is(string part, int count)
    {
        string text = "a\n\n" + string.Concat(Enumerable.Repeat(part, count));

        Assert.True(MarkupScanner.IsTooComplex(text));
        Assert.Equal(WithoutSpace(text), WithoutSpace(DocumentationXml.Parse(text).Value));
    }

    // The stack of a thread in a compiler is small.
    [Theory]
    [InlineData("[", 990)]
    [InlineData("![", 490)]
    [InlineData("*a **b ", 300)]
    [InlineData("**a_ _b ", 240)]
    [InlineData("> ", 64)]
    [InlineData("- ", 64)]
    [InlineData("1. ", 60)]
    [InlineData("<ul><li>", 400)]
    [InlineData("<b><i>", 400)]
    [InlineData("<table><tr><td>", 300)]
    public void Nesting_within_the_limits_needs_little_stack(string part, int count)
    {
        string opening = string.Concat(Enumerable.Repeat(part, count));
        string text = $"a\n\n{opening}word</ul></li></b></i></table></tr></td>";
        XElement? xml = null;
        Thread thread = new(() => xml = DocumentationXml.Parse(text), 256 * 1024);
        thread.Start();
        thread.Join();

        Assert.False(MarkupScanner.IsTooComplex(text));
        Assert.Contains("word", xml!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_that_is_nested_too_deeply_for_the_library_is_shown_as_it_is()
    {
        string text = string.Concat(Enumerable.Range(0, 200).Select(i => $"{new string(' ', 2 * i)}- a{i}\n"));

        Assert.Equal(WithoutSpace(text), WithoutSpace(DocumentationXml.Parse(text).Value));
    }

    [Fact]
    public void The_compiler_has_no_warning_for_any_description()
    {
        Random random = new(26);
        string[] parts = [.. s_words, .. s_markup.Where(p => p[0] is >= ' ' and < '\u007f' or '\n' or '\t'), .. s_eaters];
        StringBuilder paths = new();
        for (int i = 0; i < 60; i++)
        {
            string text = System.Text.Json.JsonSerializer.Serialize(string.Concat(random.GetItems(parts, 40)));
            paths.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"/p{i}: {{ get: {{ operationId: get-{i}, description: {text}, parameters: [{{ name: a, in: query, required: true, description: {text}, schema: {{ type: string }} }}], responses: {{ '204': {{ description: ok }} }} }} }}\n"
            );
        }

        GeneratorHost.Generate(TestDocument.FromPaths(paths.ToString())).AssertCompiles();
    }

    private static string WithoutSpace(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
