using CfGen.Generator.Model;

namespace CfGen.Generator.Emission;

/// <content>Readers, writers and tables of the types that go through JSON.</content>
internal static partial class RuntimeApi
{
    internal static class IJsonModel
    {
        public const string Type = CodeGen + "IJsonModel";
        public const string Read = "Read";
        public const string Write = "Write";
    }

    internal static class IValueCodec
    {
        public const string Type = CodeGen + "IValueCodec";
        public const string Read = "Read";
        public const string Write = "Write";
    }

    internal static class JsonModelReader
    {
        public const string Type = CodeGen + "JsonModelReader";
        public const string ReadStartObject = "ReadStartObject";
        public const string ReadEndObject = "ReadEndObject";
        public const string HasMoreProperties = "HasMoreProperties";
        public const string IsProperty = "IsProperty";
        public const string CaptureUnknown = "CaptureUnknown";
        public const string SkipUnknown = "SkipUnknown";
        public const string AdditionalProperty = "AdditionalProperty";
        public const string RequireProperty = "RequireProperty";
        public const string SelectCase = "SelectCase";
        public const string ReadCase = "ReadCase";
        public const string ReadStartTuple = "ReadStartTuple";
        public const string ReadEndTuple = "ReadEndTuple";
        public const string HasItem = "HasItem";
        public const string Item = "Item";

        /// <summary>A value of a type of the project, by its codec or its contract.</summary>
        public const string Own = "Own";
        public const string IsNull = "IsNull";

        /// <summary>Any struct, by its codec, or null.</summary>
        public const string NullableValue = "NullableValue";

        /// <summary>The member that reads null too, for a member of <see cref="JsonValue"/>.</summary>
        public static string OrNull(string member) => member + "OrNull";
    }

    internal static class JsonModelWriter
    {
        public const string Type = CodeGen + "JsonModelWriter";
        public const string WriteStartObject = "WriteStartObject";
        public const string WriteEndObject = "WriteEndObject";
        public const string AdditionalProperties = "AdditionalProperties";
        public const string WriteCase = "WriteCase";
        public const string IsRequest = "IsRequest";
        public const string OrNull = "OrNull";
        public const string WriteStartArray = "WriteStartArray";
        public const string WriteEndArray = "WriteEndArray";
        public const string Own = "Own";
        public const string Null = "Null";
        public const string Item = "Item";
        public const string Items = "Items";
        public const string Hide = "Hide";
    }

    internal static class ModelText
    {
        public const string Type = CodeGen + "ModelText";
        public const string Print = "Print";
        public const string Member = "Member";
        public const string Secret = "Secret";
    }

    /// <summary>The properties of a record that are sent as null.</summary>
    internal static class NullMembers
    {
        public const string Type = CodeGen + "NullMembers";
        public const string Mark = "Mark";
        public const string IsSent = "IsSent";
        public const string Keep = "Keep";
        public const string Merge = "Merge";
        public const string Select = "Select";
    }

    /// <summary>Values of one property, as reader and writer name them both.</summary>
    internal static class JsonValue
    {
        public const string Reader = JsonModelReader.Type;
        public const string Writer = JsonModelWriter.Type;
        public const string String = "String";
        public const string Boolean = "Boolean";
        public const string Int32 = "Int32";
        public const string Int64 = "Int64";
        public const string Single = "Single";
        public const string Double = "Double";
        public const string Decimal = "Decimal";
        public const string Guid = "Guid";
        public const string DateTime = "DateTime";
        public const string Date = "Date";
        public const string Time = "Time";
        public const string Duration = "Duration";
        public const string Uri = "Uri";
        public const string Bytes = "Bytes";
        public const string IPAddress = "IPAddress";
        public const string Json = "Json";
        public const string Enum = "Enum";
        public const string Model = "Model";
        public const string List = "List";
        public const string Map = "Map";

        /// <summary>Any type, by its codec.</summary>
        public const string Value = "Value";

        /// <summary>The members for a type; null for the rarer ones, which are read and written by their codecs.</summary>
        public static string? ForScalar(ScalarKind kind) =>
            kind switch
            {
                ScalarKind.String => String,
                ScalarKind.Boolean => Boolean,
                ScalarKind.Int32 => Int32,
                ScalarKind.Int64 => Int64,
                ScalarKind.Single => Single,
                ScalarKind.Double => Double,
                ScalarKind.Decimal => Decimal,
                ScalarKind.Guid => Guid,
                ScalarKind.DateTime => DateTime,
                ScalarKind.Date => Date,
                ScalarKind.Time => Time,
                ScalarKind.Duration => Duration,
                ScalarKind.Uri => Uri,
                ScalarKind.Bytes => Bytes,
                ScalarKind.IPAddress => IPAddress,
                ScalarKind.Json => Json,
                _ => null,
            };
    }

    internal static class Codecs
    {
        public const string String = CodeGen + "StringCodec";
        public const string Boolean = CodeGen + "BooleanCodec";
        public const string Int32 = CodeGen + "Int32Codec";
        public const string Int64 = CodeGen + "Int64Codec";
        public const string UInt64 = CodeGen + "UInt64Codec";
        public const string Int128 = CodeGen + "Int128Codec";
        public const string UInt128 = CodeGen + "UInt128Codec";
        public const string NumberOrText = CodeGen + "NumberOrTextCodec";
        public const string NumberAsText = CodeGen + "NumberAsTextCodec";
        public const string Single = CodeGen + "SingleCodec";
        public const string Double = CodeGen + "DoubleCodec";
        public const string Decimal = CodeGen + "DecimalCodec";
        public const string Guid = CodeGen + "GuidCodec";
        public const string DateTime = CodeGen + "DateTimeCodec";
        public const string Date = CodeGen + "DateCodec";
        public const string Time = CodeGen + "TimeCodec";
        public const string OffsetTime = CodeGen + "OffsetTimeCodec";
        public const string Duration = CodeGen + "DurationCodec";
        public const string TimeSpan = CodeGen + "TimeSpanCodec";
        public const string Uri = CodeGen + "UriCodec";
        public const string Bytes = CodeGen + "BytesCodec";
        public const string IPAddress = CodeGen + "IPAddressCodec";
        public const string JsonElement = CodeGen + "JsonElementCodec";
        public const string Enum = CodeGen + "EnumCodec";
        public const string Model = CodeGen + "ModelCodec";
        public const string List = CodeGen + "ListCodec";
        public const string Map = CodeGen + "MapCodec";
        public const string NullableValue = CodeGen + "NullableValueCodec";
        public const string NullableReference = CodeGen + "NullableReferenceCodec";

        public static string ForScalar(ScalarKind kind) =>
            kind switch
            {
                ScalarKind.String => String,
                ScalarKind.Boolean => Boolean,
                ScalarKind.Int32 => Int32,
                ScalarKind.Int64 => Int64,
                ScalarKind.UInt64 => UInt64,
                ScalarKind.Int128 => Int128,
                ScalarKind.UInt128 => UInt128,
                ScalarKind.Single => Single,
                ScalarKind.Double => Double,
                ScalarKind.Decimal => Decimal,
                ScalarKind.Guid => Guid,
                ScalarKind.DateTime => DateTime,
                ScalarKind.Date => Date,
                ScalarKind.Time => Time,
                ScalarKind.OffsetTime => OffsetTime,
                ScalarKind.Duration => Duration,
                ScalarKind.TimeSpan => TimeSpan,
                ScalarKind.Uri => Uri,
                ScalarKind.Bytes => Bytes,
                ScalarKind.IPAddress => IPAddress,
                ScalarKind.Json => JsonElement,
                _ => throw new InvalidOperationException($"No codec for {kind}."),
            };
    }

    /// <summary>The JSON properties that a record keeps although its schema does not name them.</summary>
    internal static class UnknownProperties
    {
        public const string Type = CodeGen + "UnknownProperties";
    }

    internal static class IOpenEnum
    {
        public const string Type = CodeGen + "IOpenEnum";
        public const string Table = "Table";
        public const string From = "From";
        public const string Value = "Value";
    }

    internal static class OpenEnumTable
    {
        public const string Type = CodeGen + "OpenEnumTable";
        public const string CreateMixed = "CreateMixed";
        public const string FindOrdinal = "FindOrdinal";
        public const string NotNull = "NotNull";
        public const string WithNumbers = "WithNumbers";
    }

    internal static class UnionTable
    {
        public const string Type = CodeGen + "UnionTable";
        public const string Object = "Object";
        public const string ImplicitMapping = "ImplicitMapping";
        public const string Base = "Base";
        public const string Value = "Value";
        public const string Tuple = "Tuple";
        public const string Read = "Read";
        public const string RequireUnambiguous = "requireUnambiguous";
    }
}
