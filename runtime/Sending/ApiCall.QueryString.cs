using System.Runtime.CompilerServices;
using System.Text.Json;

namespace CfGen.Infrastructure;

// A parameter that is all of the query (OpenAPI 3.2, `in: querystring`): its name is for messages only.
public sealed partial class ApiCall
{
    /// <summary>A text that is the whole query.</summary>
    public ApiCall QueryString(string wire, string? value, string at, bool required, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value is null)
            return Absent(new Argument(CSharpName(name), wire, "query", at), required);
        EndPath();
        _url.Nameless(value);
        return this;
    }

    /// <summary>A value whose JSON is the whole query.</summary>
    public ApiCall QueryStringJson<T, TCodec>(string wire, T? value, string at, bool required, [CallerArgumentExpression(nameof(value))] string name = "")
        where TCodec : struct, IJsonCodec<T>
    {
        using JsonDocument? json = Parse<T, TCodec>(new Argument(CSharpName(name), wire, "query", at), value, required);
        if (json is null)
            return this;
        EndPath();
        _url.Nameless(json.RootElement.GetRawText());
        return this;
    }

    /// <summary>An object whose properties are the query's parameters, as an HTML form sends them.</summary>
    public ApiCall QueryStringForm<T, TCodec>(string wire, T? value, string at, bool required, [CallerArgumentExpression(nameof(value))] string name = "")
        where TCodec : struct, IJsonCodec<T>
    {
        using JsonDocument? json = Parse<T, TCodec>(new Argument(CSharpName(name), wire, "query", at), value, required);
        if (json?.RootElement is not { ValueKind: JsonValueKind.Object } form)
            return this;
        EndPath();
        foreach (JsonProperty property in form.EnumerateObject())
            StyledText.AppendToForm(ref _url, property.Name, property.Value, QueryStyle.Json);
        return this;
    }
}
