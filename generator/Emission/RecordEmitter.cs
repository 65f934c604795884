using System.Globalization;
using CfGen.Generator.Model;

namespace CfGen.Generator.Emission;

/// <summary>An object schema: a record or class with its own JSON reader and writer.</summary>
internal static class RecordEmitter
{
    // One bit of the reader's mask a required member.
    private const int MaskBits = 64;

    public static void Emit(Emitters emitters, RecordModel record)
    {
        CodeWriter writer = emitters.Writer;
        string self = TypeNames.Named(record.Name);
        string model = $"{TypeNames.Infrastructure}IJsonModel<{self}>";
        writer.Docs(record.Docs, $"A schema of the API's document.");
        writer.Line(Emitters.GeneratedCode);
        writer.Line($"[{TypeNames.Json}Serialization.JsonConverter(typeof({TypeNames.Runtime}JsonModelConverter<{self}>))]");
        using (writer.Open($"{emitters.Context.Access} sealed partial {(emitters.Context.Records ? "record" : "class")} {record.Name} : {model}{(record.IsChecked ? $", {TypeNames.Infrastructure}IValidatable" : "")}"))
        {
            if (record.KeepsUnknown)
                writer.Line($"private readonly {TypeNames.Infrastructure}JsonExtras? _extras;").Line();
            writer.Summary("An instance whose members are set by an initializer.");
            writer.Line($$"""public {{record.Name}}() { }""");
            if ((record.Ways & JsonWays.Read) != 0)
                Reader(emitters, record, self, model);
            foreach (PropertyModel property in record.Properties)
                Property(emitters, property);
            if (record.Rest is { } rest)
                Rest(emitters, rest);
            if ((record.Ways & JsonWays.Write) != 0)
                Writer(emitters, record, self, model);
            if (record.IsChecked)
                ValidationEmitter.Emit(emitters, record.Properties, record.Rest);
        }
    }

    private static void Property(Emitters emitters, PropertyModel property)
    {
        CodeWriter writer = emitters.Writer.Line();
        Documentation docs = property.Docs with { Pointer = "", Deprecated = property.Docs.Deprecated && !property.Required };
        writer.Docs(docs, $"The member '{property.WireName}'.");
        writer.Line($$"""public {{(property.Required ? "required " : "")}}{{PropertyType(property)}} {{property.Name}} { get; init; }""");
    }

    private static void Rest(Emitters emitters, RestModel rest)
    {
        CodeWriter writer = emitters.Writer.Line();
        writer.Docs(rest.Docs with { Pointer = "" }, "The properties that the document types without naming them; empty where there are none.");
        string type = TypeNames.CSharp(new MapType(rest.Value));
        writer.Line($$"""public {{type}} {{rest.Name}} { get; init; } = global::System.Collections.ObjectModel.ReadOnlyDictionary<string, {{TypeNames.CSharp(rest.Value)}}>.Empty;""");
    }

    private static string RestCall(RestModel rest) => $"Rest<{TypeNames.CSharp(rest.Value)}, {TypeNames.Codec(rest.Value)}>";

    private static string PropertyType(PropertyModel property)
    {
        string type = TypeNames.CSharp(property.Type);
        if (property.Optional)
            return $"{TypeNames.Runtime}Optional<{type}?>";
        return property.Required && !property.Nullable ? type : type + "?";
    }

    private static void Reader(Emitters emitters, RecordModel record, string self, string model)
    {
        CodeWriter writer = emitters.Writer.Line();
        List<PropertyModel> required = [.. record.Properties.Where(p => p.Required)];
        writer.Line("[global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]");
        using (writer.Open($"private {record.Name}(ref {TypeNames.Infrastructure}JsonModelReader r)"))
        {
            RestModel? rest = record.Rest;
            if (rest is not null)
                writer.Line($"{TypeNames.Generic}Dictionary<string, {TypeNames.CSharp(rest.Value)}>? rest = null;");
            writer.Line("var outer = r.Begin();");
            string unnamed = rest is not null ? RestCall(rest) + "(ref rest)" : record.KeepsUnknown ? "Miss()" : "Drop()";
            using (writer.Open($"for (; r.More(); r.{unnamed})"))
            {
                foreach (PropertyModel property in record.Properties)
                {
                    int bit = required.IndexOf(property);
                    string mask = bit is >= 0 and < MaskBits ? $", 0x{1UL << bit:x}" : "";
                    writer.Line($"if (r.On({Name(property)}{mask})) {property.Name} = {Value(property)};");
                }
            }

            ulong bits = required.Count >= MaskBits ? ulong.MaxValue : (1UL << required.Count) - 1;
            string all = bits.ToString("x", CultureInfo.InvariantCulture);
            string names = Literal.Quote(string.Join("\0", required.Take(MaskBits).Select(p => p.WireName)));
            writer.Line($"{(record.KeepsUnknown ? "_extras = " : "")}r.End(outer, 0x{all}, {names}u8);");
            foreach (PropertyModel property in required.Skip(MaskBits))
                writer.Line($"r.Require({property.Name}, {Name(property)});");
            if (rest is not null)
                writer.Line($"if (rest is not null) {rest.Name} = rest;");
        }

        writer.Line();
        writer.Line($"static {self} {model}.Read(ref {TypeNames.Infrastructure}JsonModelReader r) => new {self}(ref r);");
    }

    /// <summary>What the reader assigns. C# converts no interface by an operator of ours, so an optional list or map is wrapped by name.</summary>
    private static string Value(PropertyModel property)
    {
        string read = TypeNames.Read(property.Type, property.Nullable || !property.Required);
        return property is { Optional: true, Type: ListType or MapType } ? $"new {PropertyType(property)}({read})" : read;
    }

    private static void Writer(Emitters emitters, RecordModel record, string self, string model)
    {
        CodeWriter writer = emitters.Writer.Line();
        using (writer.Open($"static void {model}.Write(ref {TypeNames.Infrastructure}JsonModelWriter w, {self} value)"))
        {
            writer.Line("w.Begin();");
            foreach (PropertyModel property in record.Properties)
                writer.Line(InAnswersOnly(property.ReadOnly) + Write(property));
            if (record.Rest is { } rest)
                writer.Line($"{InAnswersOnly(rest.ReadOnly)}w.{RestCall(rest)}(value.{rest.Name});");
            writer.Line(record.KeepsUnknown ? "w.End(value._extras);" : "w.End(null);");
        }
    }

    private static string InAnswersOnly(bool readOnly) => readOnly ? "if (!w.IsRequest) " : "";

    private static string Write(PropertyModel property)
    {
        string name = Name(property);
        string value = $"value.{property.Name}";
        if (property.Optional)
        {
            TypeRef nullable = new NullableType(property.Type);
            return $"w.Optional<{TypeNames.CSharp(nullable)}, {TypeNames.Codec(nullable)}>({name}, {value});";
        }

        string write = TypeNames.Write(property.Type, name, value) + ";";
        return property is { Required: true, Nullable: true } ? $"if ({value} is null) w.Null({name}); else {write}" : write;
    }

    private static string Name(PropertyModel property) => Literal.Quote(property.WireName) + "u8";
}
