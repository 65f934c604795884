namespace CfGen.Generator.Listing;

/// <summary>Goes through the lines of the text of a listing that are neither empty nor comments: the header, then those of the members.</summary>
/// <param name="text">The text.</param>
/// <param name="position">The index of the first line.</param>
internal struct ListingText(string text, int position = 0)
{
    private int _next = position;

    /// <summary>The index of the line in the text.</summary>
    public int Start { get; private set; }

    /// <summary>The length of the line without its line break.</summary>
    public int Length { get; private set; }

    /// <summary>The line.</summary>
    public readonly string Line => text.Substring(Start, Length);

    /// <summary>The characters of the line.</summary>
    public readonly ReadOnlySpan<char> Span => text.AsSpan(Start, Length);

    /// <summary>Reads the header.</summary>
    public static ListingText ReadHeader(string text)
    {
        ListingText reader = new(text);
        reader.Read();
        return reader;
    }

    /// <summary>Goes on to the next line.</summary>
    /// <returns>False at the end.</returns>
    public bool Read()
    {
        while (_next < text.Length)
        {
            int end = text.IndexOf('\n', _next);
            if (end < 0)
                end = text.Length;
            Start = _next;
            _next = end + 1;
            // Git can turn the line breaks into those of Windows.
            Length = end > Start && text[end - 1] == '\r' ? end - Start - 1 : end - Start;
            if (Length > 0 && text[Start] != ApiListing.Comment)
                return true;
        }

        return false;
    }
}
