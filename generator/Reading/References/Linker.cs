using System.Text.Json.Nodes;

namespace CfGen.Generator.Reading.References;

/// <summary>
/// Follows every reference from the selected operations. What a reference to another document, or into the middle of a component, leads
/// to becomes a component of its own and the reference is rewritten, so that afterwards each reference names a component of the one tree.
/// Where the version has no components of a kind (a path item, an operation, a whole map) the target is copied in.
/// </summary>
internal sealed class Linker
{
    public const string Ref = "$ref";

    // Copies of copies: what a document that includes itself would go on with for ever.
    private const int MaximumInlineDepth = 32;
    private const int MaximumInlined = 50_000;

    private readonly DocumentSet _documents;
    private readonly SpecVersion _version;
    private readonly CancellationToken _ct;
    private readonly LinkReports _reports;
    private readonly ComponentImporter _importer;
    private readonly ReferenceFinder _finder;
    private readonly ReferenceResolver _resolver;
    private readonly ImpliedNeeds _implied;
    private int _inlined;

    public Linker(DocumentSet documents, SpecVersion version, List<Finding> findings, CancellationToken ct)
    {
        _documents = documents;
        _version = version;
        _ct = ct;
        _reports = new LinkReports(findings);
        _importer = new ComponentImporter(documents);
        _finder = new ReferenceFinder(version, _importer, _reports);
        _resolver = new ReferenceResolver(documents, _importer.RewrittenTo);
        _implied = new ImpliedNeeds(documents, version, _importer, _resolver);
    }

    /// <inheritdoc cref="LinkReports.Broken"/>
    public IReadOnlyList<BrokenReference> Broken => _reports.Broken;

    /// <inheritdoc cref="ReferenceFinder.Optional"/>
    public IReadOnlyList<(JsonObject Holder, string? Key, Unit Unit)> Optional => _finder.Optional;

    public IEnumerable<Unit> Units => _importer.Units;

    public Unit? UnitOf(JsonNode node) => _importer.UnitOf(node);

    /// <summary>A path item or operation that is a reference is replaced by a copy of what it leads to.</summary>
    /// <returns>Where its content was written; null where the reference leads nowhere.</returns>
    public (Source Source, string Pointer)? InlineChain(JsonObject node, Source source, string pointer, string treePointer)
    {
        for (int depth = 0; ReferenceOf(node) is { } reference; depth++)
        {
            (Target? target, Unresolved? error) = _resolver.Resolve(source, reference);
            if (target is not null && (target.Node is not JsonObject || target.Node == node || depth > MaximumInlineDepth))
            {
                error = new Unresolved(target.Node is JsonObject ? "goes in a circle" : "leads to something that is not an object", null);
                target = null;
            }

            if (target is null)
            {
                _reports.Break(new BrokenReference(null, source, JsonPointer.Append(pointer, Ref), reference, error!.Reason, error.Undeclared) { TreePointer = JsonPointer.Append(treePointer, Ref) });
                return null;
            }

            _importer.Include(node, (JsonObject)target.Node);
            source = target.Source;
            pointer = target.Pointer;
            _documents.Main.Positions.Mount(treePointer, source.Positions, pointer);
        }

        return (source, pointer);
    }

    /// <inheritdoc cref="ComponentImporter.Add"/>
    public Unit Add(Unit unit) => _importer.Add(unit);

    /// <summary>Follows everything that was added.</summary>
    public void Run()
    {
        while (_importer.Added.Count > 0)
        {
            _ct.ThrowIfCancellationRequested();
            Unit unit = _importer.Added.Dequeue();
            var frame = new Frame(unit, unit.Source, unit.Pointer, unit.TreePointer, 0);
            if (unit.Kind == Kind.PathItem)
            {
                _finder.WalkMember(frame, (JsonObject)unit.Node, "parameters", Kind.Parameter);
            }
            else
            {
                _implied.Add(unit);
                _finder.Walk(frame, unit.Node, unit.Kind, unit.IsMap);
            }

            while (_finder.Found.Count > 0) Process(_finder.Found.Dequeue());
        }
    }

    public static string? ReferenceOf(JsonObject node) =>
        node.TryGetPropertyValue(Ref, out JsonNode? value) ? value.Text() : null;

    private void Process(Pending pending)
    {
        if (pending.MappingKey is not null)
        {
            ProcessMapping(pending);
            return;
        }

        Frame frame = pending.Frame;
        Unit owner = frame.Unit;
        if (_importer.RewrittenTo(pending.Holder) is { } done)
        {
            owner.Need(done);
            return;
        }

        string reference = pending.Reference;
        (Target? target, Unresolved? error) = _resolver.Resolve(frame.Source, reference);
        if (target is null)
        {
            Break(pending, reference, error!);
            return;
        }

        string[]? section = pending.IsMap ? null : Grammar.Section(pending.Kind, _version);
        if (section is null)
        {
            if (frame.InlineDepth >= MaximumInlineDepth || ++_inlined > MaximumInlined || IsWithin(pending.Holder, target.Node))
                Break(pending, reference, new Unresolved("goes in a circle", null));
            else
                Inline(pending, target);
            return;
        }

        if (target.Node is JsonArray || (target.Node is JsonValue && pending.Kind != Kind.Schema))
        {
            Break(pending, reference, new Unresolved("leads to something that is not an object", null));
            return;
        }

        if (target.Node == pending.Holder || (_finder.IsApart(pending.Holder) && target.Node == pending.Holder.Parent?.Parent))
        {
            Break(pending, reference, new Unresolved("goes in a circle", null));
            return;
        }

        // '#' and '#/components' hold what may be referred to, and the reference itself.
        if (target.Source.IsMain && JsonPointer.Split(target.Pointer).Length < 2)
        {
            Break(pending, reference, new Unresolved("leads to a whole section of the document", null));
            return;
        }

        Unit unit = _importer.ComponentOf(target, pending.Kind, section);
        if (!string.Equals(unit.TreePointer, reference, StringComparison.Ordinal)) _importer.Rewrite(pending.Holder, unit);

        if (pending.Holder == owner.Node) owner.AliasOf = unit;
        if (pending.Kind is Kind.Example or Kind.Link)
        {
            owner.Wants.Add(unit);
            _finder.Optional.Add((pending.Holder, null, unit));
        }
        else
        {
            owner.Need(unit);
        }
    }

    private void ProcessMapping(Pending pending)
    {
        JsonObject mapping = pending.Holder;
        string key = pending.MappingKey!;
        string text = pending.Reference;
        string[] section = Grammar.Section(Kind.Schema, _version)!;

        // A bare name is that of a component; only if there is none of that name is it a file.
        string local = "#/" + string.Join("/", section) + "/" + JsonPointer.Escape(text);
        Target? target = null;
        if (text.IndexOf('#') < 0) target = _resolver.Resolve(pending.Frame.Source, local).Target;
        target ??= _resolver.Resolve(pending.Frame.Source, text).Target;
        if (target?.Node is not JsonObject)
        {
            mapping.Remove(key);
            string pointer = JsonPointer.Append(pending.Frame.Pointer, key);
            _reports.Add(pending.Frame.Source, "CFG1003", pointer, "the discriminator value '" + key + "' leads to '" + text + "', which is not there", "it is ignored");
            return;
        }

        Unit unit = _importer.ComponentOf(target, Kind.Schema, section);
        pending.Frame.Unit.Need(unit);
        if (!string.Equals(unit.TreePointer, local, StringComparison.Ordinal)) mapping[key] = unit.TreePointer;
    }

    private void Break(Pending pending, string reference, Unresolved error)
    {
        Frame frame = pending.Frame;
        string pointer = JsonPointer.Append(frame.Pointer, Ref);
        if (pending.Kind is Kind.Example or Kind.Link or Kind.Prose)
        {
            Remove(pending.Holder);
            _reports.Add(frame.Source, "CFG1003", pointer, "the reference '" + reference + "' " + error.Reason, "it is ignored");
            return;
        }

        frame.Unit.IsBroken = true;
        _reports.Break(new BrokenReference(frame.Unit, frame.Source, pointer, reference, error.Reason, error.Undeclared));
    }

    /// <summary>Says that something which should hold an operation holds none.</summary>
    public void LeaveOut(Source source, string pointer, string what) =>
        _reports.Add(source, "CFG1002", pointer, "'" + what + "'", "an object should stand here");

    /// <summary>Takes a value out of the object or list that holds it.</summary>
    public static void Remove(JsonNode node)
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
    private void Inline(Pending pending, Target target)
    {
        Frame frame = pending.Frame with
        {
            Source = target.Source, Pointer = target.Pointer, InlineDepth = pending.Frame.InlineDepth + 1,
        };
        _documents.Main.Positions.Mount(frame.TreePointer, target.Source.Positions, target.Pointer);
        JsonNode copy = pending.Holder;
        if (target.Node is JsonObject value)
        {
            _importer.Include(pending.Holder, value);
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
        _finder.Walk(frame, copy, pending.Kind, pending.IsMap);
    }

    private static bool IsWithin(JsonNode node, JsonNode ancestor)
    {
        for (JsonNode? at = node; at is not null; at = at.Parent)
        {
            if (at == ancestor) return true;
        }

        return false;
    }
}
