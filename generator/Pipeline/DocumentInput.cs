using CfGen.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CfGen.Generator.Pipeline;

/// <summary>One OpenApiClient item: its text, and its metadata as the project wrote it.</summary>
internal sealed record DocumentInput(DocumentText Document, bool IsReference, ItemMetadata Metadata)
{
    private const string Item = "build_metadata.AdditionalFiles.CfGenItem";

    public static bool IsDeclared(AdditionalText file, AnalyzerConfigOptionsProvider options) =>
        options.GetOptions(file).TryGetValue(Item, out string? item) && item is "client" or "reference";

    public static DocumentInput Of(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken ct)
    {
        AnalyzerConfigOptions metadata = options.GetOptions(file);
        metadata.TryGetValue(Item, out string? item);
        // A file that cannot be read has no text: csc says so itself, and an empty document says the rest.
        Microsoft.CodeAnalysis.Text.SourceText text = file.GetText(ct) ?? Microsoft.CodeAnalysis.Text.SourceText.From("");
        return new DocumentInput(new DocumentText(file.Path, text), item == "reference", ItemMetadata.Of(metadata, options.GlobalOptions));
    }
}
