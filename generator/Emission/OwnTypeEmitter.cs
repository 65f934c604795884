using System.Globalization;
using CfGen.Generator.Model;
using static CfGen.Generator.Emission.RuntimeApi;

namespace CfGen.Generator.Emission;

/// <summary>
/// The types of the project in the places of schemas. Each file names one by an alias, so that a type that does not exist is one error in
/// a line that says where it is named. The codecs of all of them are in a file of their own, which is the only one that depends on how a
/// type is read and written.
/// </summary>
internal static class OwnTypeEmitter
{
    private const string AliasPrefix = "_own";
    private const string CodecPrefix = "_OwnCodec";

    /// <summary>The alias of a type.</summary>
    public static string GetAlias(OwnType type) => AliasPrefix + FormatIndex(type);

    /// <summary>The struct that reads and writes values of a type, or of the type and null.</summary>
    public static string GetCodec(OwnType type, bool nullable) => TypeNames.Qualify(GetCodecName(type) + (nullable ? "OrNull" : ""));

    /// <summary>Writes the directive of an alias that a text uses.</summary>
    public static void WriteDirective(CodeWriter writer, ReadOnlySpan<char> text, OwnTypeModel type)
    {
        string alias = GetAlias(type.Type);
        for (int at = text.IndexOf(alias.AsSpan()); at >= 0; at = text.IndexOf(alias.AsSpan()))
        {
            text = text.Slice(at + alias.Length);
            if (!text.IsEmpty && char.IsDigit(text[0]))
                continue;
            writer.WriteLine($"using {alias} = {type.Type.Name}; // {DescribeSource(type)} names this type");
            return;
        }
    }

    /// <summary>Writes the codecs of all types.</summary>
    public static void Emit(EmitContext context)
    {
        foreach (OwnTypeModel type in context.File.OwnTypes)
            EmitCodecs(context.Writer.WriteLine(), type);
    }

    private static void EmitCodecs(CodeWriter writer, OwnTypeModel type)
    {
        string alias = GetAlias(type.Type);
        string name = GetCodecName(type.Type);
        string arguments = type.Codec is { } codec ? $"<{alias}, {codec}>" : $"<{alias}>";
        writer.WriteLine(
            type.Codec is null
                ? $"// {DescribeSource(type)} has no codec: the type reads and writes itself if it is an IJsonCodec of itself, else its JsonTypeInfo does."
                : $"// {DescribeSource(type)} names the codec. It has to be an IJsonCodec of the type."
        );
        string read = $"r.{JsonModelReader.Own}{arguments}()";
        string write = $"w.{JsonModelWriter.Own}{arguments}";
        EmitCodec(writer, name, alias, read, $"=> {write}(value);");
        writer.WriteLine();
        EmitCodec(
            writer,
            name + "OrNull",
            alias + "?",
            $"r.{JsonModelReader.IsNull}() ? null : {read}",
            $$"""{ if (value is { } known) {{write}}(known); else w.{{JsonModelWriter.Null}}(); }"""
        );
    }

    private static void EmitCodec(CodeWriter writer, string name, string type, string read, string write)
    {
        string codec = $"{IValueCodec.Type}<{type}>";
        writer.WriteLine(EmitContext.GeneratedCodeAttribute);
        using (writer.OpenBlock($"internal readonly struct {name} : {codec}"))
        {
            writer.WriteLine($"static {type} {codec}.{IValueCodec.Read}(ref {JsonModelReader.Type} r) => {read};");
            writer.WriteLine($"static void {codec}.{IValueCodec.Write}(ref {JsonModelWriter.Type} w, {type} value) {write}");
        }
    }

    private static string GetCodecName(OwnType type) => CodecPrefix + FormatIndex(type);

    private static string FormatIndex(OwnType type) => type.Index.ToString(CultureInfo.InvariantCulture);

    private static string DescribeSource(OwnTypeModel type) =>
        $"{Literal.Quote(type.Key)} in line {type.Line.Line.ToString(CultureInfo.InvariantCulture)} of {Literal.Quote(type.Line.File)}";
}
