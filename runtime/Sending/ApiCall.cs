using System.ComponentModel;

namespace CfGen.Infrastructure;

/// <summary>
/// One call in the making and under way. Nothing here throws before the task of its end: violations and faults are gathered
/// and arrive through it, all violations of a call in one <see cref="ApiValidationException"/>.
/// Path parameters come first, in the order of the template.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class ApiCall
{
    private readonly RequestOptions? _options;
    private UrlBuilder _url;
    private int _pathIndex;
    private string[]? _pathValues;
    private List<KeyValuePair<string, string>>? _headers;
    private List<KeyValuePair<string, string>>? _cookies;
    private byte[]? _body;
    private string? _mediaType;
    private RequestBody? _source;
    private Violations? _violations;
    private Exception? _fault;

    internal ApiCall(ApiConnection connection, ApiOperationInfo operation, RequestOptions? options)
    {
        Connection = connection;
        Operation = operation;
        _options = options;
        if (BaseUrl is { } url)
            _url.Append(url);
    }

    private ApiCall(ApiCall template, string url)
    {
        Connection = template.Connection;
        Operation = template.Operation;
        _options = template._options;
        _headers = template._headers;
        _cookies = template._cookies;
        _body = template._body;
        _mediaType = template._mediaType;
        _source = template._source;
        _violations = template._violations;
        _fault = template._fault;
        _urlText = url;
    }

    internal ApiConnection Connection { get; }

    internal ApiOperationInfo Operation { get; }

    /// <summary>What the path stands behind: the operation's own server, unless the client was given a URL for all of them; null where neither is known.</summary>
    private string? BaseUrl => Connection.Settings is { } settings ? (settings.IsDocumented ? Operation.Server : null) ?? settings.BaseUrl : null;

    /// <summary>Method, template and id: how messages and logs name the call. Never the URL, which holds values.</summary>
    internal string Describe() => $"{Operation.Method.Method} {Operation.Path} ({Operation.Id})";

    private Argument PathArgument(string name, string at)
    {
        string[] names = Operation.Template.Names;
        return new Argument(CSharpName(name), _pathIndex < names.Length ? names[_pathIndex] : name, "path", at);
    }

    /// <summary>Puts a value, encoded unless it is already, where the template has the next parameter.</summary>
    private ApiCall PutPath(string value, bool encoded = false)
    {
        PathTemplate template = Operation.Template;
        int index = _pathIndex++;
        if (index >= template.Names.Length)
            return this;
        _url.Append(template.Literals[index]);
        int start = _url.Length;
        if (encoded)
            _url.Append(value);
        else
            _url.AppendEncoded(value);
        if (template.Repeats is { } repeats)
        {
            (_pathValues ??= new string[template.Names.Length])[index] = _url.From(start);
            PutRepeated(template, repeats, _pathValues);
        }

        return this;
    }

    /// <summary>Parameters that come now and have had their value further up in the path have it again.</summary>
    private void PutRepeated(PathTemplate template, Dictionary<int, int> repeats, string[] values)
    {
        for (; repeats.TryGetValue(_pathIndex, out int before); _pathIndex++)
        {
            _url.Append(template.Literals[_pathIndex]);
            _url.Append(values[before]);
        }
    }

    /// <summary>Ends the path, before the first query parameter.</summary>
    private void EndPath()
    {
        PathTemplate template = Operation.Template;
        if (_pathIndex < template.Literals.Length)
        {
            _url.Append(template.Literals[_pathIndex]);
            if (template.HasQuery)
                _url.GoOnWithQuery();
        }

        _pathIndex = template.Literals.Length;
    }

    private void PutQuery(string wire, string value)
    {
        EndPath();
        _url.Parameter(wire, value);
    }

    private void Put(in Argument argument, string value)
    {
        if (argument.Location == "query")
            PutQuery(argument.Wire, value);
        else if (HeaderText.IsSafe(value))
            (argument.Location == "cookie" ? _cookies ??= [] : _headers ??= []).Add(new(argument.Wire, value));
        else
            (_violations ??= new()).Add(argument, "header value", "has a control character, which a header cannot carry");
    }

    private void RequireArgument(in Argument argument)
        => (_violations ??= new()).Add(argument, "required", "is required");

    /// <summary>The argument's expression as people know it: without the @ of keywords and the ? of <c>parameters?.Page</c>.</summary>
    private static string CSharpName(string expression)
        => expression.AsSpan().IndexOfAny('@', '?') < 0 ? expression : expression.Replace("@", "", StringComparison.Ordinal).Replace("?.", ".", StringComparison.Ordinal);

}
