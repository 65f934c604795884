using CfGen.Generator.Documents;
using CfGen.Generator.Documents.Servers;
using CfGen.Generator.Model;
using CfGen.Generator.Naming;

namespace CfGen.Generator.Binding.Operations;

/// <summary>Binds the servers of the document and of its operations to URLs, and their variables to options of the client.</summary>
internal sealed class ServerBinder
{
    private readonly DocumentServers _servers;
    private readonly NameScope _optionNames;
    private readonly List<ServerVariableModel> _variables = [];

    /// <param name="optionNames">The names of the options, in which those of credentials are taken.</param>
    /// <param name="operations">The operations, in the order in which their variables become options.</param>
    public ServerBinder(DocumentServers servers, NameScope optionNames, IEnumerable<OperationKey> operations)
    {
        _servers = servers;
        _optionNames = optionNames;
        foreach (ServerDefinition server in operations.Select(servers.Find).Prepend(servers.Document).OfType<ServerDefinition>())
        {
            foreach (ServerVariableDefinition variable in server.Variables)
                Declare(variable);
        }

        BaseUrl = servers.Document is { } document ? WriteUrl(document) : "";
    }

    /// <summary>The URL of the document's server, or its path where it has no host; empty where there is none.</summary>
    public string BaseUrl { get; }

    public EquatableArray<ServerVariableModel> Variables => _variables.ToEquatable();

    /// <summary>The URL of the server of an operation, or its path; empty where it is the document's.</summary>
    public string GetUrl(OperationKey operation)
    {
        if (_servers.Find(operation) is not { } server)
            return "";
        string url = WriteUrl(server);
        if (url.Length == 0 && _servers.Document is not null)
            url = "/";
        return url == BaseUrl ? "" : url;
    }

    private void Declare(ServerVariableDefinition variable)
    {
        if (_variables.Exists(v => v.Name == variable.Name))
            return;
        string name = Identifiers.ToMemberName(variable.Name);
        _variables.Add(
            new ServerVariableModel(
                variable.Name,
                _optionNames.Reserve(name, "Server" + name),
                variable.Default,
                variable.AllowedValues.ToEquatable(),
                new Documentation(variable.Description, Pointer: variable.Pointer)
            )
        );
    }

    /// <summary>Keeps the variables that are options. Of several with one name but different defaults, that is the first one.</summary>
    private string WriteUrl(ServerDefinition server) =>
        server.Variables.Aggregate(
            server.Url,
            (url, variable) =>
                variable.Default is { } value && _variables.Find(v => v.Name == variable.Name)!.Default != value
                    ? url.Replace("{" + variable.Name + "}", value)
                    : url
        );
}
