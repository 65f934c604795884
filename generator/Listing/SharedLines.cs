namespace CfGen.Generator.Listing;

/// <summary>
/// Takes the lines of a client in ordinal order, and shares the texts of those that a committed listing has. While all lines are those of
/// the committed listing, none is made.
/// </summary>
internal sealed class SharedLines
{
    private readonly ApiListing? _committed;
    private readonly List<string> _pointers = [];
    private ListingText _reader;
    private List<ListingLine>? _lines;
    private int _next;

    /// <param name="committed">The committed listing; null where there is none.</param>
    public SharedLines(ApiListing? committed)
    {
        _committed = committed;
        if (committed?.Text is { } text)
            _reader = ListingText.ReadHeader(text);
        else
            _lines = [];
    }

    /// <summary>The number of lines.</summary>
    public int Count => _lines?.Count ?? _pointers.Count;

    /// <summary>True while all lines are those of the committed listing.</summary>
    public bool AreCommitted => _lines is null;

    /// <summary>Adds a line.</summary>
    public void Add(ReadOnlySpan<char> text, string pointer)
    {
        if (_lines is null && _reader.Read() && _reader.Span.SequenceEqual(text))
            _pointers.Add(pointer);
        else
            (_lines ??= MakeLines()).Add(new ListingLine(FindCommitted(text) ?? text.ToString(), pointer));
    }

    /// <summary>Adds a line that is made already.</summary>
    public void Add(ListingLine line)
    {
        if (_lines is null)
            Add(line.Text.AsSpan(), line.Pointer);
        else
            _lines.Add(line);
    }

    /// <summary>Returns the listing: the committed one where it has the same lines.</summary>
    /// <param name="client">The full name of the client.</param>
    public ApiListing Complete(string client) =>
        _lines is null && !_reader.Read() ? _committed! : new ApiListing(client, _lines ?? MakeLines());

    /// <summary>Makes the lines that were equal.</summary>
    private List<ListingLine> MakeLines()
    {
        _next = _pointers.Count;
        return [.. _committed!.Lines.Take(_next).Zip(_pointers, (line, pointer) => line with { Pointer = pointer })];
    }

    private string? FindCommitted(ReadOnlySpan<char> text)
    {
        if (_committed is not { IsSorted: true })
            return null;
        for (; _next < _committed.Lines.Count; _next++)
        {
            string line = _committed.Lines[_next].Text;
            int order = line.AsSpan().SequenceCompareTo(text);
            if (order >= 0)
                return order == 0 ? line : null;
        }

        return null;
    }
}
