using System.ComponentModel;

namespace CfGen.CodeGen;

/// <summary>The codec of an RFC 3339 time with its offset.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct OffsetTimeCodec : IValueCodec<OffsetTime>
{
    /// <inheritdoc/>
    public static OffsetTime Read(ref JsonModelReader r) => r.ReadOffsetTimeValue();

    /// <inheritdoc/>
    public static void Write(ref JsonModelWriter w, OffsetTime value) => w.WriteStringValue(value.ToString());
}

/// <summary>The codec of a TimeSpan in the form of .NET, such as <c>1.02:03:04</c>. ISO 8601 is read, too.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct TimeSpanCodec : IValueCodec<TimeSpan>
{
    /// <inheritdoc/>
    public static TimeSpan Read(ref JsonModelReader r) => r.ReadDurationValue();

    /// <inheritdoc/>
    public static void Write(ref JsonModelWriter w, TimeSpan value) => w.WriteStringValue(value.ToString("c"));
}
