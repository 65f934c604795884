using CfGen.Generator.Model;

namespace CfGen.Generator.Emission;

/// <summary>A form: a record or class that writes its own parts.</summary>
internal static class FormEmitter
{
    public static void Emit(EmitContext emitters, FormModel form)
    {
        CodeWriter writer = emitters.Writer;
        string model = TypeNames.CodeGen + (form.IsMultipart ? "IMultipartModel" : "IFormModel");
        writer.WriteDocs(form.Docs, "A request body of the API's document.");
        writer.WriteLine(EmitContext.GeneratedCodeAttribute);
        using (
            writer.OpenBlock(
                $"{emitters.File.AccessModifier} sealed partial {(emitters.File.UsesRecords ? "record" : "class")} {form.Name} : {model}{(form.IsValidated ? $", {TypeNames.CodeGen}IValidatable" : "")}"
            )
        )
        {
            foreach (FormPart part in form.Parts)
            {
                PropertyModel property = part.Property;
                writer.WriteDocs(
                    property.Docs with
                    {
                        Pointer = "",
                        Deprecated = property.Docs.Deprecated && !property.Required,
                    },
                    $"The {(form.IsMultipart ? "part" : "value")} '{property.SerializedName}'."
                );
                writer.WriteLine(
                    $$"""public {{(property.Required ? "required " : "")}}{{TypeNames.ToCSharp(GetPropertyType(property))}}{{(property.Required || GetPropertyType(property) is NullableType ? "" : "?")}} {{property.Name}} { get; init; }"""
                );
                writer.WriteLine();
            }

            using (writer.OpenBlock($"void {model}.Write({TypeNames.CodeGen}{(form.IsMultipart ? "MultipartWriter" : "FormWriter")} w)"))
            {
                foreach (FormPart part in form.Parts)
                    writer.WriteLine(GetWriteCall(part) + ";");
            }

            if (form.IsValidated)
                ValidationEmitter.Emit(emitters, form.Parts.Where(p => !p.HasDynamicNames).Select(p => p.Property));
        }
    }

    private static TypeRef GetPropertyType(PropertyModel property) =>
        property.Nullable || (!property.Required && property.Type.IsValueType) ? new NullableType(property.Type) : property.Type;

    private static string GetWriteCall(FormPart part)
    {
        PropertyModel property = part.Property;
        string name = Literal.Quote(property.SerializedName);
        string mediaType = part.MediaType.Length > 0 ? ", " + Literal.Quote(part.MediaType) : "";
        switch (property.Type)
        {
            case ScalarType { Kind: ScalarKind.File }:
                return $"w.File({name}, {property.Name}{mediaType})";
            case ListType { Item: ScalarType { Kind: ScalarKind.File } }:
                return $"w.Files({name}, {property.Name}{mediaType})";
            case MapType { Value: ScalarType { Kind: ScalarKind.File } } when part.HasDynamicNames:
                return $"w.Files({property.Name}{mediaType})";
            case MapType map when part.HasDynamicNames:
                return $"w.Values<{TypeNames.ToCSharp(map.Value)}, {TypeNames.GetCodec(map.Value)}>({property.Name})";
            default:
                // Null is left out; only a struct's type has to say that it may be null.
                TypeRef type = GetPropertyType(property) is NullableType { IsValueType: true } nullable ? nullable : property.Type;
                string style = part.Style.Length > 0 ? $", style: {TypeNames.CodeGen}QueryStyle.{part.Style}" : "";
                return $"w.Value<{TypeNames.ToCSharp(type)}, {TypeNames.GetCodec(type)}>({name}, {property.Name}{mediaType}{style})";
        }
    }
}
