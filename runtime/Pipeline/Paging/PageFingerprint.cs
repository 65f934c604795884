using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CfGen.Pipeline.Paging;

/// <summary>Tells whether two pages hold the same items. A collision would end a list early and in silence, so it is no 32-bit hash.</summary>
internal static class PageFingerprint
{
    public static UInt128 Compute(ReadOnlySpan<byte> json)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(json, hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
