using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CfGen.Generator.Emission.Comments;

/// <summary>Reads CommonMark with tables into tokens. Only this class knows the library, which is loaded with it.</summary>
internal sealed class MarkdownReader
{
    private static readonly MarkdownPipeline s_pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();

    private readonly List<DocToken> _tokens = [];

    private MarkdownReader() { }

    /// <summary>Reads a text; returns null for one that is nested too deeply.</summary>
    public static IReadOnlyList<DocToken>? Read(string text)
    {
        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(text, s_pipeline);
        }
        catch (ArgumentException)
        {
            // The depth limit of the library.
            return null;
        }

        MarkdownReader reader = new();
        reader.ReadBlocks(document);
        return reader._tokens;
    }

    // The library limits the depth of blocks to 128.
    private void ReadBlocks(ContainerBlock container)
    {
        foreach (Block block in container)
            ReadBlock(block);
    }

    private void ReadBlock(Block block)
    {
        switch (block)
        {
            case Table table:
                ReadTable(table);
                break;
            case ListBlock list:
                Open("list", list.IsOrdered ? "number" : "bullet");
                foreach (Block item in list)
                {
                    Open("item");
                    Open("description");
                    ReadBlocks((ContainerBlock)item);
                    Close("description");
                    Close("item");
                }

                Close("list");
                break;
            case QuoteBlock quote:
                Open("blockquote");
                ReadBlocks(quote);
                Close("blockquote");
                break;
            case LinkReferenceDefinitionGroup:
                break;
            case ContainerBlock other:
                ReadBlocks(other);
                break;
            case FencedCodeBlock code:
                _tokens.Add(new DocToken(DocTokenKind.CodeBlock, code.Lines.ToString(), code.Info ?? ""));
                break;
            case CodeBlock code:
                _tokens.Add(new DocToken(DocTokenKind.CodeBlock, code.Lines.ToString()));
                break;
            case HtmlBlock html:
                Open("para");
                HtmlTokenizer.Read(html.Lines.ToString(), _tokens);
                Close("para");
                break;
            case HeadingBlock heading:
                Open("para");
                Open("b");
                ReadInlines(heading.Inline);
                Close("b");
                Close("para");
                break;
            case LeafBlock leaf:
                Open("para");
                ReadInlines(leaf.Inline);
                Close("para");
                break;
        }
    }

    private void ReadTable(Table table)
    {
        Open("list", "table");
        foreach (TableRow row in table.Cast<TableRow>())
        {
            string element = row.IsHeader ? "listheader" : "item";
            Open(element);
            for (int i = 0; i < row.Count; i++)
            {
                string cell = i == 0 ? "term" : "description";
                Open(cell);
                ReadBlocks((TableCell)row[i]);
                Close(cell);
            }

            Close(element);
        }

        Close("list");
    }

    // Without recursion: brackets that are no links are nested in each other.
    private void ReadInlines(ContainerInline? container)
    {
        Inline? current = container?.FirstChild;
        while (current is not null)
        {
            string element = ReadInline(current);
            if (current is ContainerInline { FirstChild: { } child })
            {
                current = child;
                continue;
            }

            CloseInline(element);
            while (current.NextSibling is null)
            {
                current = current.Parent!;
                if (current == container)
                    return;
                CloseInline(GetElement(current).Name);
            }

            current = current.NextSibling;
        }
    }

    private string ReadInline(Inline inline)
    {
        (string name, string attribute) = GetElement(inline);
        if (name.Length > 0)
            Open(name, attribute);
        switch (inline)
        {
            case LiteralInline literal:
                Text(literal.Content.ToString());
                break;
            case HtmlEntityInline entity:
                Text(entity.Transcoded.ToString());
                break;
            case CodeInline code:
                _tokens.Add(new DocToken(DocTokenKind.Code, code.Content));
                break;
            case AutolinkInline link:
                Text(link.Url);
                break;
            case LineBreakInline { IsHard: true }:
                _tokens.Add(new DocToken(DocTokenKind.Break));
                break;
            case LineBreakInline:
                Text("\n");
                break;
            case HtmlInline html:
                HtmlTokenizer.Read(html.Tag, _tokens);
                break;
            // Only its text is missing: a link that is not one.
            case DelimiterInline delimiter:
                Text(delimiter.ToLiteral());
                break;
            case LinkInline { IsImage: false, FirstChild: null, Url: { } url }:
                Text(url);
                break;
        }

        return name;
    }

    private static (string Name, string Attribute) GetElement(Inline inline) =>
        inline switch
        {
            EmphasisInline emphasis => (emphasis.DelimiterCount > 1 ? "b" : "i", ""),
            LinkInline { IsImage: false } link => GetLink(link.Url),
            AutolinkInline { IsEmail: true } mail => ("see", "mailto:" + mail.Url),
            AutolinkInline link => GetLink(link.Url),
            _ => ("", ""),
        };

    /// <summary>Returns the element of a link, or nothing where an editor could not open its target.</summary>
    private static (string Name, string Attribute) GetLink(string? url) => HtmlTags.IsAbsolute(url) ? ("see", url!) : ("", "");

    private void CloseInline(string name)
    {
        if (name.Length > 0)
            Close(name);
    }

    private void Open(string name, string attribute = "") => _tokens.Add(new DocToken(DocTokenKind.Open, name, attribute));

    private void Close(string name) => _tokens.Add(new DocToken(DocTokenKind.Close, name));

    private void Text(string text) => _tokens.Add(new DocToken(DocTokenKind.Text, text));
}
