namespace CfGen.Generator.Model;

internal enum ScalarKind
{
    String,
    Boolean,
    Int32,
    Int64,
    UInt64,
    Int128,
    UInt128,
    Single,
    Double,
    Decimal,
    Guid,
    DateTime,
    Date,

    /// <summary>A time of day without an offset.</summary>
    Time,

    /// <summary>A time of day with its offset.</summary>
    OffsetTime,

    /// <summary>A TimeSpan in the form of ISO 8601.</summary>
    Duration,

    /// <summary>A TimeSpan in the form of .NET.</summary>
    TimeSpan,
    Uri,
    Bytes,
    IPAddress,
    Json,

    /// <summary>The file of a form part.</summary>
    File,

    /// <summary>The whole body as a stream.</summary>
    Stream,
}
