using Microsoft.CodeAnalysis.Diagnostics;

namespace CfGen.Generator.Configuration;

/// <summary>The properties of the project that the generator uses.</summary>
/// <param name="Directory">The folder of the project.</param>
/// <param name="IsReportEnabled">True if the build prints the report.</param>
internal sealed record ProjectProperties(string RootNamespace, string Directory, bool IsReportEnabled)
{
    /// <summary>True if the build writes the listings, and nothing else.</summary>
    public bool WritesListings { get; init; }

    /// <summary>True if the build tries a newer document: it has the code and the listing.</summary>
    public bool TriesUpdate { get; init; }

    public static ProjectProperties Create(AnalyzerConfigOptions options)
    {
        options.TryGetValue("build_property.RootNamespace", out string? rootNamespace);
        options.TryGetValue("build_property.ProjectDir", out string? directory);
        options.TryGetValue("build_property.CfGenReport", out string? report);
        options.TryGetValue("build_property.CfGenWriteApiListing", out string? listing);
        options.TryGetValue("build_property.CfGenTryUpdate", out string? update);
        return new ProjectProperties(rootNamespace ?? "", directory ?? "", IsTrue(report))
        {
            WritesListings = IsTrue(listing),
            TriesUpdate = IsTrue(update),
        };
    }

    private static bool IsTrue(string? value) => string.Equals(value?.Trim(), "true", StringComparison.OrdinalIgnoreCase);
}
