using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using CfGen.CodeGen;

namespace CfGen.Serialization;

/// <summary>Serializes request bodies, with one writer and one buffer a thread.</summary>
internal static class JsonBodySerializer
{
    private const int MaxRetainedCapacity = 1 << 16;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? s_buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? s_writer;

    // Enums without a value are the mistake of a caller: nothing but a list of them is kept, where one is written.
    [ThreadStatic]
    private static List<(string TypeName, long Offset)>? s_unsetEnums;

    /// <summary>Serializes a value.</summary>
    /// <exception cref="UnsetEnumException">Enums in the value are the default of their struct.</exception>
    public static byte[] Serialize<T, TCodec>(T value, JsonSerializerOptions? serializerOptions = null)
        where TCodec : struct, IValueCodec<T>
    {
        List<(string, long)>? outer = s_unsetEnums;
        s_unsetEnums = null;
        try
        {
            byte[] body = Write<T, TCodec>(value, serializerOptions);
            ThrowIfUnset(body, s_unsetEnums);
            return body;
        }
        finally
        {
            s_unsetEnums = outer;
        }
    }

    /// <summary>Notes that the value that is written next is an enum without a value.</summary>
    public static void ReportUnsetEnum(string typeName, long offset) => (s_unsetEnums ??= []).Add((typeName, offset));

    private static void ThrowIfUnset(byte[] body, List<(string TypeName, long Offset)>? values)
    {
        if (values is not null)
            throw new UnsetEnumException([.. values.Select(v => new UnsetEnum(v.TypeName, JsonLocation.FindPointer(body, v.Offset)))]);
    }

    private static byte[] Write<T, TCodec>(T value, JsonSerializerOptions? serializerOptions)
        where TCodec : struct, IValueCodec<T>
    {
        // Removed from the thread while in use: a collection of the caller could start another body while it is enumerated.
        ArrayBufferWriter<byte> buffer = s_buffer ?? new ArrayBufferWriter<byte>(1024);
        Utf8JsonWriter json =
            s_writer
            ?? new Utf8JsonWriter(
                buffer,
                new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true }
            );
        s_buffer = null;
        s_writer = null;
        var writer = new JsonModelWriter(json, isRequest: true, serializerOptions);
        TCodec.Write(ref writer, value);
        json.Flush();
        byte[] body = buffer.WrittenSpan.ToArray();
        if (buffer.Capacity <= MaxRetainedCapacity)
        {
            buffer.ResetWrittenCount();
            json.Reset(buffer);
            s_buffer = buffer;
            s_writer = json;
        }

        return body;
    }
}
