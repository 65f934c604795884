namespace CfGen.Generator.Model;

internal enum ScalarKind
{
    String,
    Boolean,
    Int32,
    Int64,
    Single,
    Double,
    Decimal,
    Guid,
    DateTime,
    Date,
    Time,
    Duration,
    Uri,
    Bytes,
    IPAddress,
    Json,

    /// <summary>The file of a form part.</summary>
    File,

    /// <summary>The whole body as a stream.</summary>
    Stream,
}
