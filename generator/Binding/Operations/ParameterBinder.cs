using CfGen.Generator.Binding.Choices;
using CfGen.Generator.Binding.Names;
using CfGen.Generator.Binding.Shapes;
using CfGen.Generator.Binding.Types;
using CfGen.Generator.Model;
using CfGen.Generator.Reading;
using JsonPointer = CfGen.Generator.Reading.JsonPointer;
using Microsoft.OpenApi;
using ParameterStyle = CfGen.Generator.Model.ParameterStyle;

namespace CfGen.Generator.Binding.Operations;

/// <summary>The parameters of an operation, those of its path item included, in the order of the C# signature.</summary>
internal sealed class ParameterBinder(ShapeResolver shapes, TypeBinder types)
{
    // Their values come from the client, not from a parameter.
    private static readonly HashSet<string> s_ownHeaders = new(["Accept", "Content-Type", "Authorization"], StringComparer.OrdinalIgnoreCase);

    public List<ParameterModel> Bind(IOpenApiPathItem item, OpenApiOperation operation, string path, string operationPointer, string typeName)
    {
        string itemPointer = operationPointer.Substring(0, operationPointer.LastIndexOf('/'));
        List<Declared> declared = [];
        Collect(item.Parameters, itemPointer);
        Collect(operation.Parameters, operationPointer);

        NameScope names = new(reserved: ["options", "cancellationToken", "body", "parameters"]);
        List<ParameterModel> bound = [];
        foreach (string name in Template(path).Distinct(StringComparer.Ordinal))
        {
            if (declared.Find(d => d.Is(name, ParameterPlace.Path)) is not { } parameter)
                throw new OperationNotBindableException($"the path has '{{{name}}}', and no parameter of that name is declared", operationPointer);
            bound.Add(ToModel(parameter, names, typeName));
        }

        foreach (Declared parameter in declared.Where(d => d.Place != ParameterPlace.Path))
            bound.Add(ToModel(parameter, names, typeName));
        return bound;

        void Collect(IList<IOpenApiParameter>? parameters, string owner)
        {
            for (int i = 0; i < (parameters?.Count ?? 0); i++)
            {
                IOpenApiParameter parameter = parameters![i];
                string pointer = parameter is OpenApiParameterReference reference
                    ? "#/components/parameters/" + JsonPointer.Escape(reference.Reference.Id ?? "")
                    : $"{owner}/parameters/{i}";
                if (parameter.Name is not { } name || Place(parameter.In) is not { } place || (place == ParameterPlace.Header && s_ownHeaders.Contains(name)))
                    continue;
                // The operation's own takes the place of its path item's.
                Declared entry = new(name, place, parameter, pointer);
                int known = declared.FindIndex(d => d.Is(name, place));
                if (known < 0)
                    declared.Add(entry);
                else
                    declared[known] = entry;
            }
        }
    }

    /// <summary>The names between braces, in the order of the path; one that stands there twice is one parameter.</summary>
    private static IEnumerable<string> Template(string path)
    {
        for (int open = path.IndexOf('{'); open >= 0; open = path.IndexOf('{', open + 1))
        {
            int close = path.IndexOf('}', open);
            if (close < 0)
                yield break;
            yield return path.Substring(open + 1, close - open - 1);
        }
    }

    private ParameterModel ToModel(Declared declared, NameScope names, string typeName)
    {
        (string wire, ParameterPlace place, IOpenApiParameter parameter, string pointer) = declared;
        Documentation docs = new(parameter.Description ?? "", Pointer: pointer, Deprecated: parameter.Deprecated);
        bool required = parameter.Required || place == ParameterPlace.Path;
        string name = names.Take(required ? Identifiers.Parameter(wire) : Identifiers.OptionalParameter(wire, typeName + "Parameters"));
        if (Content(parameter, pointer) is not var (site, style))
            return new ParameterModel(name, wire, place, TypeRef.String, required, ValueRules.None, pointer, docs, ValueRules.None, ParameterStyle.Default, false);

        Conjunction conjunction = new([site]);
        Shape shape = shapes.Resolve(conjunction);
        docs = docs with { Summary = docs.Summary.Length == 0 ? shape.Description : docs.Summary, Default = types.Default(shape, site.Target.Pointer) };
        TypeRef type = Type(conjunction, shape, required, style, InlineName.Of(typeName, Words.Pascal(wire)));
        ValueRules itemRules = types.ItemRules(shape, type);
        bool allowReserved = place == ParameterPlace.Query && parameter.AllowReserved;
        return new ParameterModel(name, wire, place, type, required, shape.Rules, site.Target.Pointer, docs, itemRules, style, parameter.Explode, allowReserved);
    }

    /// <summary>The schema of the value, or of what the value is sent as, and how it is sent; null where it is a text of its own kind.</summary>
    private static (SchemaSite Site, ParameterStyle Style)? Content(IOpenApiParameter parameter, string pointer)
    {
        bool isQuery = parameter.In == ParameterLocation.QueryString;
        if (parameter.Schema is { } schema)
            return (new SchemaSite(schema, pointer + "/schema"), isQuery ? ParameterStyle.Json : Style(parameter.Style));
        foreach (KeyValuePair<string, IOpenApiMediaType> media in parameter.Content ?? new Dictionary<string, IOpenApiMediaType>())
        {
            bool isForm = isQuery && MediaTypes.Is(media.Key, "application/x-www-form-urlencoded");
            if ((isForm || MediaTypes.IsJson(media.Key)) && media.Value?.Schema is { } value)
                return (new SchemaSite(value, $"{pointer}/content/{JsonPointer.Escape(media.Key)}/schema"), isForm ? ParameterStyle.Form : ParameterStyle.Json);
        }

        return null;
    }

    private TypeRef Type(Conjunction conjunction, Shape shape, bool required, ParameterStyle style, InlineName typeName)
    {
        if (style is ParameterStyle.Json or ParameterStyle.Form)
            return types.Bind(conjunction, shape, typeName);
        // Of a choice of scalars all are text in a URL.
        if (shape.IsChoice && EnumValues.Find(shape) is null && IsScalar(shape, new(ConjunctionComparer.Instance)))
            return TypeRef.String;
        // An object that says nothing of its properties: names and texts.
        if (shape.Is(JsonSchemaType.Object) && shape.Properties.Count == 0 && shape.Additional is null && shape.Choices.Count == 0)
            return new MapType(TypeRef.String);
        return Sent(types.Bind(conjunction, shape, typeName), required);
    }

    /// <param name="seen">The alternatives looked at: a choice may lead back to itself, which adds nothing.</param>
    private bool IsScalar(Shape shape, HashSet<Conjunction> seen) => (shape.Choices.Count > 0 || shape.Types is not null)
        && ((shape.Types ?? 0) & (JsonSchemaType.Object | JsonSchemaType.Array)) == 0
        && shape.Choices.TrueForAll(c => c.Alternatives.All(a => !seen.Add(a) || IsScalar(shapes.Resolve(a), seen)));

    /// <summary>
    /// A required uuid stays a string that is checked (and has a Guid overload); free-form values are strings too, and so is what
    /// has rules for texts only.
    /// </summary>
    private static TypeRef Sent(TypeRef type, bool required) => type switch
    {
        ScalarType { Kind: ScalarKind.Guid } when required => TypeRef.String,
        ScalarType { Kind: ScalarKind.Uri or ScalarKind.IPAddress or ScalarKind.Json or ScalarKind.Bytes or ScalarKind.Duration or ScalarKind.Time } => TypeRef.String,
        ListType { Item: NullableType item } => Sent(new ListType(item.Inner), required),
        ListType list => new ListType(Sent(list.Item, required: false)),
        _ => type,
    };

    private static ParameterStyle Style(Microsoft.OpenApi.ParameterStyle? style) => style switch
    {
        Microsoft.OpenApi.ParameterStyle.SpaceDelimited => ParameterStyle.SpaceDelimited,
        Microsoft.OpenApi.ParameterStyle.PipeDelimited => ParameterStyle.PipeDelimited,
        Microsoft.OpenApi.ParameterStyle.DeepObject => ParameterStyle.DeepObject,
        Microsoft.OpenApi.ParameterStyle.Label => ParameterStyle.Label,
        Microsoft.OpenApi.ParameterStyle.Matrix => ParameterStyle.Matrix,
        _ => ParameterStyle.Default,
    };

    private static ParameterPlace? Place(ParameterLocation? location) => location switch
    {
        ParameterLocation.Path => ParameterPlace.Path,
        ParameterLocation.Query => ParameterPlace.Query,
        ParameterLocation.Header => ParameterPlace.Header,
        ParameterLocation.Cookie => ParameterPlace.Cookie,
        ParameterLocation.QueryString => ParameterPlace.QueryString,
        _ => null,
    };

    private sealed record Declared(string Name, ParameterPlace Place, IOpenApiParameter Parameter, string Pointer)
    {
        public bool Is(string name, ParameterPlace place) => Place == place && Name == name;
    }
}

/// <summary>The operation cannot be generated as the document has it: it is left out with CFG1002.</summary>
internal sealed class OperationNotBindableException(string reason, string pointer) : Exception(reason)
{
    public string Pointer { get; } = pointer;
}
