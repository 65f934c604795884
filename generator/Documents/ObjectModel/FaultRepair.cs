using System.Globalization;
using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents.References;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.ObjectModel;

/// <summary>
/// Finds the smallest values at which the OpenAPI library throws, and leaves them out. It reads parts of the document with fewer and fewer
/// members, so that the place is known without the words of an exception.
/// </summary>
internal sealed class FaultRepair(DocumentTree tree, FindingCollector findings, CancellationToken ct)
{
    // Halving finds one of a hundred members in 7 reads, and values are rarely ten levels deep.
    private const int MaximumReads = 1000;
    private const int MaximumRemovals = 50;

    private int _reads;

    /// <summary>Leaves out the values of an operation or component at which the library throws.</summary>
    /// <returns>False where the element cannot be read without them, either.</returns>
    public bool TryRepair(ReferencedElement element)
    {
        // Parameters of the path belong to each of its operations.
        List<string> tokens = [.. JsonPointer.Split(element.TreePointer)];
        if (element.Operation is not null)
            tokens = tokens.GetRange(0, 2);
        return TryRepair(tokens, () => tree.CopyOnly([element]));
    }

    /// <summary>Leaves out the values outside of operations and components at which the library throws.</summary>
    /// <returns>False where the rest cannot be read, either.</returns>
    public bool TryRepairRoot() => TryRepair([], () => tree.CopyOnly([]));

    private bool TryRepair(List<string> start, Func<JsonObject> copy)
    {
        for (int i = 0; i < MaximumRemovals && _reads < MaximumReads; i++)
        {
            JsonObject work = copy();
            if (CanRead(work))
                return true;
            if (FindFault(work, start) is not { } path || path.Count <= start.Count || IsOperation(path) || !TryRemove(path))
                return false;
        }

        return false;
    }

    /// <summary>Returns the path of a smallest value that cannot be read; null where no value alone is the cause.</summary>
    private List<string>? FindFault(JsonObject work, List<string> start)
    {
        JsonNode? node = work;
        foreach (string token in start)
            node = node.GetChild(token);
        List<string> path = [.. start];
        while (node is JsonObject or JsonArray)
        {
            List<(string Token, JsonNode? Value)> members = Detach(node, isRoot: path.Count == 0);
            if (!CanRead(work))
                return path.Count == 0 ? null : path;
            List<(string Token, JsonNode? Value)> suspects = members;
            while (suspects.Count > 1)
            {
                List<(string Token, JsonNode? Value)> half = suspects.GetRange(0, suspects.Count / 2);
                suspects = CanReadWith(half) ? suspects.GetRange(half.Count, suspects.Count - half.Count) : half;
            }

            if (suspects.Count == 0 || CanReadWith(suspects))
                return path.Count == 0 ? null : path;
            Attach(node, suspects);
            path.Add(suspects[0].Token);
            node = suspects[0].Value;

            bool CanReadWith(List<(string Token, JsonNode? Value)> kept)
            {
                Attach(node, kept);
                bool result = CanRead(work);
                Detach(node, isRoot: path.Count == 0);
                return result;
            }
        }

        return path;
    }

    private bool CanRead(JsonObject work)
    {
        ct.ThrowIfCancellationRequested();
        if (++_reads > MaximumReads)
            return true;
        try
        {
            ObjectModelReader.Read((JsonObject)work.DeepClone());
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return false;
        }
    }

    // An operation that is left out is reported as skipped.
    private static bool IsOperation(List<string> path) =>
        path is ["paths", _, var method] && OpenApiKeywords.IsHttpMethod(method) || path is ["paths", _, "additionalOperations", _];

    private bool TryRemove(List<string> path)
    {
        JsonNode? parent = tree.Root;
        string pointer = JsonPointer.Root;
        foreach (string token in path.GetRange(0, path.Count - 1))
        {
            parent = parent.GetChild(token);
            pointer = JsonPointer.Append(pointer, token);
        }

        string last = path[path.Count - 1];
        pointer = JsonPointer.Append(pointer, last);
        string value = parent.GetChild(last)?.ToJsonString() ?? "null";
        switch (parent)
        {
            case JsonObject members when members.Remove(last):
                break;
            case JsonArray items when int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out int index):
                items.RemoveAt(index);
                break;
            default:
                return false;
        }

        findings.Add(DocumentFindings.UnreadableValue(pointer, value));
        return true;
    }

    private static List<(string Token, JsonNode? Value)> Detach(JsonNode node, bool isRoot)
    {
        List<(string Token, JsonNode? Value)> result = [];
        if (node is JsonArray items)
        {
            for (int i = 0; i < items.Count; i++)
                result.Add((NumberFormat.ToInvariantString(i), items[i]));
            items.Clear();
            return result;
        }

        var members = (JsonObject)node;
        foreach (string name in members.GetMemberNames().ToArray())
        {
            // The library reads no document without its version.
            if (isRoot && name is "openapi" or "swagger")
                continue;
            result.Add((name, members[name]));
            members.Remove(name);
        }

        return result;
    }

    private static void Attach(JsonNode node, List<(string Token, JsonNode? Value)> members)
    {
        foreach ((string token, JsonNode? value) in members)
        {
            if (node is JsonArray items)
                items.Add(value);
            else
                ((JsonObject)node).Add(token, value);
        }
    }
}
