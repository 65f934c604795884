using CfGen.Generator.Diagnostics;

namespace CfGen.Generator.Documents.References;

/// <summary>The findings of linking, and the references that cannot be resolved.</summary>
internal sealed class LinkFindings(FindingCollector findings)
{
    private readonly List<BrokenReference> _broken = [];

    /// <summary>The references that cannot be resolved.</summary>
    public IReadOnlyList<BrokenReference> BrokenReferences => _broken;

    public void AddBrokenReference(BrokenReference reference) => _broken.Add(reference);

    /// <summary>Adds a finding of any of the documents.</summary>
    /// <param name="source">The document.</param>
    /// <param name="finding">The finding, with a pointer into that document.</param>
    public void Add(SourceDocument source, Finding finding) => findings.Add(source.Locate(finding));
}
