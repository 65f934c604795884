using System.Text.Json.Nodes;
using CfGen.Generator.Reading.ObjectModel;
using CfGen.Generator.Reading.Parsing;
using CfGen.Generator.Reading.References;
using CfGen.Generator.Reading.Selection;
using Microsoft.OpenApi;

namespace CfGen.Generator.Reading;

/// <summary>
/// The reading stage: text to tree with places, version, selection, references, pruning, object model. What is wrong on the way becomes
/// a finding; an operation that something is wrong with is left out, and the others are read.
/// </summary>
internal static class DocumentReader
{
    /// <summary>Reads one document. Throws nothing but <see cref="OperationCanceledException"/>.</summary>
    /// <param name="document">The document.</param>
    /// <param name="references">The documents that may be reached by relative <c>$ref</c>.</param>
    /// <param name="options">What to read of it.</param>
    /// <param name="ct">Asked between and within the steps.</param>
    public static ReadDocument Read(DocumentText document, IReadOnlyList<DocumentText> references, ReadingOptions options, CancellationToken ct)
    {
        List<Finding> findings = [];
        ParsedText? parsed = null;
        try
        {
            parsed = TextParser.Parse(document, ct);
            return Read(parsed, references, options, findings, ct);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            findings.Add(InternalError(JsonPointer.Root, "reading the document", exception));
            return new ReadDocument { Positions = parsed?.Positions ?? new PositionIndex(document, new PositionTree()), Findings = findings };
        }
    }

    /// <summary>A fault of ours, with what was being done.</summary>
    public static Finding InternalError(string pointer, string doing, Exception exception) =>
        new("CFG0099", pointer, doing, exception.GetType().Name + ": " + FirstLine(exception.Message));

    private static ReadDocument Read(
        ParsedText parsed, IReadOnlyList<DocumentText> references, ReadingOptions options, List<Finding> findings, CancellationToken ct)
    {
        findings.AddRange(parsed.Findings);
        if (parsed.Failed) return new ReadDocument { Positions = parsed.Positions, Findings = findings };
        (SpecVersion? version, Finding? problem) = SpecVersion.Read(parsed.Root);
        if (version is null)
        {
            findings.Add(problem!);
            return new ReadDocument { Positions = parsed.Positions, Root = parsed.Root, Findings = findings };
        }

        var root = (JsonObject)parsed.Root!;
        version.Normalize(root);
        List<string> schemas = [.. SchemaNames(root, version)];
        var documents = new DocumentSet(parsed, references, findings, ct);
        var linker = new Linker(documents, version, findings, ct);

        List<FoundOperation> found = MarkDuplicateIds(OperationFinder.Find(documents.Main, linker));
        var results = new ResultReader(new ReferenceResolver(documents, rewritten: _ => null, quietly: true));
        List<OperationOutline> outlines = [.. found.Select(o => new OperationOutline(o.Site, o.Node, o.Tags.Count > 0 ? o.Tags[0] : null, results.Of(o)))];
        List<FoundOperation> selected = Select(found, options, findings);
        Dictionary<FoundOperation, Unit> units = Link(documents, selected, linker);
        var losses = new Losses();
        var reachability = new Reachability(linker, findings, losses, options.ProjectDirectory);
        List<FoundOperation> sound = reachability.LeaveOutBroken(selected, units);

        var tree = new SelectedTree(root, version, linker);
        OpenApiDocument? model = ObjectModelBuilder.Build(tree, sound, units, findings, losses, ct);
        List<OperationSite> sites = [.. sound.Select(operation => operation.Site)];
        ReportDuplicateIds(sites, parsed.Positions, findings);
        return new ReadDocument
        {
            Document = model,
            Positions = parsed.Positions,
            Root = root,
            SpecVersion = version.Text,
            Operations = sites,
            Selected = [.. selected.Select(operation => operation.Site)],
            Losses = losses,
            Outlines = outlines,
            SchemaNames = schemas,
            Findings = findings,
        };
    }

    private static ICollection<string> SchemaNames(JsonObject root, SpecVersion version)
    {
        JsonNode? schemas = version.Is2 ? root["definitions"] : (root["components"] as JsonObject)?["schemas"];
        return schemas is JsonObject members ? members.Names() : [];
    }

    private static List<FoundOperation> Select(List<FoundOperation> found, ReadingOptions options, List<Finding> findings)
    {
        var selection = new OperationSelection(options.Operations, findings);
        List<FoundOperation> selected = [];
        foreach (FoundOperation operation in found)
        {
            if (selection.Selects(operation.Site.Path, operation.Site.Method, operation.Site.OperationId, operation.Tags)) selected.Add(operation);
        }

        findings.AddRange(selection.Unused(found.Count));
        return selected;
    }

    private static Dictionary<FoundOperation, Unit> Link(DocumentSet documents, List<FoundOperation> selected, Linker linker)
    {
        Dictionary<FoundOperation, Unit> units = [];
        foreach (FoundOperation operation in selected)
        {
            if (operation.Content is not { } content) continue;
            FoundPathItem item = operation.PathItem;
            Unit shared = linker.UnitOf(item.Node)
                ?? linker.Add(new Unit(Kind.PathItem, item.Node, item.Source, item.SourcePointer, item.Pointer));
            string pointer = content.Pointer == operation.Site.Pointer ? operation.Site.Pointer : content.Pointer;
            var unit = new Unit(Kind.Operation, operation.Node, content.Source, pointer, operation.Site.Pointer) { Operation = operation.Site };
            unit.Need(shared);
            units.Add(operation, linker.Add(unit));
        }

        // Descriptions in files of their own: off the rules, but common.
        foreach (string key in new[] { "info", "tags" })
        {
            string pointer = JsonPointer.Append(JsonPointer.Root, key);
            if (documents.Main.Root![key] is (JsonObject or JsonArray) and { } prose) linker.Add(new Unit(Kind.Prose, prose, documents.Main, pointer, pointer));
        }

        linker.Run();
        return units;
    }

    // Over all operations, so that a selection does not decide who keeps the id.
    private static List<FoundOperation> MarkDuplicateIds(List<FoundOperation> operations)
    {
        HashSet<string> ids = new(StringComparer.Ordinal);
        return [.. operations.Select(operation => operation.Site.OperationId is { Length: > 0 } id && !ids.Add(id)
            ? operation with { Site = operation.Site with { HasDuplicateId = true } }
            : operation)];
    }

    private static void ReportDuplicateIds(List<OperationSite> sites, PositionIndex positions, List<Finding> findings)
    {
        Dictionary<string, OperationSite> first = new(StringComparer.Ordinal);
        foreach (OperationSite site in sites)
        {
            if (site.OperationId is not { Length: > 0 } id)
                continue;
            if (first.TryGetValue(id, out OperationSite? earlier))
            {
                findings.Add(new Finding(
                    "CFG0006", JsonPointer.Append(site.Pointer, "operationId"), id, Reachability.Name(earlier),
                    Numbers.Text(positions.Find(JsonPointer.Append(earlier.Pointer, "operationId")).Line + 1)));
            }
            else
            {
                first.Add(id, site);
            }
        }
    }

    /// <summary>What a message can hold of another one.</summary>
    public static string FirstLine(string text)
    {
        int end = text.IndexOfAny(['\r', '\n']);
        return (end < 0 ? text : text.Substring(0, end)).TrimEnd('.');
    }
}
