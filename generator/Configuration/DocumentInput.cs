using CfGen.Generator.Model;
using CfGen.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CfGen.Generator.Configuration;

/// <summary>The role of a declared file.</summary>
internal enum InputKind
{
    Client,
    Reference,
    Names,
    Overlay,
    Listing,
}

/// <summary>A file of an <c>OpenApiClient</c> item: its text, and the metadata of the item.</summary>
/// <param name="Names">The file of names, once it is found among the other files.</param>
internal sealed record DocumentInput(DocumentText Document, ItemMetadata Metadata, ProjectProperties Project, DocumentText? Names = null)
{
    /// <summary>The overlays that are found among the other files, in the order of the item.</summary>
    public EquatableArray<DocumentText> Overlays { get; init; } = EquatableArray<DocumentText>.Empty;

    /// <summary>The listing, once it is found among the other files.</summary>
    public DocumentText? Listing { get; init; }

    public InputKind Kind => Metadata.Kind;

    public static bool IsDeclared(AdditionalText file, AnalyzerConfigOptionsProvider options) =>
        options.GetOptions(file).TryGetValue(ItemMetadata.Key, out string? item) && item.Length > 0 && !UserSource.IsEncoded(item);

    public static DocumentInput Create(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken ct)
    {
        // The compiler itself reports a file that cannot be read, and an empty document is reported by the parser.
        SourceText text = file.GetText(ct) ?? SourceText.From("");
        ItemMetadata metadata = ItemMetadata.Create(file.Path, options.GetOptions(file));
        return new DocumentInput(new DocumentText(file.Path, text), metadata, ProjectProperties.Create(options.GlobalOptions));
    }

    /// <summary>
    /// Adds the file of names of this item. The result is equal to an earlier one where the file of another item changed.
    /// </summary>
    public DocumentInput WithNamesFile(EquatableArray<DocumentText> names) =>
        Metadata.Names.Length == 0 ? this : this with { Names = names.FirstOrDefault(n => AreSamePath(n.Path, Metadata.Names)) };

    /// <summary>Adds the listing of this item. The result is equal to an earlier one where that of another item changed.</summary>
    public DocumentInput WithListing(EquatableArray<DocumentText> listings) =>
        Metadata.ApiListing.Length == 0
            ? this
            : this with
            {
                Listing = listings.FirstOrDefault(l => AreSamePath(l.Path, Metadata.ApiListing)),
            };

    /// <summary>Adds the overlays of this item. The result is equal to an earlier one where the overlay of another item changed.</summary>
    public DocumentInput WithOverlays(EquatableArray<DocumentText> overlays) =>
        Metadata.Overlays.Count == 0
            ? this
            : this with
            {
                Overlays = Metadata
                    .Overlays.Select(path => overlays.FirstOrDefault(o => AreSamePath(o.Path, path)))
                    .OfType<DocumentText>()
                    .ToEquatable(),
            };

    /// <summary>Returns the overlays of the item that the compiler did not pass on.</summary>
    public IEnumerable<string> GetMissingOverlays() => Metadata.Overlays.Where(path => !Overlays.Any(o => AreSamePath(o.Path, path)));

    // One path is from MSBuild, the other from the compiler: slashes may differ, and on some systems case.
    private static bool AreSamePath(string one, string other) =>
        string.Equals(one.Replace('\\', '/'), other.Replace('\\', '/'), StringComparison.OrdinalIgnoreCase);
}
