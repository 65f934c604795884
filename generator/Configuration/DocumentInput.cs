using CfGen.Generator.Model;
using CfGen.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CfGen.Generator.Configuration;

/// <summary>What the targets declare a file as.</summary>
internal enum InputKind
{
    Client,
    Reference,
    Names,
}

/// <summary>One file of an OpenApiClient item: its text, and the item's metadata as the project wrote it.</summary>
/// <param name="Names">The file that <c>Names</c> names, once it is found among the others.</param>
internal sealed record DocumentInput(DocumentText Document, InputKind Kind, ItemMetadata Metadata, DocumentText? Names = null)
{
    private const string ItemMetadataKey = "build_metadata.AdditionalFiles.CfGenItem";

    public static bool IsDeclared(AdditionalText file, AnalyzerConfigOptionsProvider options) =>
        options.GetOptions(file).TryGetValue(ItemMetadataKey, out string? item) && item is "client" or "reference" or "names";

    public static DocumentInput Create(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken ct)
    {
        AnalyzerConfigOptions metadata = options.GetOptions(file);
        metadata.TryGetValue(ItemMetadataKey, out string? item);
        // A file that cannot be read has no text: csc says so itself, and an empty document says the rest.
        Microsoft.CodeAnalysis.Text.SourceText text = file.GetText(ct) ?? Microsoft.CodeAnalysis.Text.SourceText.From("");
        return new DocumentInput(
            new DocumentText(file.Path, text),
            item switch
            {
                "names" => InputKind.Names,
                "reference" => InputKind.Reference,
                _ => InputKind.Client,
            },
            ItemMetadata.Create(metadata, options.GlobalOptions)
        );
    }

    /// <summary>The item with its file of names; equal to before where another item's has changed.</summary>
    public DocumentInput WithNamesFile(EquatableArray<DocumentText> names) =>
        Metadata.Names.Length == 0 ? this : this with { Names = names.FirstOrDefault(n => AreSamePath(n.Path, Metadata.Names)) };

    // One of them comes from MSBuild, the other from the compiler: slashes may differ, and on some systems case.
    private static bool AreSamePath(string one, string other) =>
        string.Equals(one.Replace('\\', '/'), other.Replace('\\', '/'), StringComparison.OrdinalIgnoreCase);
}
