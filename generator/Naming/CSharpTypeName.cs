using System.Text;

namespace CfGen.Generator.Naming;

/// <summary>
/// Reads the full name of a C# type, as a project names it: <c>Acme.Money</c>, <c>Acme.Box&lt;int&gt;</c>, <c>Acme.Outer.Inner</c>,
/// <c>decimal</c>, <c>byte[]</c>. The result names the type from any place, and nothing but a type can be written with it.
/// </summary>
internal sealed class CSharpTypeName
{
    private const int MaxDepth = 16;

    private static readonly HashSet<string> s_keywordTypes = new(
        [
            "bool",
            "byte",
            "char",
            "decimal",
            "double",
            "float",
            "int",
            "long",
            "nint",
            "nuint",
            "object",
            "sbyte",
            "short",
            "string",
            "uint",
            "ulong",
            "ushort",
        ],
        StringComparer.Ordinal
    );

    private readonly string _text;
    private readonly StringBuilder _result = new();
    private int _position;

    private CSharpTypeName(string text) => _text = text;

    /// <returns>The name with <c>global::</c>; null where the text is not the name of a type.</returns>
    public static string? TryParse(string text)
    {
        CSharpTypeName reader = new(text.Trim());
        return reader.ReadType(0, isArgument: false) && reader._position == reader._text.Length ? reader._result.ToString() : null;
    }

    private bool ReadType(int depth, bool isArgument)
    {
        if (depth > MaxDepth)
            return false;
        SkipSpaces();
        int start = _position;
        if (ReadIdentifier() is not { } first)
            return false;
        if (first == "global" && TryRead("::"))
        {
            start = _position;
            if (ReadIdentifier() is not { } root)
                return false;
            first = root;
        }

        if (s_keywordTypes.Contains(first) && !IsAt('.') && !IsAt('<'))
            _result.Append(first);
        else if (!ReadQualified(first, depth))
            return false;
        // A nullable type has no place of its own: the document says where a value may be null.
        if (isArgument && TryRead("?"))
            _result.Append('?');
        return ReadRanks() && _position > start;
    }

    private bool ReadQualified(string identifier, int depth)
    {
        _result.Append("global::");
        while (true)
        {
            _result.Append(IsMaybeKeyword(identifier) ? "@" + identifier : identifier);
            if (IsAt('<') && !ReadArguments(depth))
                return false;
            // Reflection writes a plus before a nested type.
            if (!TryRead(".") && !TryRead("+"))
                return true;
            _result.Append('.');
            if (ReadIdentifier() is not { } next)
                return false;
            identifier = next;
        }
    }

    private bool ReadArguments(int depth)
    {
        _position++;
        _result.Append('<');
        while (ReadType(depth + 1, isArgument: true))
        {
            SkipSpaces();
            if (TryRead(">"))
            {
                _result.Append('>');
                return true;
            }

            if (!TryRead(","))
                return false;
            _result.Append(", ");
        }

        return false;
    }

    private bool ReadRanks()
    {
        while (TryRead("["))
        {
            _result.Append('[');
            while (TryRead(","))
                _result.Append(',');
            if (!TryRead("]"))
                return false;
            _result.Append(']');
        }

        return true;
    }

    private string? ReadIdentifier()
    {
        TryRead("@");
        int start = _position;
        while (_position < _text.Length && IsPart(_text[_position], isFirst: _position == start))
            _position++;
        return _position > start ? _text.Substring(start, _position - start) : null;
    }

    private static bool IsPart(char c, bool isFirst) => c == '_' || (isFirst ? char.IsLetter(c) : char.IsLetterOrDigit(c));

    // Keywords have small letters only, and every identifier may have the sign.
    private static bool IsMaybeKeyword(string identifier) => identifier.All(c => c is >= 'a' and <= 'z');

    private bool IsAt(char c) => _position < _text.Length && _text[_position] == c;

    private bool TryRead(string token)
    {
        if (string.CompareOrdinal(_text, _position, token, 0, token.Length) != 0)
            return false;
        _position += token.Length;
        return true;
    }

    private void SkipSpaces()
    {
        while (IsAt(' '))
            _position++;
    }
}
