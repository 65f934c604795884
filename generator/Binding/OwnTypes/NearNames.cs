namespace CfGen.Generator.Binding.OwnTypes;

/// <summary>Finds the names that the author of a misspelt one may have meant.</summary>
internal static class NearNames
{
    private const int MaxNames = 3;
    private const int MaxLength = 100;

    /// <summary>Returns the nearest names first.</summary>
    public static IReadOnlyList<string> Find(string name, IEnumerable<string> candidates) =>
        [
            .. candidates
                .Distinct(StringComparer.Ordinal)
                .Select(c => (Name: c, Distance: GetDistance(name, c)))
                .Where(c => c.Distance <= Math.Max(1, name.Length / 3))
                .OrderBy(c => c.Distance)
                .ThenBy(c => c.Name, StringComparer.Ordinal)
                .Select(c => c.Name)
                .Take(MaxNames),
        ];

    /// <summary>The number of letters to add, remove or replace; 0 for names that differ in case and separators only.</summary>
    private static int GetDistance(string one, string other)
    {
        (one, other) = (Normalize(one), Normalize(other));
        if (one.Length > MaxLength || other.Length > MaxLength)
            return one == other ? 0 : int.MaxValue;
        int[] previous = [.. Enumerable.Range(0, other.Length + 1)];
        for (int i = 1; i <= one.Length; i++)
        {
            int[] current = new int[other.Length + 1];
            current[0] = i;
            for (int j = 1; j <= other.Length; j++)
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
            previous = current;
        }

        return previous[other.Length];
    }

    // The last part of a name with namespaces is what people know it by.
    private static string Normalize(string name) =>
        new([.. name.Substring(name.LastIndexOf('.') + 1).Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
