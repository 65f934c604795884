using CfGen.Generator.Diagnostics;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Overlays;

/// <summary>
/// The overlays of one client. Each applies to the document that its <c>extends</c> names: the declared document, or one that it refers
/// to. Without <c>extends</c> it applies to the declared document.
/// </summary>
internal sealed class OverlaySet
{
    private readonly List<(string Path, Overlay Overlay)> _overlays = [];
    private readonly CancellationToken _ct;

    /// <param name="overlays">The overlays in their order.</param>
    /// <param name="document">The declared document.</param>
    /// <param name="references">The documents that it can refer to.</param>
    /// <param name="findings">Gets the problems of the overlays themselves.</param>
    /// <param name="ct">Checked while overlays are read and applied.</param>
    public OverlaySet(
        IReadOnlyList<DocumentText> overlays,
        DocumentText document,
        IReadOnlyList<DocumentText> references,
        FindingCollector findings,
        CancellationToken ct
    )
    {
        _ct = ct;
        foreach (DocumentText text in overlays)
        {
            Overlay overlay = OverlayReader.Read(text, ct);
            findings.AddRange(overlay.Findings);
            _overlays.Add((FindDocument(overlay, document, references, findings), overlay));
        }
    }

    /// <summary>Applies the overlays of a document, and adds their problems to those of the document.</summary>
    /// <param name="parsed">The document. Nothing is done where it is not valid.</param>
    public void ApplyTo(ParsedText parsed)
    {
        if (parsed.HasFailed)
            return;
        OverlayApplier? applier = null;
        string path = DocumentPath.Normalize(parsed.Document.Path);
        foreach ((string target, Overlay overlay) in _overlays)
        {
            if (!AreSame(path, target) || overlay.Actions.Count == 0)
                continue;
            applier ??= new OverlayApplier(parsed, _ct);
            applier.Apply(overlay);
        }
    }

    private static string FindDocument(
        Overlay overlay,
        DocumentText document,
        IReadOnlyList<DocumentText> references,
        FindingCollector findings
    )
    {
        string declared = DocumentPath.Normalize(document.Path);
        if (overlay.Extends is not { } extends || GetFilePath(extends) is not { } file)
            return declared;
        string path = DocumentPath.Resolve(DocumentPath.Normalize(overlay.Parsed.Document.Path), file);
        if (IsNamed(declared, path))
            return declared;
        foreach (DocumentText reference in references)
        {
            string other = DocumentPath.Normalize(reference.Path);
            if (IsNamed(other, path))
                return other;
        }

        Finding foreign = OverlayFindings.ForeignOverlay("#/extends", extends, document.Path);
        findings.Add(foreign with { Location = overlay.GetLocation(foreign.Pointer) });
        return declared;
    }

    // A URL names a document that is somewhere else, of which the declared file is a copy. There is nothing to compare.
    private static string? GetFilePath(string extends)
    {
        int end = extends.IndexOfAny(['#', '?']);
        string path = end < 0 ? extends : extends.Substring(0, end);
        const string FileScheme = "file://";
        if (path.StartsWith(FileScheme, StringComparison.OrdinalIgnoreCase))
            return path.Substring(FileScheme.Length);
        return path.Length == 0 || path.IndexOf("://", StringComparison.Ordinal) >= 0 ? null : path;
    }

    // A path that starts with a slash starts at the root of a web site, of which the project is a copy.
    private static bool IsNamed(string document, string path) =>
        AreSame(document, path)
        || (path.StartsWith("/", StringComparison.Ordinal) && document.EndsWith(path, StringComparison.OrdinalIgnoreCase));

    // Upper and lower case are the same, as on Windows and macOS.
    private static bool AreSame(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
