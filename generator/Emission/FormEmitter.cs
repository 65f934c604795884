using CfGen.Generator.Model;
using static CfGen.Generator.Emission.RuntimeApi;

namespace CfGen.Generator.Emission;

/// <summary>A form: a record or class that writes its own parts.</summary>
internal static class FormEmitter
{
    public static void Emit(EmitContext context, FormModel form)
    {
        CodeWriter writer = context.Writer;
        string interfaceType = form.IsMultipart ? IMultipartModel.Type : IFormModel.Type;
        string write = form.IsMultipart ? IMultipartModel.Write : IFormModel.Write;
        string writerType = form.IsMultipart ? MultipartWriter.Type : FormWriter.Type;
        writer.WriteDocs(form.Docs, "A request body of the API's document.");
        writer.WriteLine(EmitContext.GeneratedCodeAttribute);
        using (
            writer.OpenBlock(
                $"{context.ModelDeclaration} {form.Name} : {interfaceType}{(form.IsValidated ? $", {IValidatable.Type}" : "")}"
            )
        )
        {
            foreach (FormPart part in form.Parts)
            {
                EmitProperty(writer, part.Property, form.IsMultipart ? "part" : "field");
                EmitHeaderProperties(writer, part);
            }

            using (writer.OpenBlock($"void {interfaceType}.{write}({writerType} w)"))
            {
                foreach (FormPart part in form.Parts)
                {
                    foreach (PartHeader header in part.Headers)
                        writer.WriteLine($"w.{MultipartWriter.Header}({Literal.Quote(header.SerializedName)}, {FormatValue(header)});");
                    writer.WriteLine(GetWriteCall(part) + ";");
                }
            }

            TextEmitter.Emit(context, hasWriter: false, GetMembers(form));
            if (form.IsValidated)
                ValidationEmitter.Emit(
                    context,
                    form.Parts.Where(p => !p.HasDynamicNames).Select(p => p.Property),
                    form.Parts.SelectMany(GetHeaderChecks)
                );
        }
    }

    private static IEnumerable<(string Name, bool IsSecret)> GetMembers(FormModel form) =>
        form.Parts.SelectMany(p =>
            p.Headers.Where(h => h.PropertyName is not null)
                .Select(h => (h.PropertyName!, Secrets.IsSecret(h.SerializedName, TypeRef.String)))
                .Prepend((p.Property.Name, p.Property.IsSecret))
        );

    private static void EmitProperty(CodeWriter writer, PropertyModel property, string noun)
    {
        TypeRef type = GetPropertyType(property);
        Documentation docs = property.Docs with { Pointer = "", Deprecated = property.Docs.Deprecated && !property.Required };
        writer.WriteDocs(docs, $"The {noun} '{property.SerializedName}'.");
        string required = property.Required ? "required " : "";
        string nullable = property.Required || type is NullableType ? "" : "?";
        writer.WriteLine($$"""public {{required}}{{TypeNames.ToCSharp(type)}}{{nullable}} {{property.Name}} { get; init; }""");
        writer.WriteLine();
    }

    private static void EmitHeaderProperties(CodeWriter writer, FormPart part)
    {
        foreach (PartHeader header in part.Headers.Where(h => h.PropertyName is not null))
        {
            string summary = $"The header '{header.SerializedName}' of the part '{part.Property.SerializedName}'.";
            writer.WriteDocs(header.Docs with { Default = header.Value ?? "" }, summary);
            writer.WriteLine($$"""public string? {{header.PropertyName}} { get; init; }""");
            writer.WriteLine();
        }
    }

    /// <summary>The checks of the headers without which a part is not sent. A part that is not there needs none.</summary>
    private static IEnumerable<string> GetHeaderChecks(FormPart part)
    {
        PropertyModel property = part.Property;
        string condition = property is { Required: true, Nullable: false } ? "" : $"{property.Name} is not null && ";
        return part
            .Headers.Where(h => h.IsRequired)
            .Select(h =>
                $"{BodyValidator.PartHeader}({Literal.Quote(property.SerializedName)}, {condition}{h.PropertyName} is null, {Literal.Quote(h.SerializedName)}, {Literal.Quote(h.Docs.Pointer)})"
            );
    }

    private static string FormatValue(PartHeader header) =>
        header switch
        {
            { PropertyName: { } property, Value: { } value } => $"{property} ?? {Literal.Quote(value)}",
            { PropertyName: { } property } => property,
            _ => Literal.Quote(header.Value ?? ""),
        };

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
                return $"w.{MultipartWriter.File}({name}, {property.Name}{mediaType})";
            case ListType { Item: ScalarType { Kind: ScalarKind.File } }:
                return $"w.{MultipartWriter.Files}({name}, {property.Name}{mediaType})";
            case MapType { Value: ScalarType { Kind: ScalarKind.File } } when part.HasDynamicNames:
                return $"w.{MultipartWriter.Files}({property.Name}{mediaType})";
            case MapType map when part.HasDynamicNames:
                return $"w.{FormValues.Values}<{TypeNames.ToCSharp(map.Value)}, {TypeNames.GetCodec(map.Value)}>({property.Name})";
            default:
                // Null is left out; only a struct needs a nullable type.
                TypeRef type = GetPropertyType(property) is NullableType { IsValueType: true } nullable ? nullable : property.Type;
                string style = part.Style is { } declared ? $", {FormValues.Style}: {ContractEnums.Format(declared)}" : "";
                string explode = part.Explode ? $", {FormValues.Explode}: true" : "";
                return $"w.{FormValues.Value}<{TypeNames.ToCSharp(type)}, {TypeNames.GetCodec(type)}>({name}, {property.Name}{mediaType}{style}{explode})";
        }
    }
}
