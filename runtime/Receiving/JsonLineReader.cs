namespace CfGen.Infrastructure;

/// <summary>One JSON value a line; empty lines are none.</summary>
internal sealed class JsonLineReader<T, TCodec> : LineReader<T>
    where TCodec : struct, IJsonCodec<T>
{
    public override bool TryTake(ApiCall call, out T? value)
    {
        bool any = !call.Body.Bytes.TrimStart(" \t\r"u8).IsEmpty;
        value = any ? Decoder.Value<T, TCodec>(call, keepEnvelope: false, out _) : default;
        call.Body.Release();
        return any;
    }
}
