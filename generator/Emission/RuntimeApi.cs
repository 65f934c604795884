using CfGen.Generator.Model;

namespace CfGen.Generator.Emission;

/// <summary>
/// The types and members of the runtime that emitted code uses. Emitters name none of them themselves, so that this class is the list of
/// what the runtime has to keep. A nested class represents one type of the runtime: <c>Type</c> is its name as emitted code writes it,
/// every other constant is one of its members. Tests resolve all of them against the runtime's assembly, and against the code that is
/// really emitted.
/// </summary>
internal static partial class RuntimeApi
{
    private const string Client = NamespaceAliases.Runtime;
    private const string CodeGen = NamespaceAliases.CodeGen;

    internal static class ApiClientOptions
    {
        public const string Type = Client + "ApiClientOptions";
        public const string Definition = "Definition";
        public const string GetCredential = "GetCredential";
        public const string SetCredential = "SetCredential";
        public const string GetBasicPassword = "GetBasicPassword";
        public const string SetBasicPassword = "SetBasicPassword";
        public const string GetTokenProvider = "GetTokenProvider";
        public const string SetTokenProvider = "SetTokenProvider";
        public const string SetClientCredentials = "SetClientCredentials";
        public const string GetServerVariable = "GetServerVariable";
        public const string SetServerVariable = "SetServerVariable";
        public const string GetClientParameter = "GetClientParameter";
        public const string SetClientParameter = "SetClientParameter";
        public const string ReadEnvironment = "ReadEnvironment";
    }

    internal static class ApiTokenContext
    {
        public const string Type = Client + "ApiTokenContext";
    }

    internal static class ApiAccessToken
    {
        public const string Type = Client + "ApiAccessToken";
    }

    internal static class ApiClientCredentials
    {
        public const string Type = Client + "ApiClientCredentials";
    }

    internal static class RequestOptions
    {
        public const string Type = Client + "RequestOptions";
    }

    internal static class ApiOperationAttribute
    {
        public const string Type = Client + "ApiOperation";
    }

    internal static class OffsetTime
    {
        public const string Type = Client + "OffsetTime";
    }

    internal static class ApiFile
    {
        public const string Type = Client + "ApiFile";
    }

    internal static class ApiResponse
    {
        public const string Type = Client + "ApiResponse";
    }

    internal static class Pageable
    {
        public const string Type = Client + "Pageable";
    }

    internal static class ApiUnion
    {
        public const string Type = Client + "ApiUnion";
        public const string CaseIndex = "CaseIndex";
        public const string Value = "Value";
    }

    internal static class JsonModelConverter
    {
        public const string Type = Client + "JsonModelConverter";
    }

    internal static class OpenEnumConverter
    {
        public const string Type = Client + "OpenEnumConverter";
    }

    /// <summary>The exception as documentation names it, by its full name.</summary>
    internal static class ApiException
    {
        public const string Type = "global::CfGen.ApiException";
    }

    /// <inheritdoc cref="ApiException"/>
    internal static class ApiValidationException
    {
        public const string Type = "global::CfGen.ApiValidationException";
    }

    internal static class ApiConnection
    {
        public const string Type = CodeGen + "ApiConnection";
        public const string None = "None";
        public const string CreateRequest = "CreateRequest";
        public const string Send = "SendAsync";
        public const string GetOption = "GetOption";
        public const string DescribeOption = "DescribeOption";
        public const string Dispose = "Dispose";
    }

    internal static class ApiDefinition
    {
        public const string Type = CodeGen + "ApiDefinition";
        public const string ServerVariables = "ServerVariables";
        public const string ClientParameters = "ClientParameters";
    }

    internal static class ClientParameter
    {
        public const string Type = CodeGen + "ClientParameter";
    }

    internal static class ServerVariable
    {
        public const string Type = CodeGen + "ServerVariable";
    }

    internal static class BearerScheme
    {
        public const string Type = CodeGen + "BearerScheme";
        public const string ProviderName = "ProviderName";
        public const string TokenUrl = "TokenUrl";
    }

    internal static class ClientRegistration
    {
        public const string Type = CodeGen + "ClientRegistration";
        public const string Register = "Register";
        public const string GetOptionsName = "GetOptionsName";
        public const string Configure = "Configure";
        public const string ReadEnvironment = "ReadEnvironment";
        public const string ReadSection = "ReadSection";
        public const string ReadClientCredentials = "ReadClientCredentials";
        public const string Parse = "Parse";
        public const string CreateUnsupportedException = "CreateUnsupportedException";
        public const string Validate = "Validate";
        public const string CreatePrimaryHandler = "CreatePrimaryHandler";
        public const string ConfigureClient = "ConfigureClient";
    }

    internal static class FactoryHandler
    {
        public const string Type = CodeGen + "FactoryHandler";
    }

    internal static class DecompressionHandler
    {
        public const string Type = CodeGen + "DecompressionHandler";
    }

    /// <summary>The security schemes: a type for each <see cref="SecuritySchemeKind"/>.</summary>
    internal static class SecurityScheme
    {
        public static string ForKind(SecuritySchemeKind kind) => CodeGen + kind.ClassName;
    }

    internal static class ApiOperationInfo
    {
        public const string Type = CodeGen + "ApiOperationInfo";
        public const string ServerUrl = "ServerUrl";
        public const string Security = "Security";
        public const string Scopes = "Scopes";
        public const string Envelope = "Envelope";
        public const string IsResultRequired = "IsResultRequired";
        public const string Accept = "Accept";
        public const string IsValueRequired = "IsValueRequired";
        public const string ValueStatusCodes = "ValueStatusCodes";
        public const string IdempotencyHeader = "IdempotencyHeader";
        public const string Permissions = "Permissions";
    }
}
