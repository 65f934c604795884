using System.ComponentModel;
using System.Text;
using System.Text.Json;
using CfGen.Pipeline.Parameters;

namespace CfGen.CodeGen;

/// <summary>A body of names and values, as an HTML form sends them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IFormModel
{
    /// <summary>Writes each value that is there.</summary>
    void Write(FormWriter w);
}

/// <summary>Writes a body as <c>application/x-www-form-urlencoded</c>: lists repeat the name, objects are JSON, unless the document says another style.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FormWriter
{
    private UrlBuilder _pairs;

    internal FormWriter() { }

    /// <summary>A value; null is not sent.</summary>
    public void Value<T, TCodec>(string name, T value, QueryStyle style = QueryStyle.Json)
        where TCodec : struct, IJsonCodec<T>
    {
        using JsonDocument? json = StyleFormatter.ToJsonDocument<T, TCodec>(value);
        if (json?.RootElement is { } element)
            StyleFormatter.AppendToForm(ref _pairs, name, element, style);
    }

    /// <summary>Values by their names.</summary>
    public void Values<T, TCodec>(IReadOnlyDictionary<string, T>? values)
        where TCodec : struct, IJsonCodec<T>
    {
        if (values is null)
            return;
        foreach ((string name, T value) in values)
            Value<T, TCodec>(name, value);
    }

    internal static byte[] Serialize(IFormModel form)
    {
        var writer = new FormWriter();
        try
        {
            form.Write(writer);
            string pairs = writer._pairs.ToString();
            return Encoding.ASCII.GetBytes(pairs.Length == 0 ? pairs : pairs[1..]); // a URL's query begins with a question mark
        }
        finally
        {
            writer._pairs.Release();
        }
    }
}
