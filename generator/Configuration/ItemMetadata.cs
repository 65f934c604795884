using System.Globalization;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Model;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CfGen.Generator.Configuration;

/// <summary>The metadata of an item as the project wrote it, without the empty ones.</summary>
/// <param name="ProjectLocation">The place of the item in its project file, for problems of the metadata.</param>
internal sealed record ItemMetadata(InputKind Kind, EquatableArray<KeyValuePair<string, string>> Values, LocationInfo ProjectLocation)
{
    /// <summary>The name under which the compiler passes the encoded metadata of a file.</summary>
    public const string Key = "build_metadata.AdditionalFiles." + EncodedItem.MetadataName;

    // Reserved for later versions. Setting one is an error, since it would have no effect.
    private static readonly DocumentSetting[] s_unsupported = [DocumentSetting.Examples];

    /// <summary>The full path of the file of names. Empty where there is none.</summary>
    public string Names => GetValue(DocumentSetting.Names);

    /// <summary>The full path of the listing. Empty where there is none.</summary>
    public string ApiListing => GetValue(DocumentSetting.ApiListing);

    /// <summary>The full paths of the overlays, in the order in which they are applied.</summary>
    public EquatableArray<string> Overlays => MetadataReader.SplitList(GetValue(DocumentSetting.Overlay));

    /// <summary>Creates the metadata of a document from its options.</summary>
    /// <param name="documentPath">The location where no project file is known.</param>
    public static ItemMetadata Create(string documentPath, AnalyzerConfigOptions options)
    {
        options.TryGetValue(Key, out string? encoded);
        List<KeyValuePair<string, string>> values = EncodedItem.Decode(encoded ?? "");
        InputKind kind = TakeValue(values, EncodedItem.Kind) switch
        {
            EncodedItem.NamesKind => InputKind.Names,
            EncodedItem.OverlayKind => InputKind.Overlay,
            EncodedItem.ListingKind => InputKind.Listing,
            EncodedItem.ReferenceKind => InputKind.Reference,
            _ => InputKind.Client,
        };
        string? projectFile = TakeValue(values, EncodedItem.ProjectFile);
        string? line = TakeValue(values, EncodedItem.Line);
        LocationInfo location = projectFile is null ? LocationInfo.ForFile(documentPath) : CreateLocation(projectFile, line);
        return new ItemMetadata(kind, values.ToEquatable(), location);
    }

    /// <summary>Converts the metadata to options. Null, with findings, where a value is not one that its metadata can have.</summary>
    public GenerationOptions? ToOptions(ProjectProperties project, FindingCollector findings)
    {
        MetadataReader reader = new(this, findings);
        foreach (DocumentSetting setting in s_unsupported)
            reader.RejectUnsupported(setting);
        GenerationOptions options = new(reader, project);
        return reader.HasErrors ? null : options;
    }

    /// <summary>Returns the value of a metadata, trimmed. Empty where there is none.</summary>
    public string GetValue(DocumentSetting setting)
    {
        string name = setting.ToString();
        foreach (KeyValuePair<string, string> value in Values)
        {
            if (value.Key == name)
                return value.Value.Trim();
        }

        return "";
    }

    private static LocationInfo CreateLocation(string projectFile, string? line)
    {
        if (!int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number < 1)
            return LocationInfo.ForFile(projectFile);
        LinePosition start = new(number - 1, 0);
        return new LocationInfo(projectFile, default, new LinePositionSpan(start, start));
    }

    private static string? TakeValue(List<KeyValuePair<string, string>> values, string name)
    {
        int index = values.FindIndex(v => v.Key == name);
        if (index < 0)
            return null;
        string value = values[index].Value;
        values.RemoveAt(index);
        return value;
    }
}
