using System.Buffers;
using System.Runtime.CompilerServices;

namespace CfGen.Serialization;

/// <summary>Gathers items in pooled arrays while their number is not known.</summary>
internal static class PooledArray
{
    private const int InitialLength = 16;

    public static T[] Rent<T>() => ArrayPool<T>.Shared.Rent(InitialLength);

    /// <summary>
    /// Moves the first <paramref name="count"/> items to an array of twice the length and returns the smaller array to the pool.
    /// </summary>
    public static T[] Grow<T>(T[] items, int count)
    {
        T[] larger = ArrayPool<T>.Shared.Rent(count * 2);
        items.AsSpan(0, count).CopyTo(larger);
        Return(items, count);
        return larger;
    }

    public static void Return<T>(T[] items, int count)
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
            items.AsSpan(0, count).Clear();
        ArrayPool<T>.Shared.Return(items);
    }
}
