namespace CfGen.Generator.Reading.References;

/// <summary>What linking says: references that lead nowhere, and what was mended or left out.</summary>
internal sealed class LinkReports(List<Finding> findings)
{
    private readonly List<BrokenReference> _broken = [];

    /// <summary>The references that lead nowhere.</summary>
    public IReadOnlyList<BrokenReference> Broken => _broken;

    public void Break(BrokenReference reference) => _broken.Add(reference);

    public void Add(Source source, string id, string pointer, params string[] arguments) =>
        findings.Add(new Finding(id, source.Show(pointer), arguments) { Place = source.IsMain ? null : source.Positions.Find(pointer) });
}
