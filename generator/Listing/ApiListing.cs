using System.Text;

namespace CfGen.Generator.Listing;

/// <summary>The surface of a generated client as lines, each of one member.</summary>
internal sealed class ApiListing
{
    /// <summary>The version of the format. It changes with the form of the lines.</summary>
    public const int Version = 1;

    /// <summary>The first word of the header.</summary>
    public const string Name = "cfgen-api";

    /// <summary>The first character of a line that is skipped.</summary>
    public const char Comment = '#';

    private const string Hint = "# The members of the generated client. Write it anew with: dotnet build -t:WriteApiListing";

    private IReadOnlyList<ListingLine>? _lines;
    private bool? _isSorted;

    /// <summary>Creates the listing of a client.</summary>
    /// <param name="client">The full name of the client.</param>
    /// <param name="lines">The lines below the header, in ordinal order.</param>
    public ApiListing(string client, IReadOnlyList<ListingLine> lines)
    {
        Client = client;
        _lines = lines;
        _isSorted = true;
    }

    private ApiListing(string client, string text)
    {
        Client = client;
        Text = text;
    }

    /// <summary>The full name of the client.</summary>
    public string Client { get; }

    /// <summary>The text of the file; null for a listing that was not read.</summary>
    public string? Text { get; }

    /// <summary>The lines below the header. Those of a file are in its order.</summary>
    public IReadOnlyList<ListingLine> Lines => _lines ??= ReadLines(Text!);

    /// <summary>True if the lines are in ordinal order, as they are written.</summary>
    public bool IsSorted => _isSorted ??= FindOrder(Lines);

    /// <summary>Creates a listing from the text of a file. Its lines are made only where somebody asks for them.</summary>
    /// <param name="client">The full name of the client.</param>
    /// <param name="text">The text with its header.</param>
    public static ApiListing FromText(string client, string text) => new(client, text);

    /// <summary>Gets the lines of a kind. The others are not made.</summary>
    public IEnumerable<ListingLine> GetLines(string kind) =>
        _lines?.Where(l => l.Text.IndexOf(' ') is > 0 and int nameEnd && ListedKind.IsAt(l.Text, nameEnd + 1, kind))
        ?? FindLines(Text!, kind);

    /// <summary>Returns the text of the file.</summary>
    public string ToText()
    {
        StringBuilder text = new();
        foreach (string header in GetHeader(Client))
            text.Append(header).Append('\n');
        foreach (ListingLine line in Lines)
            text.Append(line.Text).Append('\n');
        return text.ToString();
    }

    private static string[] GetHeader(string client) => [FormattableString.Invariant($"{Name} {Version} {client}"), Hint];

    private static List<ListingLine> ReadLines(string text)
    {
        List<ListingLine> lines = [];
        var reader = ListingText.ReadHeader(text);
        while (reader.Read())
            lines.Add(new ListingLine(reader.Line, ""));
        return lines;
    }

    /// <summary>Finds the lines of a kind by their second words, since going through all lines takes longer.</summary>
    private static IEnumerable<ListingLine> FindLines(string text, string kind)
    {
        string word = " " + kind;
        int position = 0;
        while (text.IndexOf(word, position, StringComparison.Ordinal) is >= 0 and int index)
        {
            int start = text.LastIndexOf('\n', index) + 1;
            ListingText reader = new(text, start);
            // The first word that is found in a line is its kind, or the line has another one.
            if (text[start] != Comment && index > start && text.IndexOf(' ', start) == index && ListedKind.IsAt(text, index + 1, kind))
            {
                reader.Read();
                yield return new ListingLine(reader.Line, "");
            }

            position = text.IndexOf('\n', index);
            if (position < 0)
                yield break;
        }
    }

    private static bool FindOrder(IReadOnlyList<ListingLine> lines)
    {
        for (int i = 1; i < lines.Count; i++)
        {
            if (string.CompareOrdinal(lines[i - 1].Text, lines[i].Text) > 0)
                return false;
        }

        return true;
    }
}
