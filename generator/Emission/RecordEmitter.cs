using System.Globalization;
using CfGen.Generator.Model;
using static CfGen.Generator.Emission.RuntimeApi;

namespace CfGen.Generator.Emission;

/// <summary>An object schema: a record or class with its own JSON reader and writer.</summary>
internal static class RecordEmitter
{
    // The reader has one bit for each required property.
    private const int MaskBits = 64;

    public static void Emit(EmitContext context, RecordModel record)
    {
        CodeWriter writer = context.Writer;
        string self = TypeNames.Qualify(record.Name);
        string interfaceType = $"{IJsonModel.Type}<{self}>";
        writer.WriteDocs(record.Docs, "A schema of the API's document.", remark: DescribeEquality(context, record));
        writer.WriteLine(EmitContext.GeneratedCodeAttribute);
        writer.WriteLine($"[{NamespaceAliases.Json}Serialization.JsonConverter(typeof({JsonModelConverter.Type}<{self}>))]");
        using (
            writer.OpenBlock(
                $"{context.ModelDeclaration} {record.Name} : {interfaceType}{(record.IsValidated ? $", {IValidatable.Type}" : "")}"
            )
        )
        {
            if (record.KeepsUnknownProperties)
                writer.WriteLine($"private readonly {UnknownProperties.Type}? _unknownProperties;").WriteLine();
            NullMembersEmitter.EmitField(writer, record.Properties);
            writer.WriteSummary("Creates an instance; set its properties in an object initializer.");
            writer.WriteLine($$"""public {{record.Name}}() { }""");
            if ((record.Directions & SerializationDirections.Read) != 0)
                EmitReader(context, record, self, interfaceType);
            foreach (PropertyModel property in record.Properties)
                EmitProperty(context, property, record.Directions);
            if (record.AdditionalProperties is { } rest)
                EmitAdditionalProperties(context, rest);
            NullMembersEmitter.EmitWithNull(context, record.Name, record.Properties);
            if ((record.Directions & SerializationDirections.Write) != 0)
                EmitWriter(context, record, self, interfaceType);
            TextEmitter.Emit(context, record.Directions, record.Properties);
            if (record.IsValidated)
                ValidationEmitter.Emit(context, record.Properties, ValidationEmitter.GetChecks(record));
        }
    }

    // A comparison of contents would cost csc a member for each property, and callers the time for all items.
    private static string DescribeEquality(EmitContext context, RecordModel record) =>
        context.File.UsesRecords && (record.AdditionalProperties is not null || record.Properties.Any(p => p.Type is ListType or MapType))
            ? "Equality compares lists and dictionaries by reference."
            : "";

    private static void EmitProperty(EmitContext context, PropertyModel property, SerializationDirections directions)
    {
        context.Writer.WriteLine();
        string note = NullMembersEmitter.DescribeNull(property, isRead: (directions & SerializationDirections.Read) != 0);
        EmitProperty(context, property, $"The property '{property.SerializedName}'.", note);
    }

    /// <summary>Writes a property of a record, or a position of a tuple.</summary>
    public static void EmitProperty(EmitContext context, PropertyModel property, string summary, string note)
    {
        NullMembersEmitter.EmitPropertyField(context, property);
        Documentation docs = property.Docs with { Pointer = "", Deprecated = property.Docs.Deprecated && !property.Required };
        context.Writer.WriteDocs(docs, summary, note);
        context.Writer.WriteLine(
            $"public {(property.Required && property.Constant is null ? "required " : "")}{GetPropertyType(property)} {property.Name} {NullMembersEmitter.FormatAccessors(context, property)}{GetInitializer(property)}"
        );
    }

    public static string GetInitializer(PropertyModel property) =>
        property.Constant is { } constant ? $" = {Literal.FromConstant(property.Type, constant)};" : "";

    private static void EmitAdditionalProperties(EmitContext context, AdditionalPropertiesModel rest)
    {
        CodeWriter writer = context.Writer.WriteLine();
        writer.WriteDocs(rest.Docs with { Pointer = "" }, "The additional properties; empty if the object has none of them.");
        string type = TypeNames.ToCSharp(new MapType(rest.Value));
        writer.WriteLine(
            $$"""public {{type}} {{rest.Name}} { get; init; } = global::System.Collections.ObjectModel.ReadOnlyDictionary<string, {{TypeNames.ToCSharp(rest.Value)}}>.Empty;"""
        );
    }

    private static string GetAdditionalPropertyArguments(AdditionalPropertiesModel rest) =>
        $"<{TypeNames.ToCSharp(rest.Value)}, {TypeNames.GetCodec(rest.Value)}>";

    /// <summary>The C# type of a property: nullable unless it always has a value.</summary>
    public static string GetPropertyType(PropertyModel property)
    {
        string type = TypeNames.ToCSharp(property.Type);
        return property.IsSet && !property.Nullable ? type : type + "?";
    }

    private static void EmitReader(EmitContext context, RecordModel record, string self, string interfaceType)
    {
        CodeWriter writer = context.Writer.WriteLine();
        List<PropertyModel> required = [.. record.Properties.Where(p => p.Required)];
        writer.WriteLine("[global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]");
        using (writer.OpenBlock($"private {record.Name}(ref {JsonModelReader.Type} r)"))
        {
            AdditionalPropertiesModel? rest = record.AdditionalProperties;
            if (rest is not null)
                writer.WriteLine($"{NamespaceAliases.Collections}Dictionary<string, {TypeNames.ToCSharp(rest.Value)}>? rest = null;");
            writer.WriteLine($"var outer = r.{JsonModelReader.ReadStartObject}();");
            string unnamed =
                rest is not null ? $"{JsonModelReader.AdditionalProperty}{GetAdditionalPropertyArguments(rest)}(ref rest)"
                : record.KeepsUnknownProperties ? JsonModelReader.CaptureUnknown + "()"
                : JsonModelReader.SkipUnknown + "()";
            using (writer.OpenBlock($"for (; r.{JsonModelReader.HasMoreProperties}(); r.{unnamed})"))
            {
                int bit = 0;
                foreach (PropertyModel property in record.Properties)
                {
                    string mask = property.Required && bit < MaskBits ? $", 0x{1UL << bit++:x}" : "";
                    string isProperty = $"r.{JsonModelReader.IsProperty}({FormatUtf8Name(property)}{mask})";
                    writer.WriteLine(NullMembersEmitter.FormatRead(property, isProperty, GetReadExpression(property)));
                }
            }

            ulong bits = required.Count >= MaskBits ? ulong.MaxValue : (1UL << required.Count) - 1;
            string all = bits.ToString("x", CultureInfo.InvariantCulture);
            string names = Literal.Quote(string.Join("\0", required.Take(MaskBits).Select(p => p.SerializedName)));
            writer.WriteLine(
                $"{(record.KeepsUnknownProperties ? "_unknownProperties = " : "")}r.{JsonModelReader.ReadEndObject}(outer, 0x{all}, {names}u8);"
            );
            foreach (PropertyModel property in required.Skip(MaskBits))
                writer.WriteLine($"r.{JsonModelReader.RequireProperty}({property.Name}, {FormatUtf8Name(property)});");
            if (rest is not null)
                writer.WriteLine($"if (rest is not null) {rest.Name} = rest;");
        }

        writer.WriteLine();
        writer.WriteLine($"static {self} {interfaceType}.{IJsonModel.Read}(ref {JsonModelReader.Type} r) => new {self}(ref r);");
    }

    private static string GetReadExpression(PropertyModel property)
    {
        string read = TypeNames.GetReadCall(property.Type, property.Nullable || !property.Required);
        // A response may leave out what has only one value.
        return property is { Constant: not null, Required: false } ? $"{read} ?? {property.Name}" : read;
    }

    private static void EmitWriter(EmitContext context, RecordModel record, string self, string interfaceType)
    {
        CodeWriter writer = context.Writer.WriteLine();
        using (writer.OpenBlock($"static void {interfaceType}.{IJsonModel.Write}(ref {JsonModelWriter.Type} w, {self} value)"))
        {
            writer.WriteLine($"w.{JsonModelWriter.WriteStartObject}();");
            foreach (PropertyModel property in record.Properties)
                writer.WriteLine(GetResponseOnlyCondition(property.ReadOnly) + GetWriteStatement(property));
            if (record.AdditionalProperties is { } rest)
                writer.WriteLine(
                    $"{GetResponseOnlyCondition(rest.ReadOnly)}w.{JsonModelWriter.AdditionalProperties}{GetAdditionalPropertyArguments(rest)}(value.{rest.Name});"
                );
            writer.WriteLine(
                $"w.{JsonModelWriter.WriteEndObject}({(record.KeepsUnknownProperties ? "value._unknownProperties" : "null")});"
            );
        }
    }

    private static string GetResponseOnlyCondition(bool readOnly) => readOnly ? $"if (!w.{JsonModelWriter.IsRequest}) " : "";

    private static string GetWriteStatement(PropertyModel property) =>
        TypeNames.GetWriteCall(TextEmitter.FormatWriter(property), property.Type, FormatUtf8Name(property), $"value.{property.Name}") + ";";

    private static string FormatUtf8Name(PropertyModel property) => Literal.Quote(property.SerializedName) + "u8";
}
