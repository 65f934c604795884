using CfGen.Generator.Model;

namespace CfGen.Generator.Emission;

/// <summary>A string enumeration as an open enum: the values that the document knows by name, and room for those that it does not.</summary>
internal static class EnumEmitter
{
    public static void Emit(Emitters emitters, EnumModel model)
    {
        CodeWriter writer = emitters.Writer;
        string self = TypeNames.Named(model.Name);
        string table = TypeNames.Infrastructure + "OpenEnumTable";
        string contract = $"{TypeNames.Infrastructure}IOpenEnum<{self}>";
        writer.Docs(model.Docs, "One of the values that the API's document lists, or another that it sends.");
        writer.Line(Emitters.GeneratedCode);
        writer.Line($"[{TypeNames.Json}Serialization.JsonConverter(typeof({TypeNames.Runtime}OpenEnumConverter<{self}>))]");
        using (writer.Open($"{emitters.Context.Access} readonly partial record struct {model.Name} : {contract}"))
        {
            Table(writer, table, model);
            Value(writer, self, model);
            writer.Line().Summary("The value as an enumeration, for switch; Unrecognized where the document does not list it.");
            writer.Line("public Known AsKnown => (Known)s_table.Find(_value);");
            writer.Line().Line("/// <inheritdoc/>");
            writer.Line($"public override string ToString() => {(model.Kind == EnumKind.Integer ? "((" + contract + ")this).Value" : "Value")};");
            writer.Line().Line($"static {table} {contract}.Table => s_table;");
            writer.Line().Line($"static {self} {contract}.From(string value) => new {self}({(model.Kind == EnumKind.Integer ? "long.Parse(value, global::System.Globalization.CultureInfo.InvariantCulture)" : "value")});");
            if (model.Kind == EnumKind.Integer)
            {
                writer.Line().Line($"static {self} {contract}.From(long value) => new {self}(value);");
                writer.Line().Line($"string {TypeNames.Infrastructure}IOpenEnum.Value => _value.ToString(global::System.Globalization.CultureInfo.InvariantCulture);");
            }

            Known(writer, model);
        }
    }

    private static void Table(CodeWriter writer, string table, EnumModel model)
    {
        string values = string.Join(", ", model.Members.Select(m => model.Kind switch
        {
            EnumKind.Integer => m.Value + "L",
            EnumKind.Json => $"({Literal.Quote(m.Value)}, {(m.IsString ? "true" : "false")})",
            _ => Literal.Quote(m.Value),
        }));
        string made = model.Kind == EnumKind.Json ? $"{table}.OfJson({values})" : $"new {table}({values})";
        writer.Line($"private static readonly {table} s_table = {made};");
    }

    /// <summary>What it holds, the ways in, and the values by name.</summary>
    private static void Value(CodeWriter writer, string self, EnumModel model)
    {
        (string type, string words) = model.Kind switch
        {
            EnumKind.Integer => ("long", "The exact number on the wire."),
            EnumKind.Json => ("string", "The exact value on the wire: of strings the text, of numbers and booleans their JSON."),
            _ => ("string", "The exact string on the wire."),
        };
        writer.Line(model.Kind == EnumKind.Integer ? "private readonly long _value;" : "private readonly string? _value;").Line();
        writer.Summary("A value that may be none of the listed ones.");
        writer.Param("value", words);
        writer.Line($"public {model.Name}({type} value) => _value = value;");
        foreach (EnumMember member in model.Members)
        {
            writer.Line().Summary($"The value '{member.Value}'.");
            string literal = model.Kind switch
            {
                EnumKind.Integer => member.Value + "L",
                _ => Literal.Quote(member.Value),
            };
            writer.Line($"public static {self} {member.Name} => new {self}({literal});");
        }

        writer.Line().Summary(words);
        writer.Line(model.Kind == EnumKind.Integer ? "public long Value => _value;" : "public string Value => _value ?? \"\";");
        writer.Line().Summary("The value on the wire; it need not be a listed one.");
        writer.Param("value", words);
        writer.Line($"public static implicit operator {model.Name}({type} value) => new {self}(value);");
    }

    private static void Known(CodeWriter writer, EnumModel model)
    {
        writer.Line().Summary("The values that the document lists.");
        using (writer.Open("public enum Known"))
        {
            writer.Summary("A value that the document does not list.");
            writer.Line("Unrecognized,");
            foreach (EnumMember member in model.Members)
            {
                writer.Line().Summary($"The value '{member.Value}'.");
                writer.Line(member.Name + ",");
            }
        }
    }
}
