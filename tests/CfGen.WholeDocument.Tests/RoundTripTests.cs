using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Nodes;
using CfGen.WholeDocument.Tests.Calls;
using CfGen.WholeDocument.Tests.Mapping;
using CfGen.WholeDocument.Tests.Schemas;
using Xunit.Abstractions;

namespace CfGen.WholeDocument.Tests;

/// <summary>
/// Every type that goes over the wire, with values made from the document and its examples: what is read is what was sent, and what is
/// written is what was set. What the tests reach is held against what there is: each type, each value of an enum, each case of a union.
/// </summary>
[Collection(CompiledDocumentGroup.Name)]
public class RoundTripTests(CompiledDocument document, ITestOutputHelper output)
{
    private static readonly IReadOnlyDictionary<string, string> s_known = KnownFailures.ForValues;

    [Fact]
    public void Values_are_written_and_read_as_documented()
    {
        if (!document.IsAvailable(output))
            return;
        Stopwatch clock = Stopwatch.StartNew();
        RawDocument raw = new(document.Root);
        Instances instances = new(raw);
        DocumentedErrors errors = new(document.Run.Sources.Values, document.Assembly);
        RoundTripCheck trip = new();
        FailureReport failures = new(s_known);
        Dictionary<string, int> counts = [];
        foreach (OperationMethod operation in OperationMethod.FindAll(document.Assembly, raw))
        {
            foreach (
                (Direction direction, Type type, string label, JsonNode? value) in GetValues(operation, instances, raw)
                    .Concat(GetErrorValues(operation, errors, instances, raw))
            )
            {
                bool isExample = label.Contains(InstanceMaker.Example, StringComparison.Ordinal);
                string kind = $"{direction}{(isExample ? InstanceMaker.Example : "")}";
                counts[kind] = counts.GetValueOrDefault(kind) + 1;
                string? wrong =
                    direction == Direction.Received ? trip.CheckReceived(type, value, isExample) : trip.CheckSent(type, value, isExample);
                // Of nulls that are not sent it is enough to know the type.
                if (wrong is not null)
                    failures.Add(
                        type.Name,
                        wrong.EndsWith(": null is lost", StringComparison.Ordinal) ? "null is lost" : wrong,
                        $"{wrong}, {operation.Operation.Key}, {label}, {value?.ToJsonString()}"
                    );
            }
        }

        foreach ((string schema, string reason) in instances.Unsatisfiable)
            failures.Add("No value", reason, schema);
        foreach (string missed in trip.FindUncheckedTypes(document.Assembly))
            failures.Add("Not reached", missed, "");
        output.WriteLine(
            $"{string.Join(", ", counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key}: {c.Value}"))}; {trip.SeenCount} types and cases; {clock.ElapsedMilliseconds} ms"
        );
        failures.AssertKnown(counts.Values.Sum());
    }

    [Fact]
    public void A_value_that_matches_no_union_case_is_preserved()
    {
        if (!document.IsAvailable(output))
            return;
        List<Type> unions = [.. document.Assembly.GetTypes().Where(ObjectMapper.IsUnion)];
        Assert.NotEmpty(unions);
        Assert.All(unions, u => Assert.Null(RoundTripCheck.CheckUnknown(u)));
    }

    private static IEnumerable<(Direction Direction, Type Type, string Label, JsonNode? Value)> GetErrorValues(
        OperationMethod operation,
        DocumentedErrors errors,
        Instances instances,
        RawDocument raw
    )
    {
        foreach ((Type type, DocumentedResponse response) in errors.GetBodies(raw, operation.Operation))
        {
            foreach (
                (string label, JsonNode? body) in instances
                    .CreateInstances(response.Schema!, type, Direction.Received)
                    .Concat(instances.GetExamples(response.Media, Direction.Received))
            )
                yield return (Direction.Received, type, "error " + label, body);
        }
    }

    // Size: one branch for each place of a value in an operation.
    private static IEnumerable<(Direction Direction, Type Type, string Label, JsonNode? Value)> GetValues(
        OperationMethod operation,
        Instances instances,
        RawDocument raw
    )
    {
        foreach (DocumentedResponse response in operation.Responses)
        {
            // The method gives nothing of an response of another kind than the first.
            if (
                operation.Result is not { } result
                || response is not { IsJsonBody: true, Schema: { } schema }
                || !operation.Responses[0].IsJsonBody
            )
                continue;
            foreach (
                (string label, JsonNode? body) in instances
                    .CreateInstances(schema, result, Direction.Received)
                    .Concat(instances.GetExamples(response.Media, Direction.Received))
            )
            {
                foreach (JsonNode? value in operation.GetValues(response, body).Where(v => v is not null))
                    yield return (Direction.Received, result, label, value);
            }
        }

        foreach ((RawParameter parameter, ParameterInfo? argument, PropertyInfo? member) in GetParameters(operation))
        {
            Type type = argument?.ParameterType ?? member!.PropertyType;
            foreach (
                (string label, JsonNode? value) in type == typeof(string) || type == typeof(IReadOnlyList<string>)
                    ? []
                    : instances.CreateInstances(new SchemaIntersection(raw, parameter.Schema), type, Direction.Sent)
            )
                yield return (Direction.Sent, type, "parameter " + label, value);
        }

        if (operation is not { Body.ParameterType: { } sent, Media: { } media })
            yield break;
        if (media.IsJson && media.Media["schema"] is not null)
        {
            foreach (
                (string label, JsonNode? body) in instances
                    .CreateInstances(new SchemaIntersection(raw, media.Media.GetChild("schema")), sent, Direction.Sent)
                    .Concat(instances.GetExamples(media.Media, Direction.Sent))
            )
                yield return (Direction.Sent, sent, label, body);
        }

        // The calls send what is text in a part; what is JSON in one has readers and writers of its own.
        foreach ((string name, SchemaIntersection part, PropertyInfo member) in media.IsMultipart ? media.GetMembers(sent) : [])
        {
            Type type = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
            foreach (
                (string label, JsonNode? value) in type.Assembly == sent.Assembly
                    ? instances.CreateInstances(part, type, Direction.Sent)
                    : []
            )
                yield return (Direction.Sent, type, $"part {name} {label}", value);
        }
    }

    private static IEnumerable<(RawParameter Parameter, ParameterInfo? Argument, PropertyInfo? Member)> GetParameters(
        OperationMethod operation
    )
    {
        try
        {
            return operation.GetParameterTargets();
        }
        catch (MappingException)
        {
            return []; // which the calls report
        }
    }
}
