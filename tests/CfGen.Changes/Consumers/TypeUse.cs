using CfGen.Generator.Emission;
using CfGen.Generator.Model;

namespace CfGen.Changes.Consumers;

/// <summary>Uses a type: creates it with the required members and with all, reads each member into a variable of its type.</summary>
internal static class TypeUse
{
    private const string Json = "global::System.Text.Json.JsonElement";

    public static void Write(ConsumerWriter writer, TypeModel type)
    {
        string name = ConsumerType.Qualify(type.Name);
        switch (type)
        {
            case RecordModel record:
                List<Member> members = [.. record.Properties.Select(Create)];
                if (record.AdditionalProperties is { } rest)
                    members.Add(new Member(rest.Name, ConsumerType.Format(new MapType(rest.Value)), false));
                WriteMembers(writer, name, members, WriteNull(record.Properties));
                break;
            case TupleModel tuple:
                List<Member> positions = [.. tuple.Positions.Select(Create)];
                List<string> more = [.. WriteNull(tuple.Positions)];
                if (positions.Count is >= 2 and <= 7)
                    more.Add($"value.Deconstruct({string.Join(", ", positions.Select(p => $"out {p.Type} out_{p.Name}"))});");
                if (tuple.Rest is { } items)
                    positions.Add(new Member(items.Name, ConsumerType.Format(new ListType(items.Item)), false));
                WriteMembers(writer, name, positions, more);
                break;
            case FormModel form:
                WriteMembers(writer, name, [.. form.Parts.SelectMany(GetMembers)], []);
                break;
            case EnumModel values:
                WriteEnum(writer, name, values);
                break;
            case UnionModel union:
                WriteUnion(writer, name, union);
                break;
        }
    }

    /// <summary>Uses the record of optional parameters.</summary>
    public static void WriteMembers(ConsumerWriter writer, string type, IReadOnlyList<Member> members, IEnumerable<string> more) =>
        writer.WriteMethod(
            [$"{type} value", .. members.Select(m => $"{m.Type} in_{m.Name}")],
            [
                $"var minimal = new {type} {{ {string.Join(", ", members.Where(m => m.IsRequired).Select(m => $"{m.Name} = in_{m.Name}"))} }};",
                $"var full = new {type} {{ {string.Join(", ", members.Select(m => $"{m.Name} = in_{m.Name}"))} }};",
                .. members.Select(m => $"{m.Type} of_{m.Name} = value.{m.Name};"),
                .. more,
            ]
        );

    private static Member Create(PropertyModel property) =>
        new(
            property.Name,
            ConsumerType.Format(property.Type, !property.IsSet || property.Nullable),
            property.Required && property.Constant is null
        );

    private static IEnumerable<Member> GetMembers(FormPart part)
    {
        PropertyModel property = part.Property;
        yield return new Member(
            property.Name,
            ConsumerType.Format(property.Type, !property.Required || property.Nullable),
            property.Required
        );
        foreach (PartHeader header in part.Headers)
        {
            if (header.PropertyName is { } name)
                yield return new Member(name, "string?", false);
        }
    }

    private static IEnumerable<string> WriteNull(EquatableArray<PropertyModel> properties) =>
        properties.FirstOrDefault(p => p.CanSendNull) is { } property
            ? [$"var withNull = value.WithNull(nameof(value.{property.Name}));"]
            : [];

    private static void WriteEnum(ConsumerWriter writer, string name, EnumModel values)
    {
        string constants = values.Name == "Values" ? "ValueConstants" : "Values";
        string type = values.Kind == EnumKind.Integer ? "long" : "string";
        writer.WriteMethod(
            [$"{name} value", $"{type} raw"],
            [
                $"{name} created = new {name}(raw); {name} converted = raw; {type} read = value.Value;",
                .. values.Members.SelectMany(
                    (m, i) =>
                        new[]
                        {
                            $"{name} value{ConsumerWriter.Text(i)} = {name}.{m.Name};",
                            $"const {type} constant{ConsumerWriter.Text(i)} = {name}.{constants}.{m.Name};",
                            $"if (value.AsKnown == {name}.Known.{m.Name}) {{ }}",
                        }
                ),
            ]
        );
    }

    private static void WriteUnion(ConsumerWriter writer, string name, UnionModel union)
    {
        string match = union.Name == "Match" ? "MatchCase" : "Match";
        string[] types = [.. union.Cases.Select(c => ConsumerType.Format(c.Type)), Json];
        string[] names = [.. union.Cases.Select(c => Literal.EscapeIdentifier(char.ToLowerInvariant(c.Name[0]) + c.Name[1..])), "unknown"];
        string[] lambdas = [.. types.Select(t => $"({t} x) => 1")];
        writer.WriteMethod(
            [$"{name} value", .. union.Cases.Select((c, i) => $"{types[i]} in{ConsumerWriter.Text(i)}")],
            [
                $"int matched = value.{match}<int>({string.Join(", ", lambdas)});",
                $"int named = value.{match}<int>({string.Join(", ", names.Select((n, i) => $"{n}: {lambdas[i]}"))});",
                .. union.Cases.Select((c, i) => $"var created{ConsumerWriter.Text(i)} = new {name}(in{ConsumerWriter.Text(i)});"),
                .. union
                    .Cases.Where(c => c.Type is not (ListType or MapType))
                    .Select((c, i) => $"{{ {ConsumerType.Format(c.Type)} source = default!; {name} converted = source; }}"),
                .. union.Properties.Select(p => $"{ConsumerType.Format(p.Type, !p.IsSet || p.Nullable)} of_{p.Name} = value.{p.Name};"),
            ]
        );
    }

    /// <summary>A member that code can set and read.</summary>
    internal sealed record Member(string Name, string Type, bool IsRequired);
}
