using System.Globalization;
using System.Text;

namespace CfGen.Tasks.Updating;

/// <summary>Reads the sketch of a text in JSON, which may have comments.</summary>
internal sealed class JsonSketcher(string text, DocumentSketch sketch)
{
    // For each open object the name of the member that is read; null for an array, empty before the first name.
    private readonly List<string?> _open = [];
    private int _position;
    private bool _awaitsName;

    public void Read()
    {
        bool hasRoot = false;
        while (_position < text.Length && !(hasRoot && _open.Count == 0))
        {
            char c = text[_position];
            hasRoot |= c is '{' or '[';
            if (c == '"')
                AddString(ReadString());
            else if (c == '/')
                SkipComment();
            else
            {
                Move(c);
                _position++;
            }
        }

        sketch.IsTruncated = _open.Count > 0 || !hasRoot;
    }

    private void Move(char c)
    {
        switch (c)
        {
            case '{':
                _open.Add("");
                _awaitsName = true;
                break;
            case '[':
                _open.Add(null);
                _awaitsName = false;
                break;
            case '}' or ']':
                if (_open.Count > 0)
                    _open.RemoveAt(_open.Count - 1);
                _awaitsName = false;
                break;
            case ':':
                _awaitsName = false;
                break;
            case ',':
                _awaitsName = _open.Count > 0 && _open[_open.Count - 1] is not null;
                break;
        }
    }

    private void AddString(string value)
    {
        int depth = _open.Count;
        if (depth == 0)
            return;
        if (_awaitsName)
        {
            _open[depth - 1] = value;
            if (depth == 1)
                sketch.AddRoot(value);
            else if (depth == 2 && _open[0] is { } root)
                sketch.AddMember(root, value, "");
            return;
        }

        if (_open[depth - 1] == "$ref")
            sketch.References.Add(value);
        else if (depth == 2 && _open[0] is { } root && _open[1] is { } name)
            sketch.AddMember(root, name, value);
    }

    private void SkipComment()
    {
        bool isBlock = _position + 1 < text.Length && text[_position + 1] == '*';
        int end = isBlock ? text.IndexOf("*/", _position + 2, StringComparison.Ordinal) : text.IndexOf('\n', _position);
        _position = end < 0 ? text.Length : end + (isBlock ? 2 : 1);
    }

    private string ReadString()
    {
        StringBuilder value = new();
        for (_position++; _position < text.Length && text[_position] != '"'; _position++)
        {
            if (text[_position] != '\\' || _position + 1 == text.Length)
                value.Append(text[_position]);
            else
                AppendEscape(value, text[++_position]);
        }

        _position++;
        return value.ToString();
    }

    private void AppendEscape(StringBuilder value, char c)
    {
        if (
            c == 'u'
            && _position + 4 < text.Length
            && int.TryParse(text.Substring(_position + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code)
        )
        {
            value.Append((char)code);
            _position += 4;
            return;
        }

        value.Append(
            c switch
            {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                'b' => '\b',
                'f' => '\f',
                _ => c,
            }
        );
    }
}
