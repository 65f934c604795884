using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace CfGen.Generator.Reading;

/// <summary>From the cut tree to the object model. Where the library throws, the operations at fault are found and left out.</summary>
internal static class ObjectModelBuilder
{
    // Halving finds one of 1,500 in 22 reads; a document that needs many more has something else wrong.
    private const int MaximumReads = 200;

    public static OpenApiDocument? Build(
        SelectedTree tree, List<FoundOperation> operations, Dictionary<FoundOperation, Unit> units, List<Finding> findings, CancellationToken ct)
    {
        tree.CutTo(operations, units);
        ct.ThrowIfCancellationRequested();
        Exception fault;
        try
        {
            return Read(tree, findings);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            fault = exception;
        }

        var search = new Search(tree, units, ct);
        if (search.Read([]) is null) search.Find(operations);
        if (search.Faults.Count == 0 || search.Reads >= MaximumReads)
        {
            // Not in any operation, or not in one alone.
            findings.Add(DocumentReader.InternalError(JsonPointer.Root, "building the object model of the document", fault));
            operations.Clear();
            return null;
        }

        foreach ((FoundOperation operation, Exception exception) in search.Faults)
        {
            operations.Remove(operation);
            findings.Add(new Finding(
                "CFG0010", operation.Site.Pointer, "the OpenAPI library fails on this operation (" + DocumentReader.FirstLine(exception.Message) + ")", Reachability.Name(operation.Site)));
        }

        tree.CutTo(operations, units);
        return Read(tree, findings);
    }

    private static OpenApiDocument? Read(SelectedTree tree, List<Finding> findings)
    {
        ReadResult result = ObjectModelReader.Read(tree.Root);
        findings.AddRange(LibraryErrors.ToFindings(tree.Root, result.Diagnostic?.Errors ?? []));
        return result.Document;
    }

    private sealed class Search(SelectedTree tree, Dictionary<FoundOperation, Unit> units, CancellationToken ct)
    {
        public int Reads { get; private set; }

        public List<(FoundOperation Operation, Exception Exception)> Faults { get; } = [];

        /// <summary>What the library throws at these operations; null where it reads them.</summary>
        public Exception? Read(IReadOnlyList<FoundOperation> operations)
        {
            ct.ThrowIfCancellationRequested();
            Reads++;
            try
            {
                ObjectModelReader.Read(tree.CopyWith(operations, units));
                return null;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                return exception;
            }
        }

        public void Find(List<FoundOperation> operations)
        {
            if (operations.Count == 0 || Reads >= MaximumReads || Read(operations) is not { } exception) return;
            if (operations.Count == 1)
            {
                Faults.Add((operations[0], exception));
                return;
            }

            int half = operations.Count / 2;
            Find([.. operations.Take(half)]);
            Find([.. operations.Skip(half)]);
        }
    }
}
