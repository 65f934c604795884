using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Overlays;
using CfGen.Generator.Parsing;
using CfGen.Generator.Tests.Documents;
using Xunit.Abstractions;

namespace CfGen.Generator.Tests.Overlays;

/// <summary>The conformance data of the Overlay Specification.</summary>
public class OverlayComplianceTests(ITestOutputHelper output)
{
    // The line of the fault, from 1, and its id.
    private static readonly Dictionary<string, (int Line, string Id)> s_faults = new()
    {
        ["action-copy-invalid-type"] = (7, "CFG2049"),
        ["action-remove-invalid-type"] = (7, "CFG2049"),
        ["action-target-invalid-type"] = (6, "CFG2049"),
        ["actions-invalid-description"] = (7, "CFG2049"),
        ["actions-invalid-target"] = (6, "CFG2053"),
        ["actions-invalid-type"] = (5, "CFG2049"),
        ["actions-item-invalid-type"] = (6, "CFG2049"),
        ["actions-minimal"] = (5, "CFG2048"),
        ["actions-missing-target"] = (6, "CFG2048"),
        ["actions-missing"] = (1, "CFG2048"),
        ["actions-not-unique"] = (8, "CFG2051"),
        ["extends-invalid-type"] = (5, "CFG2049"),
        ["info-description-invalid-type"] = (5, "CFG2049"),
        ["info-invalid-type"] = (2, "CFG2049"),
        ["info-missing-title"] = (2, "CFG2048"),
        ["info-missing-version"] = (2, "CFG2048"),
        ["info-title-invalid-type"] = (3, "CFG2049"),
        ["info-version-invalid-type"] = (4, "CFG2049"),
        ["invalid-overlay-version"] = (1, "CFG2049"),
        ["not-an-object"] = (1, "CFG2046"),
        ["overlay-invalid-pattern"] = (1, "CFG2047"),
        ["root-invalid-property"] = (7, "CFG2050"),
    };

    [Fact]
    public void Each_compliant_set_gives_the_document_that_it_names()
    {
        if (SharedData.Find("overlays/compliant-sets", output) is not { } folder)
            return;
        string[] sets = Directory.GetDirectories(folder);
        Assert.True(sets.Length >= 8, $"There are {sets.Length} sets.");
        foreach (string set in sets)
        {
            string text = File.ReadAllText(Path.Combine(set, "openapi.yaml"));
            OverlaidDocument document = OverlaidDocument.Apply(text, File.ReadAllText(Path.Combine(set, "overlay.yaml")));
            JsonNode? expected = Parse(Path.Combine(set, "output.yaml")).Root;
            Assert.True(JsonNode.DeepEquals(expected, document.Root), $"{set}: {document.Root}");
            // One of them extends a document of another name.
            Assert.Equal(
                Path.GetFileName(set) == "remove-server" ? ["CFG1091 0.yaml: openapi-with-servers.yaml"] : [],
                document.FormatFindings()
            );
        }
    }

    [Theory]
    [InlineData("v1.0", 20)]
    [InlineData("v1.1", 22)]
    public void Each_invalid_overlay_has_its_fault_at_its_line(string version, int count)
    {
        if (SharedData.Find($"overlays/tests/{version}/fail", output) is not { } folder)
            return;
        string[] files = Directory.GetFiles(folder, "*.yaml");
        Assert.True(files.Length >= count, $"There are {files.Length} files.");
        foreach (string file in files)
        {
            Finding finding = Assert.Single(Read(file).Findings);
            (int line, string id) = s_faults[Path.GetFileNameWithoutExtension(file)];
            Assert.Equal((file, line, id), (file, finding.Location!.LineNumber, finding.Id));
            Assert.Equal(file, finding.Location.FilePath);
        }
    }

    [Theory]
    [InlineData("v1.0", 12)]
    [InlineData("v1.1", 13)]
    public void Each_valid_overlay_has_none(string version, int count)
    {
        if (SharedData.Find($"overlays/tests/{version}/pass", output) is not { } folder)
            return;
        string[] files = Directory.GetFiles(folder, "*.yaml");
        Assert.True(files.Length >= count, $"There are {files.Length} files.");
        foreach (string file in files)
        {
            Overlay overlay = Read(file);
            // An example of version 1.0 has a name that RFC 9535 wants in quotes.
            string[] expected = Path.GetFileName(file) == "actions-traits-example.yaml" ? ["CFG1094"] : [];
            Assert.Equal(expected, overlay.Findings.Select(f => f.Id));
            Assert.Equal(overlay.Parsed.Root!["actions"]!.AsArray().Count, overlay.Actions.Count);
        }
    }

    private static Overlay Read(string file) =>
        OverlayReader.Read(DocumentLoading.CreateText(File.ReadAllText(file), file), CancellationToken.None);

    private static ParsedText Parse(string file) =>
        TextParser.Parse(DocumentLoading.CreateText(File.ReadAllText(file), file), CancellationToken.None);
}
