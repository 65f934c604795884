using System.Text.RegularExpressions;
using CfGen.Generator.Documents;

namespace CfGen.Generator.Keeping;

/// <summary>
/// Finds the operations of a listing in a document: by method and path, then by id, then by method and path with other names of the
/// parameters.
/// </summary>
internal static class ListedOperations
{
    private static readonly Regex s_parameter = new(@"\{[^{}]*\}", RegexOptions.CultureInvariant);

    /// <param name="operations">All operations of the document.</param>
    /// <param name="methods">The methods of the listing, one an operation.</param>
    public static Dictionary<OperationKey, ListedCall> Find(IEnumerable<OperationKey> operations, IReadOnlyList<ListedCall> methods)
    {
        List<OperationKey> open = [.. operations];
        List<ListedCall> left = [.. methods];
        Dictionary<OperationKey, ListedCall> found = [];
        MatchBy(FormatOperation, call => call.Operation);
        MatchBy(key => key.HasDuplicateId ? "" : key.OperationId ?? "", call => call.Id);
        MatchBy(key => RemoveNames(FormatOperation(key)), call => RemoveNames(call.Operation));
        return found;

        void MatchBy(Func<OperationKey, string> ofKey, Func<ListedCall, string> ofCall)
        {
            if (left.Count == 0 || open.Count == 0)
                return;
            Dictionary<string, OperationKey?> keys = FindUnique(open, ofKey);
            HashSet<ListedCall> matched = [];
            foreach (KeyValuePair<string, ListedCall?> call in FindUnique(left, ofCall))
            {
                if (call.Key.Length == 0 || call.Value is null || !keys.TryGetValue(call.Key, out OperationKey? key) || key is null)
                    continue;
                found.Add(key, call.Value);
                matched.Add(call.Value);
            }

            open.RemoveAll(found.ContainsKey);
            left.RemoveAll(matched.Contains);
        }
    }

    /// <summary>Returns what has each identity. An identity of two is that of neither: null.</summary>
    private static Dictionary<string, T?> FindUnique<T>(IEnumerable<T> items, Func<T, string> getIdentity)
        where T : class
    {
        Dictionary<string, T?> found = new(StringComparer.Ordinal);
        foreach (T item in items)
        {
            string identity = getIdentity(item);
            found[identity] = found.ContainsKey(identity) ? null : item;
        }

        return found;
    }

    private static string FormatOperation(OperationKey key) => $"{key.Method.ToUpperInvariant()} {key.Path}";

    /// <summary>Returns a method and a path without the names of the parameters in it.</summary>
    public static string RemoveNames(string operation) => s_parameter.Replace(operation, "{}");
}
