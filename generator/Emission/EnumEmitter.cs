using CfGen.Generator.Model;

namespace CfGen.Generator.Emission;

/// <summary>A string enumeration as an open enum: the values that the document knows by name, and room for those that it does not.</summary>
internal static class EnumEmitter
{
    public static void Emit(Emitters emitters, EnumModel model)
    {
        CodeWriter writer = emitters.Writer;
        string self = emitters.Types.Named(model.Name);
        string table = TypeNames.Infrastructure + "OpenEnumTable";
        string contract = $"{TypeNames.Infrastructure}IOpenEnum<{self}>";
        writer.Docs(model.Docs, "One of the values that the API's document lists, or another that it sends.");
        writer.Line(Emitters.GeneratedCode);
        writer.Line($"[global::System.Text.Json.Serialization.JsonConverter(typeof({TypeNames.Runtime}OpenEnumConverter<{self}>))]");
        using (writer.Open($"{emitters.Context.Access} readonly partial record struct {model.Name} : {contract}"))
        {
            writer.Line($"private static readonly {table} s_table = new {table}({string.Join(", ", model.Members.Select(m => Literal.Quote(m.Value)))});");
            writer.Line("private readonly string? _value;").Line();

            writer.Summary("A value that may be none of the listed ones.");
            writer.Param("value", "The exact string on the wire.");
            writer.Line($"public {model.Name}(string value) => _value = value;");
            foreach (EnumMember member in model.Members)
            {
                writer.Line().Summary($"The value '{member.Value}'.");
                writer.Line($"public static {self} {member.Name} => new {self}({Literal.Quote(member.Value)});");
            }

            writer.Line().Summary("The exact string on the wire.");
            writer.Line("public string Value => _value ?? \"\";");
            writer.Line().Summary("The value as an enumeration, for switch; Unrecognized where the document does not list it.");
            writer.Line("public Known AsKnown => (Known)s_table.Find(_value);");
            writer.Line().Summary("The string on the wire as a value; it need not be a listed one.");
            writer.Param("value", "The exact string on the wire.");
            writer.Line($"public static implicit operator {model.Name}(string value) => new {self}(value);");
            writer.Line().Line("/// <inheritdoc/>");
            writer.Line("public override string ToString() => Value;");
            writer.Line().Line($"static {table} {contract}.Table => s_table;");
            writer.Line().Line($"static {self} {contract}.From(string value) => new {self}(value);");
            Known(writer, model);
        }
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
