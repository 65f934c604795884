using CfGen.Generator.Diagnostics;
using CfGen.Generator.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace CfGen.Generator.Configuration;

/// <summary>Reads the values of an item's metadata, and reports those that are not valid.</summary>
internal sealed class MetadataReader(ItemMetadata metadata, FindingCollector findings)
{
    /// <summary>True if a value was not valid.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Reads one of the allowed values, in any case. The first of them is the default.</summary>
    public string ReadKeyword(DocumentSetting setting, params string[] allowed)
    {
        string value = metadata.GetValue(setting);
        if (value.Length == 0)
            return allowed[0];
        // MSBuild writes both true and True.
        if (Array.Find(allowed, a => a.Equals(value, StringComparison.OrdinalIgnoreCase)) is { } keyword)
            return keyword;
        AddError(setting, value, string.Join(" or ", allowed));
        return allowed[0];
    }

    /// <summary>Reads a C# identifier. Empty where there is none.</summary>
    public string ReadIdentifier(DocumentSetting setting)
    {
        string value = metadata.GetValue(setting);
        CheckIdentifiers(setting, value, [value], "a class name such as CloudflareClient");
        return value;
    }

    /// <summary>Reads a C# namespace. Empty where there is none.</summary>
    public string ReadNamespace(DocumentSetting setting)
    {
        string value = metadata.GetValue(setting);
        CheckIdentifiers(setting, value, value.Split('.'), "a namespace such as Acme.Cloudflare");
        return value;
    }

    /// <summary>Reads values with <c>;</c> or line breaks between them.</summary>
    public EquatableArray<string> ReadList(DocumentSetting setting) => SplitList(metadata.GetValue(setting));

    /// <summary>Splits a value at <c>;</c> and line breaks.</summary>
    public static EquatableArray<string> SplitList(string value) =>
        value.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(p => p.Trim()).Where(p => p.Length > 0).ToEquatable();

    /// <summary>Reports a metadata that this version does not support. <c>Examples="false"</c> asks for nothing.</summary>
    public void RejectUnsupported(DocumentSetting setting)
    {
        string value = metadata.GetValue(setting);
        if (value.Length == 0 || (setting == DocumentSetting.Examples && value.Equals("false", StringComparison.OrdinalIgnoreCase)))
            return;
        HasErrors = true;
        findings.Add(ConfigurationFindings.UnsupportedMetadata(setting.ToString(), value, metadata.ProjectLocation));
    }

    private void CheckIdentifiers(DocumentSetting setting, string value, string[] parts, string example)
    {
        if (value.Length == 0)
            return;
        if (!Array.TrueForAll(parts, SyntaxFacts.IsValidIdentifier))
            AddError(setting, value, example);
        else if (Array.Exists(parts, p => SyntaxFacts.GetKeywordKind(p) != SyntaxKind.None))
            AddError(setting, value, example + ", without C# keywords");
    }

    private void AddError(DocumentSetting setting, string value, string allowed)
    {
        HasErrors = true;
        findings.Add(ConfigurationFindings.InvalidMetadata(setting.ToString(), value, allowed, metadata.ProjectLocation));
    }
}
