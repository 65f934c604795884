using CfGen.Generator.Model;
using static CfGen.Generator.Emission.RuntimeApi;

namespace CfGen.Generator.Emission;

/// <summary>The types of the model as emitted code writes them, and the calls that read and write their values.</summary>
internal static class TypeNames
{
    public static string ToCSharp(TypeRef type) =>
        type switch
        {
            ScalarType scalar => ToCSharp(scalar.Kind),
            NamedType named => Qualify(named.Name),
            OwnType own => OwnTypeEmitter.GetAlias(own),
            ListType list => $"{NamespaceAliases.Collections}IReadOnlyList<{ToCSharp(list.Item)}>",
            MapType map => $"{NamespaceAliases.Collections}IReadOnlyDictionary<string, {ToCSharp(map.Value)}>",
            NullableType nullable => ToCSharp(nullable.Inner) + "?",
            _ => throw new InvalidOperationException($"No C# type for {type}."),
        };

    /// <summary>The type as a reference in XML documentation: no nullable reference types, and braces for type arguments.</summary>
    public static string ToCref(TypeRef type) =>
        type switch
        {
            ListType list => $"{NamespaceAliases.Collections}IReadOnlyList{{{ToCref(list.Item)}}}",
            MapType map => $"{NamespaceAliases.Collections}IReadOnlyDictionary{{string, {ToCref(map.Value)}}}",
            NullableType nullable => ToCref(nullable.Inner) + (nullable.IsValueType ? "?" : ""),
            _ => ToCSharp(type),
        };

    public static string Qualify(string name) => NamespaceAliases.Api + name;

    /// <summary>The struct that reads and writes values of the type.</summary>
    public static string GetCodec(TypeRef type) =>
        type switch
        {
            ScalarType { NumberText: NumberText.None } scalar => Codecs.ForScalar(scalar.Kind),
            ScalarType number =>
                $"{(number.NumberText == NumberText.Write ? Codecs.NumberAsText : Codecs.NumberOrText)}<{ToCSharp(number.Kind)}, {Codecs.ForScalar(number.Kind)}>",
            NamedType { Kind: NamedKind.Enum } named => $"{Codecs.Enum}<{Qualify(named.Name)}>",
            NamedType named => $"{Codecs.Model}<{Qualify(named.Name)}>",
            ListType list => $"{Codecs.List}<{ToCSharp(list.Item)}, {GetCodec(list.Item)}>",
            MapType map => $"{Codecs.Map}<{ToCSharp(map.Value)}, {GetCodec(map.Value)}>",
            OwnType own => OwnTypeEmitter.GetCodec(own, nullable: false),
            NullableType { Inner: OwnType own } => OwnTypeEmitter.GetCodec(own, nullable: true),
            NullableType nullable =>
                $"{(nullable.IsValueType ? Codecs.NullableValue : Codecs.NullableReference)}<{ToCSharp(nullable.Inner)}, {GetCodec(nullable.Inner)}>",
            _ => throw new InvalidOperationException($"No codec for {type}."),
        };

    /// <summary>The reader's call that returns a value of the type.</summary>
    public static string GetReadCall(TypeRef type, bool nullable)
    {
        if (FindShortMember(type) is { } found)
            return $"r.{(nullable ? JsonModelReader.OrNull(found.Name) : found.Name)}{found.TypeArgument}()";
        if (nullable && type is OwnType)
            (type, nullable) = (new NullableType(type), false);
        string member =
            !nullable ? JsonValue.Value
            : type.IsValueType ? JsonModelReader.NullableValue
            : JsonModelReader.OrNull(JsonValue.Value);
        return $"r.{member}<{ToCSharp(type)}, {GetCodec(type)}>()";
    }

    /// <summary>The writer's call for one property; the writer decides on null.</summary>
    public static string GetWriteCall(string writer, TypeRef type, string name, string value) =>
        FindShortMember(type) is { } found
            ? $"{writer}.{found.Name}({name}, {value})"
            : $"{writer}.{JsonValue.Value}<{ToCSharp(type)}, {GetCodec(type)}>({name}, {value})";

    /// <summary>The members that reader and writer have for the common types, so that emitted lines stay short.</summary>
    private static (string Name, string TypeArgument)? FindShortMember(TypeRef type) =>
        type switch
        {
            ScalarType { NumberText: NumberText.None } scalar when JsonValue.ForScalar(scalar.Kind) is { } member => (member, ""),
            NamedType { Kind: NamedKind.Enum } named => (JsonValue.Enum, $"<{Qualify(named.Name)}>"),
            NamedType named => (JsonValue.Model, $"<{Qualify(named.Name)}>"),
            ListType { Item: NamedType { Kind: NamedKind.Model } item } => (JsonValue.List, $"<{Qualify(item.Name)}>"),
            MapType { Value: NamedType { Kind: NamedKind.Model } value } => (JsonValue.Map, $"<{Qualify(value.Name)}>"),
            _ => null,
        };

    private static string ToCSharp(ScalarKind kind) =>
        kind switch
        {
            ScalarKind.String => "string",
            ScalarKind.Boolean => "bool",
            ScalarKind.Int32 => "int",
            ScalarKind.Int64 => "long",
            ScalarKind.UInt64 => "ulong",
            ScalarKind.Int128 => "global::System.Int128",
            ScalarKind.UInt128 => "global::System.UInt128",
            ScalarKind.Single => "float",
            ScalarKind.Double => "double",
            ScalarKind.Decimal => "decimal",
            ScalarKind.Guid => "global::System.Guid",
            ScalarKind.DateTime => "global::System.DateTimeOffset",
            ScalarKind.Date => "global::System.DateOnly",
            ScalarKind.Time => "global::System.TimeOnly",
            ScalarKind.OffsetTime => OffsetTime.Type,
            ScalarKind.Duration or ScalarKind.TimeSpan => "global::System.TimeSpan",
            ScalarKind.Uri => "global::System.Uri",
            ScalarKind.Bytes => "byte[]",
            ScalarKind.IPAddress => "global::System.Net.IPAddress",
            ScalarKind.Json => NamespaceAliases.Json + "JsonElement",
            ScalarKind.File => ApiFile.Type,
            ScalarKind.Stream => "global::System.IO.Stream",
            _ => throw new InvalidOperationException($"No C# type for {kind}."),
        };
}
