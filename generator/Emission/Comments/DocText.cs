using System.Text;

namespace CfGen.Generator.Emission.Comments;

/// <summary>A text as XML documentation: paragraphs, lists and code.</summary>
internal sealed class DocText
{
    private const int MaxRecent = 512;
    private const int MaxRecentLength = 2_000;

    // The same words stand at many places of a document, and the library takes far longer than the rest of a comment. At most 2 MB.
    [ThreadStatic]
    private static Dictionary<string, DocText>? s_recent;

    private DocText(IReadOnlyList<DocBlock> blocks) => Blocks = blocks;

    /// <summary>A text without words.</summary>
    public static DocText Empty { get; } = new([]);

    /// <summary>The blocks in their order.</summary>
    public IReadOnlyList<DocBlock> Blocks { get; }

    /// <summary>True for a text without words.</summary>
    public bool IsEmpty => Blocks.Count == 0;

    /// <summary>Converts a description of the document, which is CommonMark.</summary>
    public static DocText FromMarkdown(string text)
    {
        if (!MarkupScanner.HasMarkup(text))
            return FromPlainText(text);
        if (text.Length > MaxRecentLength)
            return Convert(text);
        Dictionary<string, DocText> recent = s_recent ??= new(StringComparer.Ordinal);
        if (recent.TryGetValue(text, out DocText? known))
            return known;
        if (recent.Count == MaxRecent)
            recent.Clear();
        return recent[text] = Convert(text);
    }

    /// <summary>Escapes a text. Blank lines separate paragraphs.</summary>
    public static DocText FromPlainText(string text)
    {
        if (!XmlText.HasLineEnd(text))
            return text.Trim() is { Length: > 0 } only ? new([DocBlock.Paragraph(XmlText.Escape(only), only[only.Length - 1])]) : Empty;
        List<DocBlock> paragraphs = [];
        StringBuilder current = new();
        foreach (string line in XmlText.SplitLines(text))
        {
            string trimmed = line.Trim();
            if (trimmed.Length == 0)
            {
                Flush();
                continue;
            }

            if (current.Length > 0)
                current.Append('\n');
            current.Append(trimmed);
        }

        Flush();
        return new DocText(paragraphs);

        void Flush()
        {
            if (current.Length > 0)
                paragraphs.Add(DocBlock.Paragraph(XmlText.Escape(current.ToString()), current[current.Length - 1]));
            current.Clear();
        }
    }

    /// <summary>Appends a sentence, whether the words end with a full stop or not.</summary>
    public DocText AppendSentence(string sentence)
    {
        if (sentence.Length == 0)
            return this;
        DocText appended = FromPlainText(sentence);
        if (IsEmpty || Blocks[Blocks.Count - 1] is not { IsParagraph: true } last)
            return new DocText([.. Blocks, .. appended.Blocks]);
        DocBlock first = appended.Blocks[0];
        string separator = char.IsLetterOrDigit(last.LastCharacter) ? ". " : " ";
        return new DocText([
            .. Blocks.Take(Blocks.Count - 1),
            DocBlock.Paragraph(last.Xml + separator + first.Xml, first.LastCharacter),
            .. appended.Blocks.Skip(1),
        ]);
    }

    /// <summary>Appends another text in paragraphs of its own.</summary>
    public DocText Append(DocText other) => new([.. Blocks, .. other.Blocks]);

    private static DocText Convert(string text)
    {
        string source = MarkupScanner.EscapeFirstSign(MarkupScanner.RemoveIndentation(text));
        return MarkupScanner.IsTooComplex(source) || MarkdownReader.Read(source) is not { } tokens
            ? FromPlainText(text)
            : new DocText(DocTreeBuilder.Build(HtmlTags.Resolve(tokens)));
    }
}
