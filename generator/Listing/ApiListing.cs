using System.Text;

namespace CfGen.Generator.Listing;

/// <summary>The surface of a generated client as lines, each of one member, in ordinal order.</summary>
/// <param name="client">The full name of the client.</param>
/// <param name="lines">The lines below the header.</param>
internal sealed class ApiListing(string client, IReadOnlyList<ListingLine> lines)
{
    /// <summary>The version of the format. It changes with the form of the lines.</summary>
    public const int Version = 1;

    /// <summary>The first word of the header.</summary>
    public const string Name = "cfgen-api";

    /// <summary>The first character of a line that is skipped.</summary>
    public const char Comment = '#';

    private const string Hint = "# The members of the generated client. Write it anew with: dotnet build -t:WriteApiListing";

    /// <summary>The full name of the client.</summary>
    public string Client { get; } = client;

    /// <summary>The lines below the header. Those that were read from a file are in its order.</summary>
    public IReadOnlyList<ListingLine> Lines { get; } = lines;

    /// <summary>True if the lines are in ordinal order, as they are written.</summary>
    public bool IsSorted
    {
        get
        {
            for (int i = 1; i < Lines.Count; i++)
            {
                if (string.CompareOrdinal(Lines[i - 1].Text, Lines[i].Text) > 0)
                    return false;
            }

            return true;
        }
    }

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
}
