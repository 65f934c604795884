using System.Globalization;
using CfGen.Generator.Model;
using static CfGen.Generator.Emission.RuntimeApi;

namespace CfGen.Generator.Emission;

/// <summary>A oneOf or anyOf as a union type with a constructor, a conversion and a case of <c>Match</c> for each type. The runtime holds and compares the value.</summary>
internal static class UnionEmitter
{
    private const string JsonElementType = NamespaceAliases.Json + "JsonElement";

    public static void Emit(EmitContext context, UnionModel union)
    {
        CodeWriter writer = context.Writer;
        string self = TypeNames.Qualify(union.Name);
        string interfaceType = $"{IJsonModel.Type}<{self}>";
        writer.WriteDocs(union.Docs, "A value of one of several types.");
        writer.WriteLine(EmitContext.GeneratedCodeAttribute);
        writer.WriteLine($"[{NamespaceAliases.Json}Serialization.JsonConverter(typeof({JsonModelConverter.Type}<{self}>))]");
        using (writer.OpenBlock($"{context.File.AccessModifier} sealed partial class {union.Name} : {ApiUnion.Type}, {interfaceType}"))
        {
            if ((union.Directions & SerializationDirections.Read) != 0)
                EmitTable(writer, union);
            writer.WriteLine($"private {union.Name}(int caseIndex, object value) : base(caseIndex, value) {{ }}");
            for (int i = 0; i < union.Cases.Count; i++)
                EmitCase(writer, union, union.Cases[i], FormatIndex(i + 1));
            writer.WriteLine().WriteSummary("Creates the union from a JSON value that matches none of its types.");
            writer.WriteLine($"public static {self} {GetUnknownName(union)}({JsonElementType} value) => new {self}(0, value);");
            EmitMatch(writer, union);
            foreach (PropertyModel property in union.Properties)
                EmitBaseProperty(writer, union, property);
            if ((union.Directions & SerializationDirections.Read) != 0)
                EmitReader(writer, union, self, interfaceType);
            if ((union.Directions & SerializationDirections.Write) != 0)
                EmitWriter(writer, union, self, interfaceType);
        }
    }

    private static void EmitReader(CodeWriter writer, UnionModel union, string self, string interfaceType)
    {
        writer
            .WriteLine()
            .WriteLine(
                $"static {self} {interfaceType}.{IJsonModel.Read}(ref {JsonModelReader.Type} r) => r.{JsonModelReader.SelectCase}(s_cases) switch"
            );
        using (writer.OpenBraces("};"))
        {
            for (int i = 0; i < union.Cases.Count; i++)
                writer.WriteLine(
                    $"{FormatIndex(i + 1)} => new {self}({FormatIndex(i + 1)}, r.{JsonModelReader.ReadCase}{GetCaseArguments(union.Cases[i].Type)}()),"
                );
            writer.WriteLine($"_ => {GetUnknownName(union)}(r.{JsonModelReader.ReadCase}{GetCaseArguments(TypeRef.Json)}()),");
        }
    }

    private static void EmitWriter(CodeWriter writer, UnionModel union, string self, string interfaceType)
    {
        writer.WriteLine();
        using (writer.OpenBlock($"static void {interfaceType}.{IJsonModel.Write}(ref {JsonModelWriter.Type} w, {self} value)"))
        using (writer.OpenBlock($"switch (value.{ApiUnion.CaseIndex})"))
        {
            for (int i = 0; i < union.Cases.Count; i++)
                writer.WriteLine(
                    $"case {FormatIndex(i + 1)}: w.{JsonModelWriter.WriteCase}{GetCaseArguments(union.Cases[i].Type)}(value.{ApiUnion.Value}); break;"
                );
            writer.WriteLine($"default: w.{JsonModelWriter.WriteCase}{GetCaseArguments(TypeRef.Json)}(value.{ApiUnion.Value}); break;");
        }
    }

    /// <summary>The table from which the runtime selects a case.</summary>
    private static void EmitTable(CodeWriter writer, UnionModel union)
    {
        writer.WriteLine(
            $"private static readonly {UnionTable.Type} s_cases = new {UnionTable.Type}({(union.DiscriminatorName.Length > 0 ? Literal.Quote(union.DiscriminatorName) : "")}{(union.IsDiscriminated ? $", {UnionTable.RequireUnambiguous}: true" : "")})"
        );
        using (writer.Indent())
        {
            for (int i = 0; i < union.Cases.Count; i++)
            {
                UnionCaseModel unionCase = union.Cases[i];
                string row =
                    unionCase.Tuple is { } tuple ? FormatTuple(tuple)
                    : unionCase.Kind == 'o'
                        ? $".{GetObjectMember(unionCase)}({string.Join(", ", unionCase.DiscriminatorValues.Prepend(FormatMembers(unionCase)).Select(Literal.Quote))})"
                    : $".{UnionTable.Value}('{unionCase.Kind}'{(unionCase.Elements.Length > 0 ? $", \"{unionCase.Elements}\"" : "")})";
                writer.WriteLine(row + (i == union.Cases.Count - 1 ? ";" : ""));
            }

            if (union.Cases.Count == 0)
                writer.WriteLine(";");
        }

        writer.WriteLine();
    }

    private static string FormatTuple(TupleShape tuple) =>
        $".{UnionTable.Tuple}({FormatIndex(tuple.RequiredCount)}, {(tuple.IsClosed ? "true" : "false")}, {string.Join(", ", tuple.Kinds.Select(Literal.Quote))})";

    private static string GetObjectMember(UnionCaseModel unionCase) =>
        unionCase.IsBase ? UnionTable.Base
        : unionCase.IsImplicitMapping && unionCase.DiscriminatorValues.Count > 0 ? UnionTable.ImplicitMapping
        : UnionTable.Object;

    private static string FormatMembers(UnionCaseModel unionCase)
    {
        IEnumerable<string> rows = unionCase.Members.SelectMany(FormatMember);
        return string.Join("\0", unionCase.Elements.Length > 0 ? rows.Append("*" + unionCase.Elements) : rows);
    }

    /// <summary>A property, its constant and its inner properties, in the form that the runtime parses.</summary>
    private static IEnumerable<string> FormatMember(UnionCaseMember member)
    {
        yield return $"{(member.Required ? "!" : "")}{member.Kinds}:{member.SerializedName}";
        if (member.Constant is { } value)
            yield return "=" + value;
        foreach (string row in member.Properties.SelectMany(FormatMember))
            yield return ">" + row;
    }

    private static void EmitCase(CodeWriter writer, UnionModel union, UnionCaseModel unionCase, string index)
    {
        string type = TypeNames.ToCSharp(unionCase.Type);
        writer.WriteLine().WriteSummary("Creates the union from a value of one of its types.");
        writer.WriteLine($"public {union.Name}({type} value) : base({index}, value) {{ }}");
        // C# has no conversion from interfaces.
        if (unionCase.Type is ListType or MapType)
            return;
        writer.WriteLine().WriteSummary("Converts a value of one of the union's types.");
        writer.WriteLine($"public static implicit operator {union.Name}({type} value) => new {TypeNames.Qualify(union.Name)}(value);");
    }

    // A member cannot have the name of its type.
    private static string GetMatchName(UnionModel union) => union.Name == "Match" ? "MatchCase" : "Match";

    private static string GetUnknownName(UnionModel union) => union.Name == "Unknown" ? "UnknownCase" : "Unknown";

    private static void EmitMatch(CodeWriter writer, UnionModel union)
    {
        List<string> names = [.. union.Cases.Select(a => Literal.EscapeIdentifier(char.ToLowerInvariant(a.Name[0]) + a.Name.Substring(1)))];
        writer.WriteLine().WriteSummary("Calls the function for the type of the value.");
        writer.WriteLine("/// <typeparam name=\"TResult\">The result type of all functions.</typeparam>");
        foreach (string name in names)
            writer.WriteParam(name.TrimStart('@'), "The function for a value of this type.");
        writer.WriteParam("unknown", "The function for a value that matches none of the types.");
        writer.WriteLine(
            $"public TResult {GetMatchName(union)}<TResult>({string.Join(", ", union.Cases.Select((a, i) => $"global::System.Func<{TypeNames.ToCSharp(a.Type)}, TResult> {names[i]}").Append($"global::System.Func<{JsonElementType}, TResult> unknown"))}) => {ApiUnion.CaseIndex} switch"
        );
        using (writer.OpenBraces("};"))
        {
            for (int i = 0; i < names.Count; i++)
                writer.WriteLine($"{FormatIndex(i + 1)} => {names[i]}(({TypeNames.ToCSharp(union.Cases[i].Type)}){ApiUnion.Value}),");
            writer.WriteLine($"_ => unknown(({JsonElementType}){ApiUnion.Value}),");
        }
    }

    /// <summary>A property of the base: that of the value, whichever case it is.</summary>
    private static void EmitBaseProperty(CodeWriter writer, UnionModel union, PropertyModel property)
    {
        writer.WriteLine();
        writer.WriteDocs(property.Docs with { Pointer = "" }, $"The property '{property.SerializedName}'.");
        writer.WriteLine($"public {RecordEmitter.GetPropertyType(property)} {property.Name} => {ApiUnion.CaseIndex} switch");
        using (writer.OpenBraces("};"))
        {
            for (int i = 0; i < union.Cases.Count; i++)
                writer.WriteLine($"{FormatIndex(i + 1)} => (({TypeNames.ToCSharp(union.Cases[i].Type)}){ApiUnion.Value}).{property.Name},");
            writer.WriteLine(
                "_ => throw new global::System.InvalidOperationException(\"The value does not match any type of the document. The property Value has its JSON.\"),"
            );
        }
    }

    /// <summary>The type arguments with which reader and writer handle a case.</summary>
    private static string GetCaseArguments(TypeRef type) =>
        type is NamedType { Kind: NamedKind.Model }
            ? $"<{TypeNames.ToCSharp(type)}>"
            : $"<{TypeNames.ToCSharp(type)}, {TypeNames.GetCodec(type)}>";

    private static string FormatIndex(int value) => value.ToString(CultureInfo.InvariantCulture);
}
