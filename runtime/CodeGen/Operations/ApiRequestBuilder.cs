using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using CfGen.Pipeline;
using CfGen.Pipeline.Parameters;
using CfGen.Serialization;
using CfGen.Validation;

namespace CfGen.CodeGen;

/// <summary>
/// Collects the parameters and the body of one request and sends it. Nothing here throws before the task of the call: violations and
/// exceptions are collected and thrown by it, all violations in one <see cref="ApiValidationException"/>.
/// Path parameters come first, in the order of the template.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class ApiRequestBuilder
{
    // Used again by the next request of the thread: a builder is done before its request is sent.
    [ThreadStatic]
    private static ApiRequestBuilder? s_idle;

    private ApiConnection _connection = ApiConnection.None;
    private ApiOperationInfo _operation = null!;
    private RequestOptions? _options;
    private readonly PatternChecks _patterns = new(isDeferring: true);
    private ParameterWriter _parameters;
    private RequestBody? _body;
    private StreamRequest? _stream;
    private Violations? _violations;
    private Exception? _exception;

    private ApiRequestBuilder() { }

    internal static ApiRequestBuilder Create(ApiConnection connection, ApiOperationInfo operation, RequestOptions? options)
    {
        ApiRequestBuilder builder = s_idle ?? new ApiRequestBuilder();
        s_idle = null; // a caller's own collection may start another request while this one is built
        builder._connection = connection;
        builder._operation = operation;
        builder._options = options;
        builder._patterns.Start(connection.Settings?.TimeProvider ?? TimeProvider.System);
        builder._parameters = new ParameterWriter(operation.PathTemplate, connection.GetBaseUrl(operation));
        return builder;
    }

    // Bodies. JSON, texts and forms are written at once, so that later changes of the caller's objects are not sent, and so that they can
    // be sent twice; streams, files and lines are read while they are sent.

    /// <summary>Sets a model as the JSON body.</summary>
    public ApiRequestBuilder WithJsonBody<T>(
        T? body,
        bool required,
        string? mediaType = null,
        [CallerArgumentExpression(nameof(body))] string expression = ""
    )
        where T : class, IJsonModel<T> => WithJsonBody<T, ModelCodec<T>>(body, required, mediaType, expression);

    /// <summary>Sets any value as the JSON body.</summary>
    public ApiRequestBuilder WithJsonBody<T, TCodec>(
        T? body,
        bool required,
        string? mediaType = null,
        [CallerArgumentExpression(nameof(body))] string expression = ""
    )
        where TCodec : struct, IValueCodec<T>
    {
        try
        {
            if (body is null or JsonElement { ValueKind: JsonValueKind.Undefined })
                return required || _stream is not { Value: true } ? WithoutBody(required, expression) : SetJsonBody("{}"u8.ToArray());
            if (IsValid(body, expression))
                SetJsonBody(JsonBodySerializer.Serialize<T, TCodec>(body, _connection.SerializerOptions));
        }
#pragma warning disable CA1031 // An exception of the caller's own collection is thrown by the task of the call, as every other.
        catch (Exception e)
#pragma warning restore CA1031
        {
            AddException(e, CreateBodyArgument(expression));
        }

        return this;

        ApiRequestBuilder SetJsonBody(byte[] json)
        {
            if (_stream is not { } stream)
                _body = new BufferedBody(json, mediaType);
            else if (stream.Apply(json) is { } changed)
                _body = new BufferedBody(changed, mediaType);
            else
                AddStreamViolation(stream, expression);
            return this;
        }
    }

    /// <summary>Sets any JSON as the body; an empty object if there is none.</summary>
    public ApiRequestBuilder WithFreeFormBody(JsonElement? body, string? mediaType = null)
    {
        if (body is { ValueKind: not JsonValueKind.Undefined } json)
            return WithJsonBody<JsonElement, JsonElementCodec>(json, true, mediaType, nameof(body));
        _body = new BufferedBody("{}"u8.ToArray(), mediaType);
        return this;
    }

    /// <summary>Sets the value that the member <c>stream</c> of the body must have. It is called before the body is set.</summary>
    /// <param name="value">True if the response is read as a stream.</param>
    /// <param name="isSent">True to send the value where the body has none.</param>
    public ApiRequestBuilder WithStream(bool value, bool isSent = true)
    {
        _stream = new StreamRequest(value, isSent);
        return this;
    }

    /// <summary>Sets a text as the body, in UTF-8.</summary>
    public ApiRequestBuilder WithTextBody(
        string? body,
        bool required,
        string mediaType,
        string schemaPointer = "",
        int minLength = 0,
        int maxLength = int.MaxValue,
        StringPattern? pattern = null,
        StringFormat format = StringFormat.None,
        [CallerArgumentExpression(nameof(body))] string expression = ""
    )
    {
        if (body is null)
            return WithoutBody(required, expression);
        new StringRules(minLength, maxLength, pattern, format).CheckAndReport(
            ref _violations,
            CreateBodyArgument(expression) with
            {
                SchemaPointer = schemaPointer,
            },
            body,
            _patterns
        );
        bool needsCharset =
            mediaType.StartsWith("text/", StringComparison.OrdinalIgnoreCase) && !mediaType.Contains(';', StringComparison.Ordinal);
        _body = new BufferedBody(Encoding.UTF8.GetBytes(body), needsCharset ? mediaType + "; charset=utf-8" : mediaType);
        return this;
    }

    /// <summary>Sets a stream as the body. It is read from its position while it is sent, and stays open.</summary>
    public ApiRequestBuilder WithStreamBody(
        Stream? body,
        bool required,
        string mediaType,
        [CallerArgumentExpression(nameof(body))] string expression = ""
    )
    {
        if (body is null)
            return WithoutBody(required, expression);
        if (body.CanRead)
            return SetBody(() => new StreamBody(new StreamSource(body), mediaType), expression);
        (_violations ??= new()).Add(CreateBodyArgument(expression), "readable", "cannot be read");
        return this;
    }

    /// <summary>Sets lines of JSON as the body. Each item is validated and written when the sequence returns it.</summary>
    public ApiRequestBuilder WithJsonLinesBody<T, TCodec>(
        IAsyncEnumerable<T>? body,
        bool required,
        string mediaType,
        [CallerArgumentExpression(nameof(body))] string expression = ""
    )
        where TCodec : struct, IValueCodec<T>
    {
        if (body is null)
            return WithoutBody(required, expression);
        var lines = new JsonLineSerializer<T, TCodec>(CreateBodyArgument(expression), _operation.Id, _connection.SerializerOptions);
        _body = new JsonLinesBody<T>(body, mediaType, lines.Serialize);
        return this;
    }

    /// <summary>Sets names and values as the body, as an HTML form sends them.</summary>
    public ApiRequestBuilder WithFormBody<T>(T? body, bool required, [CallerArgumentExpression(nameof(body))] string expression = "")
        where T : class, IFormModel
    {
        if (body is null)
            return WithoutBody(required, expression);
        return IsValid(body, expression)
            ? SetBody(() => new BufferedBody(FormWriter.Serialize(body, _connection), "application/x-www-form-urlencoded"), expression)
            : this;
    }

    /// <summary>Sets parts with a media type each as the body.</summary>
    public ApiRequestBuilder WithMultipartBody<T>(T? body, bool required, [CallerArgumentExpression(nameof(body))] string expression = "")
        where T : class, IMultipartModel
    {
        if (body is null)
            return WithoutBody(required, expression);
        if (!IsValid(body, expression))
            return this;
        SetBody(() => MultipartBody.Create(body, _stream, _connection.SerializerOptions), expression);
        if (_stream is { } stream && _body is null && _exception is null && _violations is null)
            AddStreamViolation(stream, expression);
        return this;
    }

    /// <summary>Completes the request and gives the builder back: it must not be used again.</summary>
    private ApiRequest Build()
    {
        string url = "";
        try
        {
            if (_connection.Settings is { } settings)
                HeaderValidator.Check(ref _violations, _connection, settings, _options, _parameters.Headers);
            url = _parameters.Complete(_connection.Settings, _options);
        }
#pragma warning disable CA1031 // The options hold dictionaries of the caller's own choice.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _exception ??= e;
        }

        Exception? error = _violations is null ? _exception : new ApiValidationException(_operation.Id, _violations.All);
        var request = new ApiRequest(_connection, _operation, _options, url, _parameters.Headers, _body, error)
        {
            PendingPatterns = _patterns.TakePending(),
        };
        _connection = ApiConnection.None;
        _operation = null!;
        _options = null;
        _parameters = default;
        _body = null;
        _stream = null;
        _violations = null;
        _exception = null;
        s_idle = this;
        return request;
    }

    /// <summary>Gets the argument's expression without the @ of keywords and the ? of <c>parameters?.Page</c>.</summary>
    private static string GetArgumentName(string expression) =>
        expression.AsSpan().IndexOfAny('@', '?') < 0
            ? expression
            : expression.Replace("@", "", StringComparison.Ordinal).Replace("?.", ".", StringComparison.Ordinal);

    private static Argument CreateBodyArgument(string expression) => new(GetArgumentName(expression), "body", "body", "", "");

    private ApiRequestBuilder WithoutBody(bool required, string expression)
    {
        if (required)
            (_violations ??= new()).Add(CreateBodyArgument(expression), "required", "is required");
        return this;
    }

    private void AddStreamViolation(StreamRequest stream, string expression) =>
        (_violations ??= new()).Add(
            new Argument(GetArgumentName(expression) + ".Stream", StreamRequest.Name, "body", "", "/" + StreamRequest.Name),
            StreamRequest.Name,
            stream.Contradiction
        );

    private ApiRequestBuilder SetBody(Func<RequestBody?> create, string expression)
    {
        try
        {
            _body = create();
        }
#pragma warning disable CA1031 // as with JSON
        catch (Exception e)
#pragma warning restore CA1031
        {
            AddException(e, CreateBodyArgument(expression));
        }

        return this;
    }

    private void AddException(Exception exception, in Argument argument)
    {
        if (exception is UnsetEnumException unset)
            unset.Report(ref _violations, argument);
        else
            _exception ??= exception;
    }

    /// <summary>Checks the keys of a body that is a map. It is called before the body is set.</summary>
    public ApiRequestBuilder CheckKeys<T>(
        IReadOnlyDictionary<string, T>? body,
        string schemaPointer,
        int minLength = 0,
        int maxLength = int.MaxValue,
        StringPattern? pattern = null,
        StringFormat format = StringFormat.None,
        string? names = null,
        [CallerArgumentExpression(nameof(body))] string expression = ""
    )
    {
        try
        {
            var validator = new BodyValidator(GetArgumentName(expression), _violations, _patterns);
            validator.Keys(null, body, schemaPointer, minLength, maxLength, pattern, format, names);
            _violations = validator.FoundViolations;
        }
#pragma warning disable CA1031 // An exception of the caller's own collection is thrown by the task of the call, as every other.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _exception ??= e;
        }

        return this;
    }

    /// <summary>Validates a body. A request with violations is not sent, and an invalid value need not be writable.</summary>
    private bool IsValid(object body, string expression)
    {
        Validate(body, expression, "body", "body");
        return _violations is null;
    }

    private void Validate(object value, string expression, string name, string location)
    {
        if (value is not (IValidatable or IReadOnlyList<IValidatable>))
            return;
        var validator = new BodyValidator(GetArgumentName(expression), _violations, _patterns, name, location);
        if (value is IValidatable model)
            model.Validate(validator);
        else
            validator.ValidateItems((IReadOnlyList<IValidatable>)value, "");
        _violations = validator.FoundViolations;
    }

    /// <summary>Writes a value as JSON after checking it; null if it breaks a rule, since such a value need not be writable.</summary>
    private JsonDocument? ToJsonDocument<T, TCodec>(in Argument argument, T value)
        where TCodec : struct, IValueCodec<T>
    {
        try
        {
            int count = _violations?.All.Count ?? 0;
            Validate(value!, argument.Expression, argument.Name, argument.Location);
            return (_violations?.All.Count ?? 0) == count
                ? StyleWriter.ToJsonDocument<T, TCodec>(value, _connection.SerializerOptions)
                : null;
        }
#pragma warning disable CA1031 // An exception of the caller's own collection is thrown by the task of the call, as every other.
        catch (Exception e)
#pragma warning restore CA1031
        {
            AddException(e, argument);
            return null;
        }
    }
}
