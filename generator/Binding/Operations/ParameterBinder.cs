using CfGen.Generator.Binding.Names;
using CfGen.Generator.Binding.Schemas;
using CfGen.Generator.Model;
using CfGen.Generator.Reading;
using Microsoft.OpenApi;
using JsonPointer = CfGen.Generator.Reading.JsonPointer;

namespace CfGen.Generator.Binding.Operations;

/// <summary>The parameters of an operation, those of its path item included, in the order of the C# signature.</summary>
internal sealed class ParameterBinder(ShapeResolver shapes, TypeBinder types)
{
    // Their values come from the client, not from a parameter.
    private static readonly HashSet<string> s_ownHeaders = new(["Accept", "Content-Type", "Authorization"], StringComparer.OrdinalIgnoreCase);

    public List<ParameterModel> Bind(IOpenApiPathItem item, OpenApiOperation operation, string path, string operationPointer, string typeName)
    {
        string itemPointer = operationPointer.Substring(0, operationPointer.LastIndexOf('/'));
        Dictionary<(string, ParameterPlace), (IOpenApiParameter Parameter, string Pointer)> found = [];
        List<(string, ParameterPlace)> order = [];
        Collect(item.Parameters, itemPointer);
        Collect(operation.Parameters, operationPointer);

        NameScope names = new(reserved: ["options", "cancellationToken", "body", "parameters"]);
        List<ParameterModel> bound = [];
        foreach (string name in Template(path))
        {
            if (!found.TryGetValue((name, ParameterPlace.Path), out (IOpenApiParameter Parameter, string Pointer) declared))
                throw new OperationNotBindableException($"the path has '{{{name}}}', and no parameter of that name is declared", operationPointer);
            bound.Add(ToModel(name, ParameterPlace.Path, declared.Parameter, declared.Pointer, names, typeName));
        }

        foreach ((string name, ParameterPlace place) key in order.Where(k => k.Item2 != ParameterPlace.Path))
            bound.Add(ToModel(key.name, key.place, found[key].Parameter, found[key].Pointer, names, typeName));
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
                if (!found.ContainsKey((name, place)))
                    order.Add((name, place));
                found[(name, place)] = (parameter, pointer);
            }
        }
    }

    /// <summary>The names between braces, in the order of the path.</summary>
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

    private ParameterModel ToModel(string wire, ParameterPlace place, IOpenApiParameter parameter, string pointer, NameScope names, string typeName)
    {
        Documentation docs = new(parameter.Description ?? "", Pointer: pointer, Deprecated: parameter.Deprecated);
        bool required = parameter.Required || place == ParameterPlace.Path;
        string name = names.Take(required ? Identifiers.Parameter(wire) : Identifiers.OptionalParameter(wire, typeName + "Parameters"));
        if (parameter.Schema is not { } schema)
            return new ParameterModel(name, wire, place, TypeRef.String, required, ValueRules.None, pointer, docs);

        Conjunction conjunction = Conjunction.Of(schema, pointer + "/schema");
        Shape shape = shapes.Resolve(conjunction);
        TypeRef type = types.Bind(conjunction, shape, InlineName.Of(typeName, Words.Pascal(wire)));
        if (type is NamedType { Kind: NamedKind.Model } or MapType or ListType { Item: not (ScalarType or NamedType { Kind: NamedKind.Enum }) })
            throw new OperationNotBindableException($"the {place.ToString().ToLowerInvariant()} parameter '{wire}' is an object, which is not supported yet", pointer);
        if (docs.Summary.Length == 0)
            docs = docs with { Summary = shape.Description };
        return new ParameterModel(name, wire, place, Sent(type, required), required, shape.Rules, new SchemaSite(schema, pointer + "/schema").Target.Pointer, docs);
    }

    /// <summary>A required uuid stays a string that is checked (and has a Guid overload); free-form values are strings too.</summary>
    private static TypeRef Sent(TypeRef type, bool required) => type switch
    {
        ScalarType { Kind: ScalarKind.Guid } when required => TypeRef.String,
        ScalarType { Kind: ScalarKind.Uri or ScalarKind.IPAddress or ScalarKind.Json or ScalarKind.Bytes or ScalarKind.Duration } => TypeRef.String,
        _ => type,
    };

    private static ParameterPlace? Place(ParameterLocation? location) => location switch
    {
        ParameterLocation.Path => ParameterPlace.Path,
        ParameterLocation.Query => ParameterPlace.Query,
        ParameterLocation.Header => ParameterPlace.Header,
        ParameterLocation.Cookie => ParameterPlace.Cookie,
        _ => null,
    };
}

/// <summary>The operation cannot be generated as the document has it: it is left out with CFG1002.</summary>
internal sealed class OperationNotBindableException(string reason, string pointer) : Exception(reason)
{
    public string Pointer { get; } = pointer;
}
