namespace CfGen.Generator.Emission.Comments;

/// <summary>
/// Builds the elements of a description. Whatever the tokens are, each element is closed in the one that it was opened in.
/// </summary>
internal sealed class DocTreeBuilder
{
    // Deeper elements are not opened; their text stays.
    private const int MaxDepth = 60;

    private readonly List<DocElement> _open = [new DocElement("")];

    // What HTML may not close: the element of Markdown that it is in.
    private readonly List<int> _floors = [1];

    private DocTreeBuilder() { }

    private int Floor => _floors[_floors.Count - 1];

    private DocElement Top => _open[_open.Count - 1];

    /// <summary>Builds the blocks of a text.</summary>
    public static IReadOnlyList<DocBlock> Build(IReadOnlyList<DocToken> tokens)
    {
        DocTreeBuilder builder = new();
        foreach (DocToken token in tokens)
            builder.Add(token);
        builder.CloseTo(1);
        return builder._open[0].ToBlocks();
    }

    private void Add(DocToken token)
    {
        switch (token.Kind)
        {
            case DocTokenKind.Text:
                AddText(token.Text);
                break;
            case DocTokenKind.Code:
                if (OpenInline("c", ""))
                {
                    AddText(token.Text);
                    CloseInline("c");
                }
                else
                {
                    AddText(token.Text);
                }

                break;
            case DocTokenKind.CodeBlock:
                OpenBlock("code", GetLanguage(token.Attribute));
                AddText(token.Text);
                CloseBlock("code");
                break;
            case DocTokenKind.Break:
                AddBreak();
                break;
            case DocTokenKind.Open:
                OpenMarkdown(token.Text, token.Attribute);
                break;
            case DocTokenKind.Close:
                CloseMarkdown(token.Text);
                break;
            case DocTokenKind.Html when token.Tag is { } tag:
                AddTag(tag);
                break;
        }
    }

    private void OpenMarkdown(string name, string attribute)
    {
        if (name is "b" or "i" or "see")
        {
            OpenInline(name, attribute);
            return;
        }

        EndParagraph();
        if (name == "para")
            return;
        _floors.Add(_open.Count);
        OpenBlock(name, attribute);
        int opened = _open.Count;
        _floors.Add(opened);
    }

    private void CloseMarkdown(string name)
    {
        if (name is "b" or "i" or "see")
        {
            CloseInline(name);
            return;
        }

        EndParagraph();
        if (name == "para")
            return;
        _floors.RemoveAt(_floors.Count - 1);
        CloseTo(Floor);
        _floors.RemoveAt(_floors.Count - 1);
    }

    private void AddTag(HtmlTag tag)
    {
        string element = HtmlTags.GetElement(tag.Name);
        if (Top.Name == "code" && element != "code")
            return;
        switch (element)
        {
            case "":
                break;
            case "para":
                EndParagraph();
                break;
            case "heading":
                EndParagraph();
                if (!tag.IsEnd)
                    OpenInline("b", "");
                break;
            case "break":
                AddBreak();
                break;
            case "b" or "i" or "c" or "see":
                if (tag.IsEnd)
                    CloseInline(element);
                else if (element != "see" || HtmlTags.IsAbsolute(tag.Target))
                    OpenInline(element, tag.Target);
                break;
            default:
                if (tag.IsEnd)
                    CloseBlock(
                        element == "cell" ? FindCell()
                        : element is "term" or "description" ? element
                        : element
                    );
                else
                    OpenTag(element, tag.Name);
                break;
        }
    }

    private void OpenTag(string element, string name)
    {
        switch (element)
        {
            case "list":
                OpenBlock(
                    "list",
                    name switch
                    {
                        "ol" => "number",
                        "table" => "table",
                        _ => "bullet",
                    }
                );
                break;
            case "item":
                OpenItem(name == "tr" ? "table" : "bullet");
                if (name == "li")
                    OpenBlock("description", "");
                break;
            case "term":
                OpenItem("bullet");
                OpenBlock("term", "");
                break;
            case "description":
                CloseBlock("term");
                if (Top.Name != "item" || Top.Elements.Any(e => e.Name == "description"))
                    OpenItem("bullet");
                OpenBlock("description", "");
                break;
            case "cell":
                OpenCell(name == "th");
                break;
            default:
                OpenBlock(element, "");
                break;
        }
    }

    private void OpenCell(bool isHeader)
    {
        CloseBlock(FindCell());
        if (Top.Name is not ("item" or "listheader"))
            OpenItem("table");
        bool isFirst = !Top.Elements.Any();
        if (isFirst && isHeader && Top.Name == "item" && _open.Count > 1 && _open[_open.Count - 2].Elements.Count() == 1)
            Top.Name = "listheader";
        OpenBlock(isFirst ? "term" : "description", "");
    }

    private string FindCell()
    {
        for (int i = _open.Count - 1; i >= Floor; i--)
        {
            if (_open[i].Name is "term" or "description")
                return _open[i].Name;
            if (_open[i].Name == "list")
                break;
        }

        return "description";
    }

    private void OpenItem(string listType)
    {
        EndParagraph();
        int list = _open.FindLastIndex(e => e.Name == "list");
        if (list >= Floor)
            CloseTo(list + 1);
        else
            OpenBlock("list", listType);
        OpenBlock("item", "");
    }

    private void AddText(string text)
    {
        if (Top.Name == "code")
        {
            Top.Add(text);
            return;
        }

        if (!Top.IsInline && string.IsNullOrWhiteSpace(text))
            return;
        OpenParagraph();
        Top.Add(text);
    }

    // Two of them separate paragraphs.
    private void AddBreak()
    {
        if (Top.Name == "code")
        {
            Top.Add("\n");
            return;
        }

        if (!Top.IsInline)
            return;
        if (Top.EndsWithBreak)
        {
            EndParagraph();
            return;
        }

        Top.Add(new DocElement("br"));
    }

    private bool OpenInline(string name, string attribute)
    {
        if (Top.Name == "code" || _open.Count > MaxDepth || _open.Exists(e => e.Name == name && e.IsInline))
            return false;
        OpenParagraph();
        Push(new DocElement(name, attribute));
        return true;
    }

    private void CloseInline(string name)
    {
        for (int i = _open.Count - 1; i > 0 && _open[i].IsInline && _open[i].Name != "para"; i--)
        {
            if (_open[i].Name == name)
            {
                CloseTo(i);
                return;
            }
        }
    }

    private void OpenParagraph()
    {
        if (Top.IsInline)
            return;
        if (Top.Name == "list")
            OpenBlock("item", "");
        if (Top.Name is "item" or "listheader")
            Push(new DocElement("description"));
        Push(new DocElement("para"));
    }

    private void EndParagraph()
    {
        int count = _open.Count;
        while (_open[count - 1].IsInline)
            count--;
        CloseTo(count);
    }

    private void OpenBlock(string name, string attribute)
    {
        EndParagraph();
        if (_open.Count > MaxDepth || Top.Name == "code")
            return;
        if (name is not ("item" or "listheader" or "term" or "description"))
        {
            if (Top.Name == "list")
                Push(new DocElement("item"));
            if (Top.Name is "item" or "listheader")
                Push(new DocElement("description"));
        }

        Push(new DocElement(name, attribute));
    }

    private void CloseBlock(string name)
    {
        EndParagraph();
        int found = _open.FindLastIndex(e => e.Name == name || (name == "item" && e.Name == "listheader"));
        if (found >= Floor && (name == "list" || _open.FindLastIndex(e => e.Name == "list") < found))
            CloseTo(found);
    }

    private void Push(DocElement element)
    {
        Top.Add(element);
        _open.Add(element);
    }

    private void CloseTo(int count)
    {
        while (_open.Count > count)
        {
            if (Top.Name == "para")
                Top.TrimEnd();
            _open.RemoveAt(_open.Count - 1);
        }
    }

    // The first word after the fence, without what an attribute could not have.
    private static string GetLanguage(string info)
    {
        foreach (char c in info)
        {
            if (!(c is '+' or '#' or '-' or '.' or '_' || char.IsLetterOrDigit(c)))
                return "";
        }

        return info;
    }
}
