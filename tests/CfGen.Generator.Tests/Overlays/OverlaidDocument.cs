using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Overlays;
using CfGen.Generator.Parsing;
using CfGen.Generator.Tests.Documents;

namespace CfGen.Generator.Tests.Overlays;

/// <summary>A document with overlays applied to it: its tree, its positions and its findings.</summary>
internal sealed class OverlaidDocument
{
    public const string Head = "overlay: 1.1.0\ninfo: { title: Corrections, version: '1' }\n";

    private readonly string _text;
    private readonly string[] _overlays;

    private OverlaidDocument(string text, string[] overlays, ParsedText parsed, IReadOnlyList<Finding> findings)
    {
        _text = text;
        _overlays = overlays;
        Parsed = parsed;
        Findings = findings;
    }

    public ParsedText Parsed { get; }

    public JsonNode? Root => Parsed.Root;

    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Applies overlays, which are named <c>specs/0.yaml</c>, <c>specs/1.yaml</c> and so on.</summary>
    public static OverlaidDocument Apply(string document, params string[] overlays)
    {
        DocumentText text = DocumentLoading.CreateText(document);
        FindingCollector findings = new();
        DocumentText[] texts = [.. overlays.Select((o, i) => DocumentLoading.CreateText(o, $"specs/{i}.yaml"))];
        ParsedText parsed = TextParser.Parse(text, default);
        new OverlaySet(texts, text, [], findings, default).ApplyTo(parsed);
        findings.AddRange(parsed.Findings);
        return new OverlaidDocument(document, overlays, parsed, findings);
    }

    /// <summary>Applies the actions of one overlay.</summary>
    public static OverlaidDocument ApplyActions(string document, string actions) =>
        Apply(document, Head + "actions:\n" + string.Join('\n', actions.Split('\n').Select(l => "  " + l)));

    /// <summary>The file and the text at a pointer of the result: <c>0.yaml: title</c>.</summary>
    public string GetTextAt(string pointer) => Describe(Parsed.SourceMap.GetLocation(pointer));

    /// <summary>The ids of the findings with their places.</summary>
    public string[] FormatFindings() =>
        [.. Findings.Select(f => $"{f.Id} {Describe(f.Location ?? Parsed.SourceMap.GetLocation(f.Pointer))}")];

    private string Describe(LocationInfo location)
    {
        string name = location.FilePath["specs/".Length..];
        string text =
            name == "api.yaml" ? _text : _overlays[int.Parse(name.Split('.')[0], System.Globalization.CultureInfo.InvariantCulture)];
        string found = text.Substring(location.Span.Start, location.Span.Length);
        int line = text[..location.Span.Start].Count(c => c == '\n');
        Assert.Equal(line, location.LineSpan.Start.Line);
        return $"{name}: {found}";
    }
}
