using System.Text.Json.Nodes;
using CfGen.Generator.Configuration;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents.ObjectModel;
using CfGen.Generator.Documents.References;
using CfGen.Generator.Documents.Selection;
using CfGen.Generator.Parsing;
using Microsoft.OpenApi;

namespace CfGen.Generator.Documents;

/// <summary>
/// The reading stage: text to tree with places, version, selection, references, pruning, object model. What is wrong on the way becomes
/// a finding; an operation that something is wrong with is left out, and the others are read.
/// </summary>
internal static class DocumentLoader
{
    /// <summary>Reads one document. Throws nothing but <see cref="OperationCanceledException"/>.</summary>
    /// <param name="document">The document.</param>
    /// <param name="references">The documents that may be reached by relative <c>$ref</c>.</param>
    /// <param name="options">What to read of it.</param>
    /// <param name="ct">Asked between and within the steps.</param>
    public static LoadedDocument Load(
        DocumentText document,
        IReadOnlyList<DocumentText> references,
        DocumentLoadOptions options,
        CancellationToken ct
    )
    {
        FindingCollector findings = new();
        ParsedText? parsed = null;
        try
        {
            parsed = TextParser.Parse(document, ct);
            return Load(parsed, references, options, findings, ct);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            findings.Add(DocumentFindings.InternalError(JsonPointer.Root, "reading the document", exception));
            return new LoadedDocument { SourceMap = parsed?.SourceMap ?? new SourceMap(document, new PositionTree()), Findings = findings };
        }
    }

    private static LoadedDocument Load(
        ParsedText parsed,
        IReadOnlyList<DocumentText> references,
        DocumentLoadOptions options,
        FindingCollector findings,
        CancellationToken ct
    )
    {
        findings.AddRange(parsed.Findings);
        if (parsed.HasFailed)
            return new LoadedDocument { SourceMap = parsed.SourceMap, Findings = findings };
        (SpecVersion? version, Finding? problem) = SpecVersion.Read(parsed.Root);
        if (version is null)
        {
            findings.Add(problem!);
            return new LoadedDocument
            {
                SourceMap = parsed.SourceMap,
                Root = parsed.Root,
                Findings = findings,
            };
        }

        var root = (JsonObject)parsed.Root!;
        version.Normalize(root);
        List<string> schemas = [.. GetSchemaNames(root, version)];
        var documents = new DocumentSet(parsed, references, findings, ct);
        var linker = new ReferenceLinker(documents, version, findings, ct);

        List<FoundOperation> found = MarkDuplicateIds(OperationFinder.FindOperations(documents.Main, linker));
        var results = new ResponseShapeReader(new ReferenceResolver(documents, rewritten: _ => null, quietly: true));
        List<OperationOutline> outlines =
        [
            .. found.Select(o => new OperationOutline(o.Operation, o.Node, o.Tags.Count > 0 ? o.Tags[0] : null, results.ReadShape(o))),
        ];
        List<FoundOperation> selected = SelectOperations(found, options, findings);
        Dictionary<FoundOperation, ReferencedElement> units = LinkOperations(documents, selected, linker);
        var losses = new SkippedOperations();
        var reachability = new Reachability(linker, findings, losses, options.ProjectDirectory);
        List<FoundOperation> sound = reachability.RemoveBroken(selected, units);

        var tree = new DocumentTree(root, version, linker);
        OpenApiDocument? model = ObjectModelBuilder.Build(tree, sound, units, findings, losses, ct);
        List<OperationKey> sites = [.. sound.Select(operation => operation.Operation)];
        ReportDuplicateIds(sites, parsed.SourceMap, findings);
        return new LoadedDocument
        {
            Document = model,
            SourceMap = parsed.SourceMap,
            Root = root,
            SpecVersion = version.Text,
            Operations = sites,
            Selected = [.. selected.Select(operation => operation.Operation)],
            SkippedOperations = losses,
            Outlines = outlines,
            SchemaNames = schemas,
            Findings = findings,
        };
    }

    private static ICollection<string> GetSchemaNames(JsonObject root, SpecVersion version)
    {
        JsonNode? schemas = version.IsSwagger2 ? root["definitions"] : (root["components"] as JsonObject)?["schemas"];
        return schemas is JsonObject members ? members.GetMemberNames() : [];
    }

    private static List<FoundOperation> SelectOperations(List<FoundOperation> found, DocumentLoadOptions options, FindingCollector findings)
    {
        var selection = new OperationSelection(options.Operations, options.ProjectLocation, findings);
        List<FoundOperation> selected = [];
        foreach (FoundOperation operation in found)
        {
            if (selection.IsSelected(operation.Operation.Path, operation.Operation.Method, operation.Operation.OperationId, operation.Tags))
                selected.Add(operation);
        }

        findings.AddRange(selection.GetUnusedPatterns(found.Count));
        return selected;
    }

    private static Dictionary<FoundOperation, ReferencedElement> LinkOperations(
        DocumentSet documents,
        List<FoundOperation> selected,
        ReferenceLinker linker
    )
    {
        Dictionary<FoundOperation, ReferencedElement> units = [];
        foreach (FoundOperation operation in selected)
        {
            if (operation.Content is not { } content)
                continue;
            FoundPathItem item = operation.PathItem;
            ReferencedElement shared =
                linker.FindElement(item.Node)
                ?? linker.Add(new ReferencedElement(ElementKind.PathItem, item.Node, item.Source, item.SourcePointer, item.Pointer));
            string pointer = content.Pointer == operation.Operation.Pointer ? operation.Operation.Pointer : content.Pointer;
            var unit = new ReferencedElement(ElementKind.Operation, operation.Node, content.Source, pointer, operation.Operation.Pointer)
            {
                Operation = operation.Operation,
            };
            unit.AddDependency(shared);
            units.Add(operation, linker.Add(unit));
        }

        // Descriptions in files of their own: off the rules, but common.
        foreach (string key in new[] { "info", "tags" })
        {
            string pointer = JsonPointer.Append(JsonPointer.Root, key);
            if (documents.Main.Root![key] is (JsonObject or JsonArray) and { } prose)
                linker.Add(new ReferencedElement(ElementKind.Description, prose, documents.Main, pointer, pointer));
        }

        linker.FollowReferences();
        return units;
    }

    // Over all operations, so that a selection does not decide who keeps the id.
    private static List<FoundOperation> MarkDuplicateIds(List<FoundOperation> operations)
    {
        HashSet<string> ids = new(StringComparer.Ordinal);
        return
        [
            .. operations.Select(operation =>
                operation.Operation.OperationId is { Length: > 0 } id && !ids.Add(id)
                    ? operation with
                    {
                        Operation = operation.Operation with { HasDuplicateId = true },
                    }
                    : operation
            ),
        ];
    }

    private static void ReportDuplicateIds(List<OperationKey> sites, SourceMap positions, FindingCollector findings)
    {
        Dictionary<string, OperationKey> first = new(StringComparer.Ordinal);
        foreach (OperationKey site in sites)
        {
            if (site.OperationId is not { Length: > 0 } id)
                continue;
            if (first.TryGetValue(id, out OperationKey? earlier))
            {
                findings.Add(
                    DocumentFindings.DuplicateOperationId(
                        JsonPointer.Append(site.Pointer, "operationId"),
                        id,
                        Reachability.FormatOperation(earlier),
                        positions.GetLocation(JsonPointer.Append(earlier.Pointer, "operationId")).LineNumber
                    )
                );
            }
            else
            {
                first.Add(id, site);
            }
        }
    }

    /// <summary>What a message can hold of another one.</summary>
    public static string GetFirstLine(string text)
    {
        int end = text.IndexOfAny(['\r', '\n']);
        return (end < 0 ? text : text.Substring(0, end)).TrimEnd('.');
    }
}
