namespace CfGen.Generator.Naming;

/// <summary>
/// Reads the name of a component that is the name of a generic, nested or assembly-qualified type, as .NET
/// (<c>Acme.Result`1[[Acme.Order, Acme, Version=1.0.0.0]]</c>), C#, Java (<c>Page«Order»</c>) and Python write them, as words such as
/// <c>Result Of Order</c>.
/// </summary>
internal sealed class GenericTypeName
{
    // A type in more types than this is a name of another kind.
    private const int MaxDepth = 16;

    private const string Delimiters = "<>«»[],";

    private readonly string _text;
    private readonly bool _withNamespaces;
    private int _position;

    private GenericTypeName(string text, bool withNamespaces) => (_text, _withNamespaces) = (text, withNamespaces);

    /// <returns>The words; null where the name is not that of such a type.</returns>
    /// <param name="withNamespaces">False to leave out the namespaces of the type and its arguments.</param>
    public static string? TryRead(string componentId, bool withNamespaces)
    {
        if (componentId.IndexOfAny(['`', '<', '«', '[', '+', ',']) < 0)
            return null;
        GenericTypeName reader = new(componentId, withNamespaces);
        string? words = reader.ReadType(0);
        return reader._position == componentId.Length || reader.SkipAssembly() ? words : null;
    }

    private string? ReadType(int depth)
    {
        if (depth > MaxDepth)
            return null;
        int start = _position;
        while (_position < _text.Length && Delimiters.IndexOf(_text[_position]) < 0)
            _position++;
        string? words = ReadName(_text.Substring(start, _position - start).Trim());
        while (words is not null && _position < _text.Length && _text[_position] is '<' or '«' or '[')
        {
            char close = _text[_position++] switch
            {
                '<' => '>',
                '«' => '»',
                _ => ']',
            };
            if (Take(close))
                words += " Array";
            else if (ReadArguments(close, depth) is { } arguments)
                words += " Of " + arguments;
            else
                return null;
        }

        return words;
    }

    private string? ReadArguments(char close, int depth)
    {
        string? all = null;
        do
        {
            // .NET puts each argument and its assembly between brackets of their own.
            bool isQualified = close == ']' && Take('[');
            string? words = ReadType(depth + 1);
            if (words is null || (isQualified && !Take(']') && !(SkipAssembly() && Take(']'))))
                return null;
            all = all is null ? words : all + " And " + words;
        } while (Take(','));

        return Take(close) ? all : null;
    }

    /// <summary>Skips the assembly after the name of a type: <c>, Acme, Version=1.0.0.0, Culture=neutral</c>.</summary>
    private bool SkipAssembly()
    {
        if (!Take(','))
            return false;
        int end = _text.IndexOf(']', _position);
        string assembly = _text.Substring(_position, (end < 0 ? _text.Length : end) - _position);
        _position += assembly.Length;
        return end >= 0 || assembly.IndexOf("Version=", StringComparison.Ordinal) >= 0;
    }

    /// <summary>The words of a name without its arguments: the number of arguments is left out, and nested types are joined.</summary>
    private string? ReadName(string name)
    {
        int arity = name.IndexOf('`');
        while (arity >= 0)
        {
            int end = arity + 1;
            while (end < name.Length && char.IsDigit(name[end]))
                end++;
            name = name.Remove(arity, end - arity);
            arity = name.IndexOf('`');
        }

        for (int i = name.IndexOf('+'); i >= 0; i = name.IndexOf('+', i + 1))
        {
            if (i == 0 || i == name.Length - 1 || !char.IsLetterOrDigit(name[i - 1]) || !char.IsUpper(name[i + 1]))
                return null;
        }

        name = name.Replace('+', ' ');
        return name.Length == 0 ? null
            : _withNamespaces ? name
            : name.Substring(name.LastIndexOf('.') + 1);
    }

    private bool Take(char expected)
    {
        int next = _position;
        while (next < _text.Length && _text[next] == ' ')
            next++;
        if (next >= _text.Length || _text[next] != expected)
            return false;
        _position = next + 1;
        return true;
    }
}
