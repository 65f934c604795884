using System.Globalization;
using CfGen.Changes.Consumers;
using CfGen.Generator.Emission;
using CfGen.Generator.Model;

namespace CfGen.Changes.Wire;

/// <summary>Writes expressions whose values the old document allows.</summary>
/// <param name="types">The types of the client by name.</param>
/// <param name="isFull">True if optional members have values too.</param>
internal sealed class SampleCode(IReadOnlyDictionary<string, TypeModel> types, bool isFull)
{
    private const int MaximumDepth = 5;
    private const string System = "global::System.";

    /// <summary>Writes an expression. Null where no value is found.</summary>
    public string? Write(TypeRef type, ValueRules rules, ValueRules itemRules, int depth = 0, int number = 0) =>
        type switch
        {
            NullableType nullable => Write(nullable.Inner, rules, itemRules, depth, number),
            ScalarType scalar => Write(scalar.Kind, rules, number),
            ListType list => WriteList(list, rules, itemRules, depth),
            MapType map => WriteMap(map.Value, KeyOf(null), depth),
            NamedType named when types.TryGetValue(named.Name, out TypeModel? model) && depth <= MaximumDepth => Write(model, depth),
            _ => null,
        };

    private static string? Write(ScalarKind kind, ValueRules rules, int number) =>
        kind switch
        {
            ScalarKind.String => SampleScalar.FindText(rules, number) is { } text ? Literal.Quote(text) : null,
            ScalarKind.Boolean => "true",
            ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.UInt64 or ScalarKind.Int128 or ScalarKind.UInt128 => WriteNumber(
                SampleScalar.FindNumber(rules, isWhole: true, number),
                ""
            ),
            ScalarKind.Single => WriteNumber(SampleScalar.FindNumber(rules, isWhole: false, number), "f"),
            ScalarKind.Double => WriteNumber(SampleScalar.FindNumber(rules, isWhole: false, number), "d"),
            ScalarKind.Decimal => WriteNumber(SampleScalar.FindNumber(rules, isWhole: false, number), "m"),
            ScalarKind.Guid => $"new {System}Guid(\"0a1b2c3d-0a1b-4c2d-8e3f-0a1b2c3d4e5f\")",
            ScalarKind.DateTime => $"new {System}DateTimeOffset(2024, 5, 6, 7, 8, 9, {System}TimeSpan.Zero)",
            ScalarKind.Date => $"new {System}DateOnly(2024, 5, 6)",
            ScalarKind.Time => $"new {System}TimeOnly(7, 8, 9)",
            ScalarKind.OffsetTime => $"new global::CfGen.OffsetTime(new {System}TimeOnly(7, 8, 9), {System}TimeSpan.Zero)",
            ScalarKind.Duration or ScalarKind.TimeSpan => $"{System}TimeSpan.FromMinutes(90)",
            ScalarKind.Uri => $"new {System}Uri(\"https://example.com/a\")",
            ScalarKind.Bytes => "new byte[] { 1, 2, 3 }",
            ScalarKind.IPAddress => $"{System}Net.IPAddress.Loopback",
            ScalarKind.Json => $"{System}Text.Json.JsonDocument.Parse(\"{{\\\"a\\\":1}}\").RootElement",
            ScalarKind.File => "global::CfGen.ApiFile.FromText(\"text\", \"a.txt\", \"text/plain\")",
            ScalarKind.Stream => $"new {System}IO.MemoryStream(new byte[] {{ 1, 2, 3 }})",
            _ => null,
        };

    private static string? WriteNumber(decimal? number, string suffix) =>
        number is { } value ? value.ToString(CultureInfo.InvariantCulture) + suffix : null;

    private string? WriteList(ListType list, ValueRules rules, ValueRules itemRules, int depth)
    {
        int count = Math.Clamp(1, rules.MinItems ?? 0, Math.Max(rules.MinItems ?? 0, rules.MaxItems ?? 10));
        List<string?> items = [.. Enumerable.Range(0, count).Select(i => Write(list.Item, itemRules, ValueRules.None, depth + 1, i))];
        // A list that ends in itself ends here.
        if (items.Contains(null))
            items = rules.MinItems > 0 ? [null] : [];
        return items.Contains(null) ? null : $"new {ConsumerType.Format(list.Item)}[] {{ {string.Join(", ", items)} }}";
    }

    private string? WriteMap(TypeRef value, string key, int depth)
    {
        string? sample = Write(value, ValueRules.None, ValueRules.None, depth + 1);
        string entry = sample is null ? "" : $"[{Literal.Quote(key)}] = {sample}";
        return $"new global::System.Collections.Generic.Dictionary<string, {ConsumerType.Format(value)}> {{ {entry} }}";
    }

    private static string KeyOf(KeyRules? rules) =>
        rules is null ? "key"
        : rules.Names.Count > 0 ? rules.Names[0]
        : SampleScalar.FindText(rules.Rules) ?? "key";

    private string? Write(TypeModel model, int depth)
    {
        string name = ConsumerType.Qualify(model.Name);
        switch (model)
        {
            case EnumModel values:
                return values.Members.Count > 0 ? $"{name}.{values.Members[0].Name}" : null;
            case UnionModel union:
                return union
                    .Cases.Select(c =>
                        Write(c.Type, ValueRules.None, ValueRules.None, depth + 1) is { } value
                            ? $"new {name}(({ConsumerType.Format(c.Type)}){value})"
                            : null
                    )
                    .FirstOrDefault(c => c is not null);
            case RecordModel record:
                List<string?> members = [.. record.Properties.Where(p => !p.ReadOnly).Select(p => WriteMember(p, depth))];
                if (record.AdditionalProperties is { ReadOnly: false } rest && isFull && depth < MaximumDepth)
                    members.Add($"{rest.Name} = {WriteMap(rest.Value, KeyOf(rest.KeyRules), depth)}");
                return Create(name, members);
            case TupleModel tuple:
                return Create(name, tuple.Positions.Select(p => WriteMember(p, depth)));
            case FormModel form:
                return Create(
                    name,
                    form.Parts.Select(p => WriteMember(p.Property, depth))
                        .Concat(
                            form.Parts.SelectMany(p => p.Headers)
                                .Where(h => h.PropertyName is not null && (isFull || h.IsRequired))
                                .Select(h => $"{h.PropertyName} = \"text\"")
                        )
                );
            default:
                return null;
        }
    }

    private static string? Create(string type, IEnumerable<string?> members)
    {
        List<string?> set = [.. members.Where(m => m is not { Length: 0 })];
        return set.Contains(null) ? null : $"new {type} {{ {string.Join(", ", set)} }}";
    }

    /// <summary>Writes what sets a member: empty where nothing does, and null where no value is found for one that is required.</summary>
    private string? WriteMember(PropertyModel property, int depth)
    {
        bool isRequired = (property.Required && property.Constant is null) || property.RequiredInRequests;
        if (!isRequired && (!isFull || property.Constant is not null))
            return "";
        string? value = property.Type is MapType map
            ? WriteMap(map.Value, KeyOf(property.KeyRules), depth)
            : Write(property.Type, property.Rules, property.ItemRules, depth + 1);
        return value is not null ? $"{property.Name} = {value}"
            : isRequired ? null
            : "";
    }
}
