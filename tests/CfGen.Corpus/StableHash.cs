namespace CfGen.Corpus;

/// <summary>A hash that is the same on every machine and in every process (FNV-1a).</summary>
internal static class StableHash
{
    public static uint Compute(string text)
    {
        uint hash = 2166136261;
        foreach (char c in text)
            hash = unchecked((hash ^ c) * 16777619);
        // The low bits of the last characters, which are often .json, would decide alone.
        return hash ^ (hash >> 15);
    }
}
