using System.Text;

namespace CfGen.Generator.Emission.Comments;

/// <summary>An element of XML documentation with its text and its elements.</summary>
/// <param name="name">The name; empty for the root.</param>
/// <param name="attribute">The type of a list, the target of a link, the language of code.</param>
internal sealed class DocElement(string name, string attribute = "")
{
    // Strings and elements.
    private readonly List<object> _content = [];

    /// <summary>The name of the element.</summary>
    public string Name { get; set; } = name;

    /// <summary>The elements in this one.</summary>
    public IEnumerable<DocElement> Elements => _content.OfType<DocElement>();

    /// <summary>True if blocks may stand in the element.</summary>
    public bool HasBlocks => Name is "" or "description" or "term" or "blockquote";

    /// <summary>True if the element stands in a line.</summary>
    public bool IsInline => Name is "para" or "b" or "i" or "c" or "see";

    /// <summary>True if a line break is the last thing in the element.</summary>
    public bool EndsWithBreak
    {
        get
        {
            int last = FindLast();
            return last >= 0 && _content[last] is DocElement { Name: "br" };
        }
    }

    public void Add(string text) => _content.Add(text);

    public void Add(DocElement element) => _content.Add(element);

    /// <summary>Removes line breaks and white space at the end.</summary>
    public void TrimEnd()
    {
        while (EndsWithBreak)
            _content.RemoveRange(FindLast(), _content.Count - FindLast());
    }

    /// <summary>Returns the blocks of this element that have content.</summary>
    public List<DocBlock> ToBlocks()
    {
        List<DocBlock> blocks = [];
        foreach (DocElement element in Elements)
        {
            if (element.Name == "para")
            {
                string xml = FormatLines(element.FormatContent());
                if (xml.Length > 0)
                    blocks.Add(DocBlock.Paragraph(xml, element.GetLastCharacter()));
            }
            else if (element.Format() is { Length: > 0 } xml)
            {
                blocks.Add(DocBlock.Element(xml));
            }
        }

        return blocks;
    }

    private string Format() =>
        Name switch
        {
            "code" => FormatCode(),
            "list" => FormatLines(Elements, $"<list type=\"{attribute}\">"),
            "item" or "listheader" => FormatItem(),
            "description" or "term" => $"<{Name}>{FormatBlocks(ToBlocks())}</{Name}>",
            "blockquote" => FormatLines(ToBlocks()) is { Length: > 0 } quoted ? $"<blockquote>\n{quoted}\n</blockquote>" : "",
            "br" => "<br/>\n",
            _ => FormatInline(),
        };

    private string FormatInline()
    {
        string content = FormatContent();
        return string.IsNullOrWhiteSpace(content) ? content
            : Name == "see" ? $"<see href=\"{XmlText.EscapeAttribute(attribute)}\">{content}</see>"
            : $"<{Name}>{content}</{Name}>";
    }

    private string FormatContent()
    {
        StringBuilder content = new();
        foreach (object part in _content)
            content.Append(part is DocElement element ? element.Format() : XmlText.Escape((string)part));
        return content.ToString();
    }

    // Editors show the descriptions of a row one after the other.
    private string FormatItem()
    {
        StringBuilder parts = new();
        bool hasDescription = false;
        foreach (DocElement element in Elements)
        {
            if (hasDescription)
                parts.Append(" | ");
            hasDescription = element.Name == "description";
            parts.Append(element.Format());
        }

        return parts.Length == 0 ? "" : $"<{Name}>{parts}</{Name}>";
    }

    // Lines and indentation of code stay.
    private string FormatCode()
    {
        string[] lines = [.. XmlText.SplitLines(XmlText.Escape(string.Concat(_content.OfType<string>()))).Select(l => l.TrimEnd())];
        int first = Array.FindIndex(lines, l => l.Length > 0);
        if (first < 0)
            return "";
        int last = Array.FindLastIndex(lines, l => l.Length > 0);
        string language = attribute.Length > 0 ? $" language=\"{attribute}\"" : "";
        return $"<code{language}>\n{string.Join("\n", lines.Skip(first).Take(last - first + 1))}\n</code>";
    }

    private static string FormatLines(IEnumerable<DocElement> elements, string start)
    {
        string[] parts = [.. elements.Select(e => e.Format()).Where(x => x.Length > 0)];
        return parts.Length == 0 ? "" : $"{start}\n{string.Join("\n", parts)}\n</list>";
    }

    private static string FormatLines(List<DocBlock> blocks) => string.Join("\n", blocks.Select(b => b.ToXml()));

    // The words before a nested list need no paragraph.
    private static string FormatBlocks(List<DocBlock> blocks) =>
        blocks.Count == 0 ? ""
        : !blocks[0].IsParagraph || blocks.Skip(1).Any(b => b.IsParagraph) ? "\n" + FormatLines(blocks) + "\n"
        : blocks.Count == 1 ? blocks[0].Xml
        : blocks[0].Xml + "\n" + FormatLines(blocks.GetRange(1, blocks.Count - 1)) + "\n";

    private static string FormatLines(string text) =>
        string.Join("\n", XmlText.SplitLines(text).Select(l => l.Trim()).Where(l => l.Length > 0));

    private char GetLastCharacter()
    {
        for (int i = _content.Count - 1; i >= 0; i--)
        {
            char last = _content[i] is DocElement element ? element.GetLastCharacter() : GetLastCharacter((string)_content[i]);
            if (last != '\0')
                return last;
        }

        return '\0';
    }

    private static char GetLastCharacter(string text)
    {
        string trimmed = text.TrimEnd();
        return trimmed.Length > 0 ? trimmed[trimmed.Length - 1] : '\0';
    }

    private int FindLast() => _content.FindLastIndex(c => c is DocElement || !string.IsNullOrWhiteSpace((string)c));
}
