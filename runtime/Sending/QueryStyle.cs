using System.ComponentModel;

namespace CfGen.Infrastructure;

/// <summary>How a list travels in the query.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum QueryStyle
{
    /// <summary><c>a=1&amp;a=2</c>, the default of OpenAPI 3.</summary>
    FormExplode,

    /// <summary><c>a=1,2</c>.</summary>
    Form,

    /// <summary><c>a=1%202</c>.</summary>
    SpaceDelimited,

    /// <summary><c>a=1|2</c>, encoded.</summary>
    PipeDelimited,
}
