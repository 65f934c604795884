using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents.Selection;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.References;

/// <summary>Reports references that cannot be resolved, with the operations that they cost and the schemas that they loosen.</summary>
internal sealed class BrokenReferenceReport(
    ReferenceLinker linker,
    FindingCollector findings,
    SkippedOperations skippedOperations,
    string? projectDirectory
)
{
    /// <summary>Adds a finding for each target, since forty references to a missing schema are one mistake.</summary>
    /// <param name="broken">The references.</param>
    /// <param name="selected">The selected operations.</param>
    /// <param name="reached">The elements that the generated operations reach.</param>
    public void Add(List<BrokenReference> broken, List<FoundOperation> selected, HashSet<ReferencedElement> reached)
    {
        foreach (
            IGrouping<(string, string), BrokenReference> group in broken.GroupBy(b =>
                (b.UndeclaredPath ?? b.Source.Name, b.UndeclaredPath is null ? b.Reference : "")
            )
        )
        {
            HashSet<OperationKey> lost = [];
            List<string> paths = [];
            List<string> loosened = [];
            List<(OperationKey Operation, string Reason)> skipped = [];
            foreach (BrokenReference reference in group)
            {
                if (reference.Element is null)
                    paths.Add(reference.TreePointer);
                loosened.AddRange(FindLoosenedPlaces(reference, reached));
                List<OperationKey> own = FindLostOperations(reference, selected);
                lost.UnionWith(own);
                string pointer = reference.Source.FormatPointer(reference.Pointer);
                string reason = $"the reference '{reference.Reference}' at {pointer} {ReferenceFindings.Describe(reference.Problem)}";
                skipped.AddRange(own.Select(operation => (operation, reason)));
            }

            List<string> names =
            [
                .. selected.Where(o => lost.Contains(o.Operation)).Select(o => Reachability.FormatOperation(o.Operation)),
            ];
            names.AddRange(
                paths
                    .Where(p => !selected.Exists(o => IsBelow(p, o.Operation.Pointer)))
                    .Select(p => "all of " + GetPath(p))
                    .Distinct(StringComparer.Ordinal)
            );
            // The finding points to a reference that costs something.
            BrokenReference first = group.FirstOrDefault(r => r.Nested is null || reached.Contains(r.Element!)) ?? group.First();
            Finding finding = first.Source.Locate(CreateFinding(first, names, loosened));
            findings.Add(finding);
            foreach ((OperationKey operation, string reason) in skipped)
                skippedOperations.Add(operation, reason, finding);
        }
    }

    private static List<OperationKey> FindLostOperations(BrokenReference reference, List<FoundOperation> selected)
    {
        if (reference.Nested is not null)
            return [];
        return reference.Element is { } element
            ? [.. GetDependents(element).Select(user => user.Operation).OfType<OperationKey>().Distinct()]
            : [.. selected.Where(o => o.Content is null && IsBelow(reference.TreePointer, o.Operation.Pointer)).Select(o => o.Operation)];
    }

    /// <summary>
    /// Returns the places that accept any JSON because of a reference: its own, or those that name a component that it breaks.
    /// </summary>
    private IEnumerable<string> FindLoosenedPlaces(BrokenReference reference, HashSet<ReferencedElement> reached)
    {
        if (reference.Element is not { } element)
            return [];
        if (reference.Nested is not null)
            return reached.Contains(element) ? [GetParent(reference.Source.FormatPointer(reference.Pointer))] : [];
        HashSet<ReferencedElement> dependents = GetDependents(element);
        return linker.NestedReferences.Where(n => dependents.Contains(n.Target) && reached.Contains(n.Owner)).Select(n => n.Pointer);
    }

    /// <summary>Returns the element and all elements that require it.</summary>
    private static HashSet<ReferencedElement> GetDependents(ReferencedElement element)
    {
        HashSet<ReferencedElement> seen = [];
        Stack<ReferencedElement> open = new([element]);
        while (open.Count > 0)
        {
            ReferencedElement user = open.Pop();
            if (!seen.Add(user))
                continue;
            foreach (ReferencedElement next in user.Dependents)
                open.Push(next);
        }

        return seen;
    }

    private static bool IsBelow(string reference, string operation) => reference.StartsWith(operation + "/", StringComparison.Ordinal);

    private static string GetPath(string pointer) => JsonPointer.Split(pointer) is ["paths", var path, ..] ? path : pointer;

    private static string GetParent(string pointer) => pointer.Substring(0, pointer.LastIndexOf('/'));

    private Finding CreateFinding(BrokenReference reference, List<string> skipped, List<string> loosened)
    {
        if (skipped.Count == 0 && loosened.Count == 0)
            return IgnoredReferenceFindings.Unused(reference.Pointer, reference.Reference, reference.Problem);
        List<string> consequences = [];
        if (skipped.Count > 0)
            consequences.Add($"Skipped: {Reachability.FormatList(skipped)}.");
        if (loosened.Count > 0)
            consequences.Add($"Any JSON is accepted at {Reachability.FormatList(loosened)}.");
        string sentences = string.Join(" ", consequences);
        return reference.UndeclaredPath is { } file
            ? ReferenceFindings.UndeclaredDocument(reference.Pointer, reference.Reference, FormatDeclaration(file), sentences)
            : ReferenceFindings.UnresolvedReference(reference.Problem, reference.Pointer, reference.Reference, sentences);
    }

    private string FormatDeclaration(string path)
    {
        if (path.IndexOf("://", StringComparison.Ordinal) >= 0)
            return "a copy of that document (the generator opens no network), <OpenApiClient Include=\"the copy\" Reference=\"true\" />, and a reference to it here";
        string? directory = projectDirectory?.Replace('\\', '/').TrimEnd('/');
        if (directory is not null && path.StartsWith(directory + "/", StringComparison.OrdinalIgnoreCase))
            path = path.Substring(directory.Length + 1);
        return "<OpenApiClient Include=\"" + path + "\" Reference=\"true\" />";
    }
}
