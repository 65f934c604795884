namespace CfGen.Generator.Model;

internal enum SecuritySchemeKind
{
    Bearer,
    Basic,
    ApiKeyHeader,
    ApiKeyQuery,
    ApiKeyCookie,
    OAuth,
}
