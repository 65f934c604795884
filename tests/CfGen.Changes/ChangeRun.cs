using System.Globalization;
using System.Text.Json.Nodes;
using CfGen.Changes.Mutations;
using CfGen.Generator.Comparison;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Listing;
using Microsoft.CodeAnalysis;

namespace CfGen.Changes;

/// <summary>Makes changes, compares the clients, and asks the compiler.</summary>
internal sealed class ChangeRun(IReadOnlyList<BaseDocument> documents, int seed)
{
    private static readonly string[] s_renames =
    [
        "schema-renamed",
        "schema-renamed-and-changed",
        "api-path-renamed",
        "api-path-segment-renamed",
        "api-method-changed",
        "api-operation-id-changed",
        "api-operation-id-removed",
        "property-name-in-other-case",
    ];

    private static readonly ChangeKind[] s_removals = [ChangeKind.MethodRemoved, ChangeKind.TypeRemoved, ChangeKind.ParameterRemoved];

    private readonly List<string> _faults = [];

    /// <summary>The comparisons that were wrong.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>The number of changes.</summary>
    public int Count { get; private set; }

    /// <summary>The number of changes that the compiler refuses.</summary>
    public int Broken { get; private set; }

    /// <summary>The number of changes that changed no line.</summary>
    public int Unchanged { get; private set; }

    /// <summary>The number of renames: changes of a name after which the same is there.</summary>
    public int Renames { get; private set; }

    /// <summary>The number of renames after which nothing is reported as gone.</summary>
    public int FoundRenames { get; private set; }

    /// <summary>Makes a kind of change several times, at random places of all documents in turn.</summary>
    public void Run(Mutation mutation, int rounds)
    {
        List<BaseDocument> fitting = [.. documents.Where(d => mutation.Apply(d.Copy(), new Random(0)))];
        for (int i = 0; i < rounds && fitting.Count > 0; i++)
            Run(mutation, fitting[i % fitting.Count], i);
    }

    /// <summary>Adds the results of another run.</summary>
    public void Add(ChangeRun other)
    {
        Count += other.Count;
        Broken += other.Broken;
        Unchanged += other.Unchanged;
        Renames += other.Renames;
        FoundRenames += other.FoundRenames;
        _faults.AddRange(other._faults);
    }

    private void Run(Mutation mutation, BaseDocument document, int round)
    {
        JsonObject root = document.Copy();
        int caseSeed = unchecked((seed * 7919) + (round * 31) + mutation.Name.Length);
        mutation.Apply(root, new Random(caseSeed));
        var client = ClientUnderTest.Generate(root);
        if (client.Listing is not { } listing)
            return;
        Count++;
        ComparisonResult result = ListingComparison.Compare(document.Listing, listing);
        if (result.Changes.Count == 0 && document.Listing.ToText() == listing.ToText())
            Unchanged++;
        if (s_renames.Contains(mutation.Name))
        {
            Renames++;
            FoundRenames += result.Changes.Any(c => s_removals.Contains(c.Kind)) ? 0 : 1;
        }

        IReadOnlyList<Diagnostic> errors = client.Compile(document.Consumer);
        Broken += errors.Count > 0 ? 1 : 0;
        bool isReported = result.Changes.Any(c => c.Impact == ChangeImpact.Source);
        if (isReported == errors.Count > 0 && result.InvalidLine is null)
        {
            CheckCoverage(mutation, document, round, listing, result);
            return;
        }

        AddFault(
            mutation,
            document,
            round,
            isReported ? "is reported as a break of the source, and compiles" : "does not compile, and is not reported",
            result
        );
        foreach (Diagnostic error in errors.Take(2))
            _faults.Add($"      {error.GetMessage(CultureInfo.InvariantCulture)}: {GetLine(document, error)}");
    }

    /// <summary>Each difference has a change, and none has two of one kind.</summary>
    private void CheckCoverage(Mutation mutation, BaseDocument document, int round, ApiListing listing, ComparisonResult result)
    {
        HashSet<string> old = [.. document.Listing.Lines.Select(l => l.Text)];
        HashSet<string> current = [.. listing.Lines.Select(l => l.Text)];
        if (result.Changes.Count == 0 && !old.SetEquals(current) && !IsDerived(old, current))
            AddFault(mutation, document, round, "is not reported at all", result);
        if (result.Changes.GroupBy(c => (c.Kind, c.Member, c.New)).FirstOrDefault(g => g.Count() > 1) is { } twice)
            AddFault(mutation, document, round, $"is reported twice: {twice.Key}", result);
    }

    // A type that is newly sent or received follows from a method.
    private static bool IsDerived(HashSet<string> old, HashSet<string> current) =>
        old.Select(RemoveDirections).ToHashSet().SetEquals(current.Select(RemoveDirections));

    private static string RemoveDirections(string line) =>
        string.Join(
            ' ',
            line.Split(' ')
                .Where(w => w is not ("sent" or "received" or "keeps-unknown") && !w.StartsWith("json=", StringComparison.Ordinal))
        );

    private void AddFault(Mutation mutation, BaseDocument document, int round, string fault, ComparisonResult result)
    {
        _faults.Add(string.Create(CultureInfo.InvariantCulture, $"{mutation.Name} of {document.Name}, round {round}: {fault}"));
        foreach (ApiChange change in result.Changes.OrderByDescending(c => c.Impact).Take(4))
            _faults.Add($"      {change.Impact} {change.Kind} {change.Member} '{change.Old}' -> '{change.New}'");
    }

    private static string GetLine(BaseDocument document, Diagnostic error) =>
        document.Consumer.GetText().Lines[error.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim();
}
