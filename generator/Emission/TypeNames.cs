using CfGen.Generator.Model;

namespace CfGen.Generator.Emission;

/// <summary>How emitted code writes the types of the model, and which members of the runtime read and write them.</summary>
internal static class TypeNames
{
    // What NamespaceAliases declares.
    public const string Api = "_api::";
    public const string Runtime = "_cfgen::";
    public const string CodeGen = "_core::";
    public const string Collections = "_generic::";
    public const string Json = "_json::";
    public const string Threading = "_threading::";
    public const string Tasks = "_tasks::";

    public static string ToCSharp(TypeRef type) =>
        type switch
        {
            ScalarType scalar => ToCSharp(scalar.Kind),
            NamedType named => Qualify(named.Name),
            ListType list => $"{Collections}IReadOnlyList<{ToCSharp(list.Item)}>",
            MapType map => $"{Collections}IReadOnlyDictionary<string, {ToCSharp(map.Value)}>",
            NullableType nullable => ToCSharp(nullable.Inner) + "?",
            _ => throw new InvalidOperationException($"No C# type for {type}"),
        };

    public static string Qualify(string name) => Api + name;

    /// <summary>The struct that reads and writes values of the type.</summary>
    public static string GetCodec(TypeRef type) =>
        type switch
        {
            ScalarType scalar => CodeGen + GetCodecName(scalar.Kind),
            NamedType { Kind: NamedKind.Enum } named => $"{CodeGen}EnumCodec<{Qualify(named.Name)}>",
            NamedType named => $"{CodeGen}ModelCodec<{Qualify(named.Name)}>",
            ListType list => $"{CodeGen}ListCodec<{ToCSharp(list.Item)}, {GetCodec(list.Item)}>",
            MapType map => $"{CodeGen}MapCodec<{ToCSharp(map.Value)}, {GetCodec(map.Value)}>",
            NullableType nullable =>
                $"{CodeGen}{(nullable.IsValueType ? "NullableValueCodec" : "NullableReferenceCodec")}<{ToCSharp(nullable.Inner)}, {GetCodec(nullable.Inner)}>",
            _ => throw new InvalidOperationException($"No codec for {type}"),
        };

    /// <summary>The reader's call that gives a value of the type.</summary>
    public static string GetReadCall(TypeRef type, bool nullable)
    {
        string suffix = nullable ? "OrNull" : "";
        if (FindShortMember(type) is { } found)
            return $"r.{found.Name}{suffix}{found.TypeArgument}()";
        string member = nullable && type.IsValueType ? "NullableValue" : "Value" + suffix;
        return $"r.{member}<{ToCSharp(type)}, {GetCodec(type)}>()";
    }

    /// <summary>The writer's call for one property; null is left out.</summary>
    public static string GetWriteCall(TypeRef type, string name, string value) =>
        FindShortMember(type) is { } member
            ? $"w.{member.Name}({name}, {value})"
            : $"w.Value<{ToCSharp(type)}, {GetCodec(type)}>({name}, {value})";

    /// <summary>The members that reader and writer have for a type by name: the common ones, so that emitted lines stay short.</summary>
    private static (string Name, string TypeArgument)? FindShortMember(TypeRef type) =>
        type switch
        {
            ScalarType scalar => (GetShortMemberName(scalar.Kind), ""),
            NamedType { Kind: NamedKind.Enum } named => ("Enum", $"<{Qualify(named.Name)}>"),
            NamedType named => ("Model", $"<{Qualify(named.Name)}>"),
            ListType { Item: NamedType { Kind: NamedKind.Model } item } => ("List", $"<{Qualify(item.Name)}>"),
            MapType { Value: NamedType { Kind: NamedKind.Model } value } => ("Map", $"<{Qualify(value.Name)}>"),
            _ => null,
        };

    private static string ToCSharp(ScalarKind kind) =>
        kind switch
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

    private static string GetShortMemberName(ScalarKind kind) =>
        kind switch
        {
            _ => kind.ToString(),
        };

    private static string GetCodecName(ScalarKind kind) =>
        kind switch
        {
            ScalarKind.Json => "JsonElementCodec",
            _ => kind + "Codec",
        };
}
