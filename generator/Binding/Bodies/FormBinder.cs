using System.Text.Json.Nodes;
using CfGen.Generator.Binding.Types;
using CfGen.Generator.Model;
using CfGen.Generator.Naming;
using CfGen.Generator.Schemas;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Bodies;

/// <summary>
/// Forms, with parts or as names and values: a type of the operation's own, since files and encodings are no matter of the schema.
/// A form of alternatives has the members of all of them.
/// </summary>
internal sealed class FormBinder(SchemaResolver shapes, TypeBinder types, NameScope typeNames)
{
    private const int MaxUnionDepth = 8;

    /// <summary>Whether it has no values and takes none: some documents have such a body with every GET.</summary>
    public static bool IsEmpty(ResolvedSchema shape) =>
        shape.HasType(JsonSchemaType.Object)
        && shape.Properties.Count == 0
        && shape.Unions.Count == 0
        && shape.AdditionalProperties is null;

    public TypeRef Bind(MediaContent content, string typeName)
    {
        string name = typeNames.Reserve(Identifiers.Shorten(typeName));
        FormMembers members = CollectMembers(content);
        bool multipart = content.Kind == ContentKind.Multipart;
        FormNode form = new(
            new NamedType(name, NamedKind.Model),
            content.Resolved?.CreateDocumentation(content.Schema!.Pointer) ?? Documentation.None,
            multipart
        );
        Dictionary<string, string> names = Identifiers.AssignPropertyNames(name, members.Names.Where(w => !IsPlaceholder(w)));
        foreach (string wire in members.Names.Where(w => !IsPlaceholder(w)))
        {
            SchemaIntersection schema = members.Schemas[wire];
            ResolvedSchema property = shapes.Resolve(schema);
            if (property.IsReadOnly)
                continue;
            OpenApiEncoding? encoding = GetEncoding(content, wire);
            string mediaType = GetMediaType(content, encoding);
            (ParameterStyle? style, bool explode) = GetStyle(encoding);
            TypeRef type = multipart ? TryGetFileType(wire, schema, mediaType) ?? Type() : Type();
            form.Parts.Add(
                new FormPartNode(
                    new PropertyNode(
                        names[wire],
                        wire,
                        type,
                        members.Required.Contains(wire),
                        property.IsNullable,
                        false,
                        false,
                        property.Constraints,
                        types.CreateDocumentation(property, schema.Pointer)
                    )
                    {
                        ItemConstraints = types.GetItemConstraints(property, type),
                    },
                    mediaType,
                    style,
                    explode,
                    HasDynamicNames: false
                )
            );

            TypeRef Type() => types.Bind(schema, property, InlineTypeName.ForMember(form, names[wire]));
        }

        if (BindAdditionalParts(content, members, form) is { } extra)
            form.Parts.Add(
                extra with
                {
                    Property = extra.Property with { Name = MakeUnique(names.Values, multipart ? "Parts" : "Fields") },
                }
            );
        types.Declare(form);
        return form.Reference;
    }

    /// <summary>Whether one of the parts is a file, or a list of files.</summary>
    public bool HasFileParts(MediaContent content)
    {
        FormMembers members = CollectMembers(content);
        return members.Names.Exists(wire =>
            TryGetFileType(wire, members.Schemas[wire], GetMediaType(content, GetEncoding(content, wire))) is not null
        );
    }

    /// <summary>The values that bring their own names: additional properties, or a property whose name only stands for names.</summary>
    private FormPartNode? BindAdditionalParts(MediaContent content, FormMembers members, FormNode form)
    {
        bool multipart = content.Kind == ContentKind.Multipart;
        string? placeholder = members.Names.FirstOrDefault(IsPlaceholder);
        SchemaIntersection? schema = placeholder is not null ? members.Schemas[placeholder] : content.Resolved?.AdditionalProperties;
        if (schema is null && members.Names.Count > 0)
            return null;
        string mediaType = GetMediaType(content, placeholder is null ? null : GetEncoding(content, placeholder));
        // A form that says nothing of its values takes any.
        TypeRef value = multipart ? TypeRef.File : TypeRef.String;
        Documentation docs = new("Values by the names of their parts.");
        if (schema is not null)
        {
            ResolvedSchema shape = shapes.Resolve(schema);
            if (shape.Description.Length > 0)
                docs = shape.CreateDocumentation(schema.Pointer);
            TypeRef? file = multipart ? TryGetFileType("", schema, mediaType) : null;
            value = file is null ? types.Bind(schema, shape, InlineTypeName.ForMember(form, "Value")) : TypeRef.File;
        }

        return new FormPartNode(
            new PropertyNode("", placeholder ?? "", new MapType(value), false, false, false, false, ValueRules.None, docs),
            mediaType,
            null,
            false,
            HasDynamicNames: true
        );
    }

    private static OpenApiEncoding? GetEncoding(MediaContent content, string wire) =>
        content.Encoding is { } encodings && encodings.TryGetValue(wire, out OpenApiEncoding? encoding) ? encoding : null;

    /// <summary>Empty where the document does not say, and of forms that have no parts.</summary>
    private static string GetMediaType(MediaContent content, OpenApiEncoding? encoding) =>
        content.Kind == ContentKind.Multipart ? MediaTypes.GetFirstConcrete(encoding?.ContentType) : "";

    private FormMembers CollectMembers(MediaContent content)
    {
        FormMembers members = new();
        if (content.Resolved is { } shape)
            CollectInto(shape, members, new(SchemaIntersectionComparer.Instance), 0);
        return members;
    }

    /// <param name="known">The alternatives that were looked at: many ways may lead to one.</param>
    private void CollectInto(ResolvedSchema shape, FormMembers members, Dictionary<SchemaIntersection, FormMembers> known, int depth)
    {
        foreach (string wire in shape.PropertyOrder)
            members.Add(wire, shape.Properties[wire]);
        members.Required.UnionWith(shape.Required);
        foreach (SchemaUnion choice in shape.Unions.Where(_ => depth < MaxUnionDepth))
        {
            HashSet<string>? common = null;
            foreach (SchemaIntersection alternative in choice.Alternatives)
            {
                if (!known.TryGetValue(alternative, out FormMembers? own))
                {
                    known.Add(alternative, own = new FormMembers());
                    CollectInto(shapes.Resolve(alternative), own, known, depth + 1);
                }

                foreach (string wire in own.Names)
                    members.Add(wire, own.Schemas[wire]);
                common = common is null ? own.Required : [.. common.Intersect(own.Required)];
            }

            members.Required.UnionWith(common ?? []);
        }
    }

    /// <summary>
    /// A file, or a list of files; null for anything else. Many documents leave <c>format: binary</c> away: a plain string is a file too
    /// where it is called so, where its example is curl's <c>@path</c>, or where its part is of a binary media type.
    /// </summary>
    private TypeRef? TryGetFileType(string wire, SchemaIntersection schema, string mediaType)
    {
        ResolvedSchema shape = shapes.Resolve(schema);
        if (shape.HasType(JsonSchemaType.Array) && shape.Items is { } items)
            return IsFile(wire, items, shapes.Resolve(items), mediaType) ? new ListType(TypeRef.File) : null;
        return IsFile(wire, schema, shape, mediaType) ? TypeRef.File : null;
    }

    private static bool IsFile(string wire, SchemaIntersection schema, ResolvedSchema shape, string mediaType)
    {
        if (shape.Format == "binary")
            return true;
        bool isPlain = shape.Types is null
            ? shape.IsTypeOnly
            : shape.HasType(JsonSchemaType.String) && shape.Format is null && shape.Enum is null;
        bool isFile = wire is "file" or "files" || schema.Schemas.Any(IsCurlPath) || MediaTypes.IsBinary(mediaType);
        return isPlain && isFile;
    }

#pragma warning disable CS0618 // the member of 3.0, which most documents are
    private static bool IsCurlPath(LocatedSchema site) =>
        site.Target.Schema.Example is JsonValue value
        && value.TryGetValue(out string? text)
        && text.StartsWith("@", StringComparison.Ordinal);
#pragma warning restore CS0618

    /// <summary><c>&lt;any part name&gt;</c>: no part is called that.</summary>
    private static bool IsPlaceholder(string wire) => wire.Length > 2 && wire[0] == '<' && wire[wire.Length - 1] == '>';

    /// <summary>Reads the style of a field; null if it has none, so that a list repeats its name and an object is JSON.</summary>
    private static (ParameterStyle? Style, bool Explode) GetStyle(OpenApiEncoding? encoding)
    {
        if (encoding is null || (encoding.Style is null && encoding.Explode != true))
            return (null, false);
        ParameterStyle? style = ParameterStyleRules.Find(ParameterLocation.Query, encoding.Style?.ToString());
        bool explode = style is ParameterStyle.Form ? encoding.Explode != false : style is null || encoding.Explode == true;
        return style == ParameterStyle.DeepObject ? (style, false)
            : explode ? (ParameterStyle.Form, true)
            : (style, false);
    }

    private static string MakeUnique(ICollection<string> taken, string name)
    {
        while (taken.Contains(name))
            name = "Other" + name;
        return name;
    }

    private sealed class FormMembers
    {
        public List<string> Names { get; } = [];

        public Dictionary<string, SchemaIntersection> Schemas { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Required { get; } = new(StringComparer.Ordinal);

        public void Add(string wire, SchemaIntersection schema)
        {
            if (Schemas.ContainsKey(wire))
                return;
            Names.Add(wire);
            Schemas.Add(wire, schema);
        }
    }
}
