using System.ComponentModel;

namespace CfGen.CodeGen;

/// <summary>How a list or an object travels in the query or in a form.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
#if CFGEN_GENERATOR
internal
#else
public
#endif
enum QueryStyle
{
    /// <summary><c>a=1&amp;a=2</c>, the default of OpenAPI 3.</summary>
    FormExplode,

    /// <summary><c>a=1,2</c>.</summary>
    Form,

    /// <summary><c>a=1%202</c>.</summary>
    SpaceDelimited,

    /// <summary><c>a=1|2</c>, encoded.</summary>
    PipeDelimited,

    /// <summary><c>a[x]=1&amp;a[y]=2</c>; the items of lists are counted: <c>a[0]=1</c>.</summary>
    DeepObject,

    /// <summary>Objects as the text of their JSON.</summary>
    Json,
}
