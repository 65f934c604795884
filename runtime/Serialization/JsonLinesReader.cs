using CfGen.CodeGen;
using CfGen.Pipeline;
using CfGen.Pipeline.Responses;

namespace CfGen.Serialization;

/// <summary>Reads one JSON value a line, and skips empty lines.</summary>
internal sealed class JsonLinesReader<T, TCodec> : LineValueReader<T>
    where TCodec : struct, IJsonCodec<T>
{
    public override bool TryReadValue(ApiMessage message, out T? value)
    {
        bool any = !message.Body.Bytes.TrimStart(" \t\r"u8).IsEmpty;
        value = any ? ResponseReader.ReadValue<T, TCodec>(message, null, out _) : default;
        message.Body.Release();
        return any;
    }
}
