using System.Text.Json.Nodes;
using CfGen.Generator;
using CfGen.Generator.Binding.Operations;
using CfGen.Generator.Model;
using JsonPointer = CfGen.Generator.Parsing.JsonPointer;

namespace CfGen.Corpus;

/// <summary>A result, property, parameter or body whose type is looser than its schema.</summary>
/// <param name="Pointer">The pointer of the schema or the operation.</param>
/// <param name="IsSilent">True if no diagnostic is at the schema, in it, or in a component that it refers to.</param>
internal sealed record LoosenedType(string Pointer, bool IsSilent);

/// <summary>
/// Finds the loosened types of a client. A type is loosened if it has a <c>JsonElement</c> where the schema says more than "any value"
/// or "any object" (<see cref="SchemaContent.SaysMore"/>): as the whole type, as the item of a list, or as the value of a map. A result
/// is also loosened if it is a stream, a text or nothing, while the response is JSON with such a schema.
/// </summary>
internal sealed class LoosenedTypes
{
    private readonly ClientStages _stages;
    private readonly SchemaContent _schemas;
    private readonly HashSet<string> _reported;
    private readonly List<LoosenedType> _found = [];

    private LoosenedTypes(ClientStages stages, JsonObject root)
    {
        _stages = stages;
        _schemas = new SchemaContent(root);
        _reported = [.. stages.Loaded!.Findings.SelectMany(f => GetAncestors(ToCurrentPointer(f.Pointer)))];
    }

    /// <summary>Returns the loosened types of a client, in the order of its source files.</summary>
    public static IReadOnlyList<LoosenedType> Find(ClientStages stages)
    {
        if (stages.Loaded?.Root is not JsonObject root || stages.Bound is null)
            return [];
        LoosenedTypes finder = new(stages, root);
        finder.FindAll();
        return finder._found;
    }

    private void FindAll()
    {
        foreach (SourceFileModel file in _stages.Client.Units)
        {
            foreach (
                TypeModel type in file is ResourceModel r ? r.Types
                : file is SharedTypesModel s ? s.Types
                : []
            )
                CompareMembers(type);
        }

        foreach (BoundResource resource in _stages.Bound!.Resources)
        {
            foreach (BoundOperation operation in resource.Operations)
                CompareOperation(operation);
        }
    }

    private void CompareMembers(TypeModel type)
    {
        if (type is FormModel form)
        {
            foreach (FormPart part in form.Parts)
                Compare(part.Property.Type, part.Property.Docs.Pointer);
        }
        else if (type is TupleModel tuple)
        {
            foreach (PropertyModel position in tuple.Positions)
                Compare(position.Type, position.Docs.Pointer);
            if (tuple.Rest is { } rest)
                Compare(rest.Item, rest.Docs.Pointer);
        }
        else if (type is RecordModel record)
        {
            foreach (PropertyModel property in record.Properties)
                Compare(property.Type, property.Docs.Pointer);
            if (record.AdditionalProperties is { } additional)
                Compare(additional.Value, additional.Docs.Pointer);
        }
    }

    private void CompareOperation(BoundOperation operation)
    {
        OperationModel model = operation.Model;
        foreach (ParameterModel parameter in model.Parameters)
            Compare(parameter.Type, parameter.SchemaPointer);
        if (model.Body is { Kind: ContentKind.Json or ContentKind.JsonLines } sent)
            Compare(sent.Type, sent.SchemaPointer);
        // The other methods of an operation have another result of the same responses.
        if (model.Variant is null && model.HttpMethod != "HEAD" && FindResult(operation) is ({ } schema, { } body))
        {
            bool isLost =
                (model.Response.Result is null && GetEnvelope(model) != "NoResult")
                || model.Response.Kind is ContentKind.Stream or ContentKind.Text;
            if (isLost ? _schemas.SaysMore(schema) : IsLoosened(model.Response.Result, schema))
                Add(operation.Key.Pointer + "/responses", schema, body);
        }
    }

    /// <summary>Finds the schema of the first response of success that is JSON, with and without its envelope.</summary>
    private (JsonNode? Schema, JsonNode? Body) FindResult(BoundOperation operation)
    {
        if (_schemas.Find(operation.Key.Pointer + "/responses") is not JsonObject responses)
            return default;
        foreach (KeyValuePair<string, JsonNode?> response in responses.OrderBy(r => r.Key, StringComparer.Ordinal))
        {
            if (!response.Key.StartsWith('2') || _schemas.Follow(response.Value) is not JsonObject members)
                continue;
            JsonNode? schema = members["content"] is JsonObject contents ? FindJsonContent(contents)?["schema"] : null;
            if (schema is null)
                continue;
            return (GetEnvelope(operation.Model) == "Result" ? _schemas.FindProperty(schema, "result") : schema, schema);
        }

        return default;
    }

    // The generator and the runtime have an enum of this name each, so that neither can be named here.
    private static string GetEnvelope(OperationModel operation) => operation.Response.Envelope.ToString();

    // The first content decides: an API that prefers a text or a file has it first.
    private static JsonObject? FindJsonContent(JsonObject contents) =>
        contents.FirstOrDefault() is { Key: { } type, Value: JsonObject content } && IsJson(type) ? content : null;

    private static bool IsJson(string mediaType)
    {
        string bare = mediaType.Split(';')[0].Trim();
        return bare.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || bare.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
    }

    private void Compare(TypeRef type, string pointer)
    {
        if (pointer.Length > 0 && _schemas.Find(pointer) is { } schema && IsLoosened(type, schema))
            Add(pointer, schema);
    }

    private bool IsLoosened(TypeRef? type, JsonNode? schema) =>
        type switch
        {
            NullableType nullable => IsLoosened(nullable.Inner, schema),
            ListType list => IsLoosened(list.Item, _schemas.FindKeyword(schema, "items")),
            MapType map => IsLoosened(map.Value, _schemas.FindKeyword(schema, "additionalProperties")),
            ScalarType { Kind: ScalarKind.Json } => _schemas.SaysMore(schema),
            _ => false,
        };

    private void Add(string pointer, JsonNode? schema, JsonNode? body = null)
    {
        List<string> places = [pointer];
        _schemas.Follow(schema, places);
        _schemas.Follow(body, places);
        _found.Add(new LoosenedType(pointer, !places.Exists(_reported.Contains)));
    }

    // The types of a document of 2.0 have the pointers of 3.x.
    private static string ToCurrentPointer(string pointer)
    {
        const string Definitions = "#/definitions/";
        return pointer.StartsWith(Definitions, StringComparison.Ordinal)
            ? "#/components/schemas/" + pointer[Definitions.Length..]
            : pointer;
    }

    /// <summary>A finding counts for the values around it.</summary>
    private static IEnumerable<string> GetAncestors(string pointer)
    {
        for (int end = pointer.Length; end > JsonPointer.Root.Length; end = pointer.LastIndexOf('/', end - 1))
            yield return pointer[..end];
    }
}
