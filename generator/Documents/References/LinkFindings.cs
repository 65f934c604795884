using CfGen.Generator.Diagnostics;

namespace CfGen.Generator.Documents.References;

/// <summary>What linking says: references that lead nowhere, and what was mended or left out.</summary>
internal sealed class LinkFindings(List<Finding> findings)
{
    private readonly List<BrokenReference> _broken = [];

    /// <summary>The references that lead nowhere.</summary>
    public IReadOnlyList<BrokenReference> BrokenReferences => _broken;

    public void AddBrokenReference(BrokenReference reference) => _broken.Add(reference);

    public void Add(SourceDocument source, string id, string pointer, params string[] arguments) =>
        findings.Add(
            new Finding(id, source.FormatPointer(pointer), arguments)
            {
                Location = source.IsMain ? null : source.SourceMap.GetLocation(pointer),
            }
        );
}
