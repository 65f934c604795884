using System.Text;
using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents.Normalization;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.References;

/// <summary>Finds the references in a value by the keywords of OpenAPI, and replaces values that the OpenAPI library cannot read.</summary>
internal sealed class ReferenceFinder(SpecVersion version, ComponentImporter importer, LinkFindings findings)
{
    private readonly List<string> _path = [];
    private readonly HashSet<JsonObject> _movedReferences = [];
    private bool _isNested;

    /// <summary>The references that are found and not followed yet.</summary>
    public Queue<PendingReference> PendingReferences { get; } = new();

    /// <summary>
    /// The references that can be removed if they are broken: a member of an object, or the object itself where there is no key.
    /// </summary>
    public List<(JsonObject Holder, string? Key, ReferencedElement Element)> OptionalReferences { get; } = [];

    /// <summary>Finds the references of one member.</summary>
    public void WalkMember(TraversalContext context, JsonObject node, string key, ElementKind kind)
    {
        if (!node.TryGetPropertyValue(key, out JsonNode? value) || value is null)
            return;
        _path.Add(key);
        Walk(context, value, kind, isMap: false, isNested: false);
        _path.RemoveAt(_path.Count - 1);
    }

    /// <summary>Finds the references of a value. They are followed afterwards, because that can move values.</summary>
    /// <param name="context">The position of the value.</param>
    /// <param name="node">The value.</param>
    /// <param name="kind">The kind of the value, or of the values of a map.</param>
    /// <param name="isMap">The value is a map.</param>
    /// <param name="isNested">The value is a part of a schema.</param>
    public void Walk(TraversalContext context, JsonNode node, ElementKind kind, bool isMap, bool isNested)
    {
        _isNested = isNested;
        Walk(context, node, kind, isMap);
    }

    private void Walk(TraversalContext context, JsonNode node, ElementKind kind, bool isMap)
    {
        if (node is JsonObject value)
        {
            if (!_movedReferences.Contains(value))
                WalkObject(context, value, kind, isMap);
        }
        else if (node is JsonArray list)
        {
            for (int i = 0; i < list.Count; i++)
            {
                if (kind == ElementKind.Schema && BooleanSchemaNormalizer.TryCreate(list[i]) is { } schema)
                    list[i] = schema;
                if (list[i] is not (JsonObject or JsonArray) || list[i] is not { } item)
                    continue;
                _path.Add(NumberFormat.ToInvariantString(i));
                Walk(context, item, kind, isMap: false);
                _path.RemoveAt(_path.Count - 1);
            }
        }
    }

    private void WalkObject(TraversalContext context, JsonObject value, ElementKind kind, bool isMap)
    {
        if (ReferenceLinker.GetReference(value) is { } reference && !(kind == ElementKind.Callback && !isMap && value.Count > 1))
        {
            // The location is that of the original, even if the reference is moved.
            PendingReferences.Enqueue(
                CreatePending(context, MoveToAllOf(context, value, kind, isMap) ?? value, reference, null, kind, isMap)
            );

            // In 3.1 a reference can have siblings, which can have references.
            if (kind != ElementKind.Schema || value.Count == 1)
                return;
        }

        if (kind == ElementKind.Parameter && version.IsSwagger2)
            NormalizeCollectionFormat(context, value);
        if (kind is ElementKind.Parameter or ElementKind.Encoding && !isMap && !version.IsSwagger2)
            NormalizeStyle(context, value, kind);
        if (kind == ElementKind.Discriminator)
            WalkMapping(context, value);
        else
            WalkMembers(context, value, kind, isMap);
    }

    private void WalkMembers(TraversalContext context, JsonObject value, ElementKind kind, bool isMap)
    {
        List<string>? scalars = null;
        bool isNullable = false;
        bool isConstant = false;
        bool isFile = false;
        bool hasTypeList = false;
        bool hasAdditional = false;
        foreach (KeyValuePair<string, JsonNode?> member in value)
        {
            if (member.Value is not (JsonObject or JsonArray))
            {
                isNullable |= !isMap && kind == ElementKind.Schema && NullableNormalizer.AppliesTo(member.Key, member.Value);
                isConstant |= !isMap && kind == ElementKind.Schema && ConstNormalizer.AppliesTo(member.Key, member.Value);
                hasAdditional |= !isMap && kind == ElementKind.Schema && AdditionalPropertyNormalizer.AppliesTo(member.Key);
                isFile |= !isMap && kind == ElementKind.Schema && FileTypeNormalizer.AppliesTo(member.Key, member.Value);
                if (IsScalarSchema(member, kind, isMap))
                    (scalars ??= []).Add(member.Key);
                continue;
            }

            hasAdditional |= !isMap && kind == ElementKind.Schema && AdditionalPropertyNormalizer.AppliesTo(member.Key);
            hasTypeList |= !isMap && kind == ElementKind.Schema && TypeListNormalizer.AppliesTo(member.Key, member.Value);
            ChildElement child = isMap ? new ChildElement(kind) : OpenApiKeywords.GetChild(kind, member.Key);
            if (child.Kind == ElementKind.None || (isMap && IsExtension(kind, member.Key)))
                continue;
            if (child is { Kind: ElementKind.Callback, IsMap: true } && member.Value is JsonObject callbacks)
            {
                AddCallbacks(context, value, member.Key, callbacks);
                continue;
            }

            bool outer = _isNested;
            _isNested = kind == ElementKind.Schema && child.Kind == ElementKind.Schema;
            _path.Add(member.Key);
            Walk(context, member.Value, child.Kind, child.IsMap);
            _path.RemoveAt(_path.Count - 1);
            _isNested = outer;
        }

        if (kind == ElementKind.MediaType && !isMap && version.Minor < 2)
            ItemSchemaNormalizer.Normalize(value);
        if (kind == ElementKind.Schema && !isMap)
            RewriteSchema(context, value, scalars);
        if (isFile)
            FileTypeNormalizer.Normalize(value);
        if (hasAdditional)
            AdditionalPropertyNormalizer.Normalize(value);
        if (isConstant)
            ConstNormalizer.Normalize(value);
        if (isNullable)
            NullableNormalizer.Normalize(value, version);
        if (hasTypeList)
            TypeListNormalizer.Normalize(value, version);
        if (scalars is not null)
            ReplaceScalars(context, value, scalars);
    }

    /// <summary>Rewrites the keywords of a schema that the library does not read in this version, or not at all.</summary>
    private void RewriteSchema(TraversalContext context, JsonObject schema, List<string>? scalars)
    {
        if (TypeNameNormalizer.AppliesTo(schema))
        {
            (string type, string meaning) = TypeNameNormalizer.Normalize(schema);
            findings.Add(context.Source, LooseSchemaFindings.UnknownType(context.Pointer + GetRelativePointer() + "/type", type, meaning));
        }

        if (schema.Any(m => DependencyNormalizer.AppliesTo(m.Key)))
            DependencyNormalizer.Normalize(schema);
        if (PropertyNameNormalizer.AppliesTo(schema, version) && !PropertyNameNormalizer.Normalize(schema, version))
            findings.Add(context.Source, LooseSchemaFindings.UncheckedRule(context.Pointer + GetRelativePointer() + "/propertyNames"));
        if (DependentSchemaNormalizer.AppliesTo(schema))
            DependentSchemaNormalizer.Normalize(schema);
        if (PatternPropertyNormalizer.AppliesTo(schema, version))
            PatternPropertyNormalizer.Normalize(schema);
        if (TupleNormalizer.AppliesTo(schema) && TupleNormalizer.Normalize(schema))
            scalars?.Remove("items");
    }

    // Callbacks are an element of their own, so that a broken one does not affect its operation.
    private void AddCallbacks(TraversalContext context, JsonObject holder, string key, JsonObject callbacks)
    {
        string tail = GetRelativePointer() + "/" + key;
        var element = new ReferencedElement(
            ElementKind.Callback,
            callbacks,
            context.Source,
            context.Pointer + tail,
            context.TreePointer + tail
        )
        {
            IsMap = true,
        };
        context.Element.OptionalDependencies.Add(importer.Add(element));
        OptionalReferences.Add((holder, key, element));
    }

    /// <summary>True for a reference that was moved to the <c>allOf</c> of its schema.</summary>
    public bool IsMovedToAllOf(JsonObject reference) => _movedReferences.Contains(reference);

    private JsonObject? MoveToAllOf(TraversalContext context, JsonObject value, ElementKind kind, bool isMap)
    {
        // A component that is only a reference is an alias of its target.
        bool isAlias = value == context.Element.Node && !context.IsMoved;
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

    /// <summary>True for a value in the place of a schema that is no object: any in a map of schemas, a boolean elsewhere.</summary>
    private static bool IsScalarSchema(KeyValuePair<string, JsonNode?> member, ElementKind kind, bool isMap)
    {
        if (isMap)
            return kind == ElementKind.Schema && member.Key != ReferenceLinker.RefKeyword;
        return member.Value is JsonValue value
            && value.TryGetValue(out bool _)
            && !BooleanSchemaNormalizer.IsRead(member.Key)
            && OpenApiKeywords.GetChild(kind, member.Key) is { Kind: ElementKind.Schema, IsMap: false };
    }

    // The library throws at 'current: integer' instead of 'current: {type: integer}', and at boolean schemas.
    private void ReplaceScalars(TraversalContext context, JsonObject schemas, List<string> names)
    {
        foreach (string name in names)
        {
            if (BooleanSchemaNormalizer.TryCreate(schemas[name]) is { } schema)
            {
                BooleanSchemaNormalizer.Normalize(schemas, name, schema);
                continue;
            }

            string text = schemas[name]?.ToJsonString() ?? "null";
            schemas[name] = new JsonObject();
            findings.Add(context.Source, SchemaFindings.NotASchema(JsonPointer.Append(context.Pointer + GetRelativePointer(), name), text));
        }
    }

    private void NormalizeCollectionFormat(TraversalContext context, JsonObject parameter)
    {
        if (CollectionFormatNormalizer.Normalize(parameter) is { } format)
            findings.Add(
                context.Source,
                ParameterFindings.UnsupportedCollectionFormat(context.Pointer + GetRelativePointer() + "/collectionFormat", format)
            );
    }

    // Callbacks are not generated.
    private void NormalizeStyle(TraversalContext context, JsonObject value, ElementKind kind)
    {
        if (
            context.Element.Kind != ElementKind.Callback
            && StyleNormalizer.Normalize(value, kind, context.Pointer + GetRelativePointer()) is { } finding
        )
            findings.Add(context.Source, finding);
    }

    // In a map of schemas 'x-id' is a property. Elsewhere it is an extension.
    private static bool IsExtension(ElementKind kind, string key) =>
        kind is not (ElementKind.Schema or ElementKind.Header or ElementKind.MediaType or ElementKind.Example or ElementKind.Encoding)
        && key.StartsWith("x-", StringComparison.OrdinalIgnoreCase);

    private void WalkMapping(TraversalContext context, JsonObject discriminator)
    {
        if (!discriminator.TryGetPropertyValue("mapping", out JsonNode? node) || node is not JsonObject mapping)
            return;
        _path.Add("mapping");
        foreach (KeyValuePair<string, JsonNode?> member in mapping)
        {
            if (member.Value is JsonValue value && value.TryGetValue(out string? text))
                PendingReferences.Enqueue(CreatePending(context, mapping, text, member.Key, ElementKind.Schema, isMap: false));
        }

        _path.RemoveAt(_path.Count - 1);
    }

    private PendingReference CreatePending(
        TraversalContext context,
        JsonObject holder,
        string reference,
        string? mappingKey,
        ElementKind kind,
        bool isMap
    )
    {
        string tail = GetRelativePointer();
        string pointer = context.Pointer + tail;
        return new PendingReference(
            holder,
            reference,
            mappingKey,
            kind,
            isMap,
            _isNested,
            context with
            {
                Pointer = pointer,
                TreePointer = context.IsMoved ? context.TreePointer + tail : pointer,
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
