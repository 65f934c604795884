using CfGen.Generator.Model;

namespace CfGen.Generator.Emission;

/// <summary>A string enumeration as an open enum: the values that the document knows by name, and room for those that it does not.</summary>
internal static class EnumEmitter
{
    public static void Emit(EmitContext emitters, EnumModel model)
    {
        CodeWriter writer = emitters.Writer;
        string self = TypeNames.Qualify(model.Name);
        string table = TypeNames.CodeGen + "OpenEnumTable";
        string contract = $"{TypeNames.CodeGen}IOpenEnum<{self}>";
        writer.WriteDocs(model.Docs, "One of the values that the API's document lists, or another that it sends.");
        writer.WriteLine(EmitContext.GeneratedCodeAttribute);
        writer.WriteLine($"[{TypeNames.Json}Serialization.JsonConverter(typeof({TypeNames.Runtime}OpenEnumConverter<{self}>))]");
        using (writer.OpenBlock($"{emitters.File.AccessModifier} readonly partial record struct {model.Name} : {contract}"))
        {
            EmitTable(writer, table, model);
            EmitValues(writer, self, model);
            writer.WriteLine().WriteSummary("The value as an enumeration, for switch; Unrecognized where the document does not list it.");
            writer.WriteLine("public Known AsKnown => (Known)s_table.FindOrdinal(_value);");
            writer.WriteLine().WriteLine("/// <inheritdoc/>");
            writer.WriteLine(
                $"public override string ToString() => {(model.Kind == EnumKind.Integer ? "((" + contract + ")this).Value" : "Value")};"
            );
            writer.WriteLine().WriteLine($"static {table} {contract}.Table => s_table;");
            writer
                .WriteLine()
                .WriteLine(
                    $"static {self} {contract}.From(string value) => new {self}({(model.Kind == EnumKind.Integer ? "long.Parse(value, global::System.Globalization.CultureInfo.InvariantCulture)" : "value")});"
                );
            if (model.Kind == EnumKind.Integer)
            {
                writer.WriteLine().WriteLine($"static {self} {contract}.From(long value) => new {self}(value);");
                writer
                    .WriteLine()
                    .WriteLine(
                        $"string {TypeNames.CodeGen}IOpenEnum.Value => _value.ToString(global::System.Globalization.CultureInfo.InvariantCulture);"
                    );
            }

            EmitKnown(writer, model);
        }
    }

    private static void EmitTable(CodeWriter writer, string table, EnumModel model)
    {
        string values = string.Join(
            ", ",
            model.Members.Select(m =>
                model.Kind switch
                {
                    EnumKind.Integer => m.Value + "L",
                    EnumKind.Json => $"({Literal.Quote(m.Value)}, {(m.IsString ? "true" : "false")})",
                    _ => Literal.Quote(m.Value),
                }
            )
        );
        string made = model.Kind == EnumKind.Json ? $"{table}.CreateMixed({values})" : $"new {table}({values})";
        writer.WriteLine($"private static readonly {table} s_table = {made};");
    }

    /// <summary>What it holds, the ways in, and the values by name.</summary>
    private static void EmitValues(CodeWriter writer, string self, EnumModel model)
    {
        (string type, string words) = model.Kind switch
        {
            EnumKind.Integer => ("long", "The exact number on the wire."),
            EnumKind.Json => ("string", "The exact value on the wire: of strings the text, of numbers and booleans their JSON."),
            _ => ("string", "The exact string on the wire."),
        };
        writer.WriteLine(model.Kind == EnumKind.Integer ? "private readonly long _value;" : "private readonly string? _value;").WriteLine();
        writer.WriteSummary("A value that may be none of the listed ones.");
        writer.WriteParam("value", words);
        writer.WriteLine($"public {model.Name}({type} value) => _value = value;");
        foreach (EnumMember member in model.Members)
        {
            writer.WriteLine().WriteSummary($"The value '{member.Value}'.");
            string literal = model.Kind switch
            {
                EnumKind.Integer => member.Value + "L",
                _ => Literal.Quote(member.Value),
            };
            writer.WriteLine($"public static {self} {member.Name} => new {self}({literal});");
        }

        writer.WriteLine().WriteSummary(words);
        writer.WriteLine(model.Kind == EnumKind.Integer ? "public long Value => _value;" : "public string Value => _value ?? \"\";");
        writer.WriteLine().WriteSummary("The value on the wire; it need not be a listed one.");
        writer.WriteParam("value", words);
        writer.WriteLine($"public static implicit operator {model.Name}({type} value) => new {self}(value);");
    }

    private static void EmitKnown(CodeWriter writer, EnumModel model)
    {
        writer.WriteLine().WriteSummary("The values that the document lists.");
        using (writer.OpenBlock("public enum Known"))
        {
            writer.WriteSummary("A value that the document does not list.");
            writer.WriteLine("Unrecognized,");
            foreach (EnumMember member in model.Members)
            {
                writer.WriteLine().WriteSummary($"The value '{member.Value}'.");
                writer.WriteLine(member.Name + ",");
            }
        }
    }
}
