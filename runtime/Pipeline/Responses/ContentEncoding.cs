namespace CfGen.Pipeline.Responses;

/// <summary>The compression of a body.</summary>
internal enum ContentEncoding
{
    /// <summary>None, or one that the client does not read.</summary>
    Unknown,

    /// <summary>RFC 1952.</summary>
    Gzip,

    /// <summary>RFC 1950; many servers send RFC 1951 without its header and checksum.</summary>
    Deflate,

    /// <summary>RFC 7932.</summary>
    Brotli,
}
