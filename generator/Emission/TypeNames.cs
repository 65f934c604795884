using CfGen.Generator.Model;

namespace CfGen.Generator.Emission;

/// <summary>How emitted code writes the types of the model, and which members of the runtime read and write them.</summary>
internal static class TypeNames
{
    // What NamespaceAliases declares.
    public const string Own = "_api::";
    public const string Runtime = "_cfgen::";
    public const string Infrastructure = "_core::";
    public const string Generic = "_generic::";
    public const string Json = "_json::";
    public const string Threading = "_threading::";
    public const string Tasks = "_tasks::";

    public static string CSharp(TypeRef type) => type switch
    {
        ScalarType scalar => CSharp(scalar.Kind),
        NamedType named => Named(named.Name),
        ListType list => $"{Generic}IReadOnlyList<{CSharp(list.Item)}>",
        MapType map => $"{Generic}IReadOnlyDictionary<string, {CSharp(map.Value)}>",
        NullableType nullable => CSharp(nullable.Inner) + "?",
        _ => throw new InvalidOperationException($"No C# type for {type}"),
    };

    public static string Named(string name) => Own + name;

    /// <summary>The struct that reads and writes values of the type.</summary>
    public static string Codec(TypeRef type) => type switch
    {
        ScalarType scalar => Infrastructure + CodecName(scalar.Kind),
        NamedType { Kind: NamedKind.Enum } named => $"{Infrastructure}EnumCodec<{Named(named.Name)}>",
        NamedType named => $"{Infrastructure}ModelCodec<{Named(named.Name)}>",
        ListType list => $"{Infrastructure}ListCodec<{CSharp(list.Item)}, {Codec(list.Item)}>",
        MapType map => $"{Infrastructure}MapCodec<{CSharp(map.Value)}, {Codec(map.Value)}>",
        NullableType nullable => $"{Infrastructure}{(nullable.IsValueType ? "NullableCodec" : "NullCodec")}<{CSharp(nullable.Inner)}, {Codec(nullable.Inner)}>",
        _ => throw new InvalidOperationException($"No codec for {type}"),
    };

    /// <summary>The reader's call that gives a value of the type.</summary>
    public static string Read(TypeRef type, bool nullable)
    {
        string suffix = nullable ? "OrNull" : "";
        if (Member(type) is { } member)
            return $"r.{member.Name}{suffix}{member.TypeArgument}()";
        if (nullable && type.IsValueType)
            suffix += "S";
        return $"r.Value{suffix}<{CSharp(type)}, {Codec(type)}>()";
    }

    /// <summary>The writer's call for one property; null is left out.</summary>
    public static string Write(TypeRef type, string name, string value) => Member(type) is { } member
        ? $"w.{member.Name}({name}, {value})"
        : $"w.Value<{CSharp(type)}, {Codec(type)}>({name}, {value})";

    /// <summary>The members that reader and writer have for a type by name: the common ones, so that emitted lines stay short.</summary>
    private static (string Name, string TypeArgument)? Member(TypeRef type) => type switch
    {
        ScalarType scalar => (MemberName(scalar.Kind), ""),
        NamedType { Kind: NamedKind.Enum } named => ("Enum", $"<{Named(named.Name)}>"),
        NamedType named => ("Model", $"<{Named(named.Name)}>"),
        ListType { Item: NamedType { Kind: NamedKind.Model } item } => ("List", $"<{Named(item.Name)}>"),
        MapType { Value: NamedType { Kind: NamedKind.Model } value } => ("Map", $"<{Named(value.Name)}>"),
        _ => null,
    };

    private static string CSharp(ScalarKind kind) => kind switch
    {
        ScalarKind.String => "string",
        ScalarKind.Boolean => "bool",
        ScalarKind.Int32 => "int",
        ScalarKind.Int64 => "long",
        ScalarKind.Single => "float",
        ScalarKind.Double => "double",
        ScalarKind.Decimal => "decimal",
        ScalarKind.Guid => "global::System.Guid",
        ScalarKind.DateTime => "global::System.DateTimeOffset",
        ScalarKind.Date => "global::System.DateOnly",
        ScalarKind.Time => "global::System.TimeOnly",
        ScalarKind.Duration => "global::System.TimeSpan",
        ScalarKind.Uri => "global::System.Uri",
        ScalarKind.Bytes => "byte[]",
        ScalarKind.IPAddress => "global::System.Net.IPAddress",
        ScalarKind.Json => Json + "JsonElement",
        ScalarKind.File => Runtime + "ApiFile",
        ScalarKind.Stream => "global::System.IO.Stream",
        _ => throw new InvalidOperationException($"No C# type for {kind}"),
    };

    private static string MemberName(ScalarKind kind) => kind switch
    {
        ScalarKind.String => "Str",
        ScalarKind.Boolean => "Bool",
        _ => kind.ToString(),
    };

    private static string CodecName(ScalarKind kind) => kind switch
    {
        ScalarKind.Json => "JsonElementCodec",
        _ => kind + "Codec",
    };
}
