using System.Text.Json.Nodes;
using CfGen.Generator.Binding.Names;
using CfGen.Generator.Binding.Shapes;
using CfGen.Generator.Binding.Types;
using CfGen.Generator.Model;
using Microsoft.OpenApi;

namespace CfGen.Generator.Binding.Operations;

/// <summary>
/// Forms, with parts or as names and values: a type of the operation's own, since files and encodings are no matter of the schema.
/// A form of alternatives has the members of all of them.
/// </summary>
internal sealed class FormBinder(ShapeResolver shapes, TypeBinder types, NameScope typeNames)
{
    private const int DeepestUnion = 8;

    /// <summary>Whether it has no values and takes none: some documents have such a body with every GET.</summary>
    public static bool IsEmpty(Shape shape) => shape.Is(JsonSchemaType.Object) && shape.Properties.Count == 0 && shape.Choices.Count == 0 && shape.Additional is null;

    public TypeRef Bind(MediaContent content, string typeName)
    {
        string name = typeNames.Take(Identifiers.Shorten(typeName));
        Members members = MembersOf(content);
        bool multipart = content.Kind == ContentKind.Multipart;
        FormNode form = new(new NamedType(name, NamedKind.Model), content.Shape?.Docs(content.Schema!.Pointer) ?? Documentation.None, multipart);
        Dictionary<string, string> names = Identifiers.Properties(name, members.Order.Where(w => !IsPlaceholder(w)));
        foreach (string wire in members.Order.Where(w => !IsPlaceholder(w)))
        {
            Conjunction schema = members.Schemas[wire];
            Shape property = shapes.Resolve(schema);
            if (property.ReadOnly)
                continue;
            OpenApiEncoding? encoding = EncodingOf(content, wire);
            string mediaType = MediaTypeOf(content, encoding);
            TypeRef type = multipart ? FileType(wire, schema, mediaType) ?? Type() : Type();
            form.Parts.Add(new FormPartNode(
                new PropertyNode(names[wire], wire, type, members.Required.Contains(wire), property.Nullable, false, false, property.Rules, types.Docs(property, schema.Pointer)) { ItemRules = types.ItemRules(property, type) },
                mediaType, Style(encoding), IsNamed: false));

            TypeRef Type() => types.Bind(schema, property, InlineName.In(form, names[wire]));
        }

        if (Extra(content, members, form) is { } extra)
            form.Parts.Add(extra with { Property = extra.Property with { Name = Free(names.Values, multipart ? "Parts" : "Fields") } });
        types.Declare(form);
        return form.Reference;
    }

    /// <summary>Whether one of the parts is a file, or a list of files.</summary>
    public bool TakesFiles(MediaContent content)
    {
        Members members = MembersOf(content);
        return members.Order.Exists(wire => FileType(wire, members.Schemas[wire], MediaTypeOf(content, EncodingOf(content, wire))) is not null);
    }

    /// <summary>The values that bring their own names: additional properties, or a property whose name only stands for names.</summary>
    private FormPartNode? Extra(MediaContent content, Members members, FormNode form)
    {
        bool multipart = content.Kind == ContentKind.Multipart;
        string? placeholder = members.Order.FirstOrDefault(IsPlaceholder);
        Conjunction? schema = placeholder is not null ? members.Schemas[placeholder] : content.Shape?.Additional;
        if (schema is null && members.Order.Count > 0)
            return null;
        string mediaType = MediaTypeOf(content, placeholder is null ? null : EncodingOf(content, placeholder));
        // A form that says nothing of its values takes any.
        TypeRef value = multipart ? TypeRef.File : TypeRef.String;
        Documentation docs = new("Values by the names of their parts.");
        if (schema is not null)
        {
            Shape shape = shapes.Resolve(schema);
            if (shape.Description.Length > 0)
                docs = shape.Docs(schema.Pointer);
            TypeRef? file = multipart ? FileType("", schema, mediaType) : null;
            value = file is null ? types.Bind(schema, shape, InlineName.In(form, "Value")) : TypeRef.File;
        }

        return new FormPartNode(new PropertyNode("", placeholder ?? "", new MapType(value), false, false, false, false, ValueRules.None, docs), mediaType, "", IsNamed: true);
    }

    private static OpenApiEncoding? EncodingOf(MediaContent content, string wire) =>
        content.Encoding is { } encodings && encodings.TryGetValue(wire, out OpenApiEncoding? encoding) ? encoding : null;

    /// <summary>Empty where the document does not say, and of forms that have no parts.</summary>
    private static string MediaTypeOf(MediaContent content, OpenApiEncoding? encoding) =>
        content.Kind == ContentKind.Multipart ? MediaTypes.First(encoding?.ContentType) : "";

    private Members MembersOf(MediaContent content)
    {
        Members members = new();
        if (content.Shape is { } shape)
            Collect(shape, members, new(ConjunctionComparer.Instance), 0);
        return members;
    }

    /// <param name="known">The alternatives that were looked at: many ways may lead to one.</param>
    private void Collect(Shape shape, Members members, Dictionary<Conjunction, Members> known, int depth)
    {
        foreach (string wire in shape.PropertyOrder)
            members.Add(wire, shape.Properties[wire]);
        members.Required.UnionWith(shape.Required);
        foreach (Choice choice in shape.Choices.Where(_ => depth < DeepestUnion))
        {
            HashSet<string>? common = null;
            foreach (Conjunction alternative in choice.Alternatives)
            {
                if (!known.TryGetValue(alternative, out Members? own))
                {
                    known.Add(alternative, own = new Members());
                    Collect(shapes.Resolve(alternative), own, known, depth + 1);
                }

                foreach (string wire in own.Order)
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
    private TypeRef? FileType(string wire, Conjunction schema, string mediaType)
    {
        Shape shape = shapes.Resolve(schema);
        if (shape.Is(JsonSchemaType.Array) && shape.Items is { } items)
            return IsFile(wire, items, shapes.Resolve(items), mediaType) ? new ListType(TypeRef.File) : null;
        return IsFile(wire, schema, shape, mediaType) ? TypeRef.File : null;
    }

    private static bool IsFile(string wire, Conjunction schema, Shape shape, string mediaType)
    {
        if (shape.Format == "binary")
            return true;
        bool isPlain = shape.Types is null ? shape.IsBare : shape.Is(JsonSchemaType.String) && shape.Format is null && shape.Enum is null;
        bool isFile = wire is "file" or "files" || schema.Parts.Any(IsCurlPath) || MediaTypes.IsBinary(mediaType);
        return isPlain && isFile;
    }

#pragma warning disable CS0618 // the member of 3.0, which most documents are
    private static bool IsCurlPath(SchemaSite site) =>
        site.Target.Schema.Example is JsonValue value && value.TryGetValue(out string? text) && text.StartsWith("@", StringComparison.Ordinal);
#pragma warning restore CS0618

    /// <summary><c>&lt;any part name&gt;</c>: no part is called that.</summary>
    private static bool IsPlaceholder(string wire) => wire.Length > 2 && wire[0] == '<' && wire[wire.Length - 1] == '>';

    private static string Style(OpenApiEncoding? encoding) => encoding?.Style switch
    {
        Microsoft.OpenApi.ParameterStyle.DeepObject => "DeepObject",
        Microsoft.OpenApi.ParameterStyle.SpaceDelimited when encoding.Explode != true => "SpaceDelimited",
        Microsoft.OpenApi.ParameterStyle.PipeDelimited when encoding.Explode != true => "PipeDelimited",
        Microsoft.OpenApi.ParameterStyle.Form when encoding.Explode == false => "Form",
        null when encoding?.Explode != true => "",
        _ => "FormExplode",
    };

    private static string Free(ICollection<string> taken, string name)
    {
        while (taken.Contains(name))
            name = "Other" + name;
        return name;
    }

    private sealed class Members
    {
        public List<string> Order { get; } = [];

        public Dictionary<string, Conjunction> Schemas { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Required { get; } = new(StringComparer.Ordinal);

        public void Add(string wire, Conjunction schema)
        {
            if (Schemas.ContainsKey(wire))
                return;
            Order.Add(wire);
            Schemas.Add(wire, schema);
        }
    }
}
