using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace CfGen.Infrastructure;

// The body. JSON, texts and forms are written at once, so that what the caller changes later is not sent, and so that they can be sent
// twice; streams, files and lines are read while they are sent.
public sealed partial class ApiCall
{
    /// <summary>A model as JSON.</summary>
    public ApiCall Json<T>(T? body, bool required, string? mediaType = null, [CallerArgumentExpression(nameof(body))] string name = "")
        where T : class, IJsonModel<T> => Json<T, ModelCodec<T>>(body, required, mediaType, name);

    /// <summary>Any value as JSON.</summary>
    public ApiCall Json<T, TCodec>(T? body, bool required, string? mediaType = null, [CallerArgumentExpression(nameof(body))] string name = "")
        where TCodec : struct, IJsonCodec<T>
    {
        if (body is null or JsonElement { ValueKind: JsonValueKind.Undefined })
            return Absent(BodyArgument(name), required);
        try
        {
            Validate(body, name);
            if (_violations is null) // what breaks the document need not be writable
                _body = JsonBody.Write<T, TCodec>(body);
            _mediaType = mediaType;
        }
#pragma warning disable CA1031 // Whatever a caller's own list or map throws arrives through the task, as everything does.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _fault ??= e;
        }

        return this;
    }

    /// <summary>A text as it is, in UTF-8.</summary>
    public ApiCall Text(string? body, bool required, string mediaType, string at = "", int minLength = 0, int maxLength = int.MaxValue, StringPattern? pattern = null, StringFormat format = StringFormat.None, [CallerArgumentExpression(nameof(body))] string name = "")
    {
        if (body is null)
            return Absent(BodyArgument(name), required);
        Violations.String(ref _violations, BodyArgument(name) with { At = at }, body, minLength, maxLength, pattern, format);
        _body = Encoding.UTF8.GetBytes(body);
        _mediaType = mediaType.StartsWith("text/", StringComparison.OrdinalIgnoreCase) && !mediaType.Contains(';', StringComparison.Ordinal) ? mediaType + "; charset=utf-8" : mediaType;
        return this;
    }

    /// <summary>A stream, read from where it stands while it is sent; it stays open.</summary>
    public ApiCall Stream(Stream? body, bool required, string mediaType, [CallerArgumentExpression(nameof(body))] string name = "")
    {
        if (body is null)
            return Absent(BodyArgument(name), required);
        if (!body.CanRead)
            (_violations ??= new()).Add(BodyArgument(name), "readable", "cannot be read");
        else
            Attempt(() => _source = new StreamBody(new StreamSource(body), mediaType));
        return this;
    }

    /// <summary>Lines of JSON, written as the sequence gives its items, each checked before it is written.</summary>
    public ApiCall JsonLines<T, TCodec>(IAsyncEnumerable<T>? body, bool required, string mediaType, [CallerArgumentExpression(nameof(body))] string name = "")
        where TCodec : struct, IJsonCodec<T>
    {
        if (body is null)
            return Absent(BodyArgument(name), required);
        _source = new JsonLinesBody<T, TCodec>(body, mediaType, item => CheckLine(item, name));
        return this;
    }

    /// <summary>Names and values, as an HTML form sends them.</summary>
    public ApiCall Form<T>(T? body, bool required, [CallerArgumentExpression(nameof(body))] string name = "")
        where T : class, IFormModel
    {
        if (body is null)
            return Absent(BodyArgument(name), required);
        Validate(body, name);
        if (_violations is not null)
            return this;
        _mediaType = "application/x-www-form-urlencoded";
        Attempt(() => _body = FormWriter.Bytes(body));
        return this;
    }

    /// <summary>Parts of a media type each.</summary>
    public ApiCall Multipart<T>(T? body, bool required, [CallerArgumentExpression(nameof(body))] string name = "")
        where T : class, IMultipartModel
    {
        if (body is null)
            return Absent(BodyArgument(name), required);
        Validate(body, name);
        if (_violations is null)
            Attempt(() => _source = MultipartBody.Of(body));
        return this;
    }

    private static Argument BodyArgument(string name) => new(CSharpName(name), "body", "body", "", "");

    private void Attempt(Action make)
    {
        try
        {
            make();
        }
#pragma warning disable CA1031 // as with JSON
        catch (Exception e)
#pragma warning restore CA1031
        {
            _fault ??= e;
        }
    }

    private void CheckLine(object item, string name)
    {
        if (item is not IValidatable one)
            return;
        var validator = new BodyValidator(CSharpName(name), null);
        one.Validate(validator);
        if (validator.Found is { } found)
            throw new ApiValidationException(Operation.Id, found.All);
    }

    private void Validate(object body, string name, string wire = "body", string location = "body")
    {
        if (body is not (IValidatable or IReadOnlyList<IValidatable>))
            return;
        var validator = new BodyValidator(CSharpName(name), _violations, wire, location);
        if (body is IValidatable one)
            one.Validate(validator);
        else
            validator.Each((IReadOnlyList<IValidatable>)body, "");
        _violations = validator.Found;
    }
}
