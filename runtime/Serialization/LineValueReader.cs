using CfGen.Pipeline;

namespace CfGen.Serialization;

/// <summary>Makes values from the lines of one response. Each line is in the buffer of the message, without its end.</summary>
internal abstract class LineValueReader<T>
{
    /// <summary>True if no value follows.</summary>
    public virtual bool IsDone => false;

    /// <summary>True if a carriage return ends a line, too.</summary>
    public virtual bool EndsLineAtCarriageReturn => false;

    /// <summary>Checks the headers of the response before its first line.</summary>
    public virtual void CheckResponse(ApiMessage message) { }

    /// <summary>Takes the line from the buffer. Returns true and the value if the line completes one.</summary>
    public abstract bool TryReadValue(ApiMessage message, out T? value);

    /// <summary>Returns true and the value if the end of the response completes one.</summary>
    public virtual bool TryReadFinalValue(ApiMessage message, out T? value)
    {
        value = default;
        return false;
    }
}
