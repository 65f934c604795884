using CfGen.Generator.Model;

namespace CfGen.Generator.Emission;

/// <content>Requests: parameters, bodies, sending, paging and validation.</content>
internal static partial class RuntimeApi
{
    internal static class ApiRequestBuilder
    {
        public const string Type = CodeGen + "ApiRequestBuilder";
        public const string AllowReserved = "AllowReserved";
        public const string AddString = "AddString";
        public const string AddInt64 = "AddInt64";
        public const string AddDouble = "AddDouble";
        public const string AddDecimal = "AddDecimal";
        public const string AddBoolean = "AddBoolean";
        public const string AddGuid = "AddGuid";
        public const string AddDateTime = "AddDateTime";
        public const string AddDate = "AddDate";
        public const string AddTime = "AddTime";
        public const string AddOffsetTime = "AddOffsetTime";
        public const string AddDuration = "AddDuration";
        public const string AddTimeSpan = "AddTimeSpan";
        public const string AddEnum = "AddEnum";
        public const string AddList = "AddList";
        public const string AddObject = "AddObject";
        public const string CheckKeys = "CheckKeys";
        public const string WithFreeFormBody = "WithFreeFormBody";
        public const string WithStream = "WithStream";
        public const string WithJsonBody = "WithJsonBody";
        public const string WithJsonLinesBody = "WithJsonLinesBody";
        public const string WithFormBody = "WithFormBody";
        public const string WithMultipartBody = "WithMultipartBody";
        public const string WithTextBody = "WithTextBody";
        public const string WithStreamBody = "WithStreamBody";
        public const string SendAsync = "SendAsync";
        public const string SendWithResponseAsync = "SendWithResponseAsync";
        public const string SendForResultAsync = "SendForResultAsync";
        public const string SendForResponseAsync = "SendForResponseAsync";
        public const string SendForTextAsync = "SendForTextAsync";
        public const string SendForTextResponseAsync = "SendForTextResponseAsync";
        public const string SendForStreamAsync = "SendForStreamAsync";
        public const string SendForStreamResponseAsync = "SendForStreamResponseAsync";
        public const string StreamJsonLines = "StreamJsonLines";
        public const string StreamEvents = "StreamEvents";
        public const string ToPageable = "ToPageable";

        public const string Style = "style";
        public const string Explode = "explode";
        public const string Expression = "expression";

        /// <summary>
        /// The method for a value that is a text. With overloads csc would have to choose among a dozen, each with optional arguments, for
        /// every parameter of every operation.
        /// </summary>
        public static string AddValue(TypeRef type) =>
            type switch
            {
                ScalarType { Kind: ScalarKind.Int32 or ScalarKind.Int64 } => AddInt64,
                ScalarType { Kind: ScalarKind.Single or ScalarKind.Double } => AddDouble,
                ScalarType { Kind: ScalarKind.Decimal or ScalarKind.UInt64 } => AddDecimal,
                ScalarType { Kind: ScalarKind.Boolean } => AddBoolean,
                ScalarType { Kind: ScalarKind.Guid } => AddGuid,
                ScalarType { Kind: ScalarKind.DateTime } => AddDateTime,
                ScalarType { Kind: ScalarKind.Date } => AddDate,
                ScalarType { Kind: ScalarKind.Time } => AddTime,
                ScalarType { Kind: ScalarKind.OffsetTime } => AddOffsetTime,
                ScalarType { Kind: ScalarKind.Duration } => AddDuration,
                ScalarType { Kind: ScalarKind.TimeSpan } => AddTimeSpan,
                NamedType => AddEnum,
                ListType => AddList,
                _ => AddString,
            };

        public static string WithBody(ContentKind kind) =>
            kind switch
            {
                ContentKind.Json => WithJsonBody,
                ContentKind.JsonLines => WithJsonLinesBody,
                ContentKind.Form => WithFormBody,
                ContentKind.Multipart => WithMultipartBody,
                ContentKind.Text => WithTextBody,
                ContentKind.Stream => WithStreamBody,
                _ => throw new InvalidOperationException($"No request body for {kind}."),
            };
    }

    /// <summary>The values of the enums that generator and runtime share.</summary>
    internal static class ContractEnums
    {
        public const string EnvelopeKind = CodeGen + "EnvelopeKind";
        public const string PagingOrigin = CodeGen + "PagingOrigin";
        public const string PagingStyle = CodeGen + "PagingStyle";
        public const string ParameterLocation = CodeGen + "ParameterLocation";
        public const string ParameterStyle = CodeGen + "ParameterStyle";
        public const string SsePayload = CodeGen + "SsePayload";
        public const string StringFormat = CodeGen + "StringFormat";

        public static string Format(EnvelopeKind value) => $"{EnvelopeKind}.{value}";

        public static string Format(PagingOrigin value) => $"{PagingOrigin}.{value}";

        public static string Format(PagingStyle value) => $"{PagingStyle}.{value}";

        public static string Format(ParameterLocation value) => $"{ParameterLocation}.{value}";

        public static string Format(ParameterStyle value) => $"{ParameterStyle}.{value}";

        public static string Format(SsePayload value) => $"{SsePayload}.{value}";

        public static string Format(StringFormat value) => $"{StringFormat}.{value}";
    }

    internal static class PagingInfo
    {
        public const string Type = CodeGen + "PagingInfo";
        public const string ItemsPath = "ItemsPath";
        public const string PageParameter = "PageParameter";
        public const string SizeParameter = "SizeParameter";
        public const string NextPath = "NextPath";
        public const string Origin = "Origin";
        public const string HasMorePath = "HasMorePath";
        public const string LastPath = "LastPath";
        public const string TotalCountPath = "TotalCountPath";
        public const string PageCountPath = "PageCountPath";
        public const string ItemIdProperty = "ItemIdProperty";
        public const string FirstPage = "FirstPage";
        public const string HasBody = "HasBody";

        public static string ForSetting(PagingSettingName name) =>
            name switch
            {
                PagingSettingName.Items => ItemsPath,
                PagingSettingName.Parameter => PageParameter,
                PagingSettingName.Size => SizeParameter,
                PagingSettingName.Next => NextPath,
                PagingSettingName.More => HasMorePath,
                PagingSettingName.Last => LastPath,
                PagingSettingName.Total => TotalCountPath,
                PagingSettingName.Pages => PageCountPath,
                PagingSettingName.Id => ItemIdProperty,
                _ => FirstPage,
            };
    }

    internal static class IFormModel
    {
        public const string Type = CodeGen + "IFormModel";
        public const string Write = "Write";
    }

    internal static class IMultipartModel
    {
        public const string Type = CodeGen + "IMultipartModel";
        public const string Write = "Write";
    }

    internal static class FormWriter
    {
        public const string Type = CodeGen + "FormWriter";
    }

    internal static class MultipartWriter
    {
        public const string Type = CodeGen + "MultipartWriter";
        public const string File = "File";
        public const string Files = "Files";
        public const string Header = "Header";
    }

    /// <summary>The members that both kinds of forms have.</summary>
    internal static class FormValues
    {
        public const string Form = FormWriter.Type;
        public const string Multipart = MultipartWriter.Type;
        public const string Value = "Value";
        public const string Values = "Values";
        public const string Style = "style";
        public const string Explode = "explode";
    }

    internal static class IValidatable
    {
        public const string Type = CodeGen + "IValidatable";
        public const string Validate = "Validate";
    }

    internal static class BodyValidator
    {
        public const string Type = CodeGen + "BodyValidator";
        public const string Required = "Required";
        public const string String = "String";
        public const string Strings = "Strings";
        public const string Number = "Number";
        public const string Uri = "Uri";
        public const string Items = "Items";
        public const string List = "List";
        public const string Map = "Map";
        public const string Model = "Model";
        public const string AdditionalProperties = "AdditionalProperties";
        public const string PartHeader = "PartHeader";
        public const string Keys = "Keys";
        public const string RequiredWith = "RequiredWith";
        public const string RestCount = "RestCount";
        public const string RestItems = "RestItems";
    }

    internal static class StringPattern
    {
        public const string Type = CodeGen + "StringPattern";
        public const string Create = "Create";
    }

    /// <summary>The parameters of the checks, which are passed by name; those of <see cref="ValueKeywords"/> too.</summary>
    internal static class Rules
    {
        public const string Request = ApiRequestBuilder.Type;
        public const string Body = BodyValidator.Type;
        public const string Format = "format";
        public const string Names = "names";
    }
}
