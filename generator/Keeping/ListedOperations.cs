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
        HashSet<ListedCall> left = [.. methods];
        Dictionary<OperationKey, ListedCall> found = [];
        MatchBy(FormatOperation, call => call.Operation);
        MatchBy(key => key.HasDuplicateId ? "" : key.OperationId ?? "", call => call.Id);
        MatchBy(key => RemoveNames(FormatOperation(key)), call => RemoveNames(call.Operation));
        return found;

        void MatchBy(Func<OperationKey, string> ofKey, Func<ListedCall, string> ofCall)
        {
            if (left.Count == 0)
                return;
            ILookup<string, ListedCall> byIdentity = left.ToLookup(ofCall, StringComparer.Ordinal);
            // An identity of two operations is that of neither.
            foreach (IGrouping<string, OperationKey> same in open.GroupBy(ofKey, StringComparer.Ordinal))
            {
                if (same.Key.Length == 0 || same.Count() != 1 || byIdentity[same.Key].Count() != 1)
                    continue;
                ListedCall call = byIdentity[same.Key].First();
                found.Add(same.First(), call);
                left.Remove(call);
            }

            open.RemoveAll(found.ContainsKey);
        }
    }

    private static string FormatOperation(OperationKey key) => $"{key.Method.ToUpperInvariant()} {key.Path}";

    /// <summary>Returns a method and a path without the names of the parameters in it.</summary>
    public static string RemoveNames(string operation) => s_parameter.Replace(operation, "{}");
}
