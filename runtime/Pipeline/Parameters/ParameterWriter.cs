using System.Text.Json;
using CfGen.CodeGen;
using CfGen.Pipeline.Responses;
using CfGen.Validation;

namespace CfGen.Pipeline.Parameters;

/// <summary>
/// Writes parameters to their location: path and query to the URL, headers and cookies to a list.
/// Path parameters come first, in the order of the template.
/// </summary>
internal struct ParameterWriter
{
    private readonly PathTemplate _template;
    private UrlBuilder _url;
    private string[]? _pathValues;
    private int _pathIndex;

    public ParameterWriter(PathTemplate template, string? baseUrl)
    {
        _template = template;
        if (baseUrl is not null)
            _url.Append(baseUrl);
    }

    /// <summary>The headers and cookies; null if there are none.</summary>
    public List<HeaderParameter>? Headers { get; private set; }

    /// <summary>True if the query values that follow keep reserved characters such as <c>/</c>.</summary>
    public bool AllowReserved
    {
        readonly get => _url.AllowReserved;
        set => _url.AllowReserved = value;
    }

    /// <summary>Gets the location as <see cref="ApiViolation.Location"/> names it.</summary>
    public static string GetLocationName(ParameterLocation location) =>
        location switch
        {
            ParameterLocation.Path => "path",
            ParameterLocation.Header => "header",
            ParameterLocation.Cookie => "cookie",
            _ => "query",
        };

    /// <summary>Writes a text, or reports that a required one is missing.</summary>
    public void Write(ref Violations? violations, ParameterLocation location, in Argument argument, string? text, bool required)
    {
        if (text is null && required)
            (violations ??= new()).Add(argument, "required", location == ParameterLocation.Path ? "is required, not null" : "is required");
        if (location == ParameterLocation.Path)
            AppendPath(text ?? "", isEncoded: false);
        else if (text is not null)
            Append(ref violations, location, argument, text);
    }

    /// <summary>Writes a list of texts.</summary>
    public void WriteList(
        ref Violations? violations,
        ParameterLocation location,
        in Argument argument,
        string[] items,
        ParameterStyle style,
        bool explode
    )
    {
        if (location is ParameterLocation.Header or ParameterLocation.Cookie)
        {
            Append(ref violations, location, argument, string.Join(ParameterStyleRules.Get(style).PlainDelimiter, items));
            return;
        }

        CompletePath();
        StyleWriter.AppendToQuery(ref _url, style, explode, argument.Name, items);
    }

    /// <summary>Writes an object, a list or a scalar that is JSON.</summary>
    public void WriteJson(
        ref Violations? violations,
        ParameterLocation location,
        in Argument argument,
        JsonElement value,
        ParameterStyle style,
        bool explode
    )
    {
        switch (location)
        {
            case ParameterLocation.Path:
                AppendPath(StyleWriter.FormatEncoded(style, explode, argument.Name, value), isEncoded: true);
                break;
            case ParameterLocation.Query:
                CompletePath();
                StyleWriter.AppendToQuery(ref _url, style, explode, argument.Name, value);
                break;
            case ParameterLocation.QueryString when style != ParameterStyle.Json:
                AppendForm(value);
                break;
            default:
                string text = StyleWriter.Format(style, explode, argument.Name, value);
                Append(
                    ref violations,
                    location,
                    argument,
                    style == ParameterStyle.Json && location == ParameterLocation.Header ? HeaderFormat.EscapeJson(text) : text
                );
                break;
        }
    }

    /// <summary>
    /// Writes the path to its end and the query parameters of the client and of the call, and gives the URL. Returns the pooled buffer.
    /// </summary>
    public string Complete(ConnectionSettings? settings, RequestOptions? options)
    {
        CompletePath();
        foreach ((string name, string value) in settings?.Query ?? [])
            _url.AppendParameter(name, value);
        if (options?.QueryOrNull is { } query)
        {
            foreach ((string name, string value) in query)
                _url.AppendParameter(name, value);
        }

        string url = _url.ToString();
        _url.Release();
        return url;
    }

    private void Append(ref Violations? violations, ParameterLocation location, in Argument argument, string text)
    {
        switch (location)
        {
            case ParameterLocation.Query:
                CompletePath();
                _url.AppendParameter(argument.Name, text);
                break;
            case ParameterLocation.QueryString:
                CompletePath();
                _url.AppendUnnamed(text);
                break;
            case var _ when !IsValidName(location, argument.Name):
                string name = StatusMessage.ToSingleLine(argument.Name, 60);
                (violations ??= new()).Add(
                    argument with
                    {
                        Name = name,
                    },
                    "header name",
                    "cannot be sent, because HTTP does not allow its name"
                );
                break;
            case var _ when HeaderFormat.IsValidValue(text):
                (Headers ??= []).Add(new(location == ParameterLocation.Cookie, argument.Name, text));
                break;
            default:
                (violations ??= new()).Add(argument, "header value", "has a control character, which a header cannot carry");
                break;
        }
    }

    // Emitted code has only valid names, unless it is older than the check of the generator.
    private static bool IsValidName(ParameterLocation location, string name) =>
        location == ParameterLocation.Cookie ? HeaderFormat.IsValidCookieName(name) : HeaderFormat.IsValidName(name);

    /// <summary>Writes the properties of an object as the parameters of the query, as an HTML form sends them.</summary>
    private void AppendForm(JsonElement value)
    {
        CompletePath();
        if (value.ValueKind != JsonValueKind.Object)
            return;
        foreach (JsonProperty property in value.EnumerateObject())
            StyleWriter.AppendToForm(ref _url, ParameterStyle.Json, explode: false, property.Name, property.Value);
    }

    /// <summary>Writes a value to the next parameter of the template.</summary>
    private void AppendPath(string value, bool isEncoded)
    {
        int index = _pathIndex++;
        if (index >= _template.Names.Length)
            return;
        _url.Append(_template.Literals[index]);
        int start = _url.Length;
        if (_template.QuotedNames?.Contains(index) == true)
            value = isEncoded
                ? value.Replace("%27", "%27%27", StringComparison.Ordinal)
                : value.Replace("'", "''", StringComparison.Ordinal);
        if (isEncoded)
            _url.Append(value);
        else
            _url.AppendEncoded(value);
        if (_template.RepeatedNames is { } repeats)
        {
            (_pathValues ??= new string[_template.Names.Length])[index] = _url.Slice(start);
            AppendRepeatedNames(repeats, _pathValues);
        }
    }

    /// <summary>Writes the value of a name again wherever the template repeats it.</summary>
    private void AppendRepeatedNames(Dictionary<int, int> repeats, string[] values)
    {
        for (; repeats.TryGetValue(_pathIndex, out int first); _pathIndex++)
        {
            _url.Append(_template.Literals[_pathIndex]);
            _url.Append(values[first]);
        }
    }

    /// <summary>Writes the rest of the path before the first query parameter.</summary>
    private void CompletePath()
    {
        if (_pathIndex < _template.Literals.Length)
        {
            _url.Append(_template.Literals[_pathIndex]);
            if (_template.HasQuery)
                _url.MarkQueryStarted();
        }

        _pathIndex = _template.Literals.Length;
    }
}
