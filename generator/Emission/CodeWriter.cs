using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace CfGen.Generator.Emission;

/// <summary>Text with indentation. Lines end in <c>\n</c> on every machine.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _isAtLineStart = true;

    /// <summary>Writes one line, or several where the text has line breaks of its own; each is indented, empty ones are not.</summary>
    public CodeWriter WriteLine(string text = "")
    {
        Append(text);
        return EndLine();
    }

    /// <summary>Same as <see cref="WriteLine(string)"/>, but without a string for the whole line.</summary>
    public CodeWriter WriteLine([InterpolatedStringHandlerArgument("")] LineParts parts) => EndLine();

    /// <summary>Opens a brace, and closes it when the result is disposed.</summary>
    public Block OpenBlock(string header, string closing = "}")
    {
        WriteLine(header);
        return OpenBraces(closing);
    }

    /// <inheritdoc cref="OpenBlock(string, string)"/>
    public Block OpenBlock([InterpolatedStringHandlerArgument("")] LineParts header, string closing = "}")
    {
        WriteLine(header);
        return OpenBraces(closing);
    }

    /// <summary>Opens a brace that belongs to the line before.</summary>
    public Block OpenBraces(string closing)
    {
        WriteLine("{");
        _depth++;
        return new Block(this, closing);
    }

    /// <summary>Indents what follows until the result is disposed.</summary>
    public Block Indent()
    {
        _depth++;
        return new Block(this, null);
    }

    /// <summary>Returns the whole text. Empty lines at the end are removed.</summary>
    public override string ToString()
    {
        int length = _text.Length;
        while (length > 1 && _text[length - 1] == '\n' && _text[length - 2] == '\n')
            length--;
        return _text.ToString(0, length);
    }

    private void Append(string? text)
    {
        if (text is null)
            return;
        int start = 0;
        while (true)
        {
            int end = text.IndexOf('\n', start);
            int length = (end < 0 ? text.Length : end) - start;
            if (end >= 0 && length > 0 && text[end - 1] == '\r')
                length--;
            if (length > 0)
            {
                if (_isAtLineStart)
                    _text.Append(' ', _depth * 4);
                _isAtLineStart = false;
                _text.Append(text, start, length);
            }

            if (end < 0)
                return;
            EndLine();
            start = end + 1;
        }
    }

    private CodeWriter EndLine()
    {
        _text.Append('\n');
        _isAtLineStart = true;
        return this;
    }

    /// <summary>The parts of an interpolated line, written one after the other. The interpolated expressions must not write themselves.</summary>
    [InterpolatedStringHandler]
    internal readonly struct LineParts
    {
        private readonly CodeWriter _writer;

#pragma warning disable IDE0060 // the compiler passes both lengths
        public LineParts(int literalLength, int formattedCount, CodeWriter writer) => _writer = writer;
#pragma warning restore IDE0060

        public void AppendLiteral(string text) => _writer.Append(text);

        public void AppendFormatted(string? text) => _writer.Append(text);

        public void AppendFormatted(int number) => _writer.Append(number.ToString(CultureInfo.InvariantCulture));

        public void AppendFormatted<T>(T value)
            where T : struct, Enum => _writer.Append(value.ToString());
    }

    internal readonly struct Block(CodeWriter writer, string? closing) : IDisposable
    {
        public void Dispose()
        {
            writer._depth--;
            if (closing is not null)
                writer.WriteLine(closing);
        }
    }
}
