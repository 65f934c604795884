using System.ComponentModel;

namespace CfGen.CodeGen;

/// <summary>How a value travels in the path.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
#if CFGEN_GENERATOR
internal
#else
public
#endif
enum PathStyle
{
    /// <summary><c>1,2</c>, the default of OpenAPI 3.</summary>
    Simple,

    /// <summary><c>.1,2</c>, exploded <c>.1.2</c>.</summary>
    Label,

    /// <summary><c>;a=1,2</c>, exploded <c>;a=1;a=2</c>.</summary>
    Matrix,
}
