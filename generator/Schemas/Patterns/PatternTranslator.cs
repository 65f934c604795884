using System.Globalization;
using System.Text;

namespace CfGen.Generator.Schemas.Patterns;

/// <summary>
/// Translates a pattern of a document from ECMAScript's syntax, which JSON Schema prescribes, to that of .NET. Both syntaxes share most
/// words but not their meaning: <c>$</c>, <c>.</c>, <c>\d</c>, <c>\w</c> and <c>\s</c> match other characters in .NET. Forms of other
/// languages that mean one thing only, such as <c>(?i)</c>, <c>\A</c> and <c>[[:alpha:]]</c>, are understood, too.
/// </summary>
internal sealed class PatternTranslator
{
    private readonly PatternReader _reader;
    private readonly PatternGroups _groups;
    private readonly StringBuilder _expression = new();
    private readonly Stack<(bool DotAll, bool Multiline)> _outerFlags = new();
    private bool _dotAll;
    private bool _multiline;
    private int _groupNumber;

    private PatternTranslator(string pattern)
    {
        _reader = new PatternReader(pattern);
        _groups = PatternGroups.Find(pattern);
    }

    /// <summary>Returns the expression in the syntax of .NET, which need not be a valid one.</summary>
    /// <exception cref="UnsupportedPatternException">The pattern has a form without a counterpart in .NET.</exception>
    public static string Translate(string pattern)
    {
        (string body, string flags) = DelimitedPattern.Split(pattern);
        PatternTranslator translator = new(body);
        translator.SetFlags(flags, isOn: true);
        if (flags.IndexOf('i') >= 0)
            translator._expression.Append("(?i)");
        translator.TranslateAll();
        return translator._expression.ToString();
    }

    private void TranslateAll()
    {
        while (_reader.TryRead(out char c))
        {
            switch (c)
            {
                case '\\':
                    TranslateEscape();
                    break;
                case '[':
                    _expression.Append(PatternClass.Translate(_reader));
                    break;
                case '(':
                    OpenGroup();
                    break;
                case ')':
                    CloseGroup();
                    break;
                case '.':
                    _expression.Append(_dotAll ? @"[\s\S]" : @"[^\n\r\u2028\u2029]");
                    break;
                case '$':
                    _expression.Append(_multiline ? "(?m:$)" : @"\z");
                    break;
                case '^':
                    _expression.Append(_multiline ? "(?m:^)" : "^");
                    break;
                case '{':
                    _expression.Append(_reader.TryReadQuantifier() is { } quantifier ? quantifier : @"\{");
                    break;
                default:
                    AppendLiteral(c);
                    break;
            }
        }

        if (_outerFlags.Count > 0)
            throw new UnsupportedPatternException("a group is not closed");
    }

    private void AppendLiteral(char c)
    {
        if (char.IsHighSurrogate(c) && _reader.TryReadLowSurrogate() is { } low)
            _expression.Append(PatternText.FormatCharacter(char.ConvertToUtf32(c, low)));
        else
            _expression.Append(c);
    }

    private void TranslateEscape()
    {
        switch (_reader.Peek())
        {
            case 'b':
                _reader.Skip(1);
                _expression.Append(@"(?:(?<=[0-9A-Z_a-z])(?![0-9A-Z_a-z])|(?<![0-9A-Z_a-z])(?=[0-9A-Z_a-z]))");
                return;
            case 'B':
                _reader.Skip(1);
                _expression.Append(@"(?:(?<=[0-9A-Z_a-z])(?=[0-9A-Z_a-z])|(?<![0-9A-Z_a-z])(?![0-9A-Z_a-z]))");
                return;
            case 'A' or 'z' or 'Z':
                _expression.Append('\\').Append(_reader.Read());
                return;
            case 'k':
                _reader.Skip(1);
                AppendReference(_groups.FindNumber(_reader.ReadGroupName()));
                return;
            case >= '1' and <= '9' when _reader.PeekNumber() is { } number && number <= _groups.Count:
                _reader.Skip(number.ToString(CultureInfo.InvariantCulture).Length);
                AppendReference(number);
                return;
            default:
                _expression.Append(PatternEscape.Read(_reader).ToExpression());
                return;
        }
    }

    /// <summary>Appends a reference, which matches nothing, and not never, where its group took no part: so says ECMAScript.</summary>
    private void AppendReference(int number)
    {
        string name = number.ToString(CultureInfo.InvariantCulture);
        _expression.Append("(?(").Append(name).Append(@")\k<").Append(name).Append(">)");
    }

    private void OpenGroup()
    {
        _outerFlags.Push((_dotAll, _multiline));
        if (_reader.Peek() != '?')
        {
            OpenCapture();
            return;
        }

        _reader.Skip(1);
        if (_reader.TryReadAny("<=", "<!", "=", "!", ":", ">") is { } kind)
        {
            _expression.Append("(?").Append(kind);
        }
        else if (_reader.TryReadAny("P=") is not null)
        {
            _outerFlags.Pop();
            AppendReference(_groups.FindNumber(_reader.ReadUntil(')')));
        }
        else if (_reader.TryReadAny("P<", "<") is not null)
        {
            _reader.ReadUntil('>');
            OpenCapture();
        }
        else
        {
            OpenFlags();
        }
    }

    private void OpenCapture()
    {
        _groupNumber++;
        // Numbers of .NET are others where some groups have names: here all have their number, or none is referred to.
        _expression.Append(_groups.AreReferenced ? "(?<" + _groupNumber.ToString(CultureInfo.InvariantCulture) + ">" : "(");
    }

    private void CloseGroup()
    {
        if (_outerFlags.Count == 0)
            throw new UnsupportedPatternException("a closing parenthesis has no opening one");
        (_dotAll, _multiline) = _outerFlags.Pop();
        _expression.Append(')');
    }

    /// <summary>Reads <c>(?i)</c>, which holds to the end of the group around it, or <c>(?i:</c>, which begins a group.</summary>
    private void OpenFlags()
    {
        string on = _reader.ReadFlags();
        string off = _reader.TryReadAny("-") is null ? "" : _reader.ReadFlags();
        bool isGroup = _reader.TryReadAny(":") is not null;
        if (on.Length + off.Length == 0 || (!isGroup && _reader.TryReadAny(")") is null))
            throw new UnsupportedPatternException("it has a kind of group that .NET does not have");
        if (!isGroup)
            _outerFlags.Pop();
        SetFlags(on, isOn: true);
        SetFlags(off, isOn: false);
        string ignoreCase =
            off.IndexOf('i') >= 0 ? "-i"
            : on.IndexOf('i') >= 0 ? "i"
            : "";
        if (isGroup || ignoreCase.Length > 0)
            _expression.Append("(?").Append(ignoreCase).Append(isGroup ? ':' : ')');
    }

    private void SetFlags(string flags, bool isOn)
    {
        if (flags.IndexOf('s') >= 0)
            _dotAll = isOn;
        if (flags.IndexOf('m') >= 0)
            _multiline = isOn;
    }
}
