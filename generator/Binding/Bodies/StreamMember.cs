using CfGen.Generator.Documents;
using CfGen.Generator.Model;
using CfGen.Generator.Parsing;
using CfGen.Generator.Schemas;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Bodies;

/// <summary>
/// The boolean member <c>stream</c> of a body, which asks for the response as a stream, as in APIs that are like OpenAI's.
/// </summary>
internal static class StreamMember
{
    private const string Name = "stream";

    /// <returns>The default of the member, which is false where the document has none; null where the body has no such member.</returns>
    public static bool? FindDefault(MediaContent content, SchemaResolver schemas)
    {
        if (
            content is not { Kind: ContentKind.Json or ContentKind.Multipart, Resolved: { } body }
            || !body.Properties.TryGetValue(Name, out SchemaIntersection? member)
        )
            return null;
        ResolvedSchema schema = schemas.Resolve(member);
        bool isBoolean = schema.Types is { } types
            ? (types & ~JsonSchemaType.Null) == JsonSchemaType.Boolean
            : schema.Unions.Count == 1
                && schema
                    .Unions[0]
                    .Alternatives.All(a => schemas.Resolve(a).Types is null or JsonSchemaType.Boolean or JsonSchemaType.Null);
        // A constant is the value of one kind of body.
        return isBoolean && schema.Enum is null ? schema.Default.IsTrue() : null;
    }

    /// <summary>Makes each method of an operation ask for what it reads, where one of them reads a stream.</summary>
    public static IReadOnlyList<OperationModel> Assign(IReadOnlyList<OperationModel> methods) =>
        methods.Any(ReadsStream)
            ?
            [
                .. methods.Select(m =>
                    m.Body is { StreamDefault: not null } body ? m with { Body = body with { Stream = ReadsStream(m) } } : m
                ),
            ]
            : methods;

    private static bool ReadsStream(OperationModel method) =>
        method.Response.Kind is ContentKind.ServerSentEvents or ContentKind.JsonLines && method.Response.Result is not null;
}
