using System.Text.Json.Nodes;
using CfGen.Generator.Documents.References;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.Selection;

/// <summary>A parameter that belongs to the client instead of its operations, as one name and location.</summary>
/// <param name="Key">The name of the option, which several locations can share.</param>
/// <param name="Operations">The operations whose parameter it is.</param>
/// <param name="IsNamed">True if the item names it, instead of every operation having it.</param>
internal sealed record SharedParameter(string Key, string Name, string Location, HashSet<OperationKey> Operations, bool IsNamed);

/// <summary>The parameters of the whole document that belong to the client, found before selection.</summary>
/// <param name="Parameters">The parameters, in the order of the item and of the first operation.</param>
/// <param name="UnknownNames">The names of the item that no parameter has.</param>
/// <param name="Different">The parameters that stay with operations, since their schemas differ, with the number of operations.</param>
internal sealed record SharedParameters(
    IReadOnlyList<SharedParameter> Parameters,
    IReadOnlyList<string> UnknownNames,
    IReadOnlyList<(string Name, string Location, int Operations)> Different
)
{
    /// <summary>The number of operations that must have a header: of fewer, each may have the same by chance.</summary>
    public const int MinimumForHeaders = 3;

    /// <summary>The number of operations that must have a query parameter, which is more often what a call is about.</summary>
    public const int MinimumForQueries = 5;

    /// <summary>The value of the metadata that finds none.</summary>
    public const string NoneKeyword = "none";

    private static readonly HashSet<string> s_managedHeaders = new(
        ["Accept", "Content-Type", "Authorization"],
        StringComparer.OrdinalIgnoreCase
    );

    public static SharedParameters None { get; } = new([], [], []);

    /// <param name="names">The names of the item's <c>ClientParameters</c>.</param>
    public static SharedParameters Find(IReadOnlyList<FoundOperation> operations, IReadOnlyList<string> names, ReferenceResolver resolver)
    {
        if (names is [{ } only] && only.Equals(NoneKeyword, StringComparison.OrdinalIgnoreCase))
            return None;
        List<SharedParameter> found = [];
        List<string> unknown = [];
        List<(string, string, int)> different = [];
        var reader = new ParameterReader(resolver);
        foreach (string name in names)
        {
            List<SharedParameter> named = FindNamed(operations, name, reader, different);
            if (named.Count == 0)
                unknown.Add(name);
            found.AddRange(named.Where(n => !found.Exists(f => f.Name == n.Name && f.Location == n.Location)));
        }

        found.AddRange(FindCommon(operations, reader, found, different));
        return new SharedParameters(found, unknown, different);
    }

    /// <summary>Finds the parameter of an operation; null where it belongs to the operation.</summary>
    public SharedParameter? Find(OperationKey operation, string name, string location)
    {
        foreach (SharedParameter parameter in Parameters)
        {
            if (parameter.Name == name && parameter.Location == location && parameter.Operations.Contains(operation))
                return parameter;
        }

        return null;
    }

    /// <summary>Finds the required headers and query parameters that every operation has, with one schema.</summary>
    private static IEnumerable<SharedParameter> FindCommon(
        IReadOnlyList<FoundOperation> operations,
        ParameterReader reader,
        List<SharedParameter> named,
        List<(string, string, int)> different
    )
    {
        if (operations.Count < MinimumForHeaders)
            yield break;
        // Nearly always, two operations are enough to see that there is none.
        List<ParameterNode> common =
        [
            .. reader
                .Read(operations[0])
                .Where(p =>
                    p.IsRequired
                    && p.Location is "header" or "query"
                    && operations.Count >= (p.Location == "header" ? MinimumForHeaders : MinimumForQueries)
                    && !(p.Location == "header" && s_managedHeaders.Contains(p.Name))
                    && !p.HasOneValue
                    && !named.Exists(n => n.Name == p.Name && n.Location == p.Location)
                ),
        ];
        HashSet<ParameterNode> differing = [];
        for (int i = 1; i < operations.Count && common.Count > 0; i++)
        {
            List<ParameterNode> others = reader.Read(operations[i]);
            common.RemoveAll(c =>
            {
                ParameterNode? other = others.Find(o => o.Name == c.Name && o.Location == c.Location && o.IsRequired);
                if (other is not null && other.Schema != c.Schema)
                    differing.Add(c);
                return other is null;
            });
        }

        foreach (ParameterNode parameter in common)
        {
            if (differing.Contains(parameter))
                different.Add((parameter.Name, parameter.Location, operations.Count));
            else
                yield return new SharedParameter(
                    parameter.Name,
                    parameter.Name,
                    parameter.Location,
                    [.. operations.Select(o => o.Operation)],
                    IsNamed: false
                );
        }
    }

    /// <summary>Finds the parameters of a name at any location, with the schema that most of them have.</summary>
    private static List<SharedParameter> FindNamed(
        IReadOnlyList<FoundOperation> operations,
        string name,
        ParameterReader reader,
        List<(string, string, int)> different
    )
    {
        List<(OperationKey Operation, ParameterNode Parameter)> all =
        [
            .. operations.SelectMany(o => reader.Read(o).Where(p => AreSameWords(p.Name, name)).Select(p => (o.Operation, p))),
        ];
        IGrouping<string, (OperationKey Operation, ParameterNode Parameter)>? most = all.GroupBy(a => a.Parameter.Schema)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .FirstOrDefault();
        foreach (var other in all.Where(a => a.Parameter.Schema != most!.Key).GroupBy(a => (a.Parameter.Name, a.Parameter.Location)))
            different.Add((other.Key.Name, other.Key.Location, other.Count()));
        return
        [
            .. (most ?? Enumerable.Empty<(OperationKey Operation, ParameterNode Parameter)>())
                .GroupBy(a => (a.Parameter.Name, a.Parameter.Location))
                .Select(g => new SharedParameter(
                    most!.First().Parameter.Name,
                    g.Key.Name,
                    g.Key.Location,
                    [.. g.Select(a => a.Operation)],
                    IsNamed: true
                )),
        ];
    }

    private static bool AreSameWords(string one, string other) =>
        one == other || GetLetters(one).Equals(GetLetters(other), StringComparison.OrdinalIgnoreCase);

    // The letters of account_id and accountId are the same.
    private static string GetLetters(string name) => string.Concat(name.Where(char.IsLetterOrDigit));

    /// <summary>A parameter before pruning.</summary>
    /// <param name="Schema">The JSON of its schema, without what changes no value.</param>
    private sealed record ParameterNode(string Name, string Location, bool IsRequired, bool HasOneValue, string Schema);

    private sealed class ParameterReader(ReferenceResolver resolver)
    {
        private static readonly HashSet<string> s_otherMembers = ["name", "in", "required", "description", "example", "examples", "title"];

        private readonly Dictionary<JsonNode, ParameterNode?> _read = [];

        /// <summary>Reads the parameters of an operation and its path. One of the operation replaces that of the path.</summary>
        public List<ParameterNode> Read(FoundOperation operation)
        {
            List<ParameterNode> parameters = [];
            if (operation.Content is not { } content)
                return parameters;
            AddAll(parameters, operation.Node["parameters"], content.Source);
            AddAll(parameters, operation.PathItem.Node["parameters"], operation.PathItem.Source);
            return parameters;
        }

        private void AddAll(List<ParameterNode> parameters, JsonNode? list, SourceDocument source)
        {
            foreach (JsonNode? entry in list as JsonArray ?? [])
            {
                if (
                    Resolve(entry, source) is ({ } node, { } at)
                    && Read(node, at) is { } parameter
                    && !parameters.Exists(p => p.Name == parameter.Name && p.Location == parameter.Location)
                )
                    parameters.Add(parameter);
            }
        }

        private ParameterNode? Read(JsonObject node, SourceDocument source)
        {
            if (_read.TryGetValue(node, out ParameterNode? known))
                return known;
            ParameterNode? parameter = null;
            if (node["name"].AsString() is { } name && node["in"].AsString() is "path" or "header" or "query" or "cookie")
            {
                // Swagger 2.0 has the schema in the parameter.
                JsonObject schema = Resolve(node["schema"], source).Node ?? node;
                bool hasOneValue = schema["enum"] is JsonArray { Count: 1 } || schema.ContainsKey("const");
                parameter = new ParameterNode(name, node["in"].AsString()!, node["required"].IsTrue(), hasOneValue, Format(schema));
            }

            _read.Add(node, parameter);
            return parameter;
        }

        private (JsonObject? Node, SourceDocument Source) Resolve(JsonNode? node, SourceDocument source)
        {
            if (node is not JsonObject link || link["$ref"].AsString() is not { } reference)
                return (node as JsonObject, source);
            ReferenceTarget? target = resolver.Resolve(source, reference).Target;
            return (target?.Node as JsonObject, target?.Source ?? source);
        }

        private static string Format(JsonObject schema) =>
            string.Join(
                ",",
                schema
                    .Where(m => !s_otherMembers.Contains(m.Key) && !m.Key.StartsWith("x-", StringComparison.Ordinal))
                    .OrderBy(m => m.Key, StringComparer.Ordinal)
                    .Select(m => $"{m.Key}:{m.Value?.ToJsonString()}")
            );
    }
}
