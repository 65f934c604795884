using System.ComponentModel;

namespace CfGen.CodeGen;

/// <summary>
/// The serialization of a parameter, or of a form field: <c>style</c> of the document. The examples are the list 1, 2 of a parameter named
/// a.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
#if CFGEN_GENERATOR
internal
#else
public
#endif
enum ParameterStyle
{
    /// <summary><c>1,2</c>: the default of paths and headers.</summary>
    Simple,

    /// <summary><c>.1,2</c>, exploded <c>.1.2</c>.</summary>
    Label,

    /// <summary><c>;a=1,2</c>, exploded <c>;a=1;a=2</c>.</summary>
    Matrix,

    /// <summary><c>a=1,2</c>, exploded <c>a=1&amp;a=2</c>: the default of queries.</summary>
    Form,

    /// <summary><c>a=1%202</c>, exploded as <see cref="Form"/>.</summary>
    SpaceDelimited,

    /// <summary><c>a=1%7C2</c>, exploded as <see cref="Form"/>.</summary>
    PipeDelimited,

    /// <summary><c>a=1%092</c>, exploded as <see cref="Form"/>: <c>tsv</c> of Swagger 2.0.</summary>
    TabDelimited,

    /// <summary><c>a[0]=1&amp;a[1]=2</c>; properties of objects are in the brackets: <c>a[x]=1</c>.</summary>
    DeepObject,

    /// <summary>The JSON of the value; a string is itself.</summary>
    Json,
}
