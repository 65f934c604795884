using System.Text.Json;
using CfGen.CodeGen;

namespace CfGen.Serialization;

/// <summary>Reads models from JSON that is parsed already.</summary>
internal static class JsonElementReader
{
    /// <summary>Reads a model.</summary>
    /// <exception cref="JsonException">
    /// The JSON does not fit the model. <see cref="JsonException.Path"/> is the path from this value.
    /// </exception>
    public static T Read<T>(JsonElement element, int maxDepth, JsonSerializerOptions? serializerOptions = null)
        where T : IJsonModel<T>
    {
#if NET9_0_OR_GREATER
        ReadOnlySpan<byte> json = System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(element);
#else
        byte[] json = System.Text.Encoding.UTF8.GetBytes(element.GetRawText());
#endif
        var r = new JsonModelReader(json, lenient: false, maxDepth, serializerOptions);
        try
        {
            r.ReadFirstToken();
            return T.Read(ref r);
        }
        catch (JsonReadException error)
        {
            JsonLocation location = JsonLocation.Locate(json, error.Offset, error.MissingProperty);
            throw new JsonException(
                $"The JSON is not a valid {typeof(T).Name} at {location.Path} (line {location.Line}): {error.Message}.",
                location.Path,
                location.Line - 1,
                null,
                error
            );
        }
    }
}
