using CfGen.CodeGen;
using CfGen.Pipeline.Responses;

namespace CfGen.Serialization;

/// <summary>Reads one JSON value a line, and skips empty lines.</summary>
internal sealed class JsonLinesReader<T, TCodec> : LineValueReader<T>
    where TCodec : struct, IJsonCodec<T>
{
    public override bool TryReadValue(ApiRequestBuilder call, out T? value)
    {
        bool any = !call.Body.Bytes.TrimStart(" \t\r"u8).IsEmpty;
        value = any ? ResponseReader.ReadValue<T, TCodec>(call, keepEnvelope: false, out _) : default;
        call.Body.Release();
        return any;
    }
}
