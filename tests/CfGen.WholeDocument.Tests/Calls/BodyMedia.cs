using System.Reflection;
using System.Text.Json.Nodes;
using CfGen.WholeDocument.Tests.Mapping;
using CfGen.WholeDocument.Tests.Schemas;

namespace CfGen.WholeDocument.Tests.Calls;

/// <summary>The media type of a request body that a method sends, of all that the document allows.</summary>
internal sealed class BodyMedia(RawDocument document, DocumentNode body)
{
    // What a body of several types is sent as; the document's first where it has none of these.
    private static readonly string[] s_preferred = ["application/json", "multipart/form-data", "application/x-www-form-urlencoded"];

    private readonly (string Type, DocumentNode Media) _selected = s_preferred
        .SelectMany(p => body.GetMembers("content").Where(c => c.Name == p))
        .Concat(body.GetMembers("content"))
        .First();

    public string Type => _selected.Type;

    public DocumentNode Media => _selected.Media;

    public bool IsJson => Type == s_preferred[0];

    public bool IsMultipart => Type == s_preferred[1];

    /// <summary>
    /// The parts or values of a form and the members that take them: those of all alternatives, of which a form has no choice.
    /// </summary>
    /// <exception cref="MappingException">The form's type has no room for one.</exception>
    public IEnumerable<(string Name, SchemaIntersection Schema, PropertyInfo Member)> GetMembers(Type form)
    {
        SchemaIntersection schema = new(document, Media.GetChild("schema"));
        for (int i = 0; i < schema.Parts.Count; i++)
        {
            foreach (DocumentNode branch in schema.Parts[i].GetItems("oneOf").Concat(schema.Parts[i].GetItems("anyOf")))
                schema.Add(branch);
        }

        List<(string Name, SchemaIntersection Schema)> parts = [.. schema.GetProperties()];
        List<PropertyInfo> members = MemberNames.GetSettableProperties(form);
        int[] pairs = MemberNames.PairNames([.. parts.Select(p => p.Name)], [.. members.Select(m => m.Name)]);
        return parts.Count == members.Count && !pairs.Contains(-1)
            ? parts.Select((p, i) => (p.Name, p.Schema, members[pairs[i]]))
            : throw new MappingException(
                $"[{string.Join(", ", parts.Select(p => p.Name))}] are to be given as [{string.Join(", ", members.Select(m => m.Name))}]"
            );
    }

    /// <summary>The media type of a part, of which encodings list several; null where the document leaves it open.</summary>
    public string? FindContentType(string part) => Media.GetChild("encoding").GetChild(part).GetString("contentType")?.Split(',')[0].Trim();

    /// <summary>True if the property is for parts of any name.</summary>
    public static bool IsPlaceholder(string part) => part.StartsWith('<');
}

/// <summary>One part of a form: its name, and of a file its file name.</summary>
/// <param name="Content">The bytes of a file or a text.</param>
/// <param name="Json">The value that the content is the JSON of; <paramref name="Content"/> is null then.</param>
internal sealed record FormPart(string Name, string? FileName, string MediaType, byte[]? Content, JsonNode? Json = null);
