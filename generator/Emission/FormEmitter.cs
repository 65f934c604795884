using CfGen.Generator.Model;

namespace CfGen.Generator.Emission;

/// <summary>A form: a record or class that writes its own parts.</summary>
internal static class FormEmitter
{
    public static void Emit(Emitters emitters, FormModel form)
    {
        CodeWriter writer = emitters.Writer;
        string model = TypeNames.Infrastructure + (form.IsMultipart ? "IMultipartModel" : "IFormModel");
        writer.Docs(form.Docs, "A request body of the API's document.");
        writer.Line(Emitters.GeneratedCode);
        using (writer.Open($"{emitters.Context.Access} sealed partial {(emitters.Context.Records ? "record" : "class")} {form.Name} : {model}{(form.IsChecked ? $", {TypeNames.Infrastructure}IValidatable" : "")}"))
        {
            foreach (FormPart part in form.Parts)
            {
                PropertyModel property = part.Property;
                writer.Docs(property.Docs with { Pointer = "", Deprecated = property.Docs.Deprecated && !property.Required }, $"The {(form.IsMultipart ? "part" : "value")} '{property.WireName}'.");
                writer.Line($$"""public {{(property.Required ? "required " : "")}}{{TypeNames.CSharp(Type(property))}}{{(property.Required || Type(property) is NullableType ? "" : "?")}} {{property.Name}} { get; init; }""");
                writer.Line();
            }

            using (writer.Open($"void {model}.Write({TypeNames.Infrastructure}{(form.IsMultipart ? "MultipartWriter" : "FormWriter")} w)"))
            {
                foreach (FormPart part in form.Parts)
                    writer.Line(Write(part) + ";");
            }

            if (form.IsChecked)
                ValidationEmitter.Emit(emitters, form.Parts.Where(p => !p.IsNamed).Select(p => p.Property));
        }
    }

    private static TypeRef Type(PropertyModel property) => property.Nullable || (!property.Required && property.Type.IsValueType) ? new NullableType(property.Type) : property.Type;

    private static string Write(FormPart part)
    {
        PropertyModel property = part.Property;
        string name = Literal.Quote(property.WireName);
        string mediaType = part.MediaType.Length > 0 ? ", " + Literal.Quote(part.MediaType) : "";
        switch (property.Type)
        {
            case ScalarType { Kind: ScalarKind.File }:
                return $"w.File({name}, {property.Name}{mediaType})";
            case ListType { Item: ScalarType { Kind: ScalarKind.File } }:
                return $"w.Files({name}, {property.Name}{mediaType})";
            case MapType { Value: ScalarType { Kind: ScalarKind.File } } when part.IsNamed:
                return $"w.Files({property.Name}{mediaType})";
            case MapType map when part.IsNamed:
                return $"w.Values<{TypeNames.CSharp(map.Value)}, {TypeNames.Codec(map.Value)}>({property.Name})";
            default:
                // Null is left out; only a struct's type has to say that it may be null.
                TypeRef type = Type(property) is NullableType { IsValueType: true } nullable ? nullable : property.Type;
                string style = part.Style.Length > 0 ? $", style: {TypeNames.Infrastructure}QueryStyle.{part.Style}" : "";
                return $"w.Value<{TypeNames.CSharp(type)}, {TypeNames.Codec(type)}>({name}, {property.Name}{mediaType}{style})";
        }
    }
}
