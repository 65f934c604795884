using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace CfGen.Generator.Emission;

/// <summary>Text with indentation. Lines end in <c>\n</c> on every machine.</summary>
internal sealed class CodeWriter
{
    private const int InitialSize = 16_384;

    // A file of a large document has half a million characters. The buffer is the pool's, because an array of that size costs a
    // collection of the whole heap.
    private char[] _buffer = ArrayPool<char>.Shared.Rent(InitialSize);
    private int _length;
    private int _depth;
    private bool _isAtLineStart = true;

    /// <summary>The text so far.</summary>
    public ReadOnlySpan<char> Text => _buffer.AsSpan(0, _length);

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
    public override string ToString() => new(_buffer, 0, GetTrimmedLength());

    /// <summary>Returns the text after another one, and ends the writer, whose buffer the next one takes.</summary>
    public string Complete(string head = "")
    {
        int length = GetTrimmedLength();
        EnsureSpace(head.Length);
        Array.Copy(_buffer, 0, _buffer, head.Length, length);
        head.CopyTo(0, _buffer, 0, head.Length);
        string text = new(_buffer, 0, head.Length + length);
        ArrayPool<char>.Shared.Return(_buffer);
        _buffer = [];
        _length = 0;
        return text;
    }

    private int GetTrimmedLength()
    {
        int length = _length;
        while (length > 1 && _buffer[length - 1] == '\n' && _buffer[length - 2] == '\n')
            length--;
        return length;
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
                    AppendIndentation();
                EnsureSpace(length);
                text.CopyTo(start, _buffer, _length, length);
                _length += length;
            }

            if (end < 0)
                return;
            EndLine();
            start = end + 1;
        }
    }

    private void AppendIndentation()
    {
        int width = _depth * 4;
        EnsureSpace(width);
        _buffer.AsSpan(_length, width).Fill(' ');
        _length += width;
        _isAtLineStart = false;
    }

    private CodeWriter EndLine()
    {
        EnsureSpace(1);
        _buffer[_length++] = '\n';
        _isAtLineStart = true;
        return this;
    }

    private void EnsureSpace(int count)
    {
        if (_buffer.Length - _length >= count)
            return;
        char[] larger = ArrayPool<char>.Shared.Rent(Math.Max(_buffer.Length * 2, _length + count));
        Array.Copy(_buffer, larger, _length);
        if (_buffer.Length > 0)
            ArrayPool<char>.Shared.Return(_buffer);
        _buffer = larger;
    }

    /// <summary>
    /// The parts of an interpolated line, written one after the other. The interpolated expressions must not write themselves.
    /// </summary>
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
