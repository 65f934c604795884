namespace CfGen.Generator.Model;

internal enum ParameterLocation
{
    Path,
    Query,
    Header,
    Cookie,

    /// <summary>All of the query (3.2).</summary>
    QueryString,
}
