using System.ComponentModel;

namespace CfGen.CodeGen;

/// <summary>The string formats that are checked before a request is sent.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
#if CFGEN_GENERATOR
internal
#else
public
#endif
enum StringFormat
{
    /// <summary>Any string.</summary>
    None,

    /// <summary>8-4-4-4-12 hexadecimal digits.</summary>
    Uuid,

    /// <summary>RFC 3339 date-time.</summary>
    DateTime,

    /// <summary>RFC 3339 full-date.</summary>
    Date,

    /// <summary>RFC 3339 time.</summary>
    Time,

    /// <summary>ISO 8601 duration.</summary>
    Duration,

    /// <summary>An address with a local part and a domain.</summary>
    Email,

    /// <summary>An absolute URI.</summary>
    Uri,

    /// <summary>A URI or a relative reference.</summary>
    UriReference,

    /// <summary>Four decimal numbers.</summary>
    Ipv4,

    /// <summary>An IPv6 address.</summary>
    Ipv6,

    /// <summary>A host name (RFC 1123).</summary>
    Hostname,

    /// <summary>Base64 text.</summary>
    Byte,
}
