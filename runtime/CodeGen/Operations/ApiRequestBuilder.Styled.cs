using System.Runtime.CompilerServices;
using System.Text.Json;
using CfGen.Pipeline.Parameters;
using CfGen.Validation;

namespace CfGen.CodeGen;

// Parameters that are objects, lists of objects, or styled otherwise than the place's default.
public sealed partial class ApiRequestBuilder
{
    /// <summary>An object or a list in the query.</summary>
    public ApiRequestBuilder QueryObject<T, TCodec>(
        string wire,
        T? value,
        string at,
        bool required,
        QueryStyle style = QueryStyle.FormExplode,
        [CallerArgumentExpression(nameof(value))] string name = ""
    )
        where TCodec : struct, IJsonCodec<T>
    {
        using JsonDocument? json = ToJsonDocument<T, TCodec>(new Argument(GetArgumentName(name), wire, "query", at), value, required);
        if (json is null)
            return this;
        CompletePath();
        StyleFormatter.AppendToQuery(ref _url, wire, json.RootElement, style);
        return this;
    }

    /// <summary>Any value in the query as the text of its JSON.</summary>
    public ApiRequestBuilder QueryJson<T, TCodec>(
        string wire,
        T? value,
        string at,
        bool required,
        [CallerArgumentExpression(nameof(value))] string name = ""
    )
        where TCodec : struct, IJsonCodec<T> =>
        AppendJson<T, TCodec>(new Argument(GetArgumentName(name), wire, "query", at), value, required);

    /// <summary>An object or a list in the header, as <c>a,1,b,2</c> or, exploded, <c>a=1,b=2</c>.</summary>
    public ApiRequestBuilder HeaderObject<T, TCodec>(
        string wire,
        T? value,
        string at,
        bool required,
        bool explode = false,
        [CallerArgumentExpression(nameof(value))] string name = ""
    )
        where TCodec : struct, IJsonCodec<T> =>
        AppendSimple<T, TCodec>(new Argument(GetArgumentName(name), wire, "header", at), value, required, explode);

    /// <summary>Any value in the header as the text of its JSON.</summary>
    public ApiRequestBuilder HeaderJson<T, TCodec>(
        string wire,
        T? value,
        string at,
        bool required,
        [CallerArgumentExpression(nameof(value))] string name = ""
    )
        where TCodec : struct, IJsonCodec<T> =>
        AppendJson<T, TCodec>(new Argument(GetArgumentName(name), wire, "header", at), value, required);

    /// <summary>An object or a list in the cookie, as <c>a,1,b,2</c>.</summary>
    public ApiRequestBuilder CookieObject<T, TCodec>(
        string wire,
        T? value,
        string at,
        bool required,
        bool explode = false,
        [CallerArgumentExpression(nameof(value))] string name = ""
    )
        where TCodec : struct, IJsonCodec<T> =>
        AppendSimple<T, TCodec>(new Argument(GetArgumentName(name), wire, "cookie", at), value, required, explode);

    /// <summary>Any value in the cookie as the text of its JSON.</summary>
    public ApiRequestBuilder CookieJson<T, TCodec>(
        string wire,
        T? value,
        string at,
        bool required,
        [CallerArgumentExpression(nameof(value))] string name = ""
    )
        where TCodec : struct, IJsonCodec<T> =>
        AppendJson<T, TCodec>(new Argument(GetArgumentName(name), wire, "cookie", at), value, required);

    /// <summary>Any value in the path, in one of the path's styles; the rules of strings are those of each text in it.</summary>
    public ApiRequestBuilder PathObject<T, TCodec>(
        T? value,
        string at,
        PathStyle style = PathStyle.Simple,
        bool explode = false,
        int minItems = 0,
        int maxItems = int.MaxValue,
        int minLength = 0,
        int maxLength = int.MaxValue,
        StringPattern? pattern = null,
        StringFormat format = StringFormat.None,
        [CallerArgumentExpression(nameof(value))] string name = ""
    )
        where TCodec : struct, IJsonCodec<T>
    {
        Argument argument = CreatePathArgument(name, at);
        using JsonDocument? json = ToJsonDocument<T, TCodec>(argument, value, required: true);
        if (json is null)
            return AppendPath("");
        JsonElement root = json.RootElement;
        List<string> texts = StyleFormatter.GetItems(root);
        if (root.ValueKind is JsonValueKind.Array)
            ListArgument.CheckCount(ref _violations, argument, texts.Count, minItems, maxItems);
        if (root.ValueKind is not JsonValueKind.Object)
        {
            foreach (string text in texts)
                Violations.CheckString(ref _violations, argument, text, minLength, maxLength, pattern, format);
        }

        if (texts.TrueForAll(t => t.Length == 0))
            (_violations ??= new()).Add(argument, "required", "is empty, which would call another path");
        else if (DotSegments.HasDotSegment(StyleFormatter.FormatSimple(argument.Name, root, style, explode, static t => t)))
            (_violations ??= new()).Add(argument, "path segment", "has a '.' or '..' segment, which would call another path");
        return AppendPath(
            StyleFormatter.FormatSimple(Uri.EscapeDataString(argument.Name), root, style, explode, Uri.EscapeDataString),
            encoded: true
        );
    }

    /// <summary>Any value in the path as the text of its JSON.</summary>
    public ApiRequestBuilder PathJson<T, TCodec>(T? value, string at, [CallerArgumentExpression(nameof(value))] string name = "")
        where TCodec : struct, IJsonCodec<T>
    {
        using JsonDocument? json = ToJsonDocument<T, TCodec>(CreatePathArgument(name, at), value, required: true);
        return AppendPath(json?.RootElement.GetRawText() ?? "");
    }

    private ApiRequestBuilder AppendJson<T, TCodec>(in Argument argument, T? value, bool required)
        where TCodec : struct, IJsonCodec<T>
    {
        using JsonDocument? json = ToJsonDocument<T, TCodec>(argument, value, required);
        if (json is not null)
            AppendParameter(
                argument,
                argument.Location == "header" ? HeaderFormat.EscapeJson(json.RootElement.GetRawText()) : json.RootElement.GetRawText()
            );
        return this;
    }

    private ApiRequestBuilder AppendSimple<T, TCodec>(in Argument argument, T? value, bool required, bool explode)
        where TCodec : struct, IJsonCodec<T>
    {
        using JsonDocument? json = ToJsonDocument<T, TCodec>(argument, value, required);
        if (json is not null)
            AppendParameter(
                argument,
                StyleFormatter.FormatSimple(argument.Name, json.RootElement, PathStyle.Simple, explode, static t => t)
            );
        return this;
    }

    /// <summary>The value, checked, as JSON; null where there is none, or where something is wrong with it.</summary>
    private JsonDocument? ToJsonDocument<T, TCodec>(in Argument argument, T? value, bool required)
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is null)
        {
            SkipAbsent(argument, required);
            return null;
        }

        try
        {
            int found = _violations?.All.Count ?? 0;
            ValidateBody(value, argument.Expression, argument.Name, argument.Location);
            return (_violations?.All.Count ?? 0) == found ? StyleFormatter.ToJsonDocument<T, TCodec>(value) : null; // what breaks the document need not be writable
        }
#pragma warning disable CA1031 // Whatever a caller's own list or map throws arrives through the task, as everything does.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _exception ??= e;
            return null;
        }
    }
}
