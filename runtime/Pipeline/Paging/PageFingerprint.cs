using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CfGen.Pipeline.Paging;

/// <summary>
/// Computes a hash that tells whether two pages have the same items. A collision would end a list too early, so 32 bits are too few.
/// </summary>
internal static class PageFingerprint
{
    public static UInt128 Compute(ReadOnlySpan<byte> json)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(json, hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
