using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents.References;
using CfGen.Generator.Documents.Selection;
using CfGen.Generator.Parsing;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace CfGen.Generator.Documents.ObjectModel;

/// <summary>From the cut tree to the object model. Where the library throws, the operations at fault are found and left out.</summary>
internal static class ObjectModelBuilder
{
    // Halving finds one of 1,500 in 22 reads; a document that needs many more has something else wrong.
    private const int MaximumReads = 200;

    public static OpenApiDocument? Build(
        DocumentTree tree,
        List<FoundOperation> operations,
        Dictionary<FoundOperation, ReferencedElement> units,
        FindingCollector findings,
        SkippedOperations losses,
        CancellationToken ct
    )
    {
        tree.PruneTo(operations, units);
        ct.ThrowIfCancellationRequested();
        Exception fault;
        try
        {
            return ReadTree(tree, findings);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            fault = exception;
        }

        var search = new FaultSearch(tree, ct);
        if (search.TryRead([]) is null)
            search.FindFaultyOperations([.. operations.Select(operation => units[operation])]);
        if (search.Faults.Count == 0 || search.ReadCount >= MaximumReads)
        {
            // Not in any operation, or not in one alone.
            Finding finding = DocumentFindings.InternalError(JsonPointer.Root, "building the object model of the document", fault);
            findings.Add(finding);
            foreach (FoundOperation operation in operations)
                losses.Add(operation.Operation, "the document has no object model", finding);
            operations.Clear();
            return null;
        }

        foreach ((ReferencedElement unit, Exception exception) in search.Faults)
        {
            List<FoundOperation> lost = [.. operations.Where(operation => Reachability.GetReachable([units[operation]]).Contains(unit))];
            operations.RemoveAll(lost.Contains);
            string words = DocumentLoader.GetFirstLine(exception.Message);
            List<string> names = [.. lost.Select(operation => Reachability.FormatOperation(operation.Operation))];
            Finding finding = DocumentFindings.UnreadablePart(unit.TreePointer, words, Reachability.FormatList(names));
            findings.Add(finding);
            foreach (FoundOperation operation in lost)
                losses.Add(operation.Operation, $"the part at {unit.TreePointer} cannot be read: {words}", finding);
        }

        tree.PruneTo(operations, units);
        return ReadTree(tree, findings);
    }

    private static OpenApiDocument? ReadTree(DocumentTree tree, FindingCollector findings)
    {
        (OpenApiDocument? document, IEnumerable<OpenApiError> errors) = ObjectModelReader.Read(tree.Root);
        findings.AddRange(OpenApiLibraryErrors.ToFindings(tree.Root, errors));
        return document;
    }

    private sealed class FaultSearch(DocumentTree tree, CancellationToken ct)
    {
        public int ReadCount { get; private set; }

        public List<(ReferencedElement Unit, Exception Exception)> Faults { get; } = [];

        /// <summary>What the library throws at these operations and components; null where it reads them.</summary>
        public Exception? TryRead(IEnumerable<ReferencedElement> units)
        {
            ct.ThrowIfCancellationRequested();
            ReadCount++;
            try
            {
                ObjectModelReader.Read(tree.CopyOnly(units));
                return null;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                return exception;
            }
        }

        /// <summary>Finds the operations at fault, or the component where it is not in an operation itself.</summary>
        public void FindFaultyOperations(List<ReferencedElement> operations)
        {
            // One component may be needed by hundreds: what it costs need not be read again.
            operations =
            [
                .. operations.Where(operation => !Faults.Exists(fault => Reachability.GetReachable([operation]).Contains(fault.Unit))),
            ];
            if (operations.Count == 0 || ReadCount >= MaximumReads || TryRead(Reachability.GetReachable(operations)) is not { } exception)
                return;
            if (operations.Count > 1)
            {
                SearchHalves(operations, FindFaultyOperations);
                return;
            }

            ReferencedElement operation = operations[0];
            int before = Faults.Count;
            if (TryRead([operation]) is null)
                FindFaultyComponents([
                    .. Reachability
                        .GetReachable([operation])
                        .Where(unit => unit.Kind is not (ElementKind.Operation or ElementKind.PathItem)),
                ]);
            if (Faults.Count == before)
                Faults.Add((operation, exception));
        }

        private void FindFaultyComponents(List<ReferencedElement> components)
        {
            if (components.Count == 0 || ReadCount >= MaximumReads || TryRead(components) is not { } exception)
                return;
            if (components.Count == 1)
                Faults.Add((components[0], exception));
            else
                SearchHalves(components, FindFaultyComponents);
        }

        private static void SearchHalves(List<ReferencedElement> units, Action<List<ReferencedElement>> find)
        {
            find(units.GetRange(0, units.Count / 2));
            find(units.GetRange(units.Count / 2, units.Count - units.Count / 2));
        }
    }
}
