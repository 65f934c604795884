using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents.Selection;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.References;

/// <summary>Finds the operations that can be generated in spite of broken references, and everything that they reach.</summary>
internal sealed class Reachability(
    ReferenceLinker linker,
    FindingCollector findings,
    SkippedOperations skippedOperations,
    string? projectDirectory
)
{
    private static readonly string[] s_conditions = ["not", "if", "contains", "propertyNames"];

    // More names would make the message too long.
    private const int MaximumListed = 5;

    public static string FormatOperation(OperationKey site) => site.Method.ToUpperInvariant() + " " + site.Path;

    /// <summary>Returns the elements and everything that they reach.</summary>
    public static HashSet<ReferencedElement> GetReachable(IEnumerable<ReferencedElement> elements)
    {
        HashSet<ReferencedElement> kept = [];
        Stack<ReferencedElement> open = new(elements);
        while (open.Count > 0)
        {
            ReferencedElement element = open.Pop();
            if (!kept.Add(element))
                continue;
            foreach (ReferencedElement needed in element.Dependencies)
                open.Push(needed);
            foreach (ReferencedElement wanted in element.OptionalDependencies)
            {
                if (!wanted.IsBroken)
                    open.Push(wanted);
            }
        }

        return kept;
    }

    /// <summary>Returns the operations that can be generated, and reports the references that cannot be resolved.</summary>
    public List<FoundOperation> RemoveBroken(List<FoundOperation> selected, Dictionary<FoundOperation, ReferencedElement> elements)
    {
        List<BrokenReference> broken = [.. linker.BrokenReferences, .. FindAliasCycles()];
        foreach (BrokenReference reference in broken)
        {
            if (reference.Element is not null && reference.Nested is null)
                MarkBroken(reference.Element);
        }

        if (broken.Count > 0)
            LoosenNestedReferences(broken);
        foreach ((JsonObject holder, string? key, ReferencedElement element) in linker.OptionalReferences)
        {
            if (!element.IsBroken)
                continue;
            if (key is null)
                ReferenceLinker.RemoveFromParent(holder);
            else
                holder.Remove(key);
        }

        List<FoundOperation> valid =
        [
            .. selected.Where(operation => elements.TryGetValue(operation, out ReferencedElement? element) && !element.IsBroken),
        ];
        if (broken.Count > 0)
            new BrokenReferenceReport(linker, findings, skippedOperations, projectDirectory).Add(
                broken,
                selected,
                GetReachable(valid.Select(operation => elements[operation]))
            );
        return valid;
    }

    private void LoosenNestedReferences(List<BrokenReference> broken)
    {
        foreach (BrokenReference reference in broken)
        {
            if (reference.Nested is { } holder)
                Loosen(holder);
        }

        foreach (NestedReference nested in linker.NestedReferences)
        {
            if (!nested.Target.IsBroken)
                continue;
            nested.Owner.Dependencies.Remove(nested.Target);
            Loosen(nested.Holder);
        }
    }

    /// <summary>Makes a reference that cannot be resolved a schema of any JSON, so that it forbids nothing.</summary>
    private static void Loosen(JsonObject holder)
    {
        // The condition of a schema that nobody knows holds for no value.
        if (holder.Parent is JsonObject parent && Array.IndexOf(s_conditions, holder.GetPropertyName()) >= 0)
            parent.Remove(holder.GetPropertyName());
        else
            holder.Remove(ReferenceLinker.RefKeyword);
    }

    private static void MarkBroken(ReferencedElement broken)
    {
        Stack<ReferencedElement> open = new([broken]);
        HashSet<ReferencedElement> seen = [];
        while (open.Count > 0)
        {
            ReferencedElement element = open.Pop();
            if (!seen.Add(element))
                continue;
            element.IsBroken = true;
            foreach (ReferencedElement user in element.Dependents)
                open.Push(user);
        }
    }

    /// <summary>Finds components that are aliases of each other.</summary>
    private IEnumerable<BrokenReference> FindAliasCycles()
    {
        HashSet<ReferencedElement> checkedElements = [];
        foreach (ReferencedElement element in linker.Elements)
        {
            List<ReferencedElement> chain = [];
            ReferencedElement? at = element;
            while (at is not null && checkedElements.Add(at))
            {
                chain.Add(at);
                at = at.AliasOf;
            }

            int start = at is null ? -1 : chain.IndexOf(at);
            if (start < 0)
                continue;
            for (int i = start; i < chain.Count; i++)
                chain[i].IsBroken = true;
            ReferencedElement first = chain[start];
            yield return new BrokenReference(
                first,
                first.Source,
                JsonPointer.Append(first.Pointer, "$ref"),
                first.AliasOf!.TreePointer,
                ReferenceProblem.Cycle,
                null
            );
        }
    }

    /// <summary>Formats names for a message.</summary>
    public static string FormatList(List<string> names) =>
        names.Count <= MaximumListed
            ? string.Join(", ", names)
            : string.Join(", ", names.Take(MaximumListed))
                + " and "
                + NumberFormat.ToInvariantString(names.Count - MaximumListed)
                + " more";
}
