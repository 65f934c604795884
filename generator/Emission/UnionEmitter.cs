using System.Globalization;
using CfGen.Generator.Model;
using static CfGen.Generator.Emission.RuntimeApi;

namespace CfGen.Generator.Emission;

/// <summary>
/// A oneOf or anyOf as a union type with a constructor, a conversion and a case of <c>Match</c> for each type. The runtime holds and
/// compares the value.
/// </summary>
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
            EmitJsonConstructor(writer, union);
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
        foreach (string source in GetConvertedTypes(unionCase.Type, type))
        {
            writer.WriteLine().WriteSummary("Converts a value of one of the union's types.");
            writer.WriteLine($"public static implicit operator {union.Name}({source} value) => new {union.Name}({index}, value);");
        }
    }

    /// <summary>
    /// The types that convert to a case. C# has no conversion from interfaces, but from the collections that people create.
    /// </summary>
    private static string[] GetConvertedTypes(TypeRef caseType, string name) =>
        caseType switch
        {
            ListType list => [$"{NamespaceAliases.Collections}List<{TypeNames.ToCSharp(list.Item)}>", TypeNames.ToCSharp(list.Item) + "[]"],
            MapType map => [$"{NamespaceAliases.Collections}Dictionary<string, {TypeNames.ToCSharp(map.Value)}>"],
            _ => [name],
        };

    /// <summary>The constructor from JSON. A union that is only sent has no reader: it sends the JSON as it is.</summary>
    private static void EmitJsonConstructor(CodeWriter writer, UnionModel union)
    {
        bool isRead = (union.Directions & SerializationDirections.Read) != 0;
        string argument = isRead ? $"{UnionTable.Type}.{UnionTable.Read}<{TypeNames.Qualify(union.Name)}>(value)" : "0, value";
        writer
            .WriteLine()
            .WriteSummary(
                isRead
                    ? "Creates the union from JSON, with the type that a response would have."
                    : "Creates the union from JSON, which is sent as it is."
            );
        writer.WriteLine($"public {union.Name}({JsonElementType} value) : base({argument}) {{ }}");
    }

    // A member cannot have the name of its type.
    private static string GetMatchName(UnionModel union) => union.Name == "Match" ? "MatchCase" : "Match";

    private static string GetUnknownName(UnionModel union) => union.Name == "Unknown" ? "UnknownCase" : "Unknown";

    private static void EmitMatch(CodeWriter writer, UnionModel union)
    {
        string[] types = [.. union.Cases.Select(c => TypeNames.ToCSharp(c.Type)), JsonElementType];
        string[] names =
        [
            .. union.Cases.Select(c => Literal.EscapeIdentifier(char.ToLowerInvariant(c.Name[0]) + c.Name.Substring(1))),
            "unknown",
        ];
        string[] calls = [.. names.Select((n, i) => $"{n}(({types[i]}){ApiUnion.Value})")];
        int unknown = union.Cases.Count;
        writer
            .WriteLine()
            .WriteSummary("Returns what the function for the type of the value returns. A switch over Value survives new types.");
        writer.WriteLine(
            $"public TResult {GetMatchName(union)}<TResult>({string.Join(", ", names.Select((n, i) => $"global::System.Func<{types[i]}, TResult> {n}"))}) => {ApiUnion.CaseIndex} switch"
        );
        using (writer.OpenBraces("};"))
        {
            for (int i = 0; i < unknown; i++)
                writer.WriteLine($"{FormatIndex(i + 1)} => {calls[i]},");
            writer.WriteLine($"_ => {calls[unknown]},");
        }

        writer.WriteLine().WriteSummary("Calls the action for the type of the value.");
        using (
            writer.OpenBlock(
                $"public void {GetMatchName(union)}({string.Join(", ", names.Select((n, i) => $"global::System.Action<{types[i]}> {n}"))})"
            )
        )
        using (writer.OpenBlock($"switch ({ApiUnion.CaseIndex})"))
        {
            for (int i = 0; i < unknown; i++)
                writer.WriteLine($"case {FormatIndex(i + 1)}: {calls[i]}; break;");
            writer.WriteLine($"default: {calls[unknown]}; break;");
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
