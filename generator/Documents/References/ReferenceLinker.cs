using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.References;

/// <summary>
/// Follows every reference from the selected operations. The target of a reference to another document, or to a value inside a component,
/// becomes a component of its own, so that afterwards each reference names a component of the main document. Where the version has no
/// components of a kind, such as a path item, an operation or a map, the target is copied.
/// </summary>
internal sealed class ReferenceLinker
{
    public const string RefKeyword = "$ref";

    // The depth of copies in copies. A document that includes itself would be copied forever.
    private const int MaximumInlineDepth = 32;
    private const int MaximumInlinedCount = 50_000;

    private readonly DocumentSet _documents;
    private readonly SpecVersion _version;
    private readonly CancellationToken _ct;
    private readonly LinkFindings _findings;
    private readonly ComponentImporter _importer;
    private readonly ReferenceFinder _referenceFinder;
    private readonly ReferenceResolver _resolver;
    private readonly ImpliedDependencies _impliedDependencies;
    private readonly Dictionary<string, string> _renamed = new(StringComparer.Ordinal);
    private int _inlinedCount;

    public ReferenceLinker(DocumentSet documents, SpecVersion version, FindingCollector findings, CancellationToken ct)
    {
        _documents = documents;
        _version = version;
        _ct = ct;
        _findings = new LinkFindings(findings);
        _importer = new ComponentImporter(documents);
        _referenceFinder = new ReferenceFinder(version, _importer, _findings);
        _resolver = new ReferenceResolver(documents, _importer.GetRewrittenTarget);
        _impliedDependencies = new ImpliedDependencies(documents, version, _importer, _resolver, _findings);
    }

    /// <inheritdoc cref="LinkFindings.BrokenReferences"/>
    public IReadOnlyList<BrokenReference> BrokenReferences => _findings.BrokenReferences;

    /// <inheritdoc cref="ReferenceFinder.OptionalReferences"/>
    public IReadOnlyList<(JsonObject Holder, string? Key, ReferencedElement Element)> OptionalReferences =>
        _referenceFinder.OptionalReferences;

    /// <inheritdoc cref="ComponentImporter.NestedReferences"/>
    public IReadOnlyList<NestedReference> NestedReferences => _importer.NestedReferences;

    public IEnumerable<ReferencedElement> Elements => _importer.Elements;

    public ReferencedElement? FindElement(JsonNode node) => _importer.FindElement(node);

    /// <summary>Replaces a path item or operation that is a reference by a copy of its target.</summary>
    /// <returns>The location of the content; null where the reference cannot be resolved.</returns>
    public (SourceDocument Source, string Pointer)? InlineReferences(
        JsonObject node,
        SourceDocument source,
        string pointer,
        string treePointer
    )
    {
        for (int depth = 0; GetReference(node) is { } reference; depth++)
        {
            (ReferenceTarget? target, ReferenceError? error) = _resolver.Resolve(source, reference);
            if (target is not null && (target.Node is not JsonObject || target.Node == node || depth > MaximumInlineDepth))
            {
                error = new ReferenceError(target.Node is JsonObject ? ReferenceProblem.Cycle : ReferenceProblem.NotAnObject);
                target = null;
            }

            if (target is null)
            {
                _findings.AddBrokenReference(
                    new BrokenReference(
                        null,
                        source,
                        JsonPointer.Append(pointer, RefKeyword),
                        reference,
                        error!.Problem,
                        error.UndeclaredPath
                    )
                    {
                        TreePointer = JsonPointer.Append(treePointer, RefKeyword),
                    }
                );
                return null;
            }

            _importer.CopyInto(node, (JsonObject)target.Node);
            source.SourceMap.AddReference(pointer, target.Source.SourceMap, target.Pointer);
            source = target.Source;
            pointer = target.Pointer;
            _documents.Main.SourceMap.AddRedirect(treePointer, source.SourceMap, pointer);
        }

        return (source, pointer);
    }

    /// <inheritdoc cref="ComponentImporter.Add"/>
    public ReferencedElement Add(ReferencedElement element) => _importer.Add(element);

    /// <summary>Follows the references of every added element.</summary>
    public void FollowReferences()
    {
        while (_importer.Unvisited.Count > 0)
        {
            _ct.ThrowIfCancellationRequested();
            ReferencedElement element = _importer.Unvisited.Dequeue();
            var context = new TraversalContext(element, element.Source, element.Pointer, element.TreePointer, 0);
            if (element.Kind == ElementKind.PathItem)
            {
                _referenceFinder.WalkMember(context, (JsonObject)element.Node, "parameters", ElementKind.Parameter);
            }
            else
            {
                _impliedDependencies.AddDependencies(element);
                _referenceFinder.Walk(context, element.Node, element.Kind, element.IsMap, isNested: false);
            }

            while (_referenceFinder.PendingReferences.Count > 0)
                ProcessReference(_referenceFinder.PendingReferences.Dequeue());
        }
    }

    public static string? GetReference(JsonObject node) =>
        node.TryGetPropertyValue(RefKeyword, out JsonNode? value) ? value.AsString() : null;

    private void ProcessReference(PendingReference pending)
    {
        if (pending.MappingKey is not null)
        {
            ProcessMapping(pending);
            return;
        }

        TraversalContext context = pending.Context;
        ReferencedElement owner = context.Element;
        if (_importer.GetRewrittenTarget(pending.Holder) is { } done)
        {
            AddDependency(pending, done);
            return;
        }

        string reference = pending.Reference;
        (ReferenceTarget? target, ReferenceError? error) = _resolver.Resolve(context.Source, reference);
        if (target is null)
        {
            ReportBrokenReference(pending, reference, error!);
            return;
        }

        // A located schema has the pointer of the target already.
        if (pending.Kind != ElementKind.Schema || pending.IsMap)
            context.Source.SourceMap.AddReference(context.Pointer, target.Source.SourceMap, target.Pointer);
        string[]? section = pending.IsMap ? null : OpenApiKeywords.GetComponentSection(pending.Kind, _version);
        if (section is null)
        {
            if (
                context.InlineDepth >= MaximumInlineDepth
                || ++_inlinedCount > MaximumInlinedCount
                || context.Inlined?.Has(target.Node) == true
                || IsDescendantOf(pending.Holder, target.Node)
            )
                ReportBrokenReference(pending, reference, new ReferenceError(ReferenceProblem.Cycle));
            else
                InlineTarget(pending, target);
            return;
        }

        if (FindComponentProblem(pending, target) is { } problem)
            ReportBrokenReference(pending, reference, new ReferenceError(problem));
        else
            AddComponent(pending, target, section);
    }

    /// <summary>Returns the reason why a target cannot be a component; null where it can.</summary>
    private ReferenceProblem? FindComponentProblem(PendingReference pending, ReferenceTarget target)
    {
        if (target.Node is not JsonObject && (pending.Kind != ElementKind.Schema || !IsBoolean(target.Node)))
            return ReferenceProblem.NotAnObject;
        if (
            target.Node == pending.Holder
            || (_referenceFinder.IsMovedToAllOf(pending.Holder) && target.Node == pending.Holder.Parent?.Parent)
        )
            return ReferenceProblem.Cycle;
        // '#' and '#/components' contain the reference itself, and '#/components/schemas' is no schema.
        if (target.Source.IsMain && JsonPointer.Split(target.Pointer) is [] or [_] or ["components", _])
            return ReferenceProblem.WholeSection;
        return _importer.FindElement(target.Node)?.Kind is ElementKind.Operation or ElementKind.PathItem
            ? ReferenceProblem.WholeSection
            : null;
    }

    // A boolean is a schema since 3.1.
    private static bool IsBoolean(JsonNode node) => node is JsonValue value && value.TryGetValue(out bool _);

    private void AddComponent(PendingReference pending, ReferenceTarget target, string[] section)
    {
        ReferencedElement owner = pending.Context.Element;
        ReferencedElement element = _importer.GetOrAddComponent(target, pending.Kind, section);
        if (!string.Equals(element.TreePointer, pending.Reference, StringComparison.Ordinal))
            _importer.Rewrite(pending.Holder, element);

        if (pending.Holder == owner.Node)
            owner.AliasOf = element;
        if (pending.Kind is ElementKind.Example or ElementKind.Link)
        {
            owner.OptionalDependencies.Add(element);
            _referenceFinder.OptionalReferences.Add((pending.Holder, null, element));
        }
        else
        {
            AddDependency(pending, element);
        }
    }

    private void AddDependency(PendingReference pending, ReferencedElement element)
    {
        ReferencedElement owner = pending.Context.Element;
        if (pending.IsNested)
            _importer.AddNested(owner, pending.Holder, element, pending.Context.Source.FormatPointer(pending.Context.Pointer));
        else
            owner.AddDependency(element);
    }

    private void ProcessMapping(PendingReference pending)
    {
        JsonObject mapping = pending.Holder;
        string key = pending.MappingKey!;
        string text = pending.Reference;
        string[] section = OpenApiKeywords.GetComponentSection(ElementKind.Schema, _version)!;

        // A bare name is the name of a component. It is a file only if there is no such component.
        string local = "#/" + string.Join("/", section) + "/" + JsonPointer.Escape(text);
        ReferenceTarget? target = null;
        if (text.IndexOf('#') < 0)
            target = _resolver.Resolve(pending.Context.Source, local).Target;
        target ??= _resolver.Resolve(pending.Context.Source, text).Target;
        if (target?.Node is not JsonObject)
        {
            mapping.Remove(key);
            string pointer = JsonPointer.Append(pending.Context.Pointer, key);
            _findings.Add(pending.Context.Source, IgnoredReferenceFindings.DiscriminatorMapping(pointer, key, text));
            return;
        }

        ReferencedElement element = _importer.GetOrAddComponent(target, ElementKind.Schema, section);
        pending.Context.Element.AddDependency(element);
        if (!string.Equals(element.TreePointer, local, StringComparison.Ordinal))
            mapping[key] = element.TreePointer;
    }

    private void ReportBrokenReference(PendingReference pending, string reference, ReferenceError error)
    {
        TraversalContext context = pending.Context;
        string pointer = JsonPointer.Append(context.Pointer, RefKeyword);
        if (pending.Kind is ElementKind.Example or ElementKind.Link or ElementKind.Description)
        {
            RemoveFromParent(pending.Holder);
            _findings.Add(context.Source, IgnoredReferenceFindings.Documentation(pointer, reference, error.Problem));
            return;
        }

        // A map that contains itself is copied before that is known.
        bool isNested = pending.IsNested && !(pending.IsMap && error.Problem == ReferenceProblem.Cycle);
        _findings.AddBrokenReference(
            new BrokenReference(context.Element, context.Source, pointer, reference, error.Problem, error.UndeclaredPath)
            {
                Nested = isNested ? pending.Holder : null,
            }
        );
    }

    /// <summary>Reports a finding in one of the documents.</summary>
    public void Report(SourceDocument source, Finding finding) => _findings.Add(source, finding);

    /// <summary>Redirects a pointer of the tree to where its value was written, under another key.</summary>
    public void AddRedirect(string treePointer, SourceDocument source, string pointer)
    {
        _documents.Main.SourceMap.AddRedirect(treePointer, source.SourceMap, pointer);
        _renamed[treePointer] = pointer;
    }

    /// <summary>Returns the pointer of a value that was written under another key; null for all others.</summary>
    public string? FindRedirect(string treePointer) => _renamed.TryGetValue(treePointer, out string? pointer) ? pointer : null;

    /// <summary>Reports a value that should hold operations and is not an object.</summary>
    public void ReportNonObject(SourceDocument source, string pointer, string what) =>
        _findings.Add(source, OperationFindings.NotAnObject(pointer, what));

    /// <summary>Removes a value from its object or list.</summary>
    public static void RemoveFromParent(JsonNode node)
    {
        switch (node.Parent)
        {
            case JsonObject parent:
                parent.Remove(node.GetPropertyName());
                break;
            case JsonArray parent:
                parent.Remove(node);
                break;
        }
    }

    /// <summary>Replaces a reference by a copy of its target, and finds the references of the copy.</summary>
    private void InlineTarget(PendingReference pending, ReferenceTarget target)
    {
        TraversalContext context = pending.Context with
        {
            Source = target.Source,
            Pointer = target.Pointer,
            InlineDepth = pending.Context.InlineDepth + 1,
            Inlined = new InlinedTarget(target.Node, pending.Context.Inlined),
        };
        _documents.Main.SourceMap.AddRedirect(context.TreePointer, target.Source.SourceMap, target.Pointer);
        JsonNode copy = pending.Holder;
        if (target.Node is JsonObject value)
        {
            _importer.CopyInto(pending.Holder, value);
        }
        else
        {
            copy = _importer.Clone(target.Node)!;
            switch (pending.Holder.Parent)
            {
                case JsonObject parent:
                    parent[pending.Holder.GetPropertyName()] = copy;
                    break;
                case JsonArray parent:
                    parent[pending.Holder.GetElementIndex()] = copy;
                    break;
            }
        }

        // The traversal starts at the copy, without tokens before it.
        _referenceFinder.Walk(context, copy, pending.Kind, pending.IsMap, pending.IsNested);
    }

    private static bool IsDescendantOf(JsonNode? node, JsonNode ancestor)
    {
        while (node is not null && node != ancestor)
            node = node.Parent;
        return node is not null;
    }
}
