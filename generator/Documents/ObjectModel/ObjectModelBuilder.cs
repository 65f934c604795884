using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents.References;
using CfGen.Generator.Documents.Selection;
using CfGen.Generator.Parsing;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace CfGen.Generator.Documents.ObjectModel;

/// <summary>
/// Builds the object model from the pruned tree. Where the library throws, it finds the values that cause it and leaves them out.
/// </summary>
internal static class ObjectModelBuilder
{
    // Binary search finds one of 1,500 operations in 22 reads. A document that needs many more has another problem.
    private const int MaximumReads = 200;

    private const int MaximumRounds = 8;

    public static OpenApiDocument? Build(
        DocumentTree tree,
        List<FoundOperation> operations,
        Dictionary<FoundOperation, ReferencedElement> elements,
        FindingCollector findings,
        SkippedOperations skippedOperations,
        CancellationToken ct
    )
    {
        tree.PruneTo(operations, elements);
        ct.ThrowIfCancellationRequested();
        Exception failure;
        try
        {
            return ReadTree(tree, findings);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            failure = exception;
        }

        // A value that is left out can hide another one, so that a second search finds what the first did not reach.
        for (int round = 0; round < MaximumRounds; round++)
        {
            RemoveFaults(tree, operations, elements, findings, skippedOperations, ct);
            tree.PruneTo(operations, elements);
            try
            {
                return ReadTree(tree, findings);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                failure = exception;
            }
        }

        Finding finding = DocumentFindings.InternalError(JsonPointer.Root, "building the object model of the document", failure);
        findings.Add(finding);
        foreach (FoundOperation operation in operations)
            skippedOperations.Add(operation.Operation, "the document has no object model", finding);
        operations.Clear();
        return null;
    }

    /// <summary>
    /// Finds the values at which the library throws. Leaves them out, or the operations that need them where that does not help.
    /// </summary>
    private static void RemoveFaults(
        DocumentTree tree,
        List<FoundOperation> operations,
        Dictionary<FoundOperation, ReferencedElement> elements,
        FindingCollector findings,
        SkippedOperations skippedOperations,
        CancellationToken ct
    )
    {
        var repair = new FaultRepair(tree, findings, ct);
        var search = new FaultSearch(tree, ct);
        if (search.TryRead([]) is not null && !repair.TryRepairRoot())
            return;
        search.FindFailingOperations([.. operations.Select(operation => elements[operation])]);
        foreach (ReferencedElement element in search.Failed)
        {
            if (repair.TryRepair(element))
                continue;
            List<FoundOperation> lost =
            [
                .. operations.Where(operation => Reachability.GetReachable([elements[operation]]).Contains(element)),
            ];
            operations.RemoveAll(lost.Contains);
            List<string> names = [.. lost.Select(operation => Reachability.FormatOperation(operation.Operation))];
            Finding finding = DocumentFindings.UnreadablePart(element.TreePointer, Reachability.FormatList(names));
            findings.Add(finding);
            foreach (FoundOperation operation in lost)
                skippedOperations.Add(operation.Operation, $"the part at {element.TreePointer} cannot be read", finding);
        }
    }

    private static OpenApiDocument? ReadTree(DocumentTree tree, FindingCollector findings)
    {
        (OpenApiDocument? document, IEnumerable<OpenApiError> errors) = ObjectModelReader.Read(tree.Root);
        findings.AddRange(OpenApiLibraryErrors.ToFindings(tree.Root, errors));
        ParameterEnumNames.Copy(document);
        return document;
    }

    private sealed class FaultSearch(DocumentTree tree, CancellationToken ct)
    {
        public int ReadCount { get; private set; }

        /// <summary>The operations and components that cannot be read.</summary>
        public List<ReferencedElement> Failed { get; } = [];

        /// <summary>Returns the exception that the library throws for these operations and components; null where it reads them.</summary>
        public Exception? TryRead(IEnumerable<ReferencedElement> elements)
        {
            ct.ThrowIfCancellationRequested();
            ReadCount++;
            try
            {
                ObjectModelReader.Read(tree.CopyOnly(elements));
                return null;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                return exception;
            }
        }

        /// <summary>Finds the operations that cause the failure, or the component where no operation itself causes it.</summary>
        public void FindFailingOperations(List<ReferencedElement> operations)
        {
            // Hundreds of operations can need one component. Those of one that failed are not read again.
            operations =
            [
                .. operations.Where(operation => !Failed.Exists(failed => Reachability.GetReachable([operation]).Contains(failed))),
            ];
            if (operations.Count == 0 || ReadCount >= MaximumReads || TryRead(Reachability.GetReachable(operations)) is null)
                return;
            if (operations.Count > 1)
            {
                SearchHalves(operations, FindFailingOperations);
                return;
            }

            ReferencedElement operation = operations[0];
            int before = Failed.Count;
            if (TryRead([operation]) is null)
                FindFailingComponents([
                    .. Reachability
                        .GetReachable([operation])
                        .Where(element => element.Kind is not (ElementKind.Operation or ElementKind.PathItem)),
                ]);
            if (Failed.Count == before)
                Failed.Add(operation);
        }

        private void FindFailingComponents(List<ReferencedElement> components)
        {
            if (components.Count == 0 || ReadCount >= MaximumReads || TryRead(components) is null)
                return;
            if (components.Count == 1)
                Failed.Add(components[0]);
            else
                SearchHalves(components, FindFailingComponents);
        }

        private static void SearchHalves(List<ReferencedElement> elements, Action<List<ReferencedElement>> find)
        {
            find(elements.GetRange(0, elements.Count / 2));
            find(elements.GetRange(elements.Count / 2, elements.Count - elements.Count / 2));
        }
    }
}
