namespace CfGen.Generator.Model;

internal enum SecuritySchemeKind
{
    Bearer,
    Basic,
    Header,
    Query,
    Cookie,
    OAuth,
}
