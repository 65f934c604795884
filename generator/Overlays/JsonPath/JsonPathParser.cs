namespace CfGen.Generator.Overlays.JsonPath;

/// <summary>Parses the segments and selectors of a JSONPath query. Filters are parsed by <see cref="FilterParser"/>.</summary>
internal sealed class JsonPathParser
{
    private readonly JsonPathReader _reader;
    private readonly FilterParser _filters;
    private readonly bool _allowHyphens;
    private readonly List<JsonPathNote> _notes = [];

    public JsonPathParser(string text, bool allowHyphens)
    {
        _reader = new JsonPathReader(text);
        _allowHyphens = allowHyphens;
        _filters = new FilterParser(_reader, this);
    }

    /// <summary>Adds a part that is read in a lenient way.</summary>
    public void AddNote(JsonPathNote note) => _notes.Add(note);

    /// <summary>Parses the whole text.</summary>
    /// <exception cref="JsonPathException">The text is not a query.</exception>
    public JsonPathQuery ParseWhole()
    {
        if (_reader.Next != '$')
            throw _reader.Fail("a query starts with '$'");
        _reader.At++;
        List<PathSegment> segments = ParseSegments();
        if (!_reader.IsAtEnd)
            throw _reader.Fail("the query has '" + _reader.Next + "' where a segment starts: '.name', '..name' or '['");
        return new JsonPathQuery(isRelative: false, segments) { Notes = _notes };
    }

    /// <summary>Parses a query of a filter. The next character is <c>$</c> or <c>@</c>.</summary>
    public JsonPathQuery ParseQuery()
    {
        bool isRelative = _reader.Next == '@';
        _reader.At++;
        return new JsonPathQuery(isRelative, ParseSegments());
    }

    private List<PathSegment> ParseSegments()
    {
        List<PathSegment> segments = [];
        while (true)
        {
            // Space belongs to a segment that follows. A query of a filter ends before it.
            int start = _reader.At;
            _reader.SkipSpace();
            if (_reader.TryRead(".."))
                segments.Add(new PathSegment(isDescendant: true, _reader.Next == '[' ? ParseBrackets() : ParseShorthand()));
            else if (_reader.TryRead("."))
                segments.Add(new PathSegment(isDescendant: false, ParseShorthand()));
            else if (_reader.Next == '[')
                segments.Add(new PathSegment(isDescendant: false, ParseBrackets()));
            else
            {
                _reader.At = start;
                return segments;
            }
        }
    }

    private List<PathSelector> ParseShorthand()
    {
        if (_reader.TryRead("*"))
            return [WildcardSelector.Instance];
        int start = _reader.At;
        if (!JsonPathReader.IsNameStart(_reader.Next))
            throw _reader.Fail("a '.' is followed by a name or '*'; a name with other characters is written as ['name']");
        while (JsonPathReader.IsNamePart(_reader.Next) || (_allowHyphens && _reader.Next == '-'))
            _reader.At++;
        string name = _reader.Text.Substring(start, _reader.At - start);
        if (_reader.Next == '-')
            throw _reader.FailFrom(start, "a name with a hyphen is written as ['x-name']");
        for (int i = 0; i < name.Length; i++)
        {
            if (char.IsSurrogate(name[i]) && (i + 1 == name.Length || !char.IsSurrogatePair(name[i], name[++i])))
                throw _reader.FailFrom(start, "the name has half a surrogate pair");
        }

        if (name.IndexOf('-') >= 0)
            AddNote(new JsonPathNote(JsonPathNoteKind.UnquotedName, name, "", start, name.Length));
        return [new NameSelector(name)];
    }

    private List<PathSelector> ParseBrackets()
    {
        _reader.At++;
        List<PathSelector> selectors = [];
        do
        {
            _reader.SkipSpace();
            selectors.Add(ParseSelector());
            _reader.SkipSpace();
        } while (_reader.TryRead(","));

        _reader.Read(']', "a bracket is not closed, or a comma is missing");
        return selectors;
    }

    private PathSelector ParseSelector()
    {
        switch (_reader.Next)
        {
            case '*':
                _reader.At++;
                return WildcardSelector.Instance;
            case '\'' or '"':
                return new NameSelector(_reader.ReadString());
            case '?':
                _reader.At++;
                _reader.SkipSpace();
                return new FilterSelector(_filters.ParseExpression());
            default:
                return ParseIndexOrSlice();
        }
    }

    private PathSelector ParseIndexOrSlice()
    {
        int begin = _reader.At;
        long? start = _reader.TryReadInteger();
        int afterStart = _reader.At;
        _reader.SkipSpace();
        if (_reader.Next != ':')
        {
            _reader.At = afterStart;
            return start is { } index
                ? new IndexSelector(index)
                : throw _reader.FailFrom(begin, "brackets have a name in quotes, an index, a slice '1:2', '*' or a filter '?…'");
        }

        _reader.At++;
        _reader.SkipSpace();
        long? end = _reader.TryReadInteger();
        long? step = null;
        int afterEnd = _reader.At;
        _reader.SkipSpace();
        if (_reader.TryRead(":"))
        {
            int afterColon = _reader.At;
            _reader.SkipSpace();
            step = _reader.TryReadInteger();
            if (step is null)
                _reader.At = afterColon;
        }
        else
        {
            _reader.At = afterEnd;
        }

        return new SliceSelector(start, end, step ?? 1);
    }
}
