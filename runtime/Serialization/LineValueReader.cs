using CfGen.CodeGen;

namespace CfGen.Serialization;

/// <summary>Makes values of the lines of one answer. Each line stands in the call's buffer, without its line feed.</summary>
internal abstract class LineValueReader<T>
{
    /// <summary>Whether nothing that follows is a value.</summary>
    public virtual bool IsDone => false;

    /// <summary>Looks at the head of the answer before its first line.</summary>
    public virtual void CheckResponse(ApiRequestBuilder call) { }

    /// <summary>Takes the line out of the buffer; false where it ends no value.</summary>
    public abstract bool TryReadValue(ApiRequestBuilder call, out T? value);

    /// <summary>The value that the end of the answer ends, after its last line.</summary>
    public virtual bool TryReadFinalValue(ApiRequestBuilder call, out T? value)
    {
        value = default;
        return false;
    }
}
