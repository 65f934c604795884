using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using CfGen.WholeDocument.Tests.Mapping;
using CfGen.WholeDocument.Tests.Schemas;

namespace CfGen.WholeDocument.Tests.Calls;

/// <summary>Fills the type of a form, and says which parts have to arrive.</summary>
internal sealed class FormArguments(ObjectMapper mirror, Func<SchemaIntersection, JsonNode?> make)
{
    private const string Octets = "application/octet-stream";

    // What would end a part, among it.
    private static readonly byte[] s_file = [0, 255, 13, 10, 45, 45, 13, 10];

    public (object Form, List<FormPart> Parts) Create(BodyMedia media, Type type)
    {
        object form = Activator.CreateInstance(type)!;
        List<FormPart> parts = [];
        foreach ((string name, SchemaIntersection schema, PropertyInfo member) in media.GetMembers(type))
        {
            if (CreateFiles(name, media.FindContentType(name) ?? Octets, member.PropertyType, parts) is { } files)
            {
                member.SetValue(form, files);
                continue;
            }

            if (schema.GetValues("format").Any(f => f?.GetValue<string>() == "binary"))
                throw new MappingException($"the file {name} is given as {member.PropertyType.Name}");
            JsonNode? value = make(schema);
            member.SetValue(form, mirror.Build(member.PropertyType, value, name));
            parts.AddRange(CreateParts(name, value, media.FindContentType(name)));
        }

        return (form, parts);
    }

    private static object? CreateFiles(string name, string mediaType, Type type, List<FormPart> parts)
    {
        if (type == typeof(ApiFile))
            return CreateFile(name, null, mediaType, parts);
        if (type == typeof(IReadOnlyList<ApiFile>))
            return new List<ApiFile> { CreateFile(name, "1", mediaType, parts), CreateFile(name, "2", mediaType, parts) };
        return type == typeof(IReadOnlyDictionary<string, ApiFile>)
            ? ((string[])["main.js", "a \"b\"é"]).ToDictionary(n => n, n => CreateFile(n, null, mediaType, parts))
            : null;
    }

    /// <param name="number">Tells files of one part's name apart; null: no file name is set, and the part's own is sent.</param>
    private static ApiFile CreateFile(string name, string? number, string mediaType, List<FormPart> parts)
    {
        byte[] content = [.. Encoding.UTF8.GetBytes(name + number), .. s_file];
        parts.Add(new FormPart(name, number is null ? name : $"{name} {number}.bin", number is null ? mediaType : "text/x-one", content));
        return number is null ? ApiFile.FromBytes(content) : new ApiFile(new MemoryStream(content), $"{name} {number}.bin", "text/x-one");
    }

    /// <summary>By the defaults of OpenAPI: scalars are text, objects JSON, lists a part an item.</summary>
    private static IEnumerable<FormPart> CreateParts(string name, JsonNode? value, string? mediaType) =>
        value switch
        {
            null => [],
            JsonArray items => items.SelectMany(i => CreateParts(name, i, mediaType)),
            JsonObject => [new FormPart(name, null, mediaType ?? "application/json", null, value)],
            _ => [new FormPart(name, null, mediaType ?? "text/plain", Encoding.UTF8.GetBytes(WireFormat.ToText(value)))],
        };
}
