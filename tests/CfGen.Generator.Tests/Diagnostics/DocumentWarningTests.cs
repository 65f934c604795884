using System.Xml.Linq;
using CfGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace CfGen.Generator.Tests.Diagnostics;

/// <summary>Warnings about a document, which is often that of somebody else, do not break a build that treats warnings as errors.</summary>
public class DocumentWarningTests
{
    [Fact]
    public void The_targets_list_every_warning_about_a_document()
    {
        XDocument targets = XDocument.Load(Path.Combine(SharedData.RepositoryRoot, "generator", "build", "CfGen.targets"));
        string[] listed =
        [
            .. targets
                .Descendants("_CfGenDocumentWarnings")
                .Single()
                .Value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        ];

        Assert.Equal(
            DiagnosticDescriptors
                .All.Where(d =>
                    d is { DefaultSeverity: DiagnosticSeverity.Warning, Category: "CfGen.Reading" or "CfGen.Degraded" or "CfGen.Changes" }
                )
                .Select(d => d.Id),
            listed
        );
    }
}
