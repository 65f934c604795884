using System.Text;
using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents.Normalization;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.References;

/// <summary>Finds the references in a value, by what the grammar has at each place, and mends on the way what the library throws at.</summary>
internal sealed class ReferenceFinder(SpecVersion version, ComponentImporter importer, LinkFindings reports)
{
    private readonly List<string> _path = [];
    private readonly HashSet<JsonObject> _movedReferences = [];

    /// <summary>What was found and not followed yet.</summary>
    public Queue<PendingReference> PendingReferences { get; } = new();

    /// <summary>What may be taken out if it is broken: the member of an object, or the object itself where there is no key.</summary>
    public List<(JsonObject Holder, string? Key, ReferencedElement Unit)> OptionalReferences { get; } = [];

    /// <summary>Notes the references of one member.</summary>
    public void WalkMember(TraversalContext frame, JsonObject node, string key, ElementKind kind)
    {
        if (!node.TryGetPropertyValue(key, out JsonNode? value) || value is null)
            return;
        _path.Add(key);
        Walk(frame, value, kind, isMap: false);
        _path.RemoveAt(_path.Count - 1);
    }

    /// <summary>Notes the references of a value. They are followed afterwards: that may move what is being walked.</summary>
    public void Walk(TraversalContext frame, JsonNode node, ElementKind kind, bool isMap)
    {
        switch (node)
        {
            case JsonArray list:
                for (int i = 0; i < list.Count; i++)
                {
                    if (list[i] is not (JsonObject or JsonArray) || list[i] is not { } item)
                        continue;
                    _path.Add(NumberFormat.ToInvariantString(i));
                    Walk(frame, item, kind, isMap: false);
                    _path.RemoveAt(_path.Count - 1);
                }

                break;
            case JsonObject value:
                if (_movedReferences.Contains(value))
                    break;
                if (ReferenceLinker.GetReference(value) is { } reference && !(kind == ElementKind.Callback && !isMap && value.Count > 1))
                {
                    // It is found where it was written, whatever it became.
                    PendingReferences.Enqueue(
                        CreatePending(frame, MoveToAllOf(frame, value, kind, isMap) ?? value, reference, null, kind, isMap)
                    );

                    // 3.1 lets a reference have siblings, which may have references of their own.
                    if (kind != ElementKind.Schema || value.Count == 1)
                        break;
                }

                if (kind == ElementKind.Parameter && version.IsSwagger2)
                    ReplaceUnsupportedCollectionFormat(frame, value);
                if (kind is ElementKind.Parameter or ElementKind.Encoding && !isMap && !version.IsSwagger2)
                    NormalizeStyle(frame, value, kind);
                if (kind == ElementKind.Discriminator)
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
                        isNullable |= !isMap && kind == ElementKind.Schema && NullableNormalizer.AppliesTo(member.Key, member.Value);
                        isConstant |= !isMap && kind == ElementKind.Schema && ConstNormalizer.AppliesTo(member.Key, member.Value);
                        if (isMap && kind == ElementKind.Schema && !IsBoolean(member.Value) && member.Key != ReferenceLinker.RefKeyword)
                            (scalars ??= []).Add(member.Key);
                        continue;
                    }

                    ChildElement slot = isMap ? new ChildElement(kind) : OpenApiKeywords.GetChild(kind, member.Key);
                    if (slot.Kind == ElementKind.None || (isMap && IsExtension(kind, member.Key)))
                        continue;
                    if (slot is { Kind: ElementKind.Callback, IsMap: true } && member.Value is JsonObject callbacks)
                    {
                        string tail = GetRelativePointer() + "/" + member.Key;
                        var unit = new ReferencedElement(
                            ElementKind.Callback,
                            callbacks,
                            frame.Source,
                            frame.Pointer + tail,
                            frame.TreePointer + tail
                        )
                        {
                            IsMap = true,
                        };
                        frame.Element.OptionalDependencies.Add(importer.Add(unit));
                        OptionalReferences.Add((value, member.Key, unit));
                        continue;
                    }

                    _path.Add(member.Key);
                    Walk(frame, member.Value, slot.Kind, slot.IsMap);
                    _path.RemoveAt(_path.Count - 1);
                }

                if (isConstant)
                    ConstNormalizer.Normalize(value);
                if (isNullable)
                    NullableNormalizer.Normalize(value);
                if (scalars is not null)
                    ReplaceScalars(frame, value, scalars);
                break;
        }
    }

    /// <summary>Whether a reference was made a branch of the schema that it was.</summary>
    public bool IsMovedToAllOf(JsonObject reference) => _movedReferences.Contains(reference);

    private JsonObject? MoveToAllOf(TraversalContext frame, JsonObject value, ElementKind kind, bool isMap)
    {
        // A component that the document declares as a reference is another name for what that leads to.
        bool isAlias = value == frame.Element.Node && !frame.IsMoved;
        if (
            kind != ElementKind.Schema
            || isMap
            || value.Count == 1
            || value.Parent is not JsonObject
            || isAlias
            || ReferenceSiblingNormalizer.MoveToAllOf(value, version) is not { } reference
        )
            return null;
        _movedReferences.Add(reference);
        return reference;
    }

    private static bool IsBoolean(JsonNode? node) => node is JsonValue value && value.TryGetValue(out bool _);

    // 'current: integer' instead of 'current: {type: integer}': the library throws at it.
    private void ReplaceScalars(TraversalContext frame, JsonObject schemas, List<string> names)
    {
        foreach (string name in names)
        {
            string text = schemas[name]?.ToJsonString() ?? "null";
            schemas[name] = new JsonObject();
            reports.Add(frame.Source, SchemaFindings.NotASchema(JsonPointer.Append(frame.Pointer + GetRelativePointer(), name), text));
        }
    }

    // The library throws at it. Nobody was seen to use it outside of test documents.
    private void ReplaceUnsupportedCollectionFormat(TraversalContext frame, JsonObject parameter)
    {
        if (parameter["collectionFormat"].AsString() is not { } format || format is "csv" or "ssv" or "pipes" or "multi")
            return;
        parameter["collectionFormat"] = "csv";
        reports.Add(
            frame.Source,
            ParameterFindings.UnsupportedCollectionFormat(frame.Pointer + GetRelativePointer() + "/collectionFormat", format)
        );
    }

    // Callbacks are not generated.
    private void NormalizeStyle(TraversalContext frame, JsonObject value, ElementKind kind)
    {
        if (
            frame.Element.Kind != ElementKind.Callback
            && StyleNormalizer.Normalize(value, kind, frame.Pointer + GetRelativePointer()) is { } finding
        )
            reports.Add(frame.Source, finding);
    }

    // In a map of schemas 'x-id' is a property; elsewhere it is an extension.
    private static bool IsExtension(ElementKind kind, string key) =>
        kind is not (ElementKind.Schema or ElementKind.Header or ElementKind.MediaType or ElementKind.Example or ElementKind.Encoding)
        && key.StartsWith("x-", StringComparison.OrdinalIgnoreCase);

    private void WalkMapping(TraversalContext frame, JsonObject discriminator)
    {
        if (!discriminator.TryGetPropertyValue("mapping", out JsonNode? node) || node is not JsonObject mapping)
            return;
        _path.Add("mapping");
        foreach (KeyValuePair<string, JsonNode?> member in mapping)
        {
            if (member.Value is JsonValue value && value.TryGetValue(out string? text))
                PendingReferences.Enqueue(CreatePending(frame, mapping, text, member.Key, ElementKind.Schema, isMap: false));
        }

        _path.RemoveAt(_path.Count - 1);
    }

    private PendingReference CreatePending(
        TraversalContext frame,
        JsonObject holder,
        string reference,
        string? mappingKey,
        ElementKind kind,
        bool isMap
    )
    {
        string tail = GetRelativePointer();
        string pointer = frame.Pointer + tail;
        return new PendingReference(
            holder,
            reference,
            mappingKey,
            kind,
            isMap,
            frame with
            {
                Pointer = pointer,
                TreePointer = frame.IsMoved ? frame.TreePointer + tail : pointer,
            }
        );
    }

    private string GetRelativePointer()
    {
        if (_path.Count == 0)
            return "";
        var tail = new StringBuilder();
        foreach (string token in _path)
            tail.Append('/').Append(JsonPointer.Escape(token));
        return tail.ToString();
    }
}

/// <summary>Where the walk is: in which unit, in which document, and where there and in the tree the tokens start.</summary>
internal sealed record TraversalContext(
    ReferencedElement Element,
    SourceDocument Source,
    string Pointer,
    string TreePointer,
    int InlineDepth
)
{
    public bool IsMoved => !ReferenceEquals(Pointer, TreePointer);
}

/// <summary>A reference that was found and is to be followed: <c>$ref</c>, or a value of a discriminator's mapping.</summary>
internal sealed record PendingReference(
    JsonObject Holder,
    string Reference,
    string? MappingKey,
    ElementKind Kind,
    bool IsMap,
    TraversalContext Context
);
