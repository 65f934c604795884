using System.Globalization;
using CfGen.Generator.Model;

namespace CfGen.Generator.Emission;

/// <summary>A oneOf or anyOf as a closed choice: a way in and a case of Match for each arm; holding and comparing is the runtime's.</summary>
internal static class UnionEmitter
{
    private const string ReaderType = TypeNames.CodeGen + "JsonModelReader";
    private const string WriterType = TypeNames.CodeGen + "JsonModelWriter";
    private const string JsonElementType = TypeNames.Json + "JsonElement";

    public static void Emit(EmitContext emitters, UnionModel union)
    {
        CodeWriter writer = emitters.Writer;
        string self = TypeNames.Qualify(union.Name);
        string model = $"{TypeNames.CodeGen}IJsonModel<{self}>";
        writer.WriteDocs(union.Docs, "One of several types that the API's document lists.");
        writer.WriteLine(EmitContext.GeneratedCodeAttribute);
        writer.WriteLine($"[{TypeNames.Json}Serialization.JsonConverter(typeof({TypeNames.Runtime}JsonModelConverter<{self}>))]");
        using (writer.OpenBlock($"{emitters.File.AccessModifier} sealed partial class {union.Name} : {TypeNames.Runtime}ApiUnion, {model}"))
        {
            if ((union.Directions & SerializationDirections.Read) != 0)
                EmitTable(writer, union);
            writer.WriteLine($"private {union.Name}(int caseIndex, object value) : base(caseIndex, value) {{ }}");
            for (int i = 0; i < union.Cases.Count; i++)
                EmitCase(writer, union, union.Cases[i], FormatIndex(i + 1));
            writer.WriteLine().WriteSummary("A value that none of the listed types fits, as it stands in the JSON.");
            writer.WriteLine($"public static {self} Unknown({JsonElementType} value) => new {self}(0, value);");
            EmitMatch(writer, union);
            if ((union.Directions & SerializationDirections.Read) != 0)
                EmitReader(writer, union, self, model);
            if ((union.Directions & SerializationDirections.Write) != 0)
                EmitWriter(writer, union, self, model);
        }
    }

    private static void EmitReader(CodeWriter writer, UnionModel union, string self, string model)
    {
        writer.WriteLine().WriteLine($"static {self} {model}.Read(ref {ReaderType} r) => r.SelectCase(s_cases) switch");
        using (writer.OpenBraces("};"))
        {
            for (int i = 0; i < union.Cases.Count; i++)
                writer.WriteLine($"{FormatIndex(i + 1)} => new {self}({FormatIndex(i + 1)}, r.Read{GetCaseCall(union.Cases[i].Type)}()),");
            writer.WriteLine($"_ => Unknown(r.Read{GetCaseCall(TypeRef.Json)}()),");
        }
    }

    private static void EmitWriter(CodeWriter writer, UnionModel union, string self, string model)
    {
        writer.WriteLine();
        using (writer.OpenBlock($"static void {model}.Write(ref {WriterType} w, {self} value)"))
        using (writer.OpenBlock("switch (value.CaseIndex)"))
        {
            for (int i = 0; i < union.Cases.Count; i++)
                writer.WriteLine($"case {FormatIndex(i + 1)}: w.Write{GetCaseCall(union.Cases[i].Type)}(value.Value); break;");
            writer.WriteLine($"default: w.Write{GetCaseCall(TypeRef.Json)}(value.Value); break;");
        }
    }

    /// <summary>How the arms are told apart, as the runtime's table reads it.</summary>
    private static void EmitTable(CodeWriter writer, UnionModel union)
    {
        string table = TypeNames.CodeGen + "UnionTable";
        writer.WriteLine(
            $"private static readonly {table} s_cases = new {table}({(union.DiscriminatorName.Length > 0 ? Literal.Quote(union.DiscriminatorName) : "")}{(union.IsDiscriminated ? ", requireUnambiguous: true" : "")})"
        );
        using (writer.Indent())
        {
            for (int i = 0; i < union.Cases.Count; i++)
            {
                UnionCaseModel arm = union.Cases[i];
                string row =
                    arm.Kind == 'o'
                        ? $".{(arm.IsImplicitMapping && arm.DiscriminatorValues.Count > 0 ? "ImplicitMapping" : "Object")}({string.Join(", ", arm.DiscriminatorValues.Prepend(FormatMembers(arm)).Select(Literal.Quote))})"
                        : $".Value('{arm.Kind}'{(arm.Elements.Length > 0 ? $", \"{arm.Elements}\"" : "")})";
                writer.WriteLine(row + (i == union.Cases.Count - 1 ? ";" : ""));
            }

            if (union.Cases.Count == 0)
                writer.WriteLine(";");
        }

        writer.WriteLine();
    }

    private static string FormatMembers(UnionCaseModel arm)
    {
        IEnumerable<string> rows = arm.Members.SelectMany(FormatMember);
        return string.Join("\0", arm.Elements.Length > 0 ? rows.Append("*" + arm.Elements) : rows);
    }

    /// <summary>A property, the only value that it may have, and what is in it, as the runtime takes them apart.</summary>
    private static IEnumerable<string> FormatMember(UnionCaseMember member)
    {
        yield return $"{(member.Required ? "!" : "")}{member.Kinds}:{member.SerializedName}";
        if (member.Constant is { } value)
            yield return "=" + value;
        foreach (string row in member.Properties.SelectMany(FormatMember))
            yield return ">" + row;
    }

    private static void EmitCase(CodeWriter writer, UnionModel union, UnionCaseModel arm, string index)
    {
        string type = TypeNames.ToCSharp(arm.Type);
        writer.WriteLine().WriteSummary("Holds a value of one of the listed types.");
        writer.WriteLine($"public {union.Name}({type} value) : base({index}, value) {{ }}");
        // C# has no conversion from interfaces.
        if (arm.Type is ListType or MapType)
            return;
        writer.WriteLine().WriteSummary("Holds a value of one of the listed types.");
        writer.WriteLine($"public static implicit operator {union.Name}({type} value) => new {TypeNames.Qualify(union.Name)}(value);");
    }

    private static void EmitMatch(CodeWriter writer, UnionModel union)
    {
        List<string> names = [.. union.Cases.Select(a => Literal.EscapeIdentifier(char.ToLowerInvariant(a.Name[0]) + a.Name.Substring(1)))];
        writer.WriteLine().WriteSummary("Goes on with the value as the type that it has.");
        writer.WriteLine("/// <typeparam name=\"TResult\">What all cases give.</typeparam>");
        foreach (string name in names)
            writer.WriteParam(name.TrimStart('@'), "For a value of this type.");
        writer.WriteParam("unknown", "For a value that none of the listed types fits.");
        writer.WriteLine(
            $"public TResult Match<TResult>({string.Join(", ", union.Cases.Select((a, i) => $"global::System.Func<{TypeNames.ToCSharp(a.Type)}, TResult> {names[i]}").Append($"global::System.Func<{JsonElementType}, TResult> unknown"))}) => CaseIndex switch"
        );
        using (writer.OpenBraces("};"))
        {
            for (int i = 0; i < names.Count; i++)
                writer.WriteLine($"{FormatIndex(i + 1)} => {names[i]}(({TypeNames.ToCSharp(union.Cases[i].Type)})Value),");
            writer.WriteLine($"_ => unknown(({JsonElementType})Value),");
        }
    }

    /// <summary>The reader's and writer's member for an arm.</summary>
    private static string GetCaseCall(TypeRef type) =>
        type is NamedType { Kind: NamedKind.Model }
            ? $"Case<{TypeNames.ToCSharp(type)}>"
            : $"Case<{TypeNames.ToCSharp(type)}, {TypeNames.GetCodec(type)}>";

    private static string FormatIndex(int value) => value.ToString(CultureInfo.InvariantCulture);
}
