namespace CfGen.Generator.Tests.Hosting;

/// <summary>One OpenApiClient item as a project declares it: its file, and its metadata in plain text.</summary>
internal sealed record TestDocument(string Path, string Text)
{
    public const string RiskScoringNamespace = "Acme.Cloudflare";

    public bool IsReference { get; init; }

    /// <summary>It is the file that another item's <c>Names</c> names.</summary>
    public bool IsNames { get; init; }

    /// <summary>It is a file that another item's <c>Overlay</c> names.</summary>
    public bool IsOverlay { get; init; }

    /// <summary>It is the file that another item's <c>ApiListing</c> names.</summary>
    public bool IsListing { get; init; }

    /// <summary>It is a source of another project that uses the clients.</summary>
    public bool IsUser { get; init; }

    /// <summary>The line of the item in the project file, from 1. Empty where it is not known.</summary>
    public string ProjectLine { get; init; } = "12";

    /// <summary>
    /// The metadata as the project file has them: <c>Operations</c> and its value. The host encodes them as the targets do.
    /// </summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary>The project's own specification, whole.</summary>
    public static TestDocument RiskScoring { get; } =
        new(
            "/project/specs/zero-trust-risk-scoring.yaml",
            File.ReadAllText(System.IO.Path.Combine(SharedData.RepositoryRoot, "specs", "zero-trust-risk-scoring.yaml"))
        );

    /// <summary>The score of one user and its reset: small enough to be read.</summary>
    public static TestDocument Score { get; } = RiskScoring.With("Operations", "id:get-risk-score;id:reset-risk-score");

    /// <summary>A document around the given paths, as YAML that starts at the margin.</summary>
    public static TestDocument FromPaths(string paths, string more = "") =>
        new("/project/api.yaml", $"openapi: 3.0.3\ninfo: {{ title: Sample, version: '1' }}\npaths:\n{Indent(paths)}\n{more}");

    public TestDocument With(string name, string value) =>
        this with
        {
            Metadata = new Dictionary<string, string>(Metadata) { [name] = value },
        };

    public TestDocument Replace(string old, string with)
    {
        if (!Text.Contains(old, StringComparison.Ordinal))
            throw new ArgumentException($"The document has no '{old}'.", nameof(old));
        return this with { Text = Text.Replace(old, with, StringComparison.Ordinal) };
    }

    private static string Indent(string text) => string.Join('\n', text.Split('\n').Select(l => l.Length == 0 ? l : "  " + l));
}
