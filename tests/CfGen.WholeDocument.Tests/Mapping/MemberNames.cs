using System.Reflection;

namespace CfGen.WholeDocument.Tests.Mapping;

/// <summary>
/// Pairs C# names with JSON names that have the same letters and digits. Names that are left on both sides, because a name was spelled
/// out or numbered, are paired in order. So a generator that mixes up two names is noticed.
/// </summary>
internal static class MemberNames
{
    /// <summary>Letters and digits in lower case.</summary>
    public static string Normalize(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>The index of the C# name for each wire name; -1 where there is none.</summary>
    /// <param name="likeOnly">True if names that are left stay unpaired, because they may belong to another type.</param>
    public static int[] PairNames(IReadOnlyList<string> wire, IReadOnlyList<string> names, bool likeOnly = false)
    {
        int[] found = [.. Enumerable.Repeat(-1, wire.Count)];
        HashSet<int> taken = [];
        foreach (
            Func<string, string, bool> alike in (Func<string, string, bool>[])
                [
                    (w, n) => w == n,
                    (w, n) => Normalize(w) == Normalize(n),
                    (w, n) => Normalize(w).Length > 0 && Normalize(n).StartsWith(Normalize(w), StringComparison.Ordinal),
                ]
        )
        {
            for (int i = 0; i < wire.Count; i++)
            {
                int match =
                    found[i] >= 0
                        ? -1
                        : Enumerable.Range(0, names.Count).FirstOrDefault(n => !taken.Contains(n) && alike(wire[i], names[n]), -1);
                if (match >= 0)
                    taken.Add(found[i] = match);
            }
        }

        List<int> left = [.. Enumerable.Range(0, names.Count).Where(n => !taken.Contains(n))];
        List<int> open = [.. Enumerable.Range(0, wire.Count).Where(i => found[i] < 0)];
        for (int i = 0; !likeOnly && i < open.Count && i < left.Count; i++)
            found[open[i]] = left[i];
        return found;
    }

    /// <summary>The members that a caller sets, in the order of the source.</summary>
    public static List<PropertyInfo> GetSettableProperties(Type type) =>
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(p => p.SetMethod is not null && p.GetIndexParameters().Length == 0)
                .OrderBy(p => p.MetadataToken),
        ];

    /// <summary>The map of what the document types without naming it; null where the type has none.</summary>
    public static PropertyInfo? FindAdditionalProperties(Type type) =>
        type.GetProperty("AdditionalProperties") is { } rest && ObjectMapper.GetValueType(rest.PropertyType) is not null ? rest : null;
}
