using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.References;

/// <summary>
/// Follows every reference from the selected operations. What a reference to another document, or into the middle of a component, leads
/// to becomes a component of its own and the reference is rewritten, so that afterwards each reference names a component of the one tree.
/// Where the version has no components of a kind (a path item, an operation, a whole map) the target is copied in.
/// </summary>
internal sealed class ReferenceLinker
{
    public const string RefKeyword = "$ref";

    // Copies of copies: what a document that includes itself would go on with for ever.
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
    public IReadOnlyList<(JsonObject Holder, string? Key, ReferencedElement Unit)> OptionalReferences =>
        _referenceFinder.OptionalReferences;

    public IEnumerable<ReferencedElement> Elements => _importer.Elements;

    public ReferencedElement? FindElement(JsonNode node) => _importer.FindElement(node);

    /// <summary>A path item or operation that is a reference is replaced by a copy of what it leads to.</summary>
    /// <returns>Where its content was written; null where the reference leads nowhere.</returns>
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
                error = new ReferenceError(
                    target.Node is JsonObject ? "goes in a circle" : "leads to something that is not an object",
                    null
                );
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
                        error!.Reason,
                        error.UndeclaredPath
                    )
                    {
                        TreePointer = JsonPointer.Append(treePointer, RefKeyword),
                    }
                );
                return null;
            }

            _importer.CopyInto(node, (JsonObject)target.Node);
            source = target.Source;
            pointer = target.Pointer;
            _documents.Main.SourceMap.AddRedirect(treePointer, source.SourceMap, pointer);
        }

        return (source, pointer);
    }

    /// <inheritdoc cref="ComponentImporter.Add"/>
    public ReferencedElement Add(ReferencedElement unit) => _importer.Add(unit);

    /// <summary>Follows everything that was added.</summary>
    public void FollowReferences()
    {
        while (_importer.Unvisited.Count > 0)
        {
            _ct.ThrowIfCancellationRequested();
            ReferencedElement unit = _importer.Unvisited.Dequeue();
            var frame = new TraversalContext(unit, unit.Source, unit.Pointer, unit.TreePointer, 0);
            if (unit.Kind == ElementKind.PathItem)
            {
                _referenceFinder.WalkMember(frame, (JsonObject)unit.Node, "parameters", ElementKind.Parameter);
            }
            else
            {
                _impliedDependencies.AddDependencies(unit);
                _referenceFinder.Walk(frame, unit.Node, unit.Kind, unit.IsMap);
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

        TraversalContext frame = pending.Context;
        ReferencedElement owner = frame.Element;
        if (_importer.GetRewrittenTarget(pending.Holder) is { } done)
        {
            owner.AddDependency(done);
            return;
        }

        string reference = pending.Reference;
        (ReferenceTarget? target, ReferenceError? error) = _resolver.Resolve(frame.Source, reference);
        if (target is null)
        {
            ReportBrokenReference(pending, reference, error!);
            return;
        }

        string[]? section = pending.IsMap ? null : OpenApiKeywords.GetComponentSection(pending.Kind, _version);
        if (section is null)
        {
            if (
                frame.InlineDepth >= MaximumInlineDepth
                || ++_inlinedCount > MaximumInlinedCount
                || IsDescendantOf(pending.Holder, target.Node)
            )
                ReportBrokenReference(pending, reference, new ReferenceError("goes in a circle", null));
            else
                InlineTarget(pending, target);
            return;
        }

        if (target.Node is JsonArray || (target.Node is JsonValue && pending.Kind != ElementKind.Schema))
        {
            ReportBrokenReference(pending, reference, new ReferenceError("leads to something that is not an object", null));
            return;
        }

        if (
            target.Node == pending.Holder
            || (_referenceFinder.IsMovedToAllOf(pending.Holder) && target.Node == pending.Holder.Parent?.Parent)
        )
        {
            ReportBrokenReference(pending, reference, new ReferenceError("goes in a circle", null));
            return;
        }

        // '#' and '#/components' hold what may be referred to, and the reference itself.
        if (target.Source.IsMain && JsonPointer.Split(target.Pointer).Length < 2)
        {
            ReportBrokenReference(pending, reference, new ReferenceError("leads to a whole section of the document", null));
            return;
        }

        ReferencedElement unit = _importer.GetOrAddComponent(target, pending.Kind, section);
        if (!string.Equals(unit.TreePointer, reference, StringComparison.Ordinal))
            _importer.Rewrite(pending.Holder, unit);

        if (pending.Holder == owner.Node)
            owner.AliasOf = unit;
        if (pending.Kind is ElementKind.Example or ElementKind.Link)
        {
            owner.OptionalDependencies.Add(unit);
            _referenceFinder.OptionalReferences.Add((pending.Holder, null, unit));
        }
        else
        {
            owner.AddDependency(unit);
        }
    }

    private void ProcessMapping(PendingReference pending)
    {
        JsonObject mapping = pending.Holder;
        string key = pending.MappingKey!;
        string text = pending.Reference;
        string[] section = OpenApiKeywords.GetComponentSection(ElementKind.Schema, _version)!;

        // A bare name is that of a component; only if there is none of that name is it a file.
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

        ReferencedElement unit = _importer.GetOrAddComponent(target, ElementKind.Schema, section);
        pending.Context.Element.AddDependency(unit);
        if (!string.Equals(unit.TreePointer, local, StringComparison.Ordinal))
            mapping[key] = unit.TreePointer;
    }

    private void ReportBrokenReference(PendingReference pending, string reference, ReferenceError error)
    {
        TraversalContext frame = pending.Context;
        string pointer = JsonPointer.Append(frame.Pointer, RefKeyword);
        if (pending.Kind is ElementKind.Example or ElementKind.Link or ElementKind.Description)
        {
            RemoveFromParent(pending.Holder);
            _findings.Add(frame.Source, IgnoredReferenceFindings.Documentation(pointer, reference, error.Reason));
            return;
        }

        frame.Element.IsBroken = true;
        _findings.AddBrokenReference(
            new BrokenReference(frame.Element, frame.Source, pointer, reference, error.Reason, error.UndeclaredPath)
        );
    }

    /// <summary>Reports a value that should hold operations and is not an object.</summary>
    public void ReportNonObject(SourceDocument source, string pointer, string what) =>
        _findings.Add(source, OperationFindings.NotAnObject(pointer, what));

    /// <summary>Takes a value out of the object or list that holds it.</summary>
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

    /// <summary>Replaces a reference by a copy of what it leads to, and goes on in that.</summary>
    private void InlineTarget(PendingReference pending, ReferenceTarget target)
    {
        TraversalContext frame = pending.Context with
        {
            Source = target.Source,
            Pointer = target.Pointer,
            InlineDepth = pending.Context.InlineDepth + 1,
        };
        _documents.Main.SourceMap.AddRedirect(frame.TreePointer, target.Source.SourceMap, target.Pointer);
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

        // The walk starts at the copy: no tokens before it.
        _referenceFinder.Walk(frame, copy, pending.Kind, pending.IsMap);
    }

    private static bool IsDescendantOf(JsonNode node, JsonNode ancestor)
    {
        for (JsonNode? at = node; at is not null; at = at.Parent)
        {
            if (at == ancestor)
                return true;
        }

        return false;
    }
}
