using System.Text;
using System.Text.Json.Nodes;

namespace CfGen.Generator.Reading;

/// <summary>
/// Follows every reference from the selected operations. What a reference to another document, or into the middle of a component, leads
/// to becomes a component of its own and the reference is rewritten, so that afterwards each reference names a component of the one tree.
/// Where the version has no components of a kind (a path item, an operation, a whole map) the target is copied in.
/// </summary>
internal sealed class Linker
{
    private const string Ref = "$ref";

    // Copies of copies: what a document that includes itself would go on with for ever.
    private const int MaximumInlineDepth = 32;
    private const int MaximumInlined = 50_000;

    private readonly DocumentSet _documents;
    private readonly JsonObject _root;
    private readonly SpecVersion _version;
    private readonly List<Finding> _findings;
    private readonly CancellationToken _ct;
    private readonly ReferenceResolver _resolver;
    private readonly Dictionary<JsonNode, Unit> _units = [];
    private readonly Dictionary<JsonObject, Unit> _rewritten = [];
    private readonly List<BrokenReference> _broken = [];
    private readonly List<(JsonObject Holder, string? Key, Unit Unit)> _optional = [];
    private readonly Queue<Unit> _queue = new();
    private readonly Queue<Pending> _pending = new();
    private readonly List<string> _path = [];
    private Dictionary<string, List<string>>? _subtypes;
    private int _inlined;

    public Linker(DocumentSet documents, SpecVersion version, List<Finding> findings, CancellationToken ct)
    {
        _documents = documents;
        _root = (JsonObject)documents.Main.Root!;
        _version = version;
        _findings = findings;
        _ct = ct;
        _resolver = new ReferenceResolver(documents, holder => _rewritten.TryGetValue(holder, out Unit? unit) ? unit : null);
    }

    /// <summary>The references that lead nowhere.</summary>
    public IReadOnlyList<BrokenReference> Broken => _broken;

    /// <summary>What may be taken out if it is broken: the member of an object, or the object itself where there is no key.</summary>
    public IReadOnlyList<(JsonObject Holder, string? Key, Unit Unit)> Optional => _optional;

    public IEnumerable<Unit> Units => _units.Values;

    public Unit? UnitOf(JsonNode node) => _units.TryGetValue(node, out Unit? unit) ? unit : null;

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
                _broken.Add(new BrokenReference(null, source, JsonPointer.Append(pointer, Ref), reference, error!.Reason, error.Undeclared));
                return null;
            }

            Include(node, (JsonObject)target.Node);
            source = target.Source;
            pointer = target.Pointer;
            _documents.Main.Positions.Mount(treePointer, source.Positions, pointer);
        }

        return (source, pointer);
    }

    /// <summary>Adds an operation or what a path item shares.</summary>
    public Unit Add(Unit unit)
    {
        _units[unit.Node] = unit;
        _queue.Enqueue(unit);
        return unit;
    }

    /// <summary>Follows everything that was added.</summary>
    public void Run()
    {
        while (_queue.Count > 0)
        {
            _ct.ThrowIfCancellationRequested();
            Unit unit = _queue.Dequeue();
            var frame = new Frame(unit, unit.Source, unit.Pointer, unit.TreePointer, 0);
            if (unit.Kind == Kind.PathItem)
            {
                WalkMember(frame, (JsonObject)unit.Node, "parameters", Kind.Parameter);
            }
            else
            {
                if (unit.Kind == Kind.Operation) NeedSecurity(unit);
                if (unit.Kind == Kind.Schema) WantSubtypes(unit);
                Walk(frame, unit.Node, unit.Kind, unit.IsMap);
            }

            while (_pending.Count > 0) Process(_pending.Dequeue());
        }
    }

    private static string? ReferenceOf(JsonObject node) =>
        node.TryGetPropertyValue(Ref, out JsonNode? value) && value is JsonValue text && text.TryGetValue(out string? reference) ? reference : null;

    private void WalkMember(Frame frame, JsonObject node, string key, Kind kind)
    {
        if (!node.TryGetPropertyValue(key, out JsonNode? value) || value is null) return;
        _path.Add(key);
        Walk(frame, value, kind, isMap: false);
        _path.RemoveAt(_path.Count - 1);
    }

    /// <summary>Notes the references of a value. They are followed afterwards: that may move what is being walked.</summary>
    private void Walk(Frame frame, JsonNode node, Kind kind, bool isMap)
    {
        switch (node)
        {
            case JsonArray list:
                for (int i = 0; i < list.Count; i++)
                {
                    if (list[i] is not (JsonObject or JsonArray) || list[i] is not { } item) continue;
                    _path.Add(Numbers.Text(i));
                    Walk(frame, item, kind, isMap: false);
                    _path.RemoveAt(_path.Count - 1);
                }

                break;
            case JsonObject value:
                if (ReferenceOf(value) is not null && !(kind == Kind.Callback && !isMap && value.Count > 1))
                {
                    _pending.Enqueue(Pend(frame, value, null, kind, isMap));

                    // 3.1 lets a reference have siblings, which may have references of their own.
                    if (kind != Kind.Schema || value.Count == 1) break;
                }

                if (kind == Kind.Parameter && _version.Is2) ReplaceTabSeparation(frame, value);
                if (kind == Kind.Discriminator)
                {
                    WalkMapping(frame, value);
                    break;
                }

                List<string>? scalars = null;
                foreach (KeyValuePair<string, JsonNode?> member in value)
                {
                    if (member.Value is not (JsonObject or JsonArray))
                    {
                        if (isMap && kind == Kind.Schema && !IsBoolean(member.Value) && member.Key != Ref) (scalars ??= []).Add(member.Key);
                        continue;
                    }

                    Slot slot = isMap ? new Slot(kind) : Grammar.Under(kind, member.Key);
                    if (slot.Kind == Kind.None || (isMap && IsExtension(kind, member.Key))) continue;
                    if (slot is { Kind: Kind.Callback, IsMap: true } && member.Value is JsonObject callbacks)
                    {
                        string tail = Tail() + "/" + member.Key;
                        var unit = new Unit(Kind.Callback, callbacks, frame.Source, frame.Pointer + tail, frame.TreePointer + tail) { IsMap = true };
                        frame.Unit.Wants.Add(Add(unit));
                        _optional.Add((value, member.Key, unit));
                        continue;
                    }

                    _path.Add(member.Key);
                    Walk(frame, member.Value, slot.Kind, slot.IsMap);
                    _path.RemoveAt(_path.Count - 1);
                }

                if (scalars is not null) ReplaceScalars(frame, value, scalars);
                break;
        }
    }

    private static bool IsBoolean(JsonNode? node) => node is JsonValue value && value.TryGetValue(out bool _);

    // 'current: integer' instead of 'current: {type: integer}': the library throws at it.
    private void ReplaceScalars(Frame frame, JsonObject schemas, List<string> names)
    {
        foreach (string name in names)
        {
            string text = schemas[name]?.ToJsonString() ?? "null";
            schemas[name] = new JsonObject();
            Add(frame.Source, "CFG1003", JsonPointer.Append(frame.Pointer + Tail(), name), text + " is not a schema", "it is taken for any value");
        }
    }

    // The library throws at it. Nobody was seen to use it outside of test documents.
    private void ReplaceTabSeparation(Frame frame, JsonObject parameter)
    {
        if (OperationFinder.Text(parameter["collectionFormat"]) is not { } format || format is "csv" or "ssv" or "pipes" or "multi") return;
        parameter["collectionFormat"] = "csv";
        Add(frame.Source, "CFG1003", frame.Pointer + Tail() + "/collectionFormat", "the collectionFormat '" + format + "' is not supported", "'csv' takes its place");
    }

    // In a map of schemas 'x-id' is a property; elsewhere it is an extension.
    private static bool IsExtension(Kind kind, string key) =>
        kind is not (Kind.Schema or Kind.Header or Kind.MediaType or Kind.Example or Kind.Encoding) && key.StartsWith("x-", StringComparison.OrdinalIgnoreCase);

    private void WalkMapping(Frame frame, JsonObject discriminator)
    {
        if (!discriminator.TryGetPropertyValue("mapping", out JsonNode? node) || node is not JsonObject mapping) return;
        _path.Add("mapping");
        foreach (KeyValuePair<string, JsonNode?> member in mapping)
        {
            if (member.Value is JsonValue value && value.TryGetValue(out string? _)) _pending.Enqueue(Pend(frame, mapping, member.Key, Kind.Schema, isMap: false));
        }

        _path.RemoveAt(_path.Count - 1);
    }

    private Pending Pend(Frame frame, JsonObject holder, string? mappingKey, Kind kind, bool isMap)
    {
        string tail = Tail();
        string pointer = frame.Pointer + tail;
        return new Pending(holder, mappingKey, kind, isMap, frame with { Pointer = pointer, TreePointer = frame.IsMoved ? frame.TreePointer + tail : pointer });
    }

    private string Tail()
    {
        if (_path.Count == 0) return "";
        var tail = new StringBuilder();
        foreach (string token in _path) tail.Append('/').Append(JsonPointer.Escape(token));
        return tail.ToString();
    }

    private void Process(Pending pending)
    {
        if (pending.MappingKey is not null)
        {
            ProcessMapping(pending);
            return;
        }

        Frame frame = pending.Frame;
        Unit owner = frame.Unit;
        if (_rewritten.TryGetValue(pending.Holder, out Unit? done))
        {
            owner.Need(done);
            return;
        }

        string reference = ReferenceOf(pending.Holder)!;
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

        if (target.Node == pending.Holder)
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

        Unit unit = ComponentOf(target, pending.Kind, section);
        if (!string.Equals(unit.TreePointer, reference, StringComparison.Ordinal))
        {
            pending.Holder[Ref] = unit.TreePointer;
            _rewritten[pending.Holder] = unit;
        }

        if (pending.Holder == owner.Node) owner.AliasOf = unit;
        if (pending.Kind is Kind.Example or Kind.Link)
        {
            owner.Wants.Add(unit);
            _optional.Add((pending.Holder, null, unit));
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
        string text = mapping[key]!.GetValue<string>();
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
            Add(pending.Frame.Source, "CFG1003", pointer, "the discriminator value '" + key + "' leads to '" + text + "', which is not there", "it is ignored");
            return;
        }

        Unit unit = ComponentOf(target, Kind.Schema, section);
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
            Add(frame.Source, "CFG1003", pointer, "the reference '" + reference + "' " + error.Reason, "it is ignored");
            return;
        }

        frame.Unit.IsBroken = true;
        _broken.Add(new BrokenReference(frame.Unit, frame.Source, pointer, reference, error.Reason, error.Undeclared));
    }

    /// <summary>Says that something which should hold an operation holds none.</summary>
    public void LeaveOut(Source source, string pointer, string what) =>
        Add(source, "CFG1002", pointer, "'" + what + "'", "an object should stand here");

    private void Add(Source source, string id, string pointer, params string[] arguments) =>
        _findings.Add(new Finding(id, source.Show(pointer), arguments) { Place = source.IsMain ? null : source.Positions.Find(pointer) });

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
            Include(pending.Holder, value);
        }
        else
        {
            copy = Clone(target.Node)!;
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
        Walk(frame, copy, pending.Kind, pending.IsMap);
    }

    private void Include(JsonObject holder, JsonObject target)
    {
        holder.Remove(Ref);
        _rewritten.Remove(holder);
        if (_rewritten.TryGetValue(target, out Unit? unit)) _rewritten[holder] = unit;
        foreach (KeyValuePair<string, JsonNode?> member in target)
        {
            if (!holder.ContainsKey(member.Key)) holder.Add(member.Key, Clone(member.Value));
        }
    }

    // References in the copy that lead elsewhere already still do.
    private JsonNode? Clone(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject value:
                var copy = new JsonObject();
                foreach (KeyValuePair<string, JsonNode?> member in value) copy.Add(member.Key, Clone(member.Value));
                if (_rewritten.TryGetValue(value, out Unit? unit)) _rewritten.Add(copy, unit);
                return copy;
            case JsonArray list:
                var items = new JsonArray();
                foreach (JsonNode? item in list) items.Add(Clone(item));
                return items;
            default:
                return node?.DeepClone();
        }
    }

    private static bool IsWithin(JsonNode node, JsonNode ancestor)
    {
        for (JsonNode? at = node; at is not null; at = at.Parent)
        {
            if (at == ancestor) return true;
        }

        return false;
    }

    /// <summary>The component that a reference leads to, made one where it is not yet.</summary>
    private Unit ComponentOf(Target target, Kind kind, string[] section)
    {
        if (_units.TryGetValue(target.Node, out Unit? known) && known.Operation is null && known.Kind == kind && !known.IsMap) return known;
        string prefix = "#/" + string.Join("/", section) + "/";
        bool isComponent = target.Source.IsMain && target.Pointer.StartsWith(prefix, StringComparison.Ordinal)
            && target.Pointer.IndexOf('/', prefix.Length) < 0;
        if (isComponent) return Add(new Unit(kind, target.Node, target.Source, target.Pointer, target.Pointer));

        JsonObject components = Components(section);
        string name = ComponentNames.Derive(target, candidate => components.ContainsKey(candidate));
        var unit = new Unit(kind, target.Node, target.Source, target.Pointer, prefix + name);
        _documents.Main.Positions.Mount(unit.TreePointer, target.Source.Positions, target.Pointer);
        Move(target.Node, unit);
        components.Add(name, target.Node);
        return Add(unit);
    }

    /// <summary>Takes a value out of its place and leaves a reference there.</summary>
    private void Move(JsonNode node, Unit unit)
    {
        if (node.Parent is null) return;
        var link = new JsonObject { [Ref] = unit.TreePointer };
        for (JsonNode? at = node.Parent; at is not null; at = at.Parent)
        {
            if (!_units.TryGetValue(at, out Unit? enclosing)) continue;
            enclosing.Need(unit);
            break;
        }

        if (node.Parent is JsonObject parent) parent[node.GetPropertyName()] = link;
        else ((JsonArray)node.Parent)[node.GetElementIndex()] = link;
        _rewritten.Add(link, unit);
    }

    private JsonObject Components(string[] section)
    {
        JsonObject at = _root;
        foreach (string token in section)
        {
            if (at[token] is not JsonObject next) at[token] = next = [];
            at = next;
        }

        return at;
    }

    private void NeedSecurity(Unit operation)
    {
        JsonNode? requirements = ((JsonObject)operation.Node)["security"] ?? _root["security"];
        if (requirements is not JsonArray alternatives) return;
        string[] section = Grammar.Section(Kind.SecurityScheme, _version)!;
        foreach (JsonNode? alternative in alternatives)
        {
            if (alternative is not JsonObject schemes) continue;
            foreach (KeyValuePair<string, JsonNode?> scheme in schemes)
            {
                string pointer = "#/" + string.Join("/", section) + "/" + JsonPointer.Escape(scheme.Key);
                if (_resolver.Resolve(_documents.Main, pointer).Target is { Node: JsonObject } target)
                    operation.Wants.Add(ComponentOf(target, Kind.SecurityScheme, section));
            }
        }
    }

    /// <summary>A discriminator without a mapping means every schema that builds on this one by <c>allOf</c>, though nothing refers to them.</summary>
    private void WantSubtypes(Unit unit)
    {
        if (!unit.Source.IsMain || unit.Node is not JsonObject schema || !schema.ContainsKey("discriminator")) return;
        _subtypes ??= FindSubtypes();
        if (!_subtypes.TryGetValue(unit.Pointer, out List<string>? names)) return;
        string[] section = Grammar.Section(Kind.Schema, _version)!;
        foreach (string pointer in names)
        {
            if (_resolver.Resolve(_documents.Main, pointer).Target is { Node: JsonObject } target) unit.Wants.Add(ComponentOf(target, Kind.Schema, section));
        }
    }

    private Dictionary<string, List<string>> FindSubtypes()
    {
        var result = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        string[] section = Grammar.Section(Kind.Schema, _version)!;
        string prefix = "#/" + string.Join("/", section);
        foreach (KeyValuePair<string, JsonNode?> schema in Components(section))
        {
            if (schema.Value is not JsonObject value || value["allOf"] is not JsonArray bases) continue;
            foreach (JsonNode? item in bases)
            {
                if (item is not JsonObject reference || ReferenceOf(reference) is not { } pointer) continue;
                if (!result.TryGetValue(pointer, out List<string>? names)) result.Add(pointer, names = []);
                names.Add(JsonPointer.Append(prefix, schema.Key));
            }
        }

        return result;
    }

    /// <summary>Where the walk is: in which unit, in which document, and where there and in the tree the tokens start.</summary>
    private sealed record Frame(Unit Unit, Source Source, string Pointer, string TreePointer, int InlineDepth)
    {
        public bool IsMoved => !ReferenceEquals(Pointer, TreePointer);
    }

    private sealed record Pending(JsonObject Holder, string? MappingKey, Kind Kind, bool IsMap, Frame Frame);
}
