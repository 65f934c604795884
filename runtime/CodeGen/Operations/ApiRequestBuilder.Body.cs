using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using CfGen.Serialization;
using CfGen.Validation;

namespace CfGen.CodeGen;

// The body. JSON, texts and forms are written at once, so that what the caller changes later is not sent, and so that they can be sent
// twice; streams, files and lines are read while they are sent.
public sealed partial class ApiRequestBuilder
{
    /// <summary>A model as JSON.</summary>
    public ApiRequestBuilder WithJsonBody<T>(
        T? body,
        bool required,
        string? mediaType = null,
        [CallerArgumentExpression(nameof(body))] string name = ""
    )
        where T : class, IJsonModel<T> => WithJsonBody<T, ModelCodec<T>>(body, required, mediaType, name);

    /// <summary>Any value as JSON.</summary>
    public ApiRequestBuilder WithJsonBody<T, TCodec>(
        T? body,
        bool required,
        string? mediaType = null,
        [CallerArgumentExpression(nameof(body))] string name = ""
    )
        where TCodec : struct, IJsonCodec<T>
    {
        if (body is null or JsonElement { ValueKind: JsonValueKind.Undefined })
            return SkipAbsent(CreateBodyArgument(name), required);
        try
        {
            ValidateBody(body, name);
            if (_violations is null) // what breaks the document need not be writable
                _body = JsonBodySerializer.Serialize<T, TCodec>(body);
            _mediaType = mediaType;
        }
#pragma warning disable CA1031 // Whatever a caller's own list or map throws arrives through the task, as everything does.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _exception ??= e;
        }

        return this;
    }

    /// <summary>A text as it is, in UTF-8.</summary>
    public ApiRequestBuilder WithTextBody(
        string? body,
        bool required,
        string mediaType,
        string at = "",
        int minLength = 0,
        int maxLength = int.MaxValue,
        StringPattern? pattern = null,
        StringFormat format = StringFormat.None,
        [CallerArgumentExpression(nameof(body))] string name = ""
    )
    {
        if (body is null)
            return SkipAbsent(CreateBodyArgument(name), required);
        Violations.CheckString(
            ref _violations,
            CreateBodyArgument(name) with
            {
                SchemaPointer = at,
            },
            body,
            minLength,
            maxLength,
            pattern,
            format
        );
        _body = Encoding.UTF8.GetBytes(body);
        _mediaType =
            mediaType.StartsWith("text/", StringComparison.OrdinalIgnoreCase) && !mediaType.Contains(';', StringComparison.Ordinal)
                ? mediaType + "; charset=utf-8"
                : mediaType;
        return this;
    }

    /// <summary>A stream, read from where it stands while it is sent; it stays open.</summary>
    public ApiRequestBuilder WithStreamBody(
        Stream? body,
        bool required,
        string mediaType,
        [CallerArgumentExpression(nameof(body))] string name = ""
    )
    {
        if (body is null)
            return SkipAbsent(CreateBodyArgument(name), required);
        if (!body.CanRead)
            (_violations ??= new()).Add(CreateBodyArgument(name), "readable", "cannot be read");
        else
            CaptureException(() => _streamedBody = new StreamBody(new StreamSource(body), mediaType));
        return this;
    }

    /// <summary>Lines of JSON, written as the sequence gives its items, each checked before it is written.</summary>
    public ApiRequestBuilder WithJsonLinesBody<T, TCodec>(
        IAsyncEnumerable<T>? body,
        bool required,
        string mediaType,
        [CallerArgumentExpression(nameof(body))] string name = ""
    )
        where TCodec : struct, IJsonCodec<T>
    {
        if (body is null)
            return SkipAbsent(CreateBodyArgument(name), required);
        _streamedBody = new JsonLinesBody<T, TCodec>(body, mediaType, item => ValidateLine(item, name));
        return this;
    }

    /// <summary>Names and values, as an HTML form sends them.</summary>
    public ApiRequestBuilder WithFormBody<T>(T? body, bool required, [CallerArgumentExpression(nameof(body))] string name = "")
        where T : class, IFormModel
    {
        if (body is null)
            return SkipAbsent(CreateBodyArgument(name), required);
        ValidateBody(body, name);
        if (_violations is not null)
            return this;
        _mediaType = "application/x-www-form-urlencoded";
        CaptureException(() => _body = FormWriter.Serialize(body));
        return this;
    }

    /// <summary>Parts of a media type each.</summary>
    public ApiRequestBuilder WithMultipartBody<T>(T? body, bool required, [CallerArgumentExpression(nameof(body))] string name = "")
        where T : class, IMultipartModel
    {
        if (body is null)
            return SkipAbsent(CreateBodyArgument(name), required);
        ValidateBody(body, name);
        if (_violations is null)
            CaptureException(() => _streamedBody = MultipartBody.Create(body));
        return this;
    }

    private static Argument CreateBodyArgument(string name) => new(GetArgumentName(name), "body", "body", "", "");

    private void CaptureException(Action make)
    {
        try
        {
            make();
        }
#pragma warning disable CA1031 // as with JSON
        catch (Exception e)
#pragma warning restore CA1031
        {
            _exception ??= e;
        }
    }

    private void ValidateLine(object item, string name)
    {
        if (item is not IValidatable one)
            return;
        var validator = new BodyValidator(GetArgumentName(name), null);
        one.Validate(validator);
        if (validator.FoundViolations is { } found)
            throw new ApiValidationException(Operation.Id, found.All);
    }

    private void ValidateBody(object body, string name, string wire = "body", string location = "body")
    {
        if (body is not (IValidatable or IReadOnlyList<IValidatable>))
            return;
        var validator = new BodyValidator(GetArgumentName(name), _violations, wire, location);
        if (body is IValidatable one)
            one.Validate(validator);
        else
            validator.ValidateItems((IReadOnlyList<IValidatable>)body, "");
        _violations = validator.FoundViolations;
    }
}
