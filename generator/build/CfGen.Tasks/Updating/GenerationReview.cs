using System.Globalization;
using System.Runtime.Serialization.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace CfGen.Tasks.Updating;

/// <summary>Reads what the compiler said of new documents: its error log, in SARIF 2.1.</summary>
internal sealed class GenerationReview
{
    private const string TotalsId = "CFG4004";

    private static readonly Regex s_totals = new(@"has ([0-9]+) operations: ([0-9]+) generated", RegexOptions.CultureInvariant);

    private readonly List<Result> _results;

    private GenerationReview(List<Result> results) => _results = results;

    /// <summary>Reads the error log. Null where the compiler did not write one.</summary>
    public static GenerationReview? TryRead(string path)
    {
        try
        {
            using XmlDictionaryReader reader = JsonReaderWriterFactory.CreateJsonReader(
                File.ReadAllBytes(path),
                XmlDictionaryReaderQuotas.Max
            );
            XElement log = XElement.Load(reader);
            return new GenerationReview([.. log.Elements("runs").Elements().Elements("results").Elements().Select(ReadResult)]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or XmlException)
        {
            return null;
        }
    }

    /// <summary>Returns the first error of the generator. Null where there is none.</summary>
    /// <param name="isRelevant">True for the path of a file whose errors count.</param>
    public string? FindError(Func<string, bool> isRelevant) =>
        _results
            .Find(r => r.Level == "error" && r.Id.StartsWith("CFG", StringComparison.Ordinal) && (r.Path.Length == 0 || isRelevant(r.Path)))
            ?.ToString();

    /// <summary>Returns the differences between clients and their listings, each with its place, in the order of the compiler.</summary>
    public IEnumerable<(string Id, string Path, string Line, string Message)> FindChanges() =>
        _results.FindAll(r => r.Id.StartsWith("CFG5", StringComparison.Ordinal)).Select(r => (r.Id, r.Path, r.Line, r.Message));

    /// <summary>Returns the numbers of operations of a document, and of those that were generated. Null where it was not read.</summary>
    public (int All, int Generated)? FindOperations(string path)
    {
        foreach (Result result in _results)
        {
            if (
                result.Id == TotalsId
                && result.Path.Equals(path, StringComparison.OrdinalIgnoreCase)
                && s_totals.Match(result.Message) is { Success: true } totals
            )
                return (ParseNumber(totals.Groups[1].Value), ParseNumber(totals.Groups[2].Value));
        }

        return null;
    }

    private static int ParseNumber(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static Result ReadResult(XElement result)
    {
        XElement? place = result.Elements("locations").Elements().Elements("physicalLocation").FirstOrDefault();
        string uri = place?.Element("artifactLocation")?.Element("uri")?.Value ?? "";
        string path =
            Uri.TryCreate(uri, UriKind.Absolute, out Uri? absolute) && absolute.IsFile ? absolute.LocalPath : Uri.UnescapeDataString(uri);
        return new Result(
            result.Element("ruleId")?.Value ?? "",
            result.Element("level")?.Value ?? "warning",
            result.Element("message")?.Element("text")?.Value ?? "",
            path.Length == 0 ? "" : Path.GetFullPath(path),
            place?.Element("region")?.Element("startLine")?.Value ?? ""
        );
    }

    private sealed record Result(string Id, string Level, string Message, string Path, string Line)
    {
        public override string ToString() => $"{Id}{(Line.Length == 0 ? "" : $" in line {Line}")}: {Message}";
    }
}
