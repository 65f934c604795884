using System.ComponentModel;

namespace CfGen.CodeGen;

/// <summary>The source of what is known about the paging of an operation.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
#if CFGEN_GENERATOR
internal
#else
public
#endif
enum PagingOrigin
{
    /// <summary>The parameters and the response of the operation.</summary>
    Document,

    /// <summary>The parameters of other lists of the document. The operation itself names none.</summary>
    Siblings,

    /// <summary>An extension of the operation: <c>x-cfgen-paging</c> or <c>x-ms-pageable</c>.</summary>
    Extension,
}
