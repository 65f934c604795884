using System.Collections;
using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using CfGen.WholeDocument.Tests.Calls;
using CfGen.WholeDocument.Tests.Mirrors;
using CfGen.WholeDocument.Tests.Schemas;
using Xunit.Abstractions;

namespace CfGen.WholeDocument.Tests;

/// <summary>Every operation called once against a server that knows the document and not the generator.</summary>
[Collection(CompiledDocumentGroup.Name)]
public class CallTests(CompiledDocument document, ITestOutputHelper output)
{
    private static readonly IReadOnlyDictionary<string, string> s_known = KnownFailures.OfCalls;

    [Fact]
    public void Every_operation_is_a_method_or_left_out_by_name()
    {
        if (!document.IsThere(output))
            return;
        RawDocument raw = new(document.Root);
        List<string> methods = [.. OperationMethod.All(document.Assembly, raw).Select(o => o.Operation.Key)];
        Assert.Equal(methods.Count, methods.Distinct().Count());
        List<string> missing = [.. raw.Operations().Where(o => !methods.Contains(o.Key)).Select(o => o.Id)];
        List<string> told = [.. document.Run.Diagnostics.Where(d => d.Id == "CFG1002").Select(d => d.GetMessage(System.Globalization.CultureInfo.InvariantCulture))];
        Assert.All(missing, id => Assert.Contains(told, t => t.Contains($"'{id}'", StringComparison.Ordinal)));
        Assert.Equal(raw.Operations().Count(), methods.Count + told.Count);
    }

    [Fact]
    public async Task Every_operation_sends_and_reads_what_the_document_says()
    {
        if (!document.IsThere(output))
            return;
        Stopwatch clock = Stopwatch.StartNew();
        RawDocument raw = new(document.Root);
        Mirror mirror = new();
        Arguments arguments = new(raw, mirror);
        Failures failures = new(s_known);
        await using DocumentServer server = await DocumentServer.StartAsync(raw);
        using IDisposable client = Client(server.Url);
        Dictionary<Type, object> resources = Resources(client);
        List<OperationMethod> operations = OperationMethod.All(document.Assembly, raw);
        foreach (OperationMethod operation in operations)
        {
            try
            {
                (ExpectedCall call, object?[] values) = arguments.Make(operation);
                server.Expect(call);
                string? wrong = await Call(operation, resources[operation.Method.DeclaringType!], values, call, mirror);
                foreach (string fault in server.Faults)
                    failures.Add(operation.Operation.Key, fault, "request");
                if (wrong is not null)
                    failures.Add(operation.Operation.Key, wrong, "result");
            }
            catch (Exception e) when (e is MirrorException or UnsatisfiableException or ApiException or ApiValidationException)
            {
                failures.Add(operation.Operation.Key, $"{e.GetType().Name}: {e.Message}", e.ToString());
            }
        }

        output.WriteLine($"{operations.Count} operations in {clock.ElapsedMilliseconds} ms");
        failures.AssertKnown(operations.Count);
    }

    /// <summary>What is wrong with the result; null where nothing is.</summary>
    private static async Task<string?> Call(OperationMethod operation, object resource, object?[] values, ExpectedCall call, Mirror mirror)
    {
        object returned = operation.Method.Invoke(resource, values)!;
        JsonNode? expected = operation.IsList ? operation.Answer.Items(call.AnswerBody)?.DeepClone() : operation.Answer.Result(call.AnswerBody);
        object? result;
        if (operation.IsList)
        {
            result = await (Task<object>)typeof(CallTests).GetMethod(nameof(Items), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(operation.Result!).Invoke(null, [returned])!;
        }
        else
        {
            await (Task)returned;
            if (operation.Result is null)
                return operation.Answer.MediaType is { } type && (!operation.Answer.IsJsonBody || expected is not null) ? $"result: none is given of {type}" : null;
            result = returned.GetType().GetProperty("Result")!.GetValue(returned);
        }

        if (!operation.Answer.IsJsonBody)
            return operation.Answer.MediaType is { } type ? $"result: {type} as {result?.GetType().Name} is not tested yet" : result is null ? null : "result: something came of nothing";
        return JsonDifference.Find(expected, mirror.Dump(result, expected), absentIsNull: true) is { } difference ? "result: " + difference : null;
    }

    /// <summary>All items over all pages, of which the second is empty.</summary>
    private static async Task<object> Items<T>(Pageable<T> list)
    {
        List<T> items = [];
        int pages = 0;
        await foreach (Page<T> page in list.AsPages())
        {
            items.AddRange(page.Items);
            if (++pages > 2)
                throw new MirrorException("the list does not end at an empty page");
        }

        return items;
    }

    private IDisposable Client(Uri url)
    {
        Type optionsType = document.Assembly.GetType("Acme.Cloudflare.CloudflareClientOptions", throwOnError: true)!;
        var options = (ApiClientOptions)Activator.CreateInstance(optionsType)!;
        options.BaseUrl = url;
        options.MaxRetries = 0;
        foreach ((string name, string value) in (ReadOnlySpan<(string, string)>)[("ApiToken", RequestCheck.Token), ("ApiKey", RequestCheck.Key), ("ApiEmail", RequestCheck.Email), ("UserServiceKey", RequestCheck.ServiceKey)])
            optionsType.GetProperty(name)!.SetValue(options, value);
        return (IDisposable)Activator.CreateInstance(document.Assembly.GetType("Acme.Cloudflare.CloudflareClient", throwOnError: true)!, options)!;
    }

    /// <summary>Every resource by its type, reached from the client as a user reaches it.</summary>
    private static Dictionary<Type, object> Resources(object client)
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
