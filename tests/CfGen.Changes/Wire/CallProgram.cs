using System.Globalization;
using System.Text;
using CfGen.Changes.Consumers;
using CfGen.Generator.Emission;
using CfGen.Generator.Model;

namespace CfGen.Changes.Wire;

/// <summary>
/// Writes a program that makes each call of a client twice, with all that can be sent and with what has to be. It is compiled with the old
/// client and with the new one.
/// </summary>
internal sealed class CallProgram
{
    public const string TypeName = "Consumer.Calls";
    public const string MethodName = "RunAsync";

    private const string Task = "global::System.Threading.Tasks.Task";
    private const string Generic = "global::System.Collections.Generic.";

    private readonly Dictionary<string, TypeModel> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _resources = new(StringComparer.Ordinal);
    private readonly StringBuilder _calls = new();
    private readonly StringBuilder _methods = new();
    private readonly ClientModel _client;
    private int _count;

    private CallProgram(EquatableArray<SourceFileModel> files)
    {
        _client = files.OfType<ClientModel>().Single();
        foreach (
            TypeModel type in files
                .OfType<ResourceModel>()
                .SelectMany(r => r.Types)
                .Concat(files.OfType<SharedTypesModel>().SelectMany(t => t.Types))
        )
            _types[type.Name] = type;
        _resources[_client.ClientName] = "client";
        FindResources(files, _client.ClientName, _client.Resources);
    }

    /// <summary>Returns the code.</summary>
    public static string Write(EquatableArray<SourceFileModel> files)
    {
        CallProgram program = new(files);
        foreach (ResourceModel resource in files.OfType<ResourceModel>())
        {
            foreach (OperationModel operation in resource.Operations)
            {
                program.WriteCall(resource.TypeName, operation, isFull: true);
                program.WriteCall(resource.TypeName, operation, isFull: false);
            }
        }

        return program.Complete();
    }

    private void FindResources(EquatableArray<SourceFileModel> files, string owner, EquatableArray<ResourceLink> links)
    {
        foreach (ResourceLink link in links)
        {
            _resources[link.TypeName] = $"{_resources[owner]}.{link.PropertyName}";
            if (files.OfType<ResourceModel>().FirstOrDefault(r => r.TypeName == link.TypeName) is { } resource)
                FindResources(files, link.TypeName, resource.Resources);
        }
    }

    private void WriteCall(string resource, OperationModel operation, bool isFull)
    {
        if (!_resources.TryGetValue(resource, out string? path))
            return;
        SampleCode code = new(_types, isFull);
        List<string> arguments = [];
        foreach (OperationArgument argument in OperationArgument.GetAll(operation))
        {
            if (argument.IsOptional && !isFull)
                continue;
            if (WriteArgument(operation, argument, code) is { } value)
                arguments.Add($"{Literal.EscapeIdentifier(argument.Name)}: {value}");
            else if (!argument.IsOptional)
                return;
        }

        SampleResponse response = SampleResponse.Create(operation, new SampleJson(_types, isFull));
        string name = $"{operation.HttpMethod} {operation.Path} {operation.Name} {(isFull ? "full" : "minimal")}";
        string call = $"{path}.{operation.Name}Async({string.Join(", ", arguments)})";
        string number = _count++.ToString(CultureInfo.InvariantCulture);
        string status = response.Status.ToString(CultureInfo.InvariantCulture);
        _calls.Append(CultureInfo.InvariantCulture, $"        await Call{number}(client, begin, end, fail);\n");
        _methods.Append(
            CultureInfo.InvariantCulture,
            $$"""

                private static async {{Task}} Call{{number}}({{ClientType}} client, {{Parameters}})
                {
                    begin({{Literal.Quote(name)}}, {{status}}, {{Literal.Quote(response.MediaType)}}, {{Literal.Quote(response.Body)}});
                    try
                    {
                        {{WriteStatement(operation, call)}}
                    }
                    catch (global::System.Exception exception)
                    {
                        fail(exception);
                    }
                }

            """
        );
    }

    private string ClientType => ConsumerType.Qualify(_client.ClientName);

    private static string Parameters =>
        $"global::System.Action<string, int, string, string> begin, global::System.Func<object?, {Task}> end, global::System.Action<global::System.Exception> fail";

    private static string WriteStatement(OperationModel operation, string call)
    {
        bool isSequence =
            operation.Paging is not null
            || (operation.Response.Kind is ContentKind.JsonLines or ContentKind.ServerSentEvents && operation.Response.Result is not null);
        if (isSequence)
            // A server that sends the same page again and again has no end.
            return $"var items = new {Generic}List<object?>(); await foreach (var item in {call}) {{ items.Add(item); if (items.Count == 3) break; }} await end(items);";
        return operation.Response.Result is null ? $"await {call}; await end(null);" : $"await end(await {call});";
    }

    private string? WriteArgument(OperationModel operation, OperationArgument argument, SampleCode code)
    {
        if (argument.Body is { } body)
            return code.Write(body.Type, body.Rules, ValueRules.None) is not { } value ? null
                : body.Kind == ContentKind.JsonLines ? $"Enumerate<{ConsumerType.Format(body.Type)}>({value})"
                : value;
        if (argument.Parameter is { } parameter)
            return code.Write(parameter.Type, parameter.Rules, parameter.ItemRules);
        IEnumerable<string> members = operation
            .Parameters.Where(p => p is { Required: false, Option: null })
            .Select(p => (p.PropertyName, Value: code.Write(p.Type, p.Rules, p.ItemRules)))
            .Where(p => p.Value is not null)
            .Select(p => $"{p.PropertyName} = {p.Value}");
        return $"new {ConsumerType.Qualify(operation.ParametersType!)} {{ {string.Join(", ", members)} }}";
    }

    private string Complete() =>
        $$"""
            #nullable enable
            #pragma warning disable
            namespace Consumer;
            public static class Calls
            {
                public static async {{Task}} RunAsync(global::System.Net.Http.HttpMessageHandler handler, {{Parameters}})
                {
                    var options = new {{ClientType}}Options { {{WriteOptions()}} };
                    using var client = new {{ClientType}}(handler, options);
            {{_calls}}
                }

                private static async {{Generic}}IAsyncEnumerable<T> Enumerate<T>(T item)
                {
                    await {{Task}}.CompletedTask;
                    yield return item;
                }
            {{_methods}}
            }
            """;

    private string WriteOptions()
    {
        List<string> options = ["MaxRetries = 0", "AllowInsecureHttp = true"];
        // A document without servers, or with a relative one, has no URL.
        if (!_client.BaseUrl.StartsWith("http", StringComparison.Ordinal))
            options.Add("BaseUrl = new global::System.Uri(\"https://api.example.test/base\")");
        foreach (SecuritySchemeModel scheme in _client.Schemes)
        {
            options.Add($"{scheme.OptionName} = \"credential-{scheme.Id.Length}\"");
            if (scheme.Kind.HasPassword)
                options.Add($"{scheme.SecondaryOptionName} = \"password\"");
        }

        options.AddRange(
            _client
                .ServerVariables.Where(v => v.Default is null)
                .Select(v => $"{v.OptionName} = {Literal.Quote(v.AllowedValues.Count > 0 ? v.AllowedValues[0] : "value")}")
        );
        SampleCode code = new(_types, isFull: true);
        foreach (ClientParameterModel parameter in _client.Parameters)
        {
            if (code.Write(parameter.Type, parameter.Rules, ValueRules.None) is { } value)
                options.Add($"{parameter.OptionName} = {value}");
        }

        return string.Join(", ", options);
    }
}
