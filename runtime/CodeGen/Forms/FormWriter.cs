using System.ComponentModel;
using System.Text;
using System.Text.Json;
using CfGen.Pipeline.Parameters;

namespace CfGen.CodeGen;

/// <summary>
/// Writes a body as <c>application/x-www-form-urlencoded</c>. Lists repeat the name and objects are JSON, unless the document gives
/// another style.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FormWriter
{
    private UrlBuilder _pairs;

    internal FormWriter() { }

    private JsonSerializerOptions? SerializerOptions { get; init; }

    /// <summary>Writes a value, or nothing if it is null.</summary>
    public void Value<T, TCodec>(string name, T value, ParameterStyle style = ParameterStyle.Json, bool explode = false)
        where TCodec : struct, IValueCodec<T>
    {
        using JsonDocument? json = StyleWriter.ToPartDocument<T, TCodec>(name, value, SerializerOptions);
        if (json?.RootElement is { } element)
            StyleWriter.AppendToForm(ref _pairs, style, explode, name, element);
    }

    /// <summary>Writes values by their names.</summary>
    public void Values<T, TCodec>(IReadOnlyDictionary<string, T>? values)
        where TCodec : struct, IValueCodec<T>
    {
        if (values is null)
            return;
        foreach ((string name, T value) in values)
            Value<T, TCodec>(name, value);
    }

    internal static byte[] Serialize(IFormModel form, ApiConnection connection)
    {
        var writer = new FormWriter { SerializerOptions = connection.SerializerOptions };
        try
        {
            form.Write(writer);
            string pairs = writer._pairs.ToString();
            return Encoding.ASCII.GetBytes(pairs.Length == 0 ? pairs : pairs[1..]); // without the question mark at the start of a query
        }
        finally
        {
            writer._pairs.Release();
        }
    }
}
