using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents.References;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.Checks;

/// <summary>
/// Finds components that are composed of themselves by keywords of one kind. A base with alternatives that build on it by allOf is none:
/// that is how documents write inheritance.
/// </summary>
/// <param name="components">The components with compositions, by their pointers.</param>
/// <param name="keywords">The keywords of one kind.</param>
/// <param name="findings">Takes the findings.</param>
internal sealed class CompositionCycles(Dictionary<string, JsonObject> components, string[] keywords, FindingCollector findings)
{
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);

    /// <summary>Reports the reference that closes each cycle.</summary>
    public void Report()
    {
        foreach (string start in components.Keys)
        {
            if (!_done.Contains(start))
                Follow(start);
        }
    }

    // Without recursion, because a document can have a chain of thousands.
    private void Follow(string start)
    {
        HashSet<string> open = new([start], StringComparer.Ordinal);
        Stack<(string Component, Queue<(string Pointer, string Target)> Edges)> path = new();
        path.Push((start, FindEdges(start)));
        while (path.Count > 0)
        {
            (string component, Queue<(string Pointer, string Target)> edges) = path.Peek();
            if (edges.Count == 0)
            {
                path.Pop();
                open.Remove(component);
                _done.Add(component);
                continue;
            }

            (string pointer, string target) = edges.Dequeue();
            if (open.Contains(target))
                findings.Add(ContradictionFindings.CyclicComposition(JsonPointer.Append(pointer, ReferenceLinker.RefKeyword), target));
            else if (components.ContainsKey(target) && !_done.Contains(target))
            {
                open.Add(target);
                path.Push((target, FindEdges(target)));
            }
        }
    }

    private Queue<(string Pointer, string Target)> FindEdges(string component)
    {
        Queue<(string Pointer, string Target)> result = new();
        Stack<(JsonObject Schema, string Pointer)> open = new([(components[component], component)]);
        while (open.Count > 0)
        {
            (JsonObject schema, string pointer) = open.Pop();
            foreach (string keyword in keywords)
            {
                if (schema[keyword] is not JsonArray parts)
                    continue;
                for (int i = 0; i < parts.Count; i++)
                {
                    if (parts[i] is not JsonObject part)
                        continue;
                    string place = JsonPointer.Append(JsonPointer.Append(pointer, keyword), i);
                    if (ReferenceLinker.GetReference(part) is { } reference)
                        result.Enqueue((place, reference));
                    else
                        open.Push((part, place));
                }
            }
        }

        return result;
    }
}
