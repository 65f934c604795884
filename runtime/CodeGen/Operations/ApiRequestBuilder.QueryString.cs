using System.Runtime.CompilerServices;
using System.Text.Json;
using CfGen.Pipeline.Parameters;
using CfGen.Validation;

namespace CfGen.CodeGen;

// A parameter that is all of the query (OpenAPI 3.2, `in: querystring`): its name is for messages only.
public sealed partial class ApiRequestBuilder
{
    /// <summary>A text that is the whole query.</summary>
    public ApiRequestBuilder QueryString(
        string wire,
        string? value,
        string at,
        bool required,
        [CallerArgumentExpression(nameof(value))] string name = ""
    )
    {
        if (value is null)
            return SkipAbsent(new Argument(GetArgumentName(name), wire, "query", at), required);
        CompletePath();
        _url.AppendUnnamed(value);
        return this;
    }

    /// <summary>A value whose JSON is the whole query.</summary>
    public ApiRequestBuilder QueryStringJson<T, TCodec>(
        string wire,
        T? value,
        string at,
        bool required,
        [CallerArgumentExpression(nameof(value))] string name = ""
    )
        where TCodec : struct, IJsonCodec<T>
    {
        using JsonDocument? json = ToJsonDocument<T, TCodec>(new Argument(GetArgumentName(name), wire, "query", at), value, required);
        if (json is null)
            return this;
        CompletePath();
        _url.AppendUnnamed(json.RootElement.GetRawText());
        return this;
    }

    /// <summary>An object whose properties are the query's parameters, as an HTML form sends them.</summary>
    public ApiRequestBuilder QueryStringForm<T, TCodec>(
        string wire,
        T? value,
        string at,
        bool required,
        [CallerArgumentExpression(nameof(value))] string name = ""
    )
        where TCodec : struct, IJsonCodec<T>
    {
        using JsonDocument? json = ToJsonDocument<T, TCodec>(new Argument(GetArgumentName(name), wire, "query", at), value, required);
        if (json?.RootElement is not { ValueKind: JsonValueKind.Object } form)
            return this;
        CompletePath();
        foreach (JsonProperty property in form.EnumerateObject())
            StyleFormatter.AppendToForm(ref _url, property.Name, property.Value, QueryStyle.Json);
        return this;
    }
}
