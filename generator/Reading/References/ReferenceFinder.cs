using System.Text;
using System.Text.Json.Nodes;
using CfGen.Generator.Reading.Selection;

namespace CfGen.Generator.Reading.References;

/// <summary>Finds the references in a value, by what the grammar has at each place, and mends on the way what the library throws at.</summary>
internal sealed class ReferenceFinder(SpecVersion version, ComponentImporter importer, LinkReports reports)
{
    private readonly List<string> _path = [];
    private readonly HashSet<JsonObject> _apart = [];

    /// <summary>What was found and not followed yet.</summary>
    public Queue<Pending> Found { get; } = new();

    /// <summary>What may be taken out if it is broken: the member of an object, or the object itself where there is no key.</summary>
    public List<(JsonObject Holder, string? Key, Unit Unit)> Optional { get; } = [];

    /// <summary>Notes the references of one member.</summary>
    public void WalkMember(Frame frame, JsonObject node, string key, Kind kind)
    {
        if (!node.TryGetPropertyValue(key, out JsonNode? value) || value is null) return;
        _path.Add(key);
        Walk(frame, value, kind, isMap: false);
        _path.RemoveAt(_path.Count - 1);
    }

    /// <summary>Notes the references of a value. They are followed afterwards: that may move what is being walked.</summary>
    public void Walk(Frame frame, JsonNode node, Kind kind, bool isMap)
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
                if (_apart.Contains(value)) break;
                if (Linker.ReferenceOf(value) is { } reference && !(kind == Kind.Callback && !isMap && value.Count > 1))
                {
                    // It is found where it was written, whatever it became.
                    Found.Enqueue(Pend(frame, SetApart(frame, value, kind, isMap) ?? value, reference, null, kind, isMap));

                    // 3.1 lets a reference have siblings, which may have references of their own.
                    if (kind != Kind.Schema || value.Count == 1) break;
                }

                if (kind == Kind.Parameter && version.Is2) ReplaceTabSeparation(frame, value);
                if (kind == Kind.Discriminator)
                {
                    WalkMapping(frame, value);
                    break;
                }

                List<string>? scalars = null;
                bool isNullable = false;
                bool isConstant = false;
                foreach (KeyValuePair<string, JsonNode?> member in value)
                {
                    if (member.Value is not (JsonObject or JsonArray))
                    {
                        isNullable |= !isMap && kind == Kind.Schema && UntypedNull.IsSaidBy(member.Key, member.Value);
                        isConstant |= !isMap && kind == Kind.Schema && TypedConstant.IsSaidBy(member.Key, member.Value);
                        if (isMap && kind == Kind.Schema && !IsBoolean(member.Value) && member.Key != Linker.Ref) (scalars ??= []).Add(member.Key);
                        continue;
                    }

                    Slot slot = isMap ? new Slot(kind) : Grammar.Under(kind, member.Key);
                    if (slot.Kind == Kind.None || (isMap && IsExtension(kind, member.Key))) continue;
                    if (slot is { Kind: Kind.Callback, IsMap: true } && member.Value is JsonObject callbacks)
                    {
                        string tail = Tail() + "/" + member.Key;
                        var unit = new Unit(Kind.Callback, callbacks, frame.Source, frame.Pointer + tail, frame.TreePointer + tail) { IsMap = true };
                        frame.Unit.Wants.Add(importer.Add(unit));
                        Optional.Add((value, member.Key, unit));
                        continue;
                    }

                    _path.Add(member.Key);
                    Walk(frame, member.Value, slot.Kind, slot.IsMap);
                    _path.RemoveAt(_path.Count - 1);
                }

                if (isConstant) TypedConstant.Keep(value);
                if (isNullable) UntypedNull.Keep(value);
                if (scalars is not null) ReplaceScalars(frame, value, scalars);
                break;
        }
    }

    /// <summary>Whether a reference was made a branch of the schema that it was.</summary>
    public bool IsApart(JsonObject reference) => _apart.Contains(reference);

    private JsonObject? SetApart(Frame frame, JsonObject value, Kind kind, bool isMap)
    {
        // A component that the document declares as a reference is another name for what that leads to.
        bool isAlias = value == frame.Unit.Node && !frame.IsMoved;
        if (kind != Kind.Schema || isMap || value.Count == 1 || value.Parent is not JsonObject || isAlias || ReferenceSiblings.SetApart(value, version) is not { } reference) return null;
        _apart.Add(reference);
        return reference;
    }

    private static bool IsBoolean(JsonNode? node) => node is JsonValue value && value.TryGetValue(out bool _);

    // 'current: integer' instead of 'current: {type: integer}': the library throws at it.
    private void ReplaceScalars(Frame frame, JsonObject schemas, List<string> names)
    {
        foreach (string name in names)
        {
            string text = schemas[name]?.ToJsonString() ?? "null";
            schemas[name] = new JsonObject();
            reports.Add(frame.Source, "CFG1003", JsonPointer.Append(frame.Pointer + Tail(), name), text + " is not a schema", "it is taken for any value");
        }
    }

    // The library throws at it. Nobody was seen to use it outside of test documents.
    private void ReplaceTabSeparation(Frame frame, JsonObject parameter)
    {
        if (parameter["collectionFormat"].Text() is not { } format || format is "csv" or "ssv" or "pipes" or "multi") return;
        parameter["collectionFormat"] = "csv";
        reports.Add(frame.Source, "CFG1003", frame.Pointer + Tail() + "/collectionFormat", "the collectionFormat '" + format + "' is not supported", "'csv' takes its place");
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
            if (member.Value is JsonValue value && value.TryGetValue(out string? text)) Found.Enqueue(Pend(frame, mapping, text, member.Key, Kind.Schema, isMap: false));
        }

        _path.RemoveAt(_path.Count - 1);
    }

    private Pending Pend(Frame frame, JsonObject holder, string reference, string? mappingKey, Kind kind, bool isMap)
    {
        string tail = Tail();
        string pointer = frame.Pointer + tail;
        return new Pending(holder, reference, mappingKey, kind, isMap, frame with { Pointer = pointer, TreePointer = frame.IsMoved ? frame.TreePointer + tail : pointer });
    }

    private string Tail()
    {
        if (_path.Count == 0) return "";
        var tail = new StringBuilder();
        foreach (string token in _path) tail.Append('/').Append(JsonPointer.Escape(token));
        return tail.ToString();
    }
}

/// <summary>Where the walk is: in which unit, in which document, and where there and in the tree the tokens start.</summary>
internal sealed record Frame(Unit Unit, Source Source, string Pointer, string TreePointer, int InlineDepth)
{
    public bool IsMoved => !ReferenceEquals(Pointer, TreePointer);
}

/// <summary>A reference that was found and is to be followed: <c>$ref</c>, or a value of a discriminator's mapping.</summary>
internal sealed record Pending(JsonObject Holder, string Reference, string? MappingKey, Kind Kind, bool IsMap, Frame Frame);
