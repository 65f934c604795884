using System.ComponentModel;
using CfGen.Pipeline.Parameters;
using CfGen.Serialization;
using CfGen.Validation;

namespace CfGen.CodeGen;

/// <summary>
/// One call in the making and under way. Nothing here throws before the task of its end: violations and faults are gathered
/// and arrive through it, all violations of a call in one <see cref="ApiValidationException"/>.
/// Path parameters come first, in the order of the template.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class ApiRequestBuilder
{
    private readonly RequestOptions? _options;
    private UrlBuilder _url;
    private int _pathIndex;
    private string[]? _pathValues;
    private List<KeyValuePair<string, string>>? _headers;
    private List<KeyValuePair<string, string>>? _cookies;
    private byte[]? _body;
    private string? _mediaType;
    private RequestBody? _streamedBody;
    private Violations? _violations;
    private Exception? _exception;

    internal ApiRequestBuilder(ApiConnection connection, ApiOperationInfo operation, RequestOptions? options)
    {
        Connection = connection;
        Operation = operation;
        _options = options;
        if (BaseUrl is { } url)
            _url.Append(url);
    }

    private ApiRequestBuilder(ApiRequestBuilder template, string url)
    {
        Connection = template.Connection;
        Operation = template.Operation;
        _options = template._options;
        _headers = template._headers;
        _cookies = template._cookies;
        _body = template._body;
        _mediaType = template._mediaType;
        _streamedBody = template._streamedBody;
        _violations = template._violations;
        _exception = template._exception;
        _urlText = url;
    }

    internal ApiConnection Connection { get; }

    internal ApiOperationInfo Operation { get; }

    /// <summary>What the path stands behind: the operation's own server, unless the client was given a URL for all of them; null where neither is known.</summary>
    private string? BaseUrl =>
        Connection.Settings is { } settings ? (settings.UsesDocumentBaseUrl ? Operation.ServerUrl : null) ?? settings.BaseUrl : null;

    /// <summary>Method, template and id: how messages and logs name the call. Never the URL, which holds values.</summary>
    internal string Describe() => $"{Operation.Method.Method} {Operation.Path} ({Operation.Id})";

    private Argument CreatePathArgument(string name, string at)
    {
        string[] names = Operation.PathTemplate.Names;
        return new Argument(GetArgumentName(name), _pathIndex < names.Length ? names[_pathIndex] : name, "path", at);
    }

    /// <summary>Puts a value, encoded unless it is already, where the template has the next parameter.</summary>
    private ApiRequestBuilder AppendPath(string value, bool encoded = false)
    {
        PathTemplate template = Operation.PathTemplate;
        int index = _pathIndex++;
        if (index >= template.Names.Length)
            return this;
        _url.Append(template.Literals[index]);
        int start = _url.Length;
        if (encoded)
            _url.Append(value);
        else
            _url.AppendEncoded(value);
        if (template.RepeatedNames is { } repeats)
        {
            (_pathValues ??= new string[template.Names.Length])[index] = _url.Slice(start);
            AppendRepeatedNames(template, repeats, _pathValues);
        }

        return this;
    }

    /// <summary>Parameters that come now and have had their value further up in the path have it again.</summary>
    private void AppendRepeatedNames(PathTemplate template, Dictionary<int, int> repeats, string[] values)
    {
        for (; repeats.TryGetValue(_pathIndex, out int before); _pathIndex++)
        {
            _url.Append(template.Literals[_pathIndex]);
            _url.Append(values[before]);
        }
    }

    /// <summary>Ends the path, before the first query parameter.</summary>
    private void CompletePath()
    {
        PathTemplate template = Operation.PathTemplate;
        if (_pathIndex < template.Literals.Length)
        {
            _url.Append(template.Literals[_pathIndex]);
            if (template.HasQuery)
                _url.MarkQueryStarted();
        }

        _pathIndex = template.Literals.Length;
    }

    private void AppendQuery(string wire, string value)
    {
        CompletePath();
        _url.AppendParameter(wire, value);
    }

    private void AppendParameter(in Argument argument, string value)
    {
        if (argument.Location == "query")
            AppendQuery(argument.Name, value);
        else if (HeaderFormat.IsValidValue(value))
            (argument.Location == "cookie" ? _cookies ??= [] : _headers ??= []).Add(new(argument.Name, value));
        else
            (_violations ??= new()).Add(argument, "header value", "has a control character, which a header cannot carry");
    }

    private void AddMissingViolation(in Argument argument) => (_violations ??= new()).Add(argument, "required", "is required");

    /// <summary>The argument's expression as people know it: without the @ of keywords and the ? of <c>parameters?.Page</c>.</summary>
    private static string GetArgumentName(string expression) =>
        expression.AsSpan().IndexOfAny('@', '?') < 0
            ? expression
            : expression.Replace("@", "", StringComparison.Ordinal).Replace("?.", ".", StringComparison.Ordinal);
}
