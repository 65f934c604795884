using CfGen.Generator.Diagnostics;
using CfGen.Generator.Reading;
using Microsoft.CodeAnalysis.Text;

namespace CfGen.Generator.Tests.Reading;

/// <summary>Shorthand of the reading tests.</summary>
internal static class Reads
{
    public static DocumentText Text(string text, string path = "specs/api.yaml") => new(path, SourceText.From(text));

    public static ReadDocument Document(string text, params string[] operations) =>
        DocumentReader.Read(Text(text), [], new ReadingOptions(operations), CancellationToken.None);

    public static ReadDocument With(string text, params (string Path, string Text)[] references) =>
        DocumentReader.Read(Text(text), [.. references.Select(r => Text(r.Text, r.Path))], ReadingOptions.All, CancellationToken.None);

    /// <summary>The findings as a user sees them, places counted from 1: <c>CFG0005 (6,11)-(6,30)</c>.</summary>
    public static string[] Places(this ReadDocument read) => [.. read.Findings.Select(finding =>
    {
        LocationInfo at = finding.ToDiagnosticInfo(read.Positions).Location!;
        LinePosition start = at.LineSpan.Start, end = at.LineSpan.End;
        return $"{finding.Id} ({start.Line + 1},{start.Character + 1})-({end.Line + 1},{end.Character + 1})";
    })];

    /// <summary>The messages as a user sees them.</summary>
    public static string[] Messages(this ReadDocument read) =>
        [.. read.Findings.Select(finding => finding.ToDiagnosticInfo(read.Positions).ToDiagnostic().GetMessage(System.Globalization.CultureInfo.InvariantCulture))];

    public static string[] Names(this ReadDocument read) => [.. read.Operations.Select(o => $"{o.Method} {o.Path}")];

    /// <summary>The text of the document at a pointer.</summary>
    public static string At(this ReadDocument read, string text, string path)
    {
        DocumentPlace place = read.Positions.Find(path);
        return text.Substring(place.Start, place.Length);
    }
}
