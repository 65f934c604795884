using System.Globalization;
using System.Text;

namespace CfGen.Generator.Listing;

/// <summary>Reads the facts of a line, one after another.</summary>
/// <param name="line">The line.</param>
/// <param name="position">The index of the space before the first fact, or the end.</param>
internal sealed class FactReader(string line, int position)
{
    private int _factStart;
    private int _factLength;
    private int _valueStart;
    private int _valueLength;
    private bool _isQuoted;

    /// <summary>Reads the facts of a line that has a name and a kind.</summary>
    public static FactReader Create(string line)
    {
        int kindEnd = line.IndexOf(' ', line.IndexOf(' ') + 1);
        return new FactReader(line, kindEnd < 0 ? line.Length : kindEnd);
    }

    /// <summary>True if all facts were read, and each is valid.</summary>
    public bool IsComplete => position == line.Length;

    /// <summary>The name of the fact.</summary>
    public string Fact => line.Substring(_factStart, _factLength);

    /// <summary>The value of the fact; empty where it has none. Null where an escape in it is not valid.</summary>
    public string? Value => _isQuoted ? Unescape() : line.Substring(_valueStart, _valueLength);

    /// <summary>True if the fact has a name.</summary>
    public bool Is(string fact) => fact.Length == _factLength && string.CompareOrdinal(line, _factStart, fact, 0, _factLength) == 0;

    /// <summary>Goes on to the next fact.</summary>
    /// <returns>False at the end, and where what follows is not a fact.</returns>
    public bool Read()
    {
        if (position >= line.Length || line[position] != ' ')
            return false;
        int index = position + 1;
        _factStart = index;
        while (index < line.Length && line[index] is not ('=' or ' '))
            index++;
        _factLength = index - _factStart;
        if (_factLength == 0)
            return false;
        _isQuoted = false;
        _valueStart = index;
        _valueLength = 0;
        if (index < line.Length && line[index] == '=')
        {
            _valueStart = index + 1;
            _isQuoted = _valueStart < line.Length && line[_valueStart] == '"';
            if (_isQuoted)
                _valueStart++;
            int end = FindEnd();
            if (end < 0)
                return false;
            _valueLength = end - _valueStart;
            index = _isQuoted ? end + 1 : end;
        }

        position = index;
        return true;
    }

    private int FindEnd()
    {
        int index = _valueStart;
        if (!_isQuoted)
        {
            index = line.IndexOf(' ', index);
            return index < 0 ? line.Length : index;
        }

        for (; index < line.Length && line[index] != '"'; index++)
        {
            if (line[index] == '\\')
                index++;
        }

        return index < line.Length ? index : -1;
    }

    private string? Unescape()
    {
        int end = _valueStart + _valueLength;
        int escape = line.IndexOf('\\', _valueStart, _valueLength);
        if (escape < 0)
            return line.Substring(_valueStart, _valueLength);
        StringBuilder value = new();
        for (int i = _valueStart; i < end; i++)
        {
            if (line[i] != '\\')
                value.Append(line[i]);
            else if (line[++i] is '"' or '\\')
                value.Append(line[i]);
            else if (ReadEscape(i, end) is { } character)
            {
                value.Append(character);
                i += 4;
            }
            else
                return null;
        }

        return value.ToString();
    }

    private char? ReadEscape(int index, int end) =>
        index + 4 < end
        && line[index] == 'u'
        && ushort.TryParse(line.Substring(index + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code)
            ? (char)code
            : null;
}
