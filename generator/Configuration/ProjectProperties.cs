using Microsoft.CodeAnalysis.Diagnostics;

namespace CfGen.Generator.Configuration;

/// <summary>The properties of the project that the generator uses.</summary>
/// <param name="Directory">The folder of the project.</param>
/// <param name="IsReportEnabled">True if the build prints the report.</param>
internal sealed record ProjectProperties(string RootNamespace, string Directory, bool IsReportEnabled)
{
    public static ProjectProperties Create(AnalyzerConfigOptions options)
    {
        options.TryGetValue("build_property.RootNamespace", out string? rootNamespace);
        options.TryGetValue("build_property.ProjectDir", out string? directory);
        options.TryGetValue("build_property.CfGenReport", out string? report);
        return new ProjectProperties(
            rootNamespace ?? "",
            directory ?? "",
            string.Equals(report?.Trim(), "true", StringComparison.OrdinalIgnoreCase)
        );
    }
}
