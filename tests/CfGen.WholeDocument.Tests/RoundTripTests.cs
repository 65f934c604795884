using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using CfGen.WholeDocument.Tests.Calls;
using CfGen.WholeDocument.Tests.Mirrors;
using CfGen.WholeDocument.Tests.Schemas;
using Xunit.Abstractions;

namespace CfGen.WholeDocument.Tests;

/// <summary>Every type that goes over the wire, with values made from the document: what is read is what was sent, and what is written is what was set.</summary>
[Collection(WholeDocumentGroup.Name)]
public class RoundTripTests(WholeDocument document, ITestOutputHelper output)
{
    private static readonly Dictionary<string, string> s_known = new(StringComparer.Ordinal);

    [Fact]
    public void What_is_written_and_read_is_what_the_document_says()
    {
        if (!document.IsThere(output))
            return;
        Stopwatch clock = Stopwatch.StartNew();
        RawDocument raw = new(document.Root);
        SchemaValidator validator = new(raw, Direction.Received);
        Instances instances = new(raw);
        Mirror mirror = new();
        Failures failures = new(s_known);
        int checks = 0;
        foreach (OperationMethod operation in OperationMethod.All(document.Assembly, raw))
        {
            if (operation is { Result: { } result, Answer: { IsJsonBody: true, Schema: { } schema } })
            {
                foreach ((string label, JsonNode? body) in instances.Of(schema, Direction.Received))
                {
                    if (Invalid(schema, body) is { } fault)
                        output.WriteLine($"not valid: {operation.Operation.Key} {label}: {fault}");
                    foreach (JsonNode? value in operation.Values(body))
                    {
                        checks++;
                        if (value is not null && Received(mirror, result, value) is { } difference)
                            failures.Add(result.Name, difference, $"{operation.Operation.Key}, {label}, {value.ToJsonString()}");
                    }
                }
            }

            if (operation is { Body: { } argument, Operation.Body: { } request } && request.Below("content").Below("application/json").Below("schema") is { Schema: not null } sent)
            {
                Type type = argument.ParameterType;
                foreach ((string label, JsonNode? body) in instances.Of(new Conjunct(raw, sent), Direction.Sent))
                {
                    checks++;
                    if (Sent(mirror, type, body) is { } difference)
                        failures.Add(type.Name, difference, $"{operation.Operation.Key}, {label}, {body?.ToJsonString()}");
                }
            }
        }

        foreach ((string schema, string reason) in instances.Unsatisfiable)
            output.WriteLine($"no value: {schema}: {reason}");
        output.WriteLine($"{checks} values, {mirror.Seen.Count} types and cases in {clock.ElapsedMilliseconds} ms");
        failures.AssertKnown(checks);

        string? Invalid(Conjunct schema, JsonNode? value) => validator.Fault(schema.Parts[0], value);
    }

    private static string? Received(Mirror mirror, Type type, JsonNode value)
    {
        try
        {
            object? read = value.Deserialize(type);
            return JsonDifference.Find(value, mirror.Dump(read, value), absentIsNull: true)
                ?? (JsonDifference.Find(value, JsonSerializer.SerializeToNode(read, type), absentIsNull: true) is { } lost ? "written back: " + lost : null);
        }
        catch (Exception e) when (e is JsonException or MirrorException)
        {
            return e.Message;
        }
    }

    private static string? Sent(Mirror mirror, Type type, JsonNode? value)
    {
        try
        {
            object? built = mirror.Build(type, value);
            return JsonDifference.Find(value, JsonSerializer.SerializeToNode(built, type));
        }
        catch (Exception e) when (e is JsonException or MirrorException)
        {
            return "sent: " + e.Message;
        }
    }
}
