using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using CfGen.CodeGen;
using CfGen.Serialization;

namespace CfGen.Pipeline.Responses;

/// <summary>The body of an error as a type of the document.</summary>
internal static class ErrorBody
{
    /// <summary>Reads a body; false if it is empty, is cut off, or does not fit the type.</summary>
    public static bool TryRead<T, TCodec>(string text, [NotNullWhen(true)] out T? body, JsonSerializerOptions? serializerOptions = null)
        where TCodec : struct, IValueCodec<T>
    {
        body = default;
        byte[] json = Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF'));
        if (json.AsSpan().Trim(" \t\r\n"u8).IsEmpty)
            return false;
        var reader = new JsonModelReader(json, serializerOptions: serializerOptions);
        try
        {
            reader.ReadFirstToken();
            T read = TCodec.Read(ref reader);
            reader.ReadToEnd();
            body = read;
            return body is not null;
        }
        catch (Exception e) when (e is JsonReadException or JsonException)
        {
            return false;
        }
    }
}
