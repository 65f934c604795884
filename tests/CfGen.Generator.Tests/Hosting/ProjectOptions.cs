using System.Diagnostics.CodeAnalysis;
using CfGen.Generator.Configuration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CfGen.Generator.Tests.Hosting;

/// <summary>Options of the project as the compiler passes them: with the keys and the encoding of generator/build/CfGen.targets.</summary>
internal sealed class ProjectOptions : AnalyzerConfigOptionsProvider
{
    /// <summary>The project file that declares all documents.</summary>
    public const string ProjectFile = "/project/Acme.csproj";

    private readonly Dictionary<string, Options> _files = new(StringComparer.Ordinal);

    public ProjectOptions(string rootNamespace, IEnumerable<TestDocument> documents, bool report = false, bool writesListings = false)
    {
        GlobalOptions = new Options(
            new()
            {
                ["build_property.RootNamespace"] = rootNamespace,
                ["build_property.CfGenReport"] = report ? "true" : "",
                ["build_property.CfGenWriteApiListing"] = writesListings ? "true" : "",
            }
        );
        foreach (TestDocument document in documents)
            _files[document.Path] = new Options(GetItemMetadata(document));
    }

    public override AnalyzerConfigOptions GlobalOptions { get; }

    /// <summary>Keys and encoded values for one document.</summary>
    public static Dictionary<string, string> GetItemMetadata(TestDocument document)
    {
        if (document.IsUser)
            return new(AnalyzerConfigOptions.KeyComparer)
            {
                [ItemMetadata.Key] = EncodedItem.Encode([new(EncodedItem.Kind, EncodedItem.UserKind), .. document.Metadata]),
            };
        string kind =
            document.IsNames ? EncodedItem.NamesKind
            : document.IsOverlay ? EncodedItem.OverlayKind
            : document.IsListing ? EncodedItem.ListingKind
            : document.IsReference ? EncodedItem.ReferenceKind
            : EncodedItem.ClientKind;
        string encoded = EncodedItem.Encode([
            new(EncodedItem.Kind, kind),
            new(EncodedItem.ProjectFile, ProjectFile),
            new(EncodedItem.Line, document.ProjectLine),
            .. document.Metadata,
        ]);
        return new(AnalyzerConfigOptions.KeyComparer) { [ItemMetadata.Key] = encoded };
    }

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => Options.None;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _files.GetValueOrDefault(textFile.Path, Options.None);

    private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public static Options None { get; } = new([]);

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
