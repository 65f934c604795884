using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents.Selection;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.References;

/// <summary>Finds the operations that broken references affect, and everything that the others reach.</summary>
internal sealed class Reachability(
    ReferenceLinker linker,
    FindingCollector findings,
    SkippedOperations skippedOperations,
    string? projectDirectory
)
{
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

    /// <summary>Returns the operations that can be generated, and reports the references that the others fail at.</summary>
    public List<FoundOperation> RemoveBroken(List<FoundOperation> selected, Dictionary<FoundOperation, ReferencedElement> elements)
    {
        List<BrokenReference> broken = [.. linker.BrokenReferences, .. FindAliasCycles()];
        foreach (BrokenReference reference in broken)
        {
            if (reference.Element is not null)
                MarkBroken(reference.Element);
        }

        ReportBrokenReferences(broken, selected);
        foreach ((JsonObject holder, string? key, ReferencedElement element) in linker.OptionalReferences)
        {
            if (!element.IsBroken)
                continue;
            if (key is null)
                ReferenceLinker.RemoveFromParent(holder);
            else
                holder.Remove(key);
        }

        return [.. selected.Where(operation => elements.TryGetValue(operation, out ReferencedElement? element) && !element.IsBroken)];
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

    private void ReportBrokenReferences(List<BrokenReference> broken, List<FoundOperation> selected)
    {
        if (broken.Count == 0)
            return;

        // One finding stands for all references to a target: forty references to a missing schema are one mistake.
        foreach (
            IGrouping<(string, string), BrokenReference> group in broken.GroupBy(b =>
                (b.UndeclaredPath ?? b.Source.Name, b.UndeclaredPath is null ? b.Reference : "")
            )
        )
        {
            BrokenReference first = group.First();
            HashSet<OperationKey> lost = [];
            List<string> paths = [];
            List<(OperationKey Operation, string Reason)> skipped = [];
            foreach (BrokenReference reference in group)
            {
                if (reference.Element is null)
                    paths.Add(reference.TreePointer);
                List<OperationKey> own = reference.Element is { } element
                    ? [.. GetDependentOperations(element)]
                    :
                    [
                        .. selected
                            .Where(o => o.Content is null && IsBelow(reference.TreePointer, o.Operation.Pointer))
                            .Select(o => o.Operation),
                    ];
                lost.UnionWith(own);
                string pointer = reference.Source.FormatPointer(reference.Pointer);
                string reason = $"the reference '{reference.Reference}' at {pointer} {ReferenceFindings.Describe(reference.Problem)}";
                skipped.AddRange(own.Select(operation => (operation, reason)));
            }

            List<string> names = [.. selected.Where(o => lost.Contains(o.Operation)).Select(o => FormatOperation(o.Operation))];
            names.AddRange(
                paths
                    .Where(p => !selected.Exists(o => IsBelow(p, o.Operation.Pointer)))
                    .Select(p => "all of " + GetPath(p))
                    .Distinct(StringComparer.Ordinal)
            );
            Finding finding = first.Source.Locate(CreateFinding(first, names));
            findings.Add(finding);
            foreach ((OperationKey operation, string reason) in skipped)
                skippedOperations.Add(operation, reason, finding);
        }
    }

    private static HashSet<OperationKey> GetDependentOperations(ReferencedElement element)
    {
        HashSet<OperationKey> result = [];
        HashSet<ReferencedElement> seen = [];
        Stack<ReferencedElement> open = new([element]);
        while (open.Count > 0)
        {
            ReferencedElement user = open.Pop();
            if (!seen.Add(user))
                continue;
            if (user.Operation is not null)
                result.Add(user.Operation);
            foreach (ReferencedElement next in user.Dependents)
                open.Push(next);
        }

        return result;
    }

    private static bool IsBelow(string reference, string operation) => reference.StartsWith(operation + "/", StringComparison.Ordinal);

    private static string GetPath(string pointer) => JsonPointer.Split(pointer) is ["paths", var path, ..] ? path : pointer;

    private Finding CreateFinding(BrokenReference reference, List<string> skipped) =>
        skipped.Count == 0 ? IgnoredReferenceFindings.Unused(reference.Pointer, reference.Reference, reference.Problem)
        : reference.UndeclaredPath is { } file
            ? ReferenceFindings.UndeclaredDocument(reference.Pointer, reference.Reference, FormatDeclaration(file), FormatList(skipped))
        : ReferenceFindings.UnresolvedReference(reference.Problem, reference.Pointer, reference.Reference, FormatList(skipped));

    /// <summary>Formats names for a message.</summary>
    public static string FormatList(List<string> names) =>
        names.Count <= MaximumListed
            ? string.Join(", ", names)
            : string.Join(", ", names.Take(MaximumListed))
                + " and "
                + NumberFormat.ToInvariantString(names.Count - MaximumListed)
                + " more";

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
