using System.Text;

namespace CfGen.Generator.Emission;

/// <summary>Text with indentation. Lines end in <c>\n</c> on every machine.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes one line, or several where the text has line breaks of its own; each is indented, empty ones are not.</summary>
    public CodeWriter Line(string text = "")
    {
        int start = 0;
        while (start <= text.Length)
        {
            int end = text.IndexOf('\n', start);
            if (end < 0)
                end = text.Length;
            int length = end - start;
            if (length > 0 && text[end - 1] == '\r')
                length--;
            if (length > 0)
                _text.Append(' ', _depth * 4).Append(text, start, length);
            _text.Append('\n');
            start = end + 1;
        }

        return this;
    }

    /// <summary>Opens a brace, and closes it when the result is disposed.</summary>
    public Block Open(string header, string closing = "}")
    {
        Line(header);
        return Braces(closing);
    }

    /// <summary>Opens a brace that belongs to the line before.</summary>
    public Block Braces(string closing)
    {
        Line("{");
        _depth++;
        return new Block(this, closing);
    }

    /// <summary>Indents what follows until the result is disposed.</summary>
    public Block Indent()
    {
        _depth++;
        return new Block(this, null);
    }

    /// <summary>All of it; however many empty lines were last, one line end is.</summary>
    public override string ToString()
    {
        int length = _text.Length;
        while (length > 1 && _text[length - 1] == '\n' && _text[length - 2] == '\n')
            length--;
        return _text.ToString(0, length);
    }

    internal readonly struct Block(CodeWriter writer, string? closing) : IDisposable
    {
        public void Dispose()
        {
            writer._depth--;
            if (closing is not null)
                writer.Line(closing);
        }
    }
}
