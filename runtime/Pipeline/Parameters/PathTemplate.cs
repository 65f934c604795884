using System.Buffers;
using System.Text;

namespace CfGen.Pipeline.Parameters;

/// <summary>A path template, split into literals and parameter names: one more literal than names.</summary>
internal sealed class PathTemplate
{
    // RFC 3986, 2: everything else is percent-encoded, as in a browser. A percent sign is part of an encoded character.
    private static readonly SearchValues<char> s_urlCharacters = SearchValues.Create(
        "!#$%&'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]_abcdefghijklmnopqrstuvwxyz~"
    );

    /// <param name="path">
    /// The path in the document. A fragment only distinguishes operations of one path (<c>/files/{id}#add_shared_link</c>) and is not sent.
    /// </param>
    public PathTemplate(string path)
    {
        path = path.IndexOf('#', StringComparison.Ordinal) is >= 0 and int fragment ? path[..fragment] : path;
        HasQuery = path.Contains('?', StringComparison.Ordinal);
        List<string> literals = [];
        List<string> names = [];
        int at = 0;
        while (path.IndexOf('{', at) is >= 0 and int open && path.IndexOf('}', open) is >= 0 and int close)
        {
            literals.Add(Encode(path[at..open]));
            string name = path[(open + 1)..close];
            int before = names.IndexOf(name);
            if (before >= 0)
                (RepeatedNames ??= []).Add(names.Count, before);
            if (IsQuoted(path, open, close))
                (QuotedNames ??= []).Add(names.Count);
            names.Add(name);
            at = close + 1;
        }

        literals.Add(Encode(path[at..]));
        Literals = [.. literals];
        Names = [.. names];
    }

    /// <summary>True if the path ends with a query, as in <c>/responses?beta=true</c>, which the query parameters continue.</summary>
    public bool HasQuery { get; }

    public string[] Literals { get; }

    public string[] Names { get; }

    /// <summary>
    /// The index of each repeated name, and of its first occurrence; null if no name is repeated. A repeated name is one parameter with one
    /// value.
    /// </summary>
    public Dictionary<int, int>? RepeatedNames { get; }

    /// <summary>
    /// The indexes of the names in quotes, as a key of OData, <c>/Products('{key}')</c>; null if there is none. Quotes in their values are
    /// doubled.
    /// </summary>
    public HashSet<int>? QuotedNames { get; }

    private static bool IsQuoted(string path, int open, int close) =>
        open >= 2
        && path[open - 1] == '\''
        && path[open - 2] is '(' or '=' or ','
        && close + 2 < path.Length
        && path[close + 1] == '\''
        && path[close + 2] is ')' or ',';

    private static string Encode(string literal)
    {
        ReadOnlySpan<char> rest = literal;
        if (!rest.ContainsAnyExcept(s_urlCharacters))
            return literal;
        var encoded = new StringBuilder();
        while (rest.IndexOfAnyExcept(s_urlCharacters) is >= 0 and int odd)
        {
            encoded.Append(rest[..odd]);
            Rune.DecodeFromUtf16(rest[odd..], out Rune rune, out int used);
            encoded.Append(Uri.EscapeDataString(rune.ToString()));
            rest = rest[(odd + used)..];
        }

        return encoded.Append(rest).ToString();
    }
}
