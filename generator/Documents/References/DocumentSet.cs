using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.References;

/// <summary>One document of a set, parsed.</summary>
internal sealed class SourceDocument(string name, ParsedText parsed, bool isMain)
{
    private Dictionary<string, string>? _anchors;

    /// <summary>The path with <c>/</c> and without <c>.</c> and <c>..</c>.</summary>
    public string Name { get; } = name;

    public ParsedText Parsed { get; } = parsed;

    public JsonNode? Root => Parsed.Root;

    public SourceMap SourceMap => Parsed.SourceMap;

    public bool IsMain { get; } = isMain;

    /// <summary>A pointer as messages show it: with the file's name before it, where it is not the main document.</summary>
    public string FormatPointer(string pointer) => IsMain ? pointer : Name.Substring(Name.LastIndexOf('/') + 1) + pointer;

    /// <summary>Gives a finding of this document its location, where the main document does not have the pointer.</summary>
    public Finding Locate(Finding finding) =>
        IsMain ? finding : finding with { Pointer = FormatPointer(finding.Pointer), Location = SourceMap.GetLocation(finding.Pointer) };

    /// <summary>The pointer of the schema with <c>$anchor: name</c> or <c>$id: name</c>; null where there is none.</summary>
    public string? FindAnchor(string name)
    {
        if (_anchors is null)
        {
            _anchors = new Dictionary<string, string>(StringComparer.Ordinal);
            CollectAnchors(Root, JsonPointer.Root, _anchors);
        }

        return _anchors.TryGetValue(name, out string? pointer) ? pointer : null;
    }

    private static void CollectAnchors(JsonNode? node, string pointer, Dictionary<string, string> anchors)
    {
        switch (node)
        {
            case JsonObject value:
                foreach (KeyValuePair<string, JsonNode?> member in value)
                {
                    if (
                        member.Key is "$anchor" or "$dynamicAnchor" or "$id"
                        && member.Value is JsonValue text
                        && text.TryGetValue(out string? name)
                        && !anchors.ContainsKey(name)
                    )
                        anchors.Add(name, pointer);
                    else
                        CollectAnchors(member.Value, JsonPointer.Append(pointer, member.Key), anchors);
                }

                break;
            case JsonArray list:
                for (int i = 0; i < list.Count; i++)
                    CollectAnchors(list[i], JsonPointer.Append(pointer, i), anchors);
                break;
        }
    }
}

/// <summary>The main document and those declared beside it, parsed when first reached. Paths are compared as text: nothing is opened.</summary>
internal sealed class DocumentSet
{
    private readonly Dictionary<string, DocumentText> _references = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DocumentText> _referencesInAnyCase = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, SourceDocument> _documents = new(StringComparer.Ordinal);
    private readonly HashSet<SourceDocument> _reported = [];
    private readonly FindingCollector _findings;
    private readonly CancellationToken _ct;

    public DocumentSet(ParsedText main, IReadOnlyList<DocumentText> references, FindingCollector findings, CancellationToken ct)
    {
        foreach (DocumentText reference in references)
        {
            string path = Normalize(reference.Path);
            if (!_references.ContainsKey(path))
                _references.Add(path, reference);
            if (!_referencesInAnyCase.ContainsKey(path))
                _referencesInAnyCase.Add(path, reference);
        }

        _findings = findings;
        _ct = ct;
        Main = new SourceDocument(Normalize(main.Document.Path), main, isMain: true);
        _documents.Add(Main.Name, Main);
    }

    public SourceDocument Main { get; }

    /// <summary>The path that a relative reference leads to, seen from a document.</summary>
    public static string ResolvePath(SourceDocument from, string relative)
    {
        relative = Uri.UnescapeDataString(relative).Replace('\\', '/');
        if (IsAbsolute(relative))
            return relative;
        return Normalize(from.Name.Substring(0, from.Name.LastIndexOf('/') + 1) + relative);
    }

    /// <summary>The declared document at a path; null where none is.</summary>
    /// <param name="path">As <see cref="ResolvePath"/> gives it.</param>
    /// <param name="quietly">Without findings: they come when it is asked for in earnest.</param>
    public SourceDocument? FindDocument(string path, bool quietly)
    {
        SourceDocument? source = FindDocument(path);
        if (!quietly && source is { IsMain: false } && _reported.Add(source))
            _findings.AddRange(source.Parsed.Findings);
        return source;
    }

    private SourceDocument? FindDocument(string path)
    {
        if (_documents.TryGetValue(path, out SourceDocument? known))
            return known;

        // Exactly first; then in any case, as Windows and macOS find files.
        if (!_references.TryGetValue(path, out DocumentText? text) && !_referencesInAnyCase.TryGetValue(path, out text))
            return string.Equals(path, Main.Name, StringComparison.OrdinalIgnoreCase) ? Main : null;
        var source = new SourceDocument(path, TextParser.Parse(text, _ct), isMain: false);
        _documents.Add(path, source);
        return source;
    }

    private static bool IsAbsolute(string path) =>
        path.StartsWith("/", StringComparison.Ordinal)
        || path.IndexOf("://", StringComparison.Ordinal) >= 0
        || (path.Length > 1 && path[1] == ':');

    private static string Normalize(string path)
    {
        List<string> kept = [];
        foreach (string part in path.Replace('\\', '/').Split('/'))
        {
            if (part == ".")
                continue;
            if (part == ".." && kept.Count > 0 && kept[kept.Count - 1] is not ("" or ".."))
                kept.RemoveAt(kept.Count - 1);
            else
                kept.Add(part);
        }

        return string.Join("/", kept);
    }
}
