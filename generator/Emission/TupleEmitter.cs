using CfGen.Generator.Model;
using static CfGen.Generator.Emission.RuntimeApi;

namespace CfGen.Generator.Emission;

/// <summary>An array whose positions have types of their own: a record or class that reads and writes itself as an array.</summary>
internal static class TupleEmitter
{
    // The compiler's tuples are one struct up to this length.
    private const int MaxValueTuple = 7;
    private const string ValueTupleItem = "Item";

    public static void Emit(EmitContext context, TupleModel tuple)
    {
        CodeWriter writer = context.Writer;
        string self = TypeNames.Qualify(tuple.Name);
        string interfaceType = $"{IJsonModel.Type}<{self}>";
        writer.WriteDocs(tuple.Docs, "An array of the API's document whose positions have types of their own.");
        writer.WriteLine(EmitContext.GeneratedCodeAttribute);
        writer.WriteLine($"[{NamespaceAliases.Json}Serialization.JsonConverter(typeof({JsonModelConverter.Type}<{self}>))]");
        using (
            writer.OpenBlock(
                $"{context.ModelDeclaration} {tuple.Name} : {interfaceType}{(tuple.IsValidated ? $", {IValidatable.Type}" : "")}"
            )
        )
        {
            NullMembersEmitter.EmitField(writer, tuple.Positions);
            writer.WriteSummary("Creates an instance; set its properties in an object initializer.");
            writer.WriteLine($$"""public {{tuple.Name}}() { }""");
            if ((tuple.Directions & SerializationDirections.Read) != 0)
                EmitReader(writer, tuple, self, interfaceType);
            for (int i = 0; i < tuple.Positions.Count; i++)
                EmitPosition(context, tuple, i);
            if (tuple.Rest is { } rest)
                EmitRest(writer, rest);
            NullMembersEmitter.EmitWithNull(context, tuple.Name, tuple.Positions);
            EmitConversions(writer, tuple, self);
            if ((tuple.Directions & SerializationDirections.Write) != 0)
                EmitWriter(writer, tuple, self, interfaceType);
            TextEmitter.Emit(context, tuple.Directions, tuple.Positions);
            if (tuple.IsValidated)
                ValidationEmitter.Emit(context, tuple.Positions, ValidationEmitter.GetChecks(tuple));
        }
    }

    private static void EmitReader(CodeWriter writer, TupleModel tuple, string self, string interfaceType)
    {
        writer.WriteLine();
        writer.WriteLine("[global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]");
        using (writer.OpenBlock($"private {tuple.Name}(ref {JsonModelReader.Type} r)"))
        {
            writer.WriteLine($"var items = r.{JsonModelReader.ReadStartTuple}();");
            foreach (PropertyModel position in tuple.Positions)
                writer.WriteLine(
                    NullMembersEmitter.FormatRead(position, $"r.{JsonModelReader.HasItem}(ref items)", GetItemCall(GetItemType(position)))
                );
            if (tuple.Rest is { } rest)
            {
                string item = TypeNames.ToCSharp(rest.Item);
                writer.WriteLine($"{NamespaceAliases.Collections}List<{item}>? rest = null;");
                writer.WriteLine(
                    $"while (r.{JsonModelReader.HasItem}(ref items)) (rest ??= new {NamespaceAliases.Collections}List<{item}>()).Add({GetItemCall(rest.Item)});"
                );
                writer.WriteLine($"if (rest is not null) {rest.Name} = rest;");
            }

            writer.WriteLine($"r.{JsonModelReader.ReadEndTuple}(ref items, {RuleArguments.FormatNumber(tuple.RequiredCount)});");
        }

        writer.WriteLine();
        writer.WriteLine($"static {self} {interfaceType}.{IJsonModel.Read}(ref {JsonModelReader.Type} r) => new {self}(ref r);");
    }

    private static string GetItemCall(TypeRef type) =>
        $"r.{JsonModelReader.Item}<{TypeNames.ToCSharp(type)}, {TypeNames.GetCodec(type)}>()";

    /// <summary>The type of the item in the array, where an optional one may be null.</summary>
    private static TypeRef GetItemType(PropertyModel position) =>
        position.Nullable || !position.IsSet ? new NullableType(position.Type) : position.Type;

    private static void EmitPosition(EmitContext context, TupleModel tuple, int index)
    {
        context.Writer.WriteLine();
        string summary = $"The item at position {RuleArguments.FormatNumber(index + 1)} of the array.";
        bool isRead = (tuple.Directions & SerializationDirections.Read) != 0;
        string note = NullMembersEmitter.DescribeNull(tuple.Positions[index], isRead, "Null at the end of the array");
        RecordEmitter.EmitProperty(context, tuple.Positions[index], summary, note);
    }

    private static void EmitRest(CodeWriter writer, TupleRestModel rest)
    {
        writer.WriteLine();
        writer.WriteDocs(rest.Docs with { Pointer = "" }, "The items after the positions; empty if the array has none.");
        string item = TypeNames.ToCSharp(rest.Item);
        writer.WriteLine(
            $$"""public {{TypeNames.ToCSharp(new ListType(rest.Item))}} {{rest.Name}} { get; init; } = global::System.Array.Empty<{{item}}>();"""
        );
    }

    /// <summary>The deconstruction, and the conversion from a tuple of C#.</summary>
    private static void EmitConversions(CodeWriter writer, TupleModel tuple, string self)
    {
        if (tuple.Positions.Count is < 2 or > MaxValueTuple)
            return;
        writer.WriteLine().WriteSummary("Assigns the positions to variables.");
        string parameters = string.Join(", ", tuple.Positions.Select(p => $"out {RecordEmitter.GetPropertyType(p)} {GetVariableName(p)}"));
        using (writer.OpenBlock($"public void Deconstruct({parameters})"))
        {
            foreach (PropertyModel position in tuple.Positions)
                writer.WriteLine($"{GetVariableName(position)} = {position.Name};");
        }

        if (tuple.Positions.Any(p => !p.Required || p.Constant is not null))
            return;
        string types = string.Join(", ", tuple.Positions.Select(p => RecordEmitter.GetPropertyType(p) + GetElementName(p)));
        string values = string.Join(
            ", ",
            tuple.Positions.Select((p, i) => $"{p.Name} = value.{ValueTupleItem}{RuleArguments.FormatNumber(i + 1)}")
        );
        writer.WriteLine().WriteSummary("Converts a tuple of the positions.");
        writer.WriteLine($$"""public static implicit operator {{tuple.Name}}(({{types}}) value) => new {{self}} { {{values}} };""");
    }

    private static string GetVariableName(PropertyModel position) =>
        Literal.EscapeIdentifier(char.ToLowerInvariant(position.Name[0]) + position.Name.Substring(1));

    // C# keeps these names for the positions of every tuple.
    private static string GetElementName(PropertyModel position) =>
        position.Name is "Rest" or "CompareTo" || position.Name.StartsWith("Item", StringComparison.Ordinal) ? "" : " " + position.Name;

    private static void EmitWriter(CodeWriter writer, TupleModel tuple, string self, string interfaceType)
    {
        writer.WriteLine();
        using (writer.OpenBlock($"static void {interfaceType}.{IJsonModel.Write}(ref {JsonModelWriter.Type} w, {self} value)"))
        {
            writer.WriteLine($"w.{JsonModelWriter.WriteStartArray}();");
            if (tuple.RequiredCount < tuple.Positions.Count)
                writer.WriteLine($"int count = {FormatCount(tuple)};");
            for (int i = 0; i < tuple.Positions.Count; i++)
            {
                PropertyModel position = tuple.Positions[i];
                TypeRef type = GetItemType(position);
                string condition = position.Required ? "" : $"if (count > {RuleArguments.FormatNumber(i)}) ";
                writer.WriteLine(
                    $"{condition}w.{JsonModelWriter.Item}<{TypeNames.ToCSharp(type)}, {TypeNames.GetCodec(type)}>(value.{position.Name});"
                );
            }

            if (tuple.Rest is { } rest)
                writer.WriteLine(
                    $"w.{JsonModelWriter.Items}<{TypeNames.ToCSharp(rest.Item)}, {TypeNames.GetCodec(rest.Item)}>(value.{rest.Name});"
                );
            writer.WriteLine($"w.{JsonModelWriter.WriteEndArray}();");
        }
    }

    /// <summary>The number of positions to write: up to the last one that is set, and all of them before other items.</summary>
    private static string FormatCount(TupleModel tuple)
    {
        string count = tuple.Rest is { } rest
            ? $"value.{rest.Name}?.Count > 0 ? {RuleArguments.FormatNumber(tuple.Positions.Count)} : "
            : "";
        for (int i = tuple.Positions.Count; i > tuple.RequiredCount; i--)
        {
            PropertyModel position = tuple.Positions[i - 1];
            count += $"{NullMembersEmitter.FormatPresence(position, isPresent: true, "value.")} ? {RuleArguments.FormatNumber(i)} : ";
        }

        return count + RuleArguments.FormatNumber(tuple.RequiredCount);
    }
}
