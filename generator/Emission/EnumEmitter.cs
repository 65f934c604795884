using System.Globalization;
using CfGen.Generator.Model;
using static CfGen.Generator.Emission.RuntimeApi;

namespace CfGen.Generator.Emission;

/// <summary>An enumeration as an open enum: the documented values by name, and room for any other.</summary>
internal static class EnumEmitter
{
    private const string InvariantCulture = "global::System.Globalization.CultureInfo.InvariantCulture";

    // A member cannot have the name of its type.
    private const string ConstantsName = "Values";

    public static void Emit(EmitContext context, EnumModel model)
    {
        CodeWriter writer = context.Writer;
        // Within a type its own name needs no qualification: no member has it.
        string self = model.Name;
        string interfaceType = $"{IOpenEnum.Type}<{TypeNames.Qualify(self)}>";
        writer.WriteDocs(model.Docs, "An enumeration that also accepts values that the API's document does not list.");
        writer.WriteLine(EmitContext.GeneratedCodeAttribute);
        writer.WriteLine(
            $"[{NamespaceAliases.Json}Serialization.JsonConverter(typeof({OpenEnumConverter.Type}<{TypeNames.Qualify(self)}>))]"
        );
        using (writer.OpenBlock($"{context.File.AccessModifier} readonly partial record struct {self} : {interfaceType}"))
        {
            EmitTable(writer, model);
            EmitValues(writer, model);
            writer
                .WriteLine()
                .WriteSummary("The value as an enum for switch statements; Unrecognized if the document does not list the value.");
            writer.WriteLine($"public Known AsKnown => (Known)s_table.{OpenEnumTable.FindOrdinal}(_value);");
            writer.WriteLine().WriteLine("/// <inheritdoc/>");
            writer.WriteLine(
                $"public override string ToString() => {(model.Kind == EnumKind.Integer ? $"Value.ToString({InvariantCulture})" : "Value")};"
            );
            EmitInterface(writer, self, interfaceType, model.Kind == EnumKind.Integer);
            EmitConstants(writer, model);
            EmitKnown(writer, model);
        }
    }

    private static void EmitTable(CodeWriter writer, EnumModel model)
    {
        string values = string.Join(
            ", ",
            model.Members.Select(m =>
                model.Kind == EnumKind.Json ? $"({Literal.Quote(m.Value)}, {(m.IsString ? "true" : "false")})" : FormatValue(model.Kind, m)
            )
        );
        string created =
            model.Kind == EnumKind.Json
                ? $"{OpenEnumTable.Type}.{OpenEnumTable.CreateMixed}({values})"
                : $"new {OpenEnumTable.Type}({values})";
        string numbers = HasOwnNumbers(model)
            ? $".{OpenEnumTable.WithNumbers}({string.Join(", ", model.Members.Select((m, i) => FormatNumber(m, i)))})"
            : "";
        writer.WriteLine($"private static readonly {OpenEnumTable.Type} s_table = {created}{numbers};");
    }

    /// <summary>The field, the constructor, the documented values and the conversion.</summary>
    private static void EmitValues(CodeWriter writer, EnumModel model)
    {
        (string type, string words) = model.Kind switch
        {
            EnumKind.Integer => ("long", "The exact number that is sent and received."),
            EnumKind.Json => (
                "string",
                "The exact value that is sent and received: the text of a string, or the JSON of a number or boolean."
            ),
            _ => ("string", "The exact string that is sent and received."),
        };
        // The default of the struct, which is not sent, differs from the value 0 and from the empty string.
        bool isInteger = model.Kind == EnumKind.Integer;
        writer.WriteLine(isInteger ? "private readonly long? _value;" : "private readonly string? _value;").WriteLine();
        writer.WriteSummary("Creates a value, whether the document lists it or not.");
        writer.WriteParam("value", words);
        writer.WriteLine(
            $"public {model.Name}({type} value) => _value = {(isInteger ? "value" : $"{OpenEnumTable.Type}.{OpenEnumTable.NotNull}(value)")};"
        );
        foreach (EnumMember member in model.Members)
        {
            writer.WriteLine();
            WriteMemberDocs(writer, member);
            writer.WriteLine($"public static {model.Name} {member.Name} => new({FormatValue(model.Kind, member)});");
        }

        writer.WriteLine().WriteSummary(words);
        writer.WriteLine(isInteger ? "public long Value => _value.GetValueOrDefault();" : "public string Value => _value ?? \"\";");
        writer.WriteLine().WriteSummary("Converts a value, whether the document lists it or not.");
        writer.WriteParam("value", words);
        writer.WriteLine($"public static implicit operator {model.Name}({type} value) => new(value);");
    }

    private static string FormatValue(EnumKind kind, EnumMember member) =>
        kind == EnumKind.Integer ? member.Value + "L" : Literal.Quote(member.Value);

    private static void EmitInterface(CodeWriter writer, string self, string interfaceType, bool isInteger)
    {
        writer.WriteLine().WriteLine($"static {OpenEnumTable.Type} {interfaceType}.{IOpenEnum.Table} => s_table;");
        writer
            .WriteLine()
            .WriteLine($"static {self} {interfaceType}.{IOpenEnum.From}({(isInteger ? "long" : "string")} value) => new(value);");
        if (isInteger)
            writer.WriteLine().WriteLine($"string {IOpenEnum.Type}.{IOpenEnum.Value} => ToString();");
    }

    /// <summary>The values as constants. One declaration has all of them, which saves a comment and five words for each.</summary>
    private static void EmitConstants(CodeWriter writer, EnumModel model)
    {
        string type = model.Kind == EnumKind.Integer ? "long" : "string";
        writer.WriteLine().WriteSummary("The listed values as constants.");
        using (writer.OpenBlock($"public static class {(model.Name == ConstantsName ? "ValueConstants" : ConstantsName)}"))
        {
            writer.WriteSummary("A listed value.");
            writer.WriteLine(
                $"public const {type} {string.Join(", ", model.Members.Select(m => $"{m.Name} = {FormatValue(model.Kind, m)}"))};"
            );
        }
    }

    private static void WriteMemberDocs(CodeWriter writer, EnumMember member) =>
        writer.WriteDocs(new Documentation(member.Description), $"The value '{member.Value}'.");

    private static void EmitKnown(CodeWriter writer, EnumModel model)
    {
        writer.WriteLine().WriteSummary("The values that the document lists.");
        using (writer.OpenBlock("public enum Known"))
        {
            writer.WriteSummary("A value that the document does not list.");
            writer.WriteLine("Unrecognized,");
            bool hasNumbers = HasOwnNumbers(model);
            for (int i = 0; i < model.Members.Count; i++)
            {
                EnumMember member = model.Members[i];
                writer.WriteLine();
                WriteMemberDocs(writer, member);
                writer.WriteLine(hasNumbers ? $"{member.Name} = {FormatNumber(member, i)}," : member.Name + ",");
            }
        }
    }

    /// <summary>True if a number is not that of the place of its value.</summary>
    private static bool HasOwnNumbers(EnumModel model) => model.Members.Where((m, i) => GetNumber(m, i) != i + 1).Any();

    private static int GetNumber(EnumMember member, int index) => member.Number > 0 ? member.Number : index + 1;

    private static string FormatNumber(EnumMember member, int index) => GetNumber(member, index).ToString(CultureInfo.InvariantCulture);
}
