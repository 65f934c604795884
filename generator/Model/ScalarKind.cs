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

    /// <summary>Part of a form.</summary>
    File,

    /// <summary>Whole body.</summary>
    Stream,
}
