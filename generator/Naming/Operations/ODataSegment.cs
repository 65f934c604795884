namespace CfGen.Generator.Naming.Operations;

/// <summary>
/// A segment of OData with parentheses: an entity of a set (<c>Products({key})</c>), or a function (<c>GetNearest(lat={lat})</c>).
/// </summary>
/// <param name="Name">The text before the parentheses.</param>
/// <param name="Arguments">The text between them.</param>
internal sealed record ODataSegment(string Name, string Arguments)
{
    private const string Count = "$count";

    /// <summary>
    /// True for a path that only OData has: one with a key or function in parentheses, or with a segment for a part of a value.
    /// </summary>
    public static bool IsInPath(string path) =>
        path.IndexOf("/$", StringComparison.Ordinal) >= 0 || path.Split('/').Any(segment => TryParse(segment) is not null);

    /// <summary>
    /// The method that the last segment of a path is: <c>$count</c>, or a qualified action without parentheses
    /// (<c>Microsoft.Graph.sendMail</c>), which is sent by POST.
    /// </summary>
    /// <param name="isOData">True where the document has paths of OData. In others, <c>users.list</c> is a name and no namespace.</param>
    /// <returns>Null where it is no method.</returns>
    public static string? TryGetMethod(string segment, string method, Lazy<bool> isOData)
    {
        if (segment == Count && method == "get")
            return Count.Substring(1);
        if (method != "post" || segment.IndexOf('.') <= 0)
            return null;
        string[] parts = segment.Split('.');
        if (!parts.All(p => p.Length > 0 && char.IsLetter(p[0]) && p.All(c => char.IsLetterOrDigit(c) || c == '_')))
            return null;
        return parts.All(p => char.IsUpper(p[0])) || isOData.Value ? parts[parts.Length - 1] : null;
    }

    /// <returns>Null where the segment has no parentheses, or a constant in them.</returns>
    public static ODataSegment? TryParse(string segment)
    {
        int open = segment.IndexOf('(');
        if (open <= 0 || segment[segment.Length - 1] != ')' || segment.IndexOf('{') is var brace && brace >= 0 && brace < open)
            return null;
        string arguments = segment.Substring(open + 1, segment.Length - open - 2);
        return arguments.Length == 0 || arguments.IndexOf('{') >= 0 ? new ODataSegment(segment.Substring(0, open), arguments) : null;
    }

    /// <summary>Splits it into the set and the parameter, or into the one segment of a method.</summary>
    /// <param name="isSet">True where the document has a path of the set.</param>
    public IEnumerable<string> Split(bool isSet) =>
        isSet || IsKey() ? [Name, PathNode.Parameter] : [PathNode.FunctionSign + Name.Substring(Name.LastIndexOf('.') + 1)];

    // A function has a verb or the name of its schema; its arguments have names, as only keys of several properties have.
    private bool IsKey()
    {
        List<string> words = English.SplitWords(Name);
        return Arguments.Length > 0
            && Name.IndexOf('.') < 0
            && words.Count > 0
            && !English.IsAction(words[0])
            && !English.IsReadAction(words[0])
            && (Arguments.IndexOf('=') < 0 || English.IsPlural(words[words.Count - 1]));
    }
}
