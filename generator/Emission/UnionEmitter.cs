using System.Globalization;
using CfGen.Generator.Model;

namespace CfGen.Generator.Emission;

/// <summary>A oneOf or anyOf as a closed choice: a way in and a case of Match for each arm; holding and comparing is the runtime's.</summary>
internal static class UnionEmitter
{
    private const string Reader = TypeNames.Infrastructure + "JsonModelReader";
    private const string Writer = TypeNames.Infrastructure + "JsonModelWriter";
    private const string Json = TypeNames.Json + "JsonElement";

    public static void Emit(Emitters emitters, UnionModel union)
    {
        CodeWriter writer = emitters.Writer;
        string self = TypeNames.Named(union.Name);
        string model = $"{TypeNames.Infrastructure}IJsonModel<{self}>";
        writer.Docs(union.Docs, "One of several types that the API's document lists.");
        writer.Line(Emitters.GeneratedCode);
        writer.Line($"[{TypeNames.Json}Serialization.JsonConverter(typeof({TypeNames.Runtime}JsonModelConverter<{self}>))]");
        using (writer.Open($"{emitters.Context.Access} sealed partial class {union.Name} : {TypeNames.Runtime}ApiUnion, {model}"))
        {
            if ((union.Ways & JsonWays.Read) != 0)
                Table(writer, union);
            writer.Line($"private {union.Name}(int arm, object value) : base(arm, value) {{ }}");
            for (int i = 0; i < union.Arms.Count; i++)
                Arm(writer, union, union.Arms[i], Text(i + 1));
            writer.Line().Summary("A value that none of the listed types fits, as it stands in the JSON.");
            writer.Line($"public static {self} Unknown({Json} value) => new {self}(0, value);");
            Match(writer, union);
            if ((union.Ways & JsonWays.Read) != 0)
                Read(writer, union, self, model);
            if ((union.Ways & JsonWays.Write) != 0)
                Write(writer, union, self, model);
        }
    }

    private static void Read(CodeWriter writer, UnionModel union, string self, string model)
    {
        writer.Line().Line($"static {self} {model}.Read(ref {Reader} r) => r.Choose(s_arms) switch");
        using (writer.Braces("};"))
        {
            for (int i = 0; i < union.Arms.Count; i++)
                writer.Line($"{Text(i + 1)} => new {self}({Text(i + 1)}, r.{Call(union.Arms[i].Type)}()),");
            writer.Line($"_ => Unknown(r.{Call(TypeRef.Json)}()),");
        }
    }

    private static void Write(CodeWriter writer, UnionModel union, string self, string model)
    {
        writer.Line();
        using (writer.Open($"static void {model}.Write(ref {Writer} w, {self} value)"))
        using (writer.Open("switch (value.Arm)"))
        {
            for (int i = 0; i < union.Arms.Count; i++)
                writer.Line($"case {Text(i + 1)}: w.{Call(union.Arms[i].Type)}(value.Value); break;");
            writer.Line($"default: w.{Call(TypeRef.Json)}(value.Value); break;");
        }
    }

    /// <summary>How the arms are told apart, as the runtime's table reads it.</summary>
    private static void Table(CodeWriter writer, UnionModel union)
    {
        string table = TypeNames.Infrastructure + "UnionTable";
        writer.Line($"private static readonly {table} s_arms = new {table}({(union.TagName.Length > 0 ? Literal.Quote(union.TagName) : "")}{(union.OneWithout ? ", oneWithout: true" : "")})");
        using (writer.Indent())
        {
            for (int i = 0; i < union.Arms.Count; i++)
            {
                ArmModel arm = union.Arms[i];
                string row = arm.Kind == 'o'
                    ? $".{(arm.IsGuess && arm.Tags.Count > 0 ? "Guess" : "Object")}({string.Join(", ", arm.Tags.Prepend(Members(arm)).Select(Literal.Quote))})"
                    : $".Value('{arm.Kind}'{(arm.Elements.Length > 0 ? $", \"{arm.Elements}\"" : "")})";
                writer.Line(row + (i == union.Arms.Count - 1 ? ";" : ""));
            }

            if (union.Arms.Count == 0)
                writer.Line(";");
        }

        writer.Line();
    }

    private static string Members(ArmModel arm)
    {
        IEnumerable<string> rows = arm.Members.SelectMany(Rows);
        return string.Join("\0", arm.Elements.Length > 0 ? rows.Append("*" + arm.Elements) : rows);
    }

    /// <summary>A property, the only value that it may have, and what is in it, as the runtime takes them apart.</summary>
    private static IEnumerable<string> Rows(ArmMember member)
    {
        yield return $"{(member.Required ? "!" : "")}{member.Kinds}:{member.WireName}";
        if (member.Constant is { } value)
            yield return "=" + value;
        foreach (string row in member.Inner.SelectMany(Rows))
            yield return ">" + row;
    }

    private static void Arm(CodeWriter writer, UnionModel union, ArmModel arm, string index)
    {
        string type = TypeNames.CSharp(arm.Type);
        writer.Line().Summary("Holds a value of one of the listed types.");
        writer.Line($"public {union.Name}({type} value) : base({index}, value) {{ }}");
        // C# has no conversion from interfaces.
        if (arm.Type is ListType or MapType)
            return;
        writer.Line().Summary("Holds a value of one of the listed types.");
        writer.Line($"public static implicit operator {union.Name}({type} value) => new {TypeNames.Named(union.Name)}(value);");
    }

    private static void Match(CodeWriter writer, UnionModel union)
    {
        List<string> names = [.. union.Arms.Select(a => Literal.Identifier(char.ToLowerInvariant(a.Name[0]) + a.Name.Substring(1)))];
        writer.Line().Summary("Goes on with the value as the type that it has.");
        writer.Line("/// <typeparam name=\"TResult\">What all cases give.</typeparam>");
        foreach (string name in names)
            writer.Param(name.TrimStart('@'), "For a value of this type.");
        writer.Param("unknown", "For a value that none of the listed types fits.");
        writer.Line($"public TResult Match<TResult>({string.Join(", ", union.Arms.Select((a, i) => $"global::System.Func<{TypeNames.CSharp(a.Type)}, TResult> {names[i]}").Append($"global::System.Func<{Json}, TResult> unknown"))}) => Arm switch");
        using (writer.Braces("};"))
        {
            for (int i = 0; i < names.Count; i++)
                writer.Line($"{Text(i + 1)} => {names[i]}(({TypeNames.CSharp(union.Arms[i].Type)})Value),");
            writer.Line($"_ => unknown(({Json})Value),");
        }
    }

    /// <summary>The reader's and writer's member for an arm.</summary>
    private static string Call(TypeRef type) =>
        type is NamedType { Kind: NamedKind.Model } ? $"Arm<{TypeNames.CSharp(type)}>" : $"Arm<{TypeNames.CSharp(type)}, {TypeNames.Codec(type)}>";

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
