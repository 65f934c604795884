namespace CfGen.Infrastructure;

/// <summary>Makes values of the lines of one answer. Each line stands in the call's buffer, without its line feed.</summary>
internal abstract class LineReader<T>
{
    /// <summary>Whether nothing that follows is a value.</summary>
    public virtual bool IsDone => false;

    /// <summary>Looks at the head of the answer before its first line.</summary>
    public virtual void Open(ApiCall call)
    {
    }

    /// <summary>Takes the line out of the buffer; false where it ends no value.</summary>
    public abstract bool TryTake(ApiCall call, out T? value);

    /// <summary>The value that the end of the answer ends, after its last line.</summary>
    public virtual bool TryEnd(ApiCall call, out T? value)
    {
        value = default;
        return false;
    }
}

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
