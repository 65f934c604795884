using System.Globalization;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Model;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CfGen.Generator.Configuration;

/// <summary>The metadata of an item as the project wrote it, without the empty ones.</summary>
/// <param name="ProjectLocation">The place of the item in its project file, for what is wrong with the metadata.</param>
internal sealed record ItemMetadata(
    InputKind Kind,
    EquatableArray<KeyValuePair<string, string>> Values,
    LocationInfo ProjectLocation,
    string RootNamespace,
    string ProjectDirectory,
    bool Report
)
{
    /// <summary>The name under which the compiler passes the encoded metadata of a file.</summary>
    public const string Key = "build_metadata.AdditionalFiles." + EncodedItem.MetadataName;

    // Reserved for later versions. A project that sets one gets an error, since it would have no effect.
    private static readonly HashSet<string> s_unsupported =
    [
        nameof(DocumentSetting.Overlay),
        nameof(DocumentSetting.Examples),
        nameof(DocumentSetting.ApiListing),
        nameof(DocumentSetting.SourceUrl),
    ];

    public static ItemMetadata Create(string documentPath, AnalyzerConfigOptions metadata, AnalyzerConfigOptions global)
    {
        metadata.TryGetValue(Key, out string? encoded);
        global.TryGetValue("build_property.RootNamespace", out string? root);
        global.TryGetValue("build_property.ProjectDir", out string? directory);
        global.TryGetValue("build_property.CfGenReport", out string? report);
        List<KeyValuePair<string, string>> values = EncodedItem.Decode(encoded ?? "");
        InputKind kind = TakeValue(values, EncodedItem.Kind) switch
        {
            EncodedItem.NamesKind => InputKind.Names,
            EncodedItem.ReferenceKind => InputKind.Reference,
            _ => InputKind.Client,
        };
        string? projectFile = TakeValue(values, EncodedItem.ProjectFile);
        string? line = TakeValue(values, EncodedItem.Line);
        return new ItemMetadata(
            kind,
            values.ToEquatable(),
            projectFile is null ? LocationInfo.ForFile(documentPath) : CreateLocation(projectFile, line),
            root ?? "",
            directory ?? "",
            string.Equals(report?.Trim(), "true", StringComparison.OrdinalIgnoreCase)
        );
    }

    /// <summary>The full path of the file of names. Empty where there is none.</summary>
    public string Names => GetValue(DocumentSetting.Names);

    /// <summary>Converts the metadata to options. Null, with diagnostics, where a value is not one that its metadata can have.</summary>
    public GenerationOptions? ToOptions(FindingCollector wrong)
    {
        LocationInfo place = ProjectLocation;
        foreach (KeyValuePair<string, string> value in Values)
        {
            if (s_unsupported.Contains(value.Key) && !(value.Key == nameof(DocumentSetting.Examples) && IsFalse(value.Value)))
                wrong.Add(ConfigurationFindings.UnsupportedMetadata(value.Key, value.Value, place));
        }

        string models = OneOf(DocumentSetting.Models, "record", "class");
        string access = OneOf(DocumentSetting.Access, "public", "internal");
        string interfaces = OneOf(DocumentSetting.Interfaces, "false", "true");
        string json = OneOf(DocumentSetting.Json, "used", "both");
        string space = Identifier(DocumentSetting.Namespace, dotted: true, "a namespace such as Acme.Cloudflare");
        string client = Identifier(DocumentSetting.ClientName, dotted: false, "a class name such as CloudflareClient");
        if (wrong.Count > 0)
            return null;
        return new GenerationOptions(
            RootNamespace,
            space,
            client,
            Operations(),
            models == "record",
            access,
            interfaces == "true",
            Report,
            json == "both"
        );

        string OneOf(DocumentSetting setting, params string[] allowed)
        {
            string value = GetValue(setting);
            if (value.Length == 0)
                return allowed[0];
            // MSBuild writes True as readily as true.
            string lower = value.ToLowerInvariant();
            if (Array.IndexOf(allowed, lower) < 0)
                wrong.Add(ConfigurationFindings.InvalidMetadata(setting.ToString(), value, string.Join(" or ", allowed), place));
            return lower;
        }

        string Identifier(DocumentSetting setting, bool dotted, string example)
        {
            string value = GetValue(setting);
            string[] parts = dotted ? value.Split('.') : [value];
            if (value.Length > 0 && !parts.All(Microsoft.CodeAnalysis.CSharp.SyntaxFacts.IsValidIdentifier))
                wrong.Add(ConfigurationFindings.InvalidMetadata(setting.ToString(), value, example, place));
            else if (
                parts.Any(p => Microsoft.CodeAnalysis.CSharp.SyntaxFacts.GetKeywordKind(p) != Microsoft.CodeAnalysis.CSharp.SyntaxKind.None)
            )
                wrong.Add(ConfigurationFindings.InvalidMetadata(setting.ToString(), value, example + ", without C# keywords", place));
            return value;
        }
    }

    private EquatableArray<string> Operations() =>
        GetValue(DocumentSetting.Operations)
            .Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Select(p => p.Trim())
            .Where(p => p.Length > 0)
            .ToEquatable();

    private string GetValue(DocumentSetting setting)
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

    private static bool IsFalse(string value) => value.Trim().Equals("false", StringComparison.OrdinalIgnoreCase);
}
