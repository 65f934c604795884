using CfGen.Generator.Reading.References;
using CfGen.Generator.Reading.Selection;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace CfGen.Generator.Reading.ObjectModel;

/// <summary>From the cut tree to the object model. Where the library throws, the operations at fault are found and left out.</summary>
internal static class ObjectModelBuilder
{
    // Halving finds one of 1,500 in 22 reads; a document that needs many more has something else wrong.
    private const int MaximumReads = 200;

    public static OpenApiDocument? Build(
        SelectedTree tree, List<FoundOperation> operations, Dictionary<FoundOperation, Unit> units, List<Finding> findings, Losses losses, CancellationToken ct)
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

        var search = new Search(tree, ct);
        if (search.Read([]) is null) search.Find([.. operations.Select(operation => units[operation])]);
        if (search.Faults.Count == 0 || search.Reads >= MaximumReads)
        {
            // Not in any operation, or not in one alone.
            findings.Add(DocumentReader.InternalError(JsonPointer.Root, "building the object model of the document", fault));
            foreach (FoundOperation operation in operations) losses.Add(operation.Site, "the document has no object model (CFG0099)");
            operations.Clear();
            return null;
        }

        foreach ((Unit unit, Exception exception) in search.Faults)
        {
            List<FoundOperation> lost = [.. operations.Where(operation => Reachability.From([units[operation]]).Contains(unit))];
            operations.RemoveAll(lost.Contains);
            string words = DocumentReader.FirstLine(exception.Message);
            foreach (FoundOperation operation in lost) losses.Add(operation.Site, $"the OpenAPI library fails at {unit.TreePointer}: {words} (CFG0010)");
            findings.Add(new Finding(
                "CFG0010", unit.TreePointer, $"the OpenAPI library fails here ({words})",
                Reachability.List([.. lost.Select(operation => Reachability.Name(operation.Site))])));
        }

        tree.CutTo(operations, units);
        return Read(tree, findings);
    }

    private static OpenApiDocument? Read(SelectedTree tree, List<Finding> findings)
    {
        (OpenApiDocument? document, IEnumerable<OpenApiError> errors) = ObjectModelReader.Read(tree.Root);
        findings.AddRange(LibraryErrors.ToFindings(tree.Root, errors));
        return document;
    }

    private sealed class Search(SelectedTree tree, CancellationToken ct)
    {
        public int Reads { get; private set; }

        public List<(Unit Unit, Exception Exception)> Faults { get; } = [];

        /// <summary>What the library throws at these operations and components; null where it reads them.</summary>
        public Exception? Read(IEnumerable<Unit> units)
        {
            ct.ThrowIfCancellationRequested();
            Reads++;
            try
            {
                ObjectModelReader.Read(tree.CopyWith(units));
                return null;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                return exception;
            }
        }

        /// <summary>Finds the operations at fault, or the component where it is not in an operation itself.</summary>
        public void Find(List<Unit> operations)
        {
            // One component may be needed by hundreds: what it costs need not be read again.
            operations = [.. operations.Where(operation => !Faults.Exists(fault => Reachability.From([operation]).Contains(fault.Unit)))];
            if (operations.Count == 0 || Reads >= MaximumReads || Read(Reachability.From(operations)) is not { } exception) return;
            if (operations.Count > 1)
            {
                Halve(operations, Find);
                return;
            }

            Unit operation = operations[0];
            int before = Faults.Count;
            if (Read([operation]) is null) FindComponent([.. Reachability.From([operation]).Where(unit => unit.Kind is not (Kind.Operation or Kind.PathItem))]);
            if (Faults.Count == before) Faults.Add((operation, exception));
        }

        private void FindComponent(List<Unit> components)
        {
            if (components.Count == 0 || Reads >= MaximumReads || Read(components) is not { } exception) return;
            if (components.Count == 1) Faults.Add((components[0], exception));
            else Halve(components, FindComponent);
        }

        private static void Halve(List<Unit> units, Action<List<Unit>> find)
        {
            find(units.GetRange(0, units.Count / 2));
            find(units.GetRange(units.Count / 2, units.Count - units.Count / 2));
        }
    }
}
