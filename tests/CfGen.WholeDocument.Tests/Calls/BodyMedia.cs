using System.Reflection;
using System.Text.Json.Nodes;
using CfGen.WholeDocument.Tests.Mirrors;
using CfGen.WholeDocument.Tests.Schemas;

namespace CfGen.WholeDocument.Tests.Calls;

/// <summary>The media type of a request body that a method sends, of all that the document allows.</summary>
internal sealed class BodyMedia(RawDocument document, Place body)
{
    // What a body of several types is sent as; the document's first where it has none of these.
    private static readonly string[] s_preferred = ["application/json", "multipart/form-data", "application/x-www-form-urlencoded"];

    private readonly (string Type, Place Media) _taken = s_preferred.SelectMany(p => body.Members("content").Where(c => c.Name == p)).Concat(body.Members("content")).First();

    public string Type => _taken.Type;

    public Place Media => _taken.Media;

    public bool IsJson => Type == s_preferred[0];

    public bool IsMultipart => Type == s_preferred[1];

    /// <summary>The parts or values of a form and the members that take them: those of all alternatives, of which a form has no choice.</summary>
    /// <exception cref="MirrorException">The form's type has no room for one.</exception>
    public IEnumerable<(string Name, Conjunct Schema, PropertyInfo Member)> Members(Type form)
    {
        Conjunct schema = new(document, Media.Below("schema"));
        for (int i = 0; i < schema.Parts.Count; i++)
        {
            foreach (Place branch in schema.Parts[i].Items("oneOf").Concat(schema.Parts[i].Items("anyOf")))
                schema.Add(branch);
        }

        List<(string Name, Conjunct Schema)> parts = [.. schema.Properties()];
        List<PropertyInfo> members = MemberNames.Settable(form);
        int[] pairs = MemberNames.Pair([.. parts.Select(p => p.Name)], [.. members.Select(m => m.Name)]);
        return parts.Count == members.Count && !pairs.Contains(-1)
            ? parts.Select((p, i) => (p.Name, p.Schema, members[pairs[i]]))
            : throw new MirrorException($"[{string.Join(", ", parts.Select(p => p.Name))}] are to be given as [{string.Join(", ", members.Select(m => m.Name))}]");
    }

    /// <summary>The media type of a part, of which encodings list several; null where the document leaves it open.</summary>
    public string? TypeOf(string part) => Media.Below("encoding").Below(part).Text("contentType")?.Split(',')[0].Trim();

    /// <summary>Whether the property is for parts of any name.</summary>
    public static bool IsPlaceholder(string part) => part.StartsWith('<');
}

/// <summary>One part of a form: its name, and of a file its file name.</summary>
/// <param name="Content">The bytes of a file or a text.</param>
/// <param name="Json">The value that the content is the JSON of; <paramref name="Content"/> is null then.</param>
internal sealed record FormPart(string Name, string? FileName, string MediaType, byte[]? Content, JsonNode? Json = null);
