using CfGen.Generator.Binding.Schemas;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Naming;

/// <summary>As much of a result as a name depends on.</summary>
/// <param name="IsList">An array, by itself or as the payload of an envelope.</param>
/// <param name="Arrays">Properties of the payload that are arrays: <c>{ "datasets": [...] }</c> lists datasets.</param>
internal sealed record ResultShape(bool IsList, ICollection<string> Arrays)
{
    private const int Deepest = 8;

    // What APIs call the payload of an envelope.
    private static readonly string[] s_payloads = ["result", "data", "items", "results", "entries", "value", "values"];

    private static readonly ResultShape s_none = new(false, []);

    public static ResultShape Of(OpenApiOperation operation)
    {
        IOpenApiResponse? response = operation.Responses?
            .Where(r => r.Key.StartsWith("2", StringComparison.Ordinal))
            .OrderBy(r => r.Key, StringComparer.Ordinal)
            .Select(r => r.Value)
            .FirstOrDefault(r => r.Content is { Count: > 0 });
        IOpenApiMediaType? media = response?.Content?
            .OrderBy(m => m.Key.IndexOf("json", StringComparison.OrdinalIgnoreCase) >= 0 ? 0 : 1)
            .ThenBy(m => m.Key, StringComparer.Ordinal)
            .FirstOrDefault().Value;
        return media?.Schema is { } schema ? Of(schema) : s_none;
    }

    private static ResultShape Of(IOpenApiSchema schema)
    {
        if (Kind(schema, 0) == JsonSchemaType.Array)
            return new ResultShape(true, []);
        Dictionary<string, List<IOpenApiSchema>> properties = new(StringComparer.Ordinal);
        Collect(schema, properties, 0);
        foreach (string name in s_payloads)
        {
            if (!properties.TryGetValue(name, out List<IOpenApiSchema>? payload))
                continue;
            if (Kind(payload) == JsonSchemaType.Array)
                return new ResultShape(true, []);
            if (Kind(payload) != JsonSchemaType.Object)
                continue;
            Dictionary<string, List<IOpenApiSchema>> inner = new(StringComparer.Ordinal);
            foreach (IOpenApiSchema part in payload)
                Collect(part, inner, 0);
            return new ResultShape(false, Arrays(inner));
        }

        return new ResultShape(false, Arrays(properties));

        static HashSet<string> Arrays(Dictionary<string, List<IOpenApiSchema>> properties) =>
            new(properties.Where(p => Kind(p.Value) == JsonSchemaType.Array).Select(p => p.Key), StringComparer.Ordinal);
    }

    private static JsonSchemaType? Kind(IEnumerable<IOpenApiSchema> all) => all.Select(s => Kind(s, 0)).LastOrDefault(k => k is not null);

    private static JsonSchemaType? Kind(IOpenApiSchema schema, int depth)
    {
        IOpenApiSchema target = new SchemaSite(schema, "").Target.Schema;
        if (depth > Deepest)
            return null;
        if (target.Type is { } type && (type & ~JsonSchemaType.Null) is var kind && kind != 0)
            return kind;
        if (target.Items is not null)
            return JsonSchemaType.Array;
        if (target.Properties is { Count: > 0 })
            return JsonSchemaType.Object;
        return Branches(target).Select(b => Kind(b, depth + 1)).LastOrDefault(k => k is not null);
    }

    private static IEnumerable<IOpenApiSchema> Branches(IOpenApiSchema schema) =>
        (schema.AllOf ?? []).Concat(schema.OneOf ?? []).Concat(schema.AnyOf ?? []);

    private static void Collect(IOpenApiSchema schema, Dictionary<string, List<IOpenApiSchema>> into, int depth)
    {
        if (depth > Deepest)
            return;
        IOpenApiSchema target = new SchemaSite(schema, "").Target.Schema;
        foreach (IOpenApiSchema part in target.AllOf ?? [])
            Collect(part, into, depth + 1);
        foreach (KeyValuePair<string, IOpenApiSchema> property in target.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            if (!into.TryGetValue(property.Key, out List<IOpenApiSchema>? all))
                into.Add(property.Key, all = []);
            all.Add(property.Value);
        }
    }
}
