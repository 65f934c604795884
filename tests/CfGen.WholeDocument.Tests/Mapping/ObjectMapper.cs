using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using CfGen.CodeGen;
using CfGen.WholeDocument.Tests.Schemas;

namespace CfGen.WholeDocument.Tests.Mapping;

/// <summary>
/// JSON to C# values and back through public members alone, as a user sets and reads them: what a type's own reader and writer do is
/// held against it. It knows no schema; it takes the names of members from the values it is given, the fullest of which has to come first.
/// </summary>
internal sealed class ObjectMapper
{
    private readonly Dictionary<Type, Dictionary<string, PropertyInfo>> _members = [];

    // How many unions the value at hand is in.
    private int _unions;

    /// <summary>True if values have members of their own, as the document's examples do.</summary>
    public bool AcceptsUnknownMembers { get; set; }

    /// <summary>The types that were seen, of unions with the cases, of enums with the values.</summary>
    public HashSet<(Type Type, object? Case)> Seen { get; } = [];

    /// <summary>The cases that were read, by union.</summary>
    public HashSet<(Type Type, Type Arm)> ReadCases { get; } = [];

    /// <summary>The index of the case to build among those that can hold the value.</summary>
    public int PreferredCase { get; set; }

    /// <summary>The largest number of cases that could hold one value since this was set.</summary>
    public int MaxCaseCount { get; set; }

    /// <summary>A value of a type that says what the JSON says.</summary>
    /// <exception cref="MappingException">The type has no room for it.</exception>
    public object? Build(Type type, JsonNode? json, string at = "$")
    {
        if (json is null)
            return type == typeof(JsonElement) ? JsonSerializer.SerializeToElement<object?>(null)
                : type.IsValueType && Nullable.GetUnderlyingType(type) is null
                    ? throw new MappingException($"{at}: {type.Name} has no null")
                : null;
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(JsonElement))
            return JsonSerializer.SerializeToElement(json);
        if (ScalarMapper.CanMap(type))
            return ScalarMapper.Read(type, json, at);
        if (GetItemType(type) is { } item)
            return BuildList(item, json, at);
        if (GetValueType(type) is { } value)
            return BuildMap(value, json, at);
        if (typeof(IOpenEnum).IsAssignableFrom(type))
            return MarkSeen(BuildEnum(type, json), at);
        return IsUnion(type) ? BuildUnion(type, json, at) : BuildModel(type, json, at);
    }

    /// <summary>Returns the JSON of a value from its public members, without members that are null.</summary>
    public JsonNode? Dump(object? value, JsonNode? like, string at = "$")
    {
        if (value is null)
            return null;
        Type type = value.GetType();
        if (value is JsonElement json)
            return JsonNode.Parse(json.GetRawText());
        if (ScalarMapper.CanMap(type))
            return ScalarMapper.Write(value);
        if (value is IOpenEnum)
            return JsonSerializer.SerializeToNode(MarkSeen(value, at), type);
        if (IsUnion(type))
            return DumpUnion((ApiUnion)value, like, at);
        if (GetValueType(type) is not null)
            return new JsonObject(((IEnumerable)value).Cast<object>().Select(e => DumpEntry(e, like, at)));
        if (GetItemType(type) is not null)
            return new JsonArray([
                .. ((IEnumerable)value)
                    .Cast<object?>()
                    .Select((item, i) => Dump(item, like is JsonArray others && i < others.Count ? others[i] : null, $"{at}[{i}]")),
            ]);
        return DumpModel(value, type, like, at);
    }

    public static bool IsUnion(Type type) => type.BaseType == typeof(ApiUnion);

    /// <summary>Gets the constructors of the cases of a union, without that from JSON.</summary>
    public static IEnumerable<ConstructorInfo> GetCases(Type union) =>
        union.GetConstructors().Where(c => c.GetParameters()[0].ParameterType != typeof(JsonElement)).OrderBy(c => c.MetadataToken);

    public static Type? GetItemType(Type type) => FindTypeArgument(type, typeof(IReadOnlyList<>), 0);

    public static Type? GetValueType(Type type) => FindTypeArgument(type, typeof(IReadOnlyDictionary<,>), 1);

    private KeyValuePair<string, JsonNode?> DumpEntry(object entry, JsonNode? like, string at)
    {
        string name = (string)entry.GetType().GetProperty("Key")!.GetValue(entry)!;
        return KeyValuePair.Create(
            name,
            Dump(entry.GetType().GetProperty("Value")!.GetValue(entry), (like as JsonObject)?[name], $"{at}.{name}")
        );
    }

    private JsonObject DumpModel(object value, Type type, JsonNode? like, string at)
    {
        Seen.Add((type, null));
        JsonObject members = [];
        foreach ((string name, PropertyInfo property) in PairMembers(type, (like as JsonObject)?.Select(m => m.Key) ?? []))
        {
            object? held = property.GetValue(value);
            if (held is null or JsonElement { ValueKind: JsonValueKind.Undefined })
                continue;
            members[name] = Dump(held, (like as JsonObject)?[name], $"{at}.{name}");
        }

        foreach (object other in (IEnumerable?)MemberNames.FindAdditionalProperties(type)?.GetValue(value) ?? Array.Empty<object>())
            members.Add(DumpEntry(other, like, at));

        // What the document does not declare has no member; whether it survives is seen when it is written back.
        foreach (
            (string name, JsonNode? undeclared) in (like as JsonObject)?.Where(m =>
                !members.ContainsKey(m.Key)
                && (
                    Undeclared.IsUndeclared(m.Key, m.Value)
                    || ((AcceptsUnknownMembers || _unions > 0) && !_members[type].ContainsKey(m.Key))
                )
            )
                ?? []
        )
            members[name] = undeclared?.DeepClone();
        return members;
    }

    private object BuildModel(Type type, JsonNode json, string at)
    {
        if (json is not JsonObject members)
            throw new MappingException($"{at}: {type.Name} is no {json.GetValueKind()}");
        Seen.Add((type, null));
        object model = Activator.CreateInstance(type) ?? throw new MappingException($"{at}: {type.Name} cannot be made");
        Dictionary<string, PropertyInfo> known = PairMembers(type, members.Select(m => m.Key));
        if (MemberNames.FindAdditionalProperties(type) is { } rest)
        {
            rest.SetValue(
                model,
                Build(
                    rest.PropertyType,
                    new JsonObject(
                        members.Where(m => !known.ContainsKey(m.Key)).Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone()))
                    ),
                    at
                )
            );
            members = new JsonObject(
                members.Where(m => known.ContainsKey(m.Key)).Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone()))
            );
        }

        foreach ((string name, JsonNode? member) in members)
        {
            if (!known.TryGetValue(name, out PropertyInfo? property) && (AcceptsUnknownMembers || Undeclared.IsUndeclared(name, member)))
                continue;
            if (property is null)
                throw new MappingException($"{at}.{name}: {type.Name} has no such member");
            property.SetValue(model, Build(property.PropertyType, member, $"{at}.{name}"));
            if (member is null)
                model = NullMember.Send(model, property);
        }

        return model;
    }

    private object BuildList(Type item, JsonNode json, string at)
    {
        if (json is not JsonArray items)
            throw new MappingException($"{at}: a list is no {json.GetValueKind()}");
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        for (int i = 0; i < items.Count; i++)
            list.Add(Build(item, items[i], $"{at}[{i}]"));
        return list;
    }

    private object BuildMap(Type value, JsonNode json, string at)
    {
        if (json is not JsonObject members)
            throw new MappingException($"{at}: a map is no {json.GetValueKind()}");
        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), value))!;
        foreach ((string name, JsonNode? member) in members)
            map.Add(name, Build(value, member, $"{at}.{name}"));
        return map;
    }

    private static object BuildEnum(Type type, JsonNode json)
    {
        if (type.GetConstructor([typeof(long)]) is not { } ofNumber)
            return type.GetConstructor([typeof(string)])!
                .Invoke([json.GetValueKind() == JsonValueKind.String ? json.GetValue<string>() : json.ToJsonString()]);
        return json is JsonValue value && value.TryGetValue(out long number)
            ? ofNumber.Invoke([number])
            : throw new MappingException($"{type.Name} is no {json.GetValueKind()}");
    }

    /// <summary>One of the cases that have room for all of it and are written the same again.</summary>
    private object BuildUnion(Type type, JsonNode json, string at)
    {
        List<string> reasons = [];
        List<object> fitting = [];
        _unions++;
        foreach (ConstructorInfo unionCase in GetCases(type))
        {
            Type held = unionCase.GetParameters().Single().ParameterType;
            try
            {
                object? value = Build(held, json, at);
                if (JsonDifference.Find(json, Dump(value, json, at), absentIsNull: true) is { } difference)
                    throw new MappingException(difference);
                Seen.Add((type, value!.GetType()));
                fitting.Add(unionCase.Invoke([value]));
            }
            catch (MappingException e)
            {
                reasons.Add($"{held.Name}: {e.Message}");
            }
        }

        _unions--;
        MaxCaseCount = Math.Max(MaxCaseCount, fitting.Count);
        return fitting.Count > 0
            ? fitting[Math.Min(PreferredCase, fitting.Count - 1)]
            : throw new MappingException($"{at}: no case of {type.Name} has room for it ({string.Join("; ", reasons)})");
    }

    /// <summary>
    /// Compares a value of a union. If alternatives overlap, a value may be read as another one than it was made for. It has to fit that
    /// one, and members that it does not declare count as undeclared.
    /// </summary>
    private JsonNode? DumpUnion(ApiUnion union, JsonNode? like, string at)
    {
        Type type = union.GetType();
        if (union.IsUnknown)
            return like is JsonObject members && members.All(m => Undeclared.IsUndeclared(m.Key, m.Value))
                ? JsonSerializer.SerializeToNode(union.Value)
                : throw new MappingException($"{at}: {type.Name} does not know the value");
        Seen.Add((type, union.Value.GetType()));
        ReadCases.Add((type, union.Value.GetType()));
        _unions++;
        try
        {
            return Dump(union.Value, like, at);
        }
        finally
        {
            _unions--;
        }
    }

    private object MarkSeen(object value, string at)
    {
        object known = value.GetType().GetProperty("AsKnown")!.GetValue(value)!;
        // An open enum takes a value that belongs to another alternative.
        if (_unions > 0 && known.ToString() == "Unrecognized")
            return value;
        Seen.Add((value.GetType(), known.ToString()));
        return known.ToString() == "Unrecognized"
            ? throw new MappingException($"{at}: {value.GetType().Name} does not know '{((IOpenEnum)value).Value}'")
            : value;
    }

    private Dictionary<string, PropertyInfo> PairMembers(Type type, IEnumerable<string> names)
    {
        if (!_members.TryGetValue(type, out Dictionary<string, PropertyInfo>? members))
            _members[type] = members = [];
        List<string> wire = [.. names.Where(n => !members.ContainsKey(n) && !AcceptsUnknownMembers && !Undeclared.IsUndeclared(n, null))];
        if (wire.Count == 0)
            return members;
        List<PropertyInfo> free =
        [
            .. MemberNames
                .GetSettableProperties(type)
                .Where(p => !members.ContainsValue(p) && p != MemberNames.FindAdditionalProperties(type)),
        ];
        int[] pairs = MemberNames.PairNames(wire, [.. free.Select(p => p.Name)], likeOnly: _unions > 0);
        for (int i = 0; i < wire.Count; i++)
        {
            if (pairs[i] >= 0)
                members[wire[i]] = free[pairs[i]];
        }

        return members;
    }

    private static Type? FindTypeArgument(Type type, Type definition, int index) =>
        type.GetInterfaces()
            .Prepend(type)
            .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == definition)
            ?.GenericTypeArguments[index];
}

/// <summary>A type and a value do not go together.</summary>
internal sealed class MappingException(string message) : Exception(message);
