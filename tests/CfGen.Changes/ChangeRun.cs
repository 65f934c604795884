using System.Globalization;
using System.Text.Json.Nodes;
using CfGen.Changes.Bases;
using CfGen.Changes.Mutations;
using CfGen.Changes.Wire;
using CfGen.Generator.Comparison;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Listing;
using Microsoft.CodeAnalysis;

namespace CfGen.Changes;

/// <summary>Makes changes, compares the clients, and asks the compiler.</summary>
/// <param name="wireRounds">The number of changes of each kind that are tried over the wire.</param>
/// <param name="keeps">True if the new clients keep the names of the old listing.</param>
internal sealed class ChangeRun(IReadOnlyList<BaseDocument> documents, int seed, int wireRounds = 0, bool keeps = false)
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

    // Random places of a small document are often the same.
    private const int AttemptsPerRound = 6;

    private readonly List<string> _faults = [];
    private readonly List<string> _lost = [];

    /// <summary>The renames after which something is reported as gone.</summary>
    public IReadOnlyList<string> Lost => _lost;

    /// <summary>The comparisons that were wrong, each with more lines about it.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>The number of comparisons that were wrong.</summary>
    public int FaultCount { get; private set; }

    /// <summary>The numbers.</summary>
    public RunTotals Totals { get; private set; }

    /// <summary>
    /// Makes a kind of change several times, at random places of all documents in turn, and then at places that are made for it. No change
    /// is made twice: there are fewer than rounds where that leaves fewer places.
    /// </summary>
    public void Run(Mutation mutation, int rounds)
    {
        List<BaseDocument> fitting = [.. documents.Where(d => mutation.Apply(d.Copy(), new Random(0)))];
        HashSet<string> made = [];
        for (int i = 0; i < rounds * AttemptsPerRound && Totals.Changes < rounds && fitting.Count > 0; i++)
            Change(mutation, fitting[i % fitting.Count], i, made);
        for (int i = 0; i < rounds * AttemptsPerRound && Totals.Changes < rounds; i++)
        {
            if (Prepare(mutation, documents[i % documents.Count], i) is { } prepared)
                Change(mutation, prepared, i, made);
        }
    }

    private void Change(Mutation mutation, BaseDocument document, int round, HashSet<string> made)
    {
        JsonObject root = document.Copy();
        bool isChanged = mutation.Apply(root, CreateRandom(mutation, round));
        string text = root.ToJsonString();
        if (isChanged && text != document.Text && made.Add(document.Text + text))
            Compare(mutation, document, root, round);
    }

    private BaseDocument? Prepare(Mutation mutation, BaseDocument document, int round)
    {
        JsonObject root = document.Copy();
        if (!Preparations.TryPrepare(mutation, root, CreateRandom(mutation, round)))
            return null;
        BaseDocument prepared = new(
            string.Create(CultureInfo.InvariantCulture, $"{document.Name} prepared in round {round}"),
            root,
            document.Client.HasOverloads
        );
        if (prepared.Errors.Count == 0)
            return prepared;
        AddFault(mutation, prepared, round, $"has a client that does not compile with its own code: {prepared.Errors[0]}");
        return null;
    }

    private Random CreateRandom(Mutation mutation, int round) => new(unchecked((seed * 7919) + (round * 31) + mutation.Name.Length));

    private void Compare(Mutation mutation, BaseDocument document, JsonObject root, int round)
    {
        var client = ClientUnderTest.Generate(root, document.Client, keeps);
        if (client.Listing is not { } listing)
            return;
        Totals += new RunTotals { Changes = 1 };
        ComparisonResult result = ListingComparison.Compare(document.Listing, listing);
        if (!client.HasOverloads)
            result = result with { Changes = result.WithoutOverloads };
        if (result.Changes.Count == 0 && document.Listing.ToText() == listing.ToText())
            Totals += new RunTotals { Unchanged = 1 };
        if (s_renames.Contains(mutation.Name))
        {
            bool isFound = !result.Changes.Any(c => s_removals.Contains(c.Kind));
            Totals += new RunTotals { Renames = 1, FoundRenames = isFound ? 1 : 0 };
            if (!isFound)
                _lost.Add(
                    string.Create(CultureInfo.InvariantCulture, $"{mutation.Name} of {document.Name}, round {round}: ") + Describe(result)
                );
        }

        // The old code compiles.
        bool isSameCode = client.HasCodeOf(document.Client);
        IReadOnlyList<Diagnostic> errors = isSameCode ? [] : client.Compile(document.Consumer);
        Totals += new RunTotals { Broken = errors.Count > 0 ? 1 : 0, SameCode = isSameCode ? 1 : 0 };
        bool isReported = result.Changes.Any(c => c.Impact == ChangeImpact.Source);
        if (isReported == errors.Count > 0 && result.InvalidLine is null)
        {
            CheckCoverage(mutation, document, round, listing, result);
            if (Totals.WireChanges < wireRounds && !isSameCode && result.Changes.All(c => c.Impact == ChangeImpact.Safe))
                CheckWire(mutation, document, client, round, result);
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

    /// <summary>A change that is safe sends and reads the same.</summary>
    private void CheckWire(Mutation mutation, BaseDocument document, ClientUnderTest client, int round, ComparisonResult result)
    {
        WireResult wire = WireCheck.Check(document, client);
        Totals += new RunTotals
        {
            WireChanges = 1,
            Calls = wire.Calls,
            ComparedCalls = wire.Compared,
        };
        if (wire.Differences.Count == 0)
            return;
        AddFault(mutation, document, round, "is reported as safe, and a call is another", result);
        foreach (string difference in wire.Differences.Take(2))
            _faults.Add("      " + difference.Replace("\n", "\n      ", StringComparison.Ordinal));
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

    private void AddFault(Mutation mutation, BaseDocument document, int round, string fault, ComparisonResult? result = null)
    {
        FaultCount++;
        _faults.Add(string.Create(CultureInfo.InvariantCulture, $"{mutation.Name} of {document.Name}, round {round}: {fault}"));
        foreach (ApiChange change in (result?.Changes ?? []).OrderByDescending(c => c.Impact).Take(4))
            _faults.Add($"      {change.Impact} {change.Kind} {change.Member} '{change.Old}' -> '{change.New}'");
    }

    private static string Describe(ComparisonResult result) =>
        string.Join(
            "; ",
            result.Changes.OrderByDescending(c => s_removals.Contains(c.Kind)).Take(4).Select(c => $"{c.Kind} {c.Member} {c.New}")
        );

    private static string GetLine(BaseDocument document, Diagnostic error) =>
        document.Consumer.GetText().Lines[error.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim();
}
