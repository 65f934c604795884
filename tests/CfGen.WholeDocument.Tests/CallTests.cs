using System.Diagnostics;
using System.Reflection;
using CfGen.WholeDocument.Tests.Calls;
using CfGen.WholeDocument.Tests.Mapping;
using CfGen.WholeDocument.Tests.Schemas;
using Xunit.Abstractions;

namespace CfGen.WholeDocument.Tests;

/// <summary>Every operation called once against a server that knows the document and not the generator.</summary>
[Collection(CompiledDocumentGroup.Name)]
public class CallTests(CompiledDocument document, ITestOutputHelper output)
{
    private static readonly IReadOnlyDictionary<string, string> s_known = KnownFailures.ForCalls;

    [Fact]
    public void Every_operation_is_a_method_or_a_known_omission()
    {
        if (!document.IsAvailable(output))
            return;
        RawDocument raw = new(document.Root);
        List<string> methods = [.. OperationMethod.FindAll(document.Assembly, raw).Select(o => o.Operation.Key)];
        Assert.Equal(methods.Count, methods.Distinct().Count());
        List<string> missing = [.. raw.GetOperations().Where(o => !methods.Contains(o.Key)).Select(o => o.Id)];
        List<string> told =
        [
            .. document
                .Run.Diagnostics.Where(d => d.Id is "CFG1002" or "CFG1017")
                .Select(d => d.GetMessage(System.Globalization.CultureInfo.InvariantCulture)),
        ];
        Assert.All(missing, id => Assert.Contains(told, t => t.Contains($"'{id}'", StringComparison.Ordinal)));
        Assert.Equal(raw.GetOperations().Count(), methods.Count + told.Count);
    }

    [Fact]
    public async Task Every_operation_sends_and_reads_as_documented()
    {
        if (!document.IsAvailable(output))
            return;
        Stopwatch clock = Stopwatch.StartNew();
        RawDocument raw = new(document.Root);
        ObjectMapper mirror = new();
        Arguments arguments = new(raw, mirror);
        FailureReport failures = new(s_known);
        await using DocumentServer server = await DocumentServer.StartAsync(raw);
        using IDisposable client = CreateClient(server.Url);
        Dictionary<Type, object> resources = GetResources(client);
        List<OperationMethod> operations = OperationMethod.FindAll(document.Assembly, raw);
        int withResponse = 0;
        int others = 0;
        foreach (OperationMethod operation in operations)
        {
            MethodInfo[] methods = operation.ResponseMethod is { } responseMethod ? [operation.Method, responseMethod] : [operation.Method];
            foreach ((MethodInfo method, DocumentedResponse response) in methods.SelectMany(m => operation.Responses.Select(a => (m, a))))
            {
                string kind = $"{(method == operation.Method ? "method" : "with response")} {response.Status}";
                withResponse += method == operation.Method ? 0 : 1;
                others += response == operation.Responses[0] ? 0 : 1;
                try
                {
                    (ExpectedCall call, object?[] values) = arguments.Create(operation, response);
                    server.Expect(call);
                    OutcomeCheck outcome = new(operation, resources[method.DeclaringType!], call, mirror);
                    string? wrong = await (
                        method == operation.Method ? outcome.CheckMethodAsync(values) : outcome.CheckResponseMethodAsync(method, values)
                    );
                    foreach (string fault in server.Errors)
                        failures.Add(operation.Operation.Key, fault, kind);
                    if (server.RequestCount == 0)
                        failures.Add(operation.Operation.Key, "nothing was sent", kind);
                    if (wrong is not null)
                        failures.Add(operation.Operation.Key, $"result: {wrong}", kind);
                    if (values.OfType<Stream>().Any(s => !s.CanRead))
                        failures.Add(operation.Operation.Key, "the caller's stream is closed", kind);
                }
                catch (Exception e) when (e is MappingException or UnsatisfiableException or ApiException or ApiValidationException)
                {
                    failures.Add(operation.Operation.Key, $"{e.GetType().Name}: {e.Message}", $"{kind}: {e}");
                }
            }
        }

        output.WriteLine(
            $"{operations.Count} operations and {withResponse} methods with the response, {others} calls with another success than the first, in {clock.ElapsedMilliseconds} ms"
        );
        failures.AssertKnown(operations.Count);
    }

    private IDisposable CreateClient(Uri url)
    {
        Type optionsType = document.Assembly.GetType("Acme.Cloudflare.CloudflareClientOptions", throwOnError: true)!;
        var options = (ApiClientOptions)Activator.CreateInstance(optionsType)!;
        options.BaseUrl = url;
        options.MaxRetries = 0;
        foreach (
            (string name, string value) in (ReadOnlySpan<(string, string)>)
                [
                    ("ApiToken", RequestCheck.Token),
                    ("ApiKey", RequestCheck.Key),
                    ("ApiEmail", RequestCheck.Email),
                    ("UserServiceKey", RequestCheck.ServiceKey),
                ]
        )
            optionsType.GetProperty(name)!.SetValue(options, value);
        return (IDisposable)
            Activator.CreateInstance(document.Assembly.GetType("Acme.Cloudflare.CloudflareClient", throwOnError: true)!, options)!;
    }

    /// <summary>Every resource by its type, reached from the client as a user reaches it.</summary>
    private static Dictionary<Type, object> GetResources(object client)
    {
        Dictionary<Type, object> found = [];
        Queue<object> open = new([client]);
        while (open.TryDequeue(out object? at))
        {
            foreach (PropertyInfo property in at.GetType().GetProperties().Where(p => p.PropertyType.Assembly == client.GetType().Assembly))
            {
                if (property.GetValue(at) is { } resource && found.TryAdd(resource.GetType(), resource))
                    open.Enqueue(resource);
            }
        }

        found[client.GetType()] = client;
        return found;
    }
}
