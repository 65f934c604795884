using CfGen.Generator.Diagnostics;
using CfGen.Generator.Model;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CfGen.Generator.Configuration;

/// <summary>The metadata of an item, by name; the targets hand over URL-encoded copies, since the compiler's own format cuts values at ; and #.</summary>
internal sealed record ItemMetadata(
    EquatableArray<KeyValuePair<string, string>> Values,
    string RootNamespace,
    string ProjectDirectory,
    bool Report
)
{
    private static readonly string[] s_metadataNames =
    [
        "Namespace",
        "ClientName",
        "Operations",
        "Models",
        "Access",
        "Interfaces",
        "Names",
        "Overlay",
        "Examples",
        "ApiListing",
        "SourceUrl",
        "Json",
    ];

    // What they will do is settled, so a project that sets one is told, not left to wonder.
    private static readonly HashSet<string> s_unsupported = ["Overlay", "Examples", "ApiListing", "SourceUrl"];

    public static ItemMetadata Create(AnalyzerConfigOptions metadata, AnalyzerConfigOptions global)
    {
        List<KeyValuePair<string, string>> values = [];
        foreach (string name in s_metadataNames)
        {
            if (metadata.TryGetValue("build_metadata.AdditionalFiles.CfGen" + name, out string? encoded) && encoded.Length > 0)
                values.Add(new KeyValuePair<string, string>(name, Uri.UnescapeDataString(encoded)));
        }

        global.TryGetValue("build_property.RootNamespace", out string? root);
        global.TryGetValue("build_property.ProjectDir", out string? directory);
        global.TryGetValue("build_property.CfGenReport", out string? report);
        return new ItemMetadata(
            values.ToEquatable(),
            root ?? "",
            directory ?? "",
            string.Equals(report?.Trim(), "true", StringComparison.OrdinalIgnoreCase)
        );
    }

    /// <summary>The full path of the file with names; empty where there is none.</summary>
    public string Names => GetValue("Names");

    /// <summary>The settings, where every value is one that can be honoured; else what is wrong, and null.</summary>
    public GenerationOptions? ToOptions(string path, List<DiagnosticInfo> wrong)
    {
        LocationInfo place = LocationInfo.ForFile(path);
        foreach (KeyValuePair<string, string> value in Values)
        {
            if (s_unsupported.Contains(value.Key) && !(value.Key == "Examples" && IsFalse(value.Value)))
                wrong.Add(
                    new DiagnosticInfo("CFG2001", place, value.Key, value.Value, "remove it, this version of CfGen does not have it yet")
                );
        }

        string models = OneOf("Models", "record", "class");
        string access = OneOf("Access", "public", "internal");
        string interfaces = OneOf("Interfaces", "false", "true");
        string json = OneOf("Json", "used", "both");
        string space = Identifier("Namespace", dotted: true, "a namespace such as Acme.Cloudflare");
        string client = Identifier("ClientName", dotted: false, "a class name such as CloudflareClient");
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

        string OneOf(string name, params string[] allowed)
        {
            string value = GetValue(name);
            if (value.Length == 0)
                return allowed[0];
            // MSBuild writes True as readily as true.
            string lower = value.ToLowerInvariant();
            if (Array.IndexOf(allowed, lower) < 0)
                wrong.Add(new DiagnosticInfo("CFG2004", place, name, value, string.Join(", ", allowed)));
            return lower;
        }

        string Identifier(string name, bool dotted, string example)
        {
            string value = GetValue(name);
            string[] parts = dotted ? value.Split('.') : [value];
            if (value.Length > 0 && !parts.All(Microsoft.CodeAnalysis.CSharp.SyntaxFacts.IsValidIdentifier))
                wrong.Add(new DiagnosticInfo("CFG2004", place, name, value, example));
            else if (
                parts.Any(p => Microsoft.CodeAnalysis.CSharp.SyntaxFacts.GetKeywordKind(p) != Microsoft.CodeAnalysis.CSharp.SyntaxKind.None)
            )
                wrong.Add(new DiagnosticInfo("CFG2004", place, name, value, example + ", without C# keywords"));
            return value;
        }
    }

    private EquatableArray<string> Operations() =>
        GetValue("Operations")
            .Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Select(p => p.Trim())
            .Where(p => p.Length > 0)
            .ToEquatable();

    private string GetValue(string name)
    {
        foreach (KeyValuePair<string, string> value in Values)
        {
            if (value.Key == name)
                return value.Value.Trim();
        }

        return "";
    }

    private static bool IsFalse(string value) => value.Trim().Equals("false", StringComparison.OrdinalIgnoreCase);
}
