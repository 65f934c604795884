using System.Globalization;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Listing;

/// <summary>The file of the <c>ApiListing</c> metadata. A file with a problem has no listing, and the client is not compared.</summary>
/// <param name="Listing">Null where <paramref name="Problem"/> is not.</param>
/// <param name="Problem">The first problem.</param>
internal sealed record ListingFile(ApiListing? Listing, Finding? Problem)
{
    private static readonly string[] s_conflictMarkers = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

    /// <summary>Reads a listing.</summary>
    /// <param name="client">The full name of the client that the document gives.</param>
    public static ListingFile Read(DocumentText file, string client)
    {
        string text = file.Text.ToString();
        bool hasHeader = false;
        ListingText reader = new(text);
        while (reader.Read())
        {
            if (IsConflictMarker(text, reader.Start, reader.Length))
                return Fail(ListingFindings.ConflictMarker(file.Path, file.GetLocation(reader.Start, reader.Length)));
            if (!hasHeader && CheckHeader(file, reader.Line, client, reader.Start) is { } problem)
                return Fail(problem);
            hasHeader = true;
        }

        return hasHeader
            ? new ListingFile(ApiListing.FromText(client, text), null)
            : Fail(ListingFindings.Empty(file.Path, file.GetLocation(0, 0)));
    }

    /// <summary>Returns the location of a line that was read from a file.</summary>
    public static LocationInfo GetLocation(DocumentText file, string line)
    {
        ListingText reader = new(file.Text.ToString());
        while (reader.Read())
        {
            if (reader.Span.SequenceEqual(line.AsSpan()))
                return file.GetLocation(reader.Start, reader.Length);
        }

        return file.GetLocation(0, 0);
    }

    private static ListingFile Fail(Finding problem) => new(null, problem);

    private static bool IsConflictMarker(string text, int start, int length) =>
        text[start] is '<' or '|' or '=' or '>'
        && Array.Exists(
            s_conflictMarkers,
            marker =>
                length >= marker.Length
                && string.CompareOrdinal(text, start, marker, 0, marker.Length) == 0
                && (length == marker.Length || text[start + marker.Length] == ' ')
        );

    private static Finding? CheckHeader(DocumentText file, string line, string client, int start)
    {
        LocationInfo location = file.GetLocation(start, line.Length);
        string[] words = line.Trim().Split(' ');
        if (words.Length != 3 || words[0] != ApiListing.Name)
            return ListingFindings.NotAListing(file.Path, location);
        string version = ApiListing.Version.ToString(CultureInfo.InvariantCulture);
        if (words[1] != version)
            return ListingFindings.OtherVersion(file.Path, words[1], version, location);
        return words[2] == client ? null : ListingFindings.OtherClient(file.Path, words[2], client, location);
    }
}
