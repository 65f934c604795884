using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using CfGen.WholeDocument.Tests.Mapping;
using CfGen.WholeDocument.Tests.Schemas;

namespace CfGen.WholeDocument.Tests.Calls;

/// <summary>Makes the arguments of a call from the document, every optional parameter among them.</summary>
internal sealed class Arguments(RawDocument document, ObjectMapper mirror)
{
    private const string Text = "text, té\r\n\0 and more";

    private static readonly byte[] s_bytes = [1, 2, 3, 0, 255, 13, 10, 45, 45];
    private static readonly byte[] s_text = System.Text.Encoding.UTF8.GetBytes(Text);

    private readonly SchemaValidator _sent = new(document, Direction.Sent);
    private readonly SchemaValidator _received = new(document, Direction.Received);

    /// <exception cref="MappingException">The method has no room for what the document says.</exception>
    public (ExpectedCall Call, object?[] Values) Create(OperationMethod method, DocumentedResponse response)
    {
        Dictionary<RawParameter, JsonNode?> parameters = method.Operation.Parameters.ToDictionary(p => p, CreateValue);
        ParameterInfo[] declared = method.Method.GetParameters();
        object?[] values = new object?[declared.Length];
        ExpectedBody? body = null;
        if (method.Media is { } media)
        {
            ParameterInfo argument = method.Body ?? throw new MappingException("no parameter takes the body");
            (body, values[argument.Position]) = CreateBody(media, argument.ParameterType);
        }

        object? record = null;
        foreach ((RawParameter parameter, ParameterInfo? argument, PropertyInfo? member) in method.GetParameterTargets())
        {
            if (argument is not null)
            {
                values[argument.Position] = CreateArgument(argument.ParameterType, parameter, parameters[parameter]);
                continue;
            }

            record ??= values[method.Optional!.Position] = Activator.CreateInstance(member!.DeclaringType!);
            member!.SetValue(record, CreateArgument(member.PropertyType, parameter, parameters[parameter]));
        }

        values[Array.FindIndex(declared, p => p.ParameterType == typeof(CancellationToken))] = CancellationToken.None;
        JsonNode? answered = response is { IsJsonBody: true, Schema: { } schema }
            ? new InstanceMaker(_received, full: true, new Dictionary<string, int>()).CreateInstance(schema)
            : null;
        return (new ExpectedCall(method, response, parameters, body, answered, method.Result == typeof(string) ? s_text : s_bytes), values);
    }

    /// <summary>In a URL all scalars are text, and so a string takes them all.</summary>
    private object? CreateArgument(Type type, RawParameter parameter, JsonNode? value) =>
        mirror.Build(
            type,
            type == typeof(string) && value?.GetValueKind() is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False
                ? WireFormat.ToText(value)
                : value,
            parameter.Name
        );

    private (ExpectedBody Expected, object? Value) CreateBody(BodyMedia media, Type type)
    {
        if (media.IsJson)
        {
            JsonNode? json = Create(new SchemaIntersection(document, media.Media.GetChild("schema")));
            return (new ExpectedBody(media.Type, Json: json), mirror.Build(type, json));
        }

        if (media.IsMultipart)
        {
            (object form, List<FormPart> parts) = new FormArguments(mirror, Create).Create(media, type);
            return (new ExpectedBody(media.Type, Parts: parts), form);
        }

        if (type == typeof(string))
            return (new ExpectedBody(media.Type, Raw: s_text), Text);
        // A stream is sent from where it stands.
        return type == typeof(Stream)
            ? (new ExpectedBody(media.Type, Raw: s_bytes), new MemoryStream([9, 9, .. s_bytes]) { Position = 2 })
            : throw new MappingException($"a body of {media.Type} is given as {type.Name}");
    }

    /// <summary>A text that is the parameter's own, with characters that a URL has to escape, where the schema leaves the room.</summary>
    private JsonNode? CreateValue(RawParameter parameter)
    {
        SchemaIntersection schema = new(document, parameter.Schema);
        // What says no type is text in a URL.
        bool isText =
            schema.GetSchemaType() is "string" or null
            && !schema.Parts.Any(p =>
                p["enum"] is not null
                || p["format"] is not null
                || p["pattern"] is not null
                || p.GetItems("oneOf").Any()
                || p.GetItems("anyOf").Any()
            );
        if (isText)
        {
            string text = parameter.Name + (parameter.Location == "header" ? "" : " /+&=%25#?é");
            text = text[..(int)Math.Min(text.Length, schema.GetSmallest("maxLength") ?? text.Length)].Trim();
            if (_sent.FindError(parameter.Schema, text) is null)
                return text;
        }

        // What says nothing of its items is texts.
        return schema.GetSchemaType() == "array" && schema.GetItems().Parts.All(p => p.Schema is { Count: 0 })
            ? new JsonArray(parameter.Name, "+count, -é")
            : Create(schema);
    }

    private JsonNode? Create(SchemaIntersection schema) =>
        new InstanceMaker(_sent, full: true, new Dictionary<string, int>()).CreateInstance(schema);
}
