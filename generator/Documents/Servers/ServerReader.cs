using System.Text.Json.Nodes;
using CfGen.Generator.Diagnostics;
using CfGen.Generator.Documents.Selection;
using CfGen.Generator.Parsing;

namespace CfGen.Generator.Documents.Servers;

/// <summary>
/// Reads the servers of a document and of its operations, and takes them out of the tree: the OpenAPI library fails at some that are
/// wrong, and then reads nothing of the document.
/// </summary>
internal sealed class ServerReader(FindingCollector findings)
{
    private const string Keyword = "servers";

    private readonly Dictionary<JsonObject, ServerDefinition?> _items = [];

    /// <summary>Reads and removes all servers.</summary>
    public DocumentServers ReadAll(JsonObject root, SpecVersion version, IEnumerable<FoundOperation> operations)
    {
        ServerDefinition? document = version.IsSwagger2
            ? new LegacyServerReader(findings).Read(root)
            : Read(root[Keyword], JsonPointer.Append(JsonPointer.Root, Keyword));
        root.Remove(Keyword);
        if (document?.InvalidText is { } invalid)
        {
            findings.Add(DocumentFindings.ServerWithControlCharacter(invalid.Pointer, invalid.Text));
            document = null;
        }

        Dictionary<OperationKey, ServerDefinition> own = [];
        foreach (FoundOperation operation in operations)
        {
            if (!_items.TryGetValue(operation.PathItem.Node, out ServerDefinition? item))
                _items.Add(operation.PathItem.Node, item = Take(operation.PathItem.Node, operation.PathItem.Pointer));
            if ((Take(operation.Node, operation.Operation.Pointer) ?? item) is { } server)
                own[operation.Operation] = server;
        }

        return new DocumentServers(document, own);
    }

    private ServerDefinition? Take(JsonObject holder, string pointer)
    {
        if (!holder.ContainsKey(Keyword))
            return null;
        ServerDefinition? server = Read(holder[Keyword], JsonPointer.Append(pointer, Keyword));
        holder.Remove(Keyword);
        return server;
    }

    /// <summary>Reads the first server that a client can call.</summary>
    private ServerDefinition? Read(JsonNode? written, string pointer)
    {
        if (written is not JsonArray servers)
        {
            if (written is not null)
                findings.Add(ServerFindings.NotAServer(pointer, written.ToJsonString()));
            return null;
        }

        for (int i = 0; i < servers.Count; i++)
        {
            if (ReadServer(servers[i], JsonPointer.Append(pointer, NumberFormat.ToInvariantString(i))) is { } server)
                return server;
        }

        return null;
    }

    private ServerDefinition? ReadServer(JsonNode? node, string pointer)
    {
        if (node.AsString() is { } text)
        {
            findings.Add(ServerFindings.LooseForm(pointer, text));
            return Create(text, [], pointer, pointer);
        }

        if (node is not JsonObject server || server["url"].AsString() is not { } url)
        {
            findings.Add(ServerFindings.NotAServer(pointer, node?.ToJsonString() ?? "null"));
            return null;
        }

        string variables = JsonPointer.Append(pointer, "variables");
        return Create(url, ReadVariables(server["variables"], variables), JsonPointer.Append(pointer, "url"), variables);
    }

    private ServerDefinition? Create(string url, List<ServerVariableDefinition> declared, string pointer, string variablesPointer)
    {
        List<ServerVariableDefinition> used = [];
        foreach (string name in ServerTemplate.ReadNames(url))
        {
            ServerVariableDefinition? variable = declared.Find(v => v.Name == name);
            if (variable is null)
                findings.Add(ServerFindings.UndeclaredVariable(pointer, name));
            used.Add(variable ?? new ServerVariableDefinition(name, null, [], "", variablesPointer));
        }

        if (ServerTemplate.FindInvalidText(url, pointer, used) is { } invalid)
            return new ServerDefinition("", []) { InvalidText = invalid };
        if (ServerTemplate.Normalize(url, used) is { } valid)
            return new ServerDefinition(valid, used);
        findings.Add(ServerFindings.NotAServer(pointer, url));
        return null;
    }

    private List<ServerVariableDefinition> ReadVariables(JsonNode? written, string pointer)
    {
        List<ServerVariableDefinition> variables = [];
        if (written is not JsonObject members)
        {
            if (written is not null)
                findings.Add(ServerFindings.NotAServer(pointer, written.ToJsonString()));
            return variables;
        }

        foreach (KeyValuePair<string, JsonNode?> member in members)
        {
            string own = JsonPointer.Append(pointer, member.Key);
            if (member.Value is JsonObject variable)
            {
                variables.Add(ServerTemplate.ReadVariable(member.Key, variable, own));
            }
            else if (member.Value is JsonValue value)
            {
                // The value alone can only be the default.
                findings.Add(ServerFindings.LooseForm(own, value.ToPlainText()));
                variables.Add(new ServerVariableDefinition(member.Key, value.ToPlainText(), [], "", own));
            }
            else
            {
                findings.Add(ServerFindings.NotAServer(own, member.Value?.ToJsonString() ?? "null"));
            }
        }

        return variables;
    }
}
