using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents;
using CfGen.Generator.Parsing;
using Microsoft.CodeAnalysis.Text;

namespace CfGen.Generator.Tests.Documents;

/// <summary>Shorthand of the reading tests.</summary>
internal static class DocumentLoading
{
    public static DocumentText CreateText(string text, string path = "specs/api.yaml") => new(path, SourceText.From(text));

    public static LoadedDocument Load(string text, params string[] operations) =>
        DocumentLoader.Load(
            CreateText(text),
            [],
            new DocumentLoadOptions(operations) { ProjectLocation = LocationInfo.ForFile("/project/Acme.csproj") },
            CancellationToken.None
        );

    public static LoadedDocument LoadWithReferences(string text, params (string Path, string Text)[] references) =>
        DocumentLoader.Load(
            CreateText(text),
            [.. references.Select(r => CreateText(r.Text, r.Path))],
            DocumentLoadOptions.All,
            CancellationToken.None
        );

    /// <summary>The findings as a user sees them, places counted from 1: <c>CFG0005 (6,11)-(6,30)</c>.</summary>
    public static string[] FormatLocations(this LoadedDocument read) =>
        [
            .. read.Findings.Select(finding =>
            {
                LocationInfo at = finding.ToDiagnosticInfo(read.SourceMap.GetLocation(finding.Pointer)).Location!;
                LinePosition start = at.LineSpan.Start,
                    end = at.LineSpan.End;
                return $"{finding.Id} ({start.Line + 1},{start.Character + 1})-({end.Line + 1},{end.Character + 1})";
            }),
        ];

    /// <summary>The messages as a user sees them.</summary>
    public static string[] FormatMessages(this LoadedDocument read) =>
        [
            .. read.Findings.Select(finding =>
                finding
                    .ToDiagnosticInfo(read.SourceMap.GetLocation(finding.Pointer))
                    .ToDiagnostic()
                    .GetMessage(System.Globalization.CultureInfo.InvariantCulture)
            ),
        ];

    public static string[] FormatOperations(this LoadedDocument read) => [.. read.Operations.Select(o => $"{o.Method} {o.Path}")];

    /// <summary>The text of the document at a pointer.</summary>
    public static string GetTextAt(this LoadedDocument read, string text, string path)
    {
        LocationInfo place = read.SourceMap.GetLocation(path);
        return text.Substring(place.Span.Start, place.Span.Length);
    }
}
