using System.Globalization;
using CfGen.Generator.Model;

namespace CfGen.Generator.Emission;

/// <summary>An object schema: a record or class with its own JSON reader and writer.</summary>
internal static class RecordEmitter
{
    // One bit of the reader's mask a required member.
    private const int MaskBits = 64;

    public static void Emit(EmitContext emitters, RecordModel record)
    {
        CodeWriter writer = emitters.Writer;
        string self = TypeNames.Qualify(record.Name);
        string model = $"{TypeNames.CodeGen}IJsonModel<{self}>";
        writer.WriteDocs(record.Docs, $"A schema of the API's document.");
        writer.WriteLine(EmitContext.GeneratedCodeAttribute);
        writer.WriteLine($"[{TypeNames.Json}Serialization.JsonConverter(typeof({TypeNames.Runtime}JsonModelConverter<{self}>))]");
        using (
            writer.OpenBlock(
                $"{emitters.File.AccessModifier} sealed partial {(emitters.File.UsesRecords ? "record" : "class")} {record.Name} : {model}{(record.IsValidated ? $", {TypeNames.CodeGen}IValidatable" : "")}"
            )
        )
        {
            if (record.KeepsUnknownProperties)
                writer.WriteLine($"private readonly {TypeNames.CodeGen}UnknownProperties? _unknownProperties;").WriteLine();
            writer.WriteSummary("An instance whose members are set by an initializer.");
            writer.WriteLine($$"""public {{record.Name}}() { }""");
            if ((record.Directions & SerializationDirections.Read) != 0)
                EmitReader(emitters, record, self, model);
            foreach (PropertyModel property in record.Properties)
                EmitProperty(emitters, property);
            if (record.AdditionalProperties is { } rest)
                EmitAdditionalProperties(emitters, rest);
            if ((record.Directions & SerializationDirections.Write) != 0)
                EmitWriter(emitters, record, self, model);
            if (record.IsValidated)
                ValidationEmitter.Emit(emitters, record.Properties, record.AdditionalProperties);
        }
    }

    private static void EmitProperty(EmitContext emitters, PropertyModel property)
    {
        CodeWriter writer = emitters.Writer.WriteLine();
        Documentation docs = property.Docs with { Pointer = "", Deprecated = property.Docs.Deprecated && !property.Required };
        writer.WriteDocs(docs, $"The member '{property.SerializedName}'.");
        writer.WriteLine(
            $$"""public {{(property.Required ? "required " : "")}}{{GetPropertyType(property)}} {{property.Name}} { get; init; }"""
        );
    }

    private static void EmitAdditionalProperties(EmitContext emitters, AdditionalPropertiesModel rest)
    {
        CodeWriter writer = emitters.Writer.WriteLine();
        writer.WriteDocs(
            rest.Docs with
            {
                Pointer = "",
            },
            "The properties that the document types without naming them; empty where there are none."
        );
        string type = TypeNames.ToCSharp(new MapType(rest.Value));
        writer.WriteLine(
            $$"""public {{type}} {{rest.Name}} { get; init; } = global::System.Collections.ObjectModel.ReadOnlyDictionary<string, {{TypeNames.ToCSharp(rest.Value)}}>.Empty;"""
        );
    }

    private static string GetAdditionalPropertyArguments(AdditionalPropertiesModel rest) =>
        $"<{TypeNames.ToCSharp(rest.Value)}, {TypeNames.GetCodec(rest.Value)}>";

    private static string GetPropertyType(PropertyModel property)
    {
        string type = TypeNames.ToCSharp(property.Type);
        if (property.Optional)
            return $"{TypeNames.Runtime}Optional<{type}?>";
        return property.Required && !property.Nullable ? type : type + "?";
    }

    private static void EmitReader(EmitContext emitters, RecordModel record, string self, string model)
    {
        CodeWriter writer = emitters.Writer.WriteLine();
        List<PropertyModel> required = [.. record.Properties.Where(p => p.Required)];
        writer.WriteLine("[global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]");
        using (writer.OpenBlock($"private {record.Name}(ref {TypeNames.CodeGen}JsonModelReader r)"))
        {
            AdditionalPropertiesModel? rest = record.AdditionalProperties;
            if (rest is not null)
                writer.WriteLine($"{TypeNames.Collections}Dictionary<string, {TypeNames.ToCSharp(rest.Value)}>? rest = null;");
            writer.WriteLine("var outer = r.ReadStartObject();");
            string unnamed =
                rest is not null ? $"AdditionalProperty{GetAdditionalPropertyArguments(rest)}(ref rest)"
                : record.KeepsUnknownProperties ? "CaptureUnknown()"
                : "SkipUnknown()";
            using (writer.OpenBlock($"for (; r.HasMoreProperties(); r.{unnamed})"))
            {
                foreach (PropertyModel property in record.Properties)
                {
                    int bit = required.IndexOf(property);
                    string mask = bit is >= 0 and < MaskBits ? $", 0x{1UL << bit:x}" : "";
                    writer.WriteLine(
                        $"if (r.IsProperty({FormatUtf8Name(property)}{mask})) {property.Name} = {GetReadExpression(property)};"
                    );
                }
            }

            ulong bits = required.Count >= MaskBits ? ulong.MaxValue : (1UL << required.Count) - 1;
            string all = bits.ToString("x", CultureInfo.InvariantCulture);
            string names = Literal.Quote(string.Join("\0", required.Take(MaskBits).Select(p => p.SerializedName)));
            writer.WriteLine(
                $"{(record.KeepsUnknownProperties ? "_unknownProperties = " : "")}r.ReadEndObject(outer, 0x{all}, {names}u8);"
            );
            foreach (PropertyModel property in required.Skip(MaskBits))
                writer.WriteLine($"r.RequireProperty({property.Name}, {FormatUtf8Name(property)});");
            if (rest is not null)
                writer.WriteLine($"if (rest is not null) {rest.Name} = rest;");
        }

        writer.WriteLine();
        writer.WriteLine($"static {self} {model}.Read(ref {TypeNames.CodeGen}JsonModelReader r) => new {self}(ref r);");
    }

    /// <summary>What the reader assigns. C# converts no interface by an operator of ours, so an optional list or map is wrapped by name.</summary>
    private static string GetReadExpression(PropertyModel property)
    {
        string read = TypeNames.GetReadCall(property.Type, property.Nullable || !property.Required);
        return property is { Optional: true, Type: ListType or MapType } ? $"new {GetPropertyType(property)}({read})" : read;
    }

    private static void EmitWriter(EmitContext emitters, RecordModel record, string self, string model)
    {
        CodeWriter writer = emitters.Writer.WriteLine();
        using (writer.OpenBlock($"static void {model}.Write(ref {TypeNames.CodeGen}JsonModelWriter w, {self} value)"))
        {
            writer.WriteLine("w.WriteStartObject();");
            foreach (PropertyModel property in record.Properties)
                writer.WriteLine(GetResponseOnlyCondition(property.ReadOnly) + GetWriteStatement(property));
            if (record.AdditionalProperties is { } rest)
                writer.WriteLine(
                    $"{GetResponseOnlyCondition(rest.ReadOnly)}w.AdditionalProperties{GetAdditionalPropertyArguments(rest)}(value.{rest.Name});"
                );
            writer.WriteLine(record.KeepsUnknownProperties ? "w.WriteEndObject(value._unknownProperties);" : "w.WriteEndObject(null);");
        }
    }

    private static string GetResponseOnlyCondition(bool readOnly) => readOnly ? "if (!w.IsRequest) " : "";

    private static string GetWriteStatement(PropertyModel property)
    {
        string name = FormatUtf8Name(property);
        string value = $"value.{property.Name}";
        if (property.Optional)
        {
            TypeRef nullable = new NullableType(property.Type);
            return $"w.Optional<{TypeNames.ToCSharp(nullable)}, {TypeNames.GetCodec(nullable)}>({name}, {value});";
        }

        string write = TypeNames.GetWriteCall(property.Type, name, value) + ";";
        return property is { Required: true, Nullable: true } ? $"if ({value} is null) w.Null({name}); else {write}" : write;
    }

    private static string FormatUtf8Name(PropertyModel property) => Literal.Quote(property.SerializedName) + "u8";
}
