using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents;
using CfGen.Generator.Model;
using CfGen.Generator.Naming;
using CfGen.Generator.Parsing;
using CfGen.Generator.Schemas;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Bodies;

/// <summary>Binds the headers of a part. Each is a property of the form, unless it can have one value only.</summary>
internal sealed class PartHeaderBinder(SchemaResolver schemas, FindingCollector findings)
{
    /// <param name="partName">The property of the part.</param>
    /// <param name="taken">The names of the form's properties, to which those of the headers are added.</param>
    public IReadOnlyList<PartHeader> Bind(OpenApiEncoding? encoding, string encodingPointer, string partName, HashSet<string> taken)
    {
        List<PartHeader> headers = [];
        foreach (KeyValuePair<string, IOpenApiHeader> declared in encoding?.Headers ?? new Dictionary<string, IOpenApiHeader>())
        {
            string pointer = JsonPointer.Append(JsonPointer.Append(encodingPointer, "headers"), declared.Key);
            // The part has these itself: OpenAPI ignores the first.
            if (IsOwn(declared.Key))
                continue;
            if (HttpText.IsToken(declared.Key))
                headers.Add(Bind(declared.Key, declared.Value, pointer, partName, taken));
            else
                findings.Add(ParameterFindings.InvalidName(pointer, "header", declared.Key));
        }

        return headers;
    }

    private PartHeader Bind(string name, IOpenApiHeader header, string pointer, string partName, HashSet<string> taken)
    {
        ResolvedSchema? schema = header.Schema is { } declared
            ? schemas.Resolve(new SchemaIntersection([new LocatedSchema(declared, pointer + "/schema")]))
            : null;
        Documentation documentation = new(header.Description ?? schema?.Description ?? "", Pointer: pointer, Deprecated: header.Deprecated);
        if (schema is not null && ConstantValue.TryCreate(schema) is { } constant)
            return new PartHeader(name, null, constant.Text, documentation);
        return new PartHeader(
            name,
            ReserveName(partName + Identifiers.ToMemberName(name), taken),
            schema?.Default?.ToPlainText(),
            documentation
        )
        {
            IsRequired = header.Required && schema?.Default is null,
        };
    }

    private static bool IsOwn(string name) =>
        name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)
        || name.Equals("Content-Disposition", StringComparison.OrdinalIgnoreCase);

    private static string ReserveName(string name, HashSet<string> taken)
    {
        while (!taken.Add(name))
            name += "Header";
        return name;
    }
}
