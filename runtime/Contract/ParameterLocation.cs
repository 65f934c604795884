using System.ComponentModel;

namespace CfGen.CodeGen;

/// <summary>The part of a request that carries a parameter: <c>in</c> of the document.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
#if CFGEN_GENERATOR
internal
#else
public
#endif
enum ParameterLocation
{
    /// <summary>A segment of the path, or a part of one.</summary>
    Path,

    /// <summary>A parameter of the query.</summary>
    Query,

    /// <summary>A header.</summary>
    Header,

    /// <summary>A cookie.</summary>
    Cookie,

    /// <summary>The whole query.</summary>
    QueryString,
}
