using System.Text.Json.Nodes;
using CfGen.Generator.Binding.Parameters;
using CfGen.Generator.Binding.Types;
using CfGen.Generator.Model;
using CfGen.Generator.Naming;
using CfGen.Generator.Schemas;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Bodies;

/// <summary>
/// Binds forms, of parts or of names and values, to a type of the operation: files and encodings do not belong to the schema. A form of
/// several alternatives has the members of all of them.
/// </summary>
internal sealed class FormBinder(SchemaResolver schemas, TypeBinder types, NameScope typeNames, PartHeaderBinder headers)
{
    private const int MaxUnionDepth = 8;

    /// <summary>True for a form that has no values and accepts none, which some documents have with every GET.</summary>
    public static bool IsEmpty(ResolvedSchema schema) =>
        schema.HasType(JsonSchemaType.Object)
        && schema.Properties.Count == 0
        && schema.Unions.Count == 0
        && schema.AdditionalProperties is null;

    public TypeRef Bind(MediaContent content, InlineTypeName typeName)
    {
        string name = typeNames.Reserve(typeName.KnownFullName);
        FormMembers members = CollectMembers(content);
        bool isMultipart = content.Kind == ContentKind.Multipart;
        FormNode form = new(
            name,
            typeName.Scope,
            content.Resolved?.CreateDocumentation(content.Schema!.Pointer) ?? Documentation.None,
            isMultipart
        );
        List<string> named = members.Names.FindAll(n => !IsPlaceholder(n));
        Dictionary<string, string> names = Identifiers.AssignPropertyNames(name, named);
        HashSet<string> taken = new(names.Values, StringComparer.Ordinal) { name };
        foreach (string serializedName in named)
        {
            if (BindPart(form, content, members, serializedName, names[serializedName]) is { } part)
                form.Parts.Add(isMultipart ? part with { Headers = BindHeaders(content, part.Property, taken) } : part);
        }

        if (BindAdditionalParts(content, members, form) is { } additional)
            form.Parts.Add(
                additional with
                {
                    Property = additional.Property with { Name = MakeUnique(taken, isMultipart ? "Parts" : "Fields") },
                }
            );
        types.Declare(form);
        return form.Reference;
    }

    /// <returns>Null for a read-only property, which is not sent.</returns>
    private FormPartNode? BindPart(FormNode form, MediaContent content, FormMembers members, string serializedName, string name)
    {
        SchemaIntersection schema = members.Schemas[serializedName];
        ResolvedSchema resolved = schemas.Resolve(schema);
        if (resolved.IsReadOnly)
            return null;
        OpenApiEncoding? encoding = GetEncoding(content, serializedName);
        string mediaType = GetMediaType(content, encoding);
        TypeRef? fileType = form.IsMultipart ? TryGetFileType(serializedName, schema, mediaType) : null;
        TypeRef type = fileType ?? types.Bind(schema, resolved, InlineTypeName.ForMember(form, name));
        PropertyNode property = new(
            name,
            serializedName,
            type,
            members.Required.Contains(serializedName),
            resolved.IsNullable,
            IsReadOnly: false,
            IsWriteOnly: false,
            types.GetConstraints(resolved),
            types.CreateDocumentation(resolved, schema.Pointer)
        )
        {
            IsSecret = resolved.IsSecret,
            ItemConstraints = types.GetItemConstraints(resolved, type),
            KeyRules = types.ObjectRules.BindKeys(resolved, type),
        };
        (ParameterStyle? style, bool explode) =
            ParameterStyles.GetCollectionStyle(schema.Schemas[0].Schema.Extensions, ParameterLocation.Query)
            ?? ParameterStyles.GetFormStyle(encoding);
        return new FormPartNode(property, mediaType, style, explode, HasDynamicNames: false);
    }

    /// <summary>True where one of the parts is a file, or a list of files.</summary>
    public bool HasFileParts(MediaContent content)
    {
        FormMembers members = CollectMembers(content);
        return members.Names.Exists(name =>
            TryGetFileType(name, members.Schemas[name], GetMediaType(content, GetEncoding(content, name))) is not null
        );
    }

    /// <summary>The first member that is declared as a file, or a list of files; null where there is none.</summary>
    public string? FindBinaryMember(MediaContent content)
    {
        FormMembers members = CollectMembers(content);
        return members.Names.Find(name =>
        {
            ResolvedSchema member = schemas.Resolve(members.Schemas[name]);
            return (member.HasType(JsonSchemaType.Array) && member.Items is { } items ? schemas.Resolve(items) : member).Format == "binary";
        });
    }

    /// <summary>
    /// Binds the parts with any name: additional properties, or a property whose name is a placeholder. Null where there are none.
    /// </summary>
    private FormPartNode? BindAdditionalParts(MediaContent content, FormMembers members, FormNode form)
    {
        string? placeholder = members.Names.FirstOrDefault(IsPlaceholder);
        SchemaIntersection? schema = placeholder is not null ? members.Schemas[placeholder] : content.Resolved?.AdditionalProperties;
        if (schema is null && members.Names.Count > 0)
            return null;
        string mediaType = GetMediaType(content, placeholder is null ? null : GetEncoding(content, placeholder));
        // A form without a schema accepts any values.
        TypeRef value = form.IsMultipart ? TypeRef.File : TypeRef.String;
        Documentation documentation = new("Values by the names of their parts.");
        if (schema is not null)
        {
            ResolvedSchema resolved = schemas.Resolve(schema);
            if (resolved.Description.Length > 0)
                documentation = resolved.CreateDocumentation(schema.Pointer);
            // A plain string can be the content of a file, which ApiFile sends, and text as well.
            TypeRef? file =
                form.IsMultipart && (IsPlainString(resolved) || TryGetFileType("", schema, mediaType) is not null) ? TypeRef.File : null;
            value = file is null ? types.Bind(schema, resolved, InlineTypeName.ForMember(form, "Value")) : TypeRef.File;
        }

        return new FormPartNode(
            new PropertyNode("", placeholder ?? "", new MapType(value), false, false, false, false, ValueRules.None, documentation),
            mediaType,
            Style: null,
            Explode: false,
            HasDynamicNames: true
        );
    }

    private IReadOnlyList<PartHeader> BindHeaders(MediaContent content, PropertyNode part, HashSet<string> taken) =>
        headers.Bind(
            GetEncoding(content, part.SerializedName),
            $"{content.Pointer}/encoding/{JsonPointer.Escape(part.SerializedName)}",
            part.Name,
            taken
        );

    private static OpenApiEncoding? GetEncoding(MediaContent content, string name) =>
        content.Encoding is { } encodings && encodings.TryGetValue(name, out OpenApiEncoding? encoding) ? encoding : null;

    /// <summary>The media type of a part; empty where the document has none, and for forms without parts.</summary>
    private static string GetMediaType(MediaContent content, OpenApiEncoding? encoding) =>
        content.Kind == ContentKind.Multipart ? MediaTypes.GetFirstConcrete(encoding?.ContentType) : "";

    private FormMembers CollectMembers(MediaContent content)
    {
        FormMembers members = new();
        if (content.Resolved is { } schema)
            CollectInto(schema, members, new(SchemaIntersectionComparer.Instance), 0);
        return members;
    }

    /// <param name="known">The members of the alternatives that were collected, since many paths may lead to one.</param>
    private void CollectInto(ResolvedSchema schema, FormMembers members, Dictionary<SchemaIntersection, FormMembers> known, int depth)
    {
        foreach (string name in schema.PropertyOrder)
            members.Add(name, schema.Properties[name]);
        members.Required.UnionWith(schema.Required);
        foreach (SchemaUnion union in schema.Unions.Where(_ => depth < MaxUnionDepth))
        {
            HashSet<string>? common = null;
            foreach (SchemaIntersection alternative in union.Alternatives)
            {
                if (!known.TryGetValue(alternative, out FormMembers? own))
                {
                    known.Add(alternative, own = new FormMembers());
                    CollectInto(schemas.Resolve(alternative), own, known, depth + 1);
                }

                foreach (string name in own.Names)
                    members.Add(name, own.Schemas[name]);
                common = common is null ? own.Required : [.. common.Intersect(own.Required)];
            }

            members.Required.UnionWith(common ?? []);
        }
    }

    /// <summary>
    /// Finds a file, or a list of files; null for anything else. Many documents omit <c>format: binary</c>: a plain string is a file, too,
    /// where its name is <c>file</c>, its example is curl's <c>@path</c>, or the media type of its part is binary.
    /// </summary>
    private TypeRef? TryGetFileType(string name, SchemaIntersection schema, string mediaType)
    {
        ResolvedSchema resolved = schemas.Resolve(schema);
        if (resolved.HasType(JsonSchemaType.Array) && resolved.Items is { } items)
            return IsFile(name, items, schemas.Resolve(items), mediaType) ? new ListType(TypeRef.File) : null;
        return IsFile(name, schema, resolved, mediaType) ? TypeRef.File : null;
    }

    private static bool IsPlainString(ResolvedSchema schema) =>
        schema is { Format: null, Enum: null, IsUnion: false } && schema.HasType(JsonSchemaType.String);

    private static bool IsFile(string name, SchemaIntersection schema, ResolvedSchema resolved, string mediaType)
    {
        if (resolved.Format == "binary")
            return true;
        bool isPlain = resolved.Types is null
            ? resolved.IsTypeOnly
            : resolved.HasType(JsonSchemaType.String) && resolved.Format is null && resolved.Enum is null;
        bool isFile = name is "file" or "files" || schema.Schemas.Any(IsCurlPath) || MediaTypes.IsBinary(mediaType);
        return isPlain && isFile;
    }

#pragma warning disable CS0618 // The member of 3.0, which most documents have.
    private static bool IsCurlPath(LocatedSchema schema) =>
        schema.Target.Schema.Example is JsonValue value
        && value.TryGetValue(out string? text)
        && text.StartsWith("@", StringComparison.Ordinal);
#pragma warning restore CS0618

    /// <summary>True for a name such as <c>&lt;any part name&gt;</c>, which stands for other names.</summary>
    private static bool IsPlaceholder(string name) => name.Length > 2 && name[0] == '<' && name[name.Length - 1] == '>';

    private static string MakeUnique(HashSet<string> taken, string name)
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

        public void Add(string name, SchemaIntersection schema)
        {
            if (Schemas.ContainsKey(name))
                return;
            Names.Add(name);
            Schemas.Add(name, schema);
        }
    }
}
