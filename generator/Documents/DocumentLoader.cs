using System.Text.Json.Nodes;
using CfGen.Generator.Configuration;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents.Checks;
using CfGen.Generator.Documents.Normalization;
using CfGen.Generator.Documents.ObjectModel;
using CfGen.Generator.Documents.References;
using CfGen.Generator.Documents.Selection;
using CfGen.Generator.Documents.Servers;
using CfGen.Generator.Overlays;
using CfGen.Generator.Parsing;
using Microsoft.OpenApi;

namespace CfGen.Generator.Documents;

/// <summary>
/// Loads a document in steps: parse the text, apply the overlays, check the version, select operations, resolve references, prune, build
/// the object model. Every problem becomes a finding. An operation with a problem is skipped, and all others are loaded.
/// </summary>
internal static class DocumentLoader
{
    /// <summary>Loads one document. The only exception is <see cref="OperationCanceledException"/>.</summary>
    /// <param name="document">The document.</param>
    /// <param name="references">The documents that a relative <c>$ref</c> can reach.</param>
    /// <param name="options">The selection of operations.</param>
    /// <param name="ct">Checked between and within the steps.</param>
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
            OverlaySet overlays = new(options.Overlays, document, references, findings, ct);
            overlays.ApplyTo(parsed);
            return Load(parsed, references, overlays, options, findings, ct);
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
        OverlaySet overlays,
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
            return CreateUnreadable(parsed, findings);
        }

        var root = (JsonObject)parsed.Root!;
        version.Normalize(root);
        var documents = new DocumentSet(parsed, references, version, overlays, findings, ct);
        DynamicReferences.Replace(parsed, version, findings);
        var components = ComponentInventory.Read(root, version);
        var linker = new ReferenceLinker(documents, version, findings, ct);

        List<FoundOperation> found = MarkDuplicateIds(OperationFinder.FindOperations(documents.Main, linker));
        var resolver = new ReferenceResolver(documents, rewritten: _ => null, quietly: true);
        List<OperationOutline> outlines = CreateOutlines(found, resolver);
        DeclaredSecurity security = DeclaredSecurity.Read(documents.Main, version, found, resolver);
        List<FoundOperation> selected = SelectOperations(found, options, findings);
        Dictionary<FoundOperation, ReferencedElement> elements = LinkOperations(documents, selected, linker);
        var skippedOperations = new SkippedOperations();
        var reachability = new Reachability(linker, findings, skippedOperations, options.ProjectDirectory);
        List<FoundOperation> valid = reachability.RemoveBroken(selected, elements);
        Swagger2Normalizer.Normalize(root, version, valid);
        DocumentServers servers = new ServerReader(findings).ReadAll(root, version, valid);
        OpenApiDocument? model = ObjectModelBuilder.Build(new(root, version, linker), valid, elements, findings, skippedOperations, ct);
        HierarchyBuilder.Build(model, components.SchemaNames, parsed.SourceMap);
        List<OperationKey> sites = [.. valid.Select(operation => operation.Operation)];
        ReportDuplicateIds(sites, parsed.SourceMap, findings);
        ContentChecker.Check(root, version, findings, ct);
        return new LoadedDocument
        {
            Document = model,
            SourceMap = parsed.SourceMap,
            Root = root,
            SpecVersion = version.Text,
            Operations = sites,
            Selected = [.. selected.Select(operation => operation.Operation)],
            Kept = FindKeptOperations(selected, options, findings),
            SkippedOperations = skippedOperations,
            Outlines = outlines,
            Components = components,
            Security = security,
            SharedParameters = SharedParameters.Find(found, options.ClientParameters, resolver),
            Servers = servers,
            Findings = findings,
        };
    }

    private static LoadedDocument CreateUnreadable(ParsedText parsed, FindingCollector findings) =>
        new()
        {
            SourceMap = parsed.SourceMap,
            Root = parsed.Root,
            Findings = findings,
        };

    private static List<OperationOutline> CreateOutlines(List<FoundOperation> found, ReferenceResolver resolver)
    {
        var shapes = new ResponseShapeReader(resolver);
        var parameters = new QueryParameterReader(resolver);
        return [.. found.Select(Create)];

        OperationOutline Create(FoundOperation operation)
        {
            ResponseShape shape = shapes.ReadShape(operation);
            return new OperationOutline(
                operation.Operation,
                operation.Node,
                operation.Tags.Count > 0 ? operation.Tags[0] : null,
                shape,
                shape.PageInfo.Count > 0 ? parameters.Read(operation) : []
            );
        }
    }

    private static List<FoundOperation> SelectOperations(List<FoundOperation> found, DocumentLoadOptions options, FindingCollector findings)
    {
        var selection = new OperationSelection(DocumentSetting.Operations, options.Operations, options.ProjectLocation, findings);
        return FilterOperations(found, selection, findings);
    }

    private static IReadOnlyList<OperationKey> FindKeptOperations(
        List<FoundOperation> selected,
        DocumentLoadOptions options,
        FindingCollector findings
    )
    {
        if (options.Keep.Count == 0)
            return [];
        var selection = new OperationSelection(DocumentSetting.Keep, options.Keep, options.ProjectLocation, findings);
        return [.. FilterOperations(selected, selection, findings).Select(operation => operation.Operation)];
    }

    private static List<FoundOperation> FilterOperations(
        List<FoundOperation> found,
        OperationSelection selection,
        FindingCollector findings
    )
    {
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
        Dictionary<FoundOperation, ReferencedElement> elements = [];
        foreach (FoundOperation operation in selected)
        {
            if (operation.Content is not { } content)
                continue;
            FoundPathItem item = operation.PathItem;
            ReferencedElement shared =
                linker.FindElement(item.Node)
                ?? linker.Add(new ReferencedElement(ElementKind.PathItem, item.Node, item.Source, item.SourcePointer, item.Pointer));
            string pointer = content.Pointer == operation.Operation.Pointer ? operation.Operation.Pointer : content.Pointer;
            var element = new ReferencedElement(ElementKind.Operation, operation.Node, content.Source, pointer, operation.Operation.Pointer)
            {
                Operation = operation.Operation,
            };
            element.AddDependency(shared);
            elements.Add(operation, linker.Add(element));
        }

        // OpenAPI does not allow descriptions in files of their own, but they are common.
        foreach (string key in new[] { "info", "tags" })
        {
            string pointer = JsonPointer.Append(JsonPointer.Root, key);
            if (documents.Main.Root![key] is (JsonObject or JsonArray) and { } description)
                linker.Add(new ReferencedElement(ElementKind.Description, description, documents.Main, pointer, pointer));
        }

        linker.FollowReferences();
        return elements;
    }

    // All operations are compared, so that a selection does not decide which one keeps the id.
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

    /// <summary>Returns the first line of a message, without a period at its end.</summary>
    public static string GetFirstLine(string text)
    {
        int end = text.IndexOfAny(['\r', '\n']);
        return (end < 0 ? text : text.Substring(0, end)).TrimEnd('.');
    }
}
