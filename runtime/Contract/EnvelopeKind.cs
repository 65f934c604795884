using System.ComponentModel;

namespace CfGen.CodeGen;

/// <summary>The envelope of an operation's responses.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
#if CFGEN_GENERATOR
internal
#else
public
#endif
enum EnvelopeKind
{
    /// <summary>None: the body is the value.</summary>
    None,

    /// <summary><c>{ success, errors, messages, result }</c>; the value is <c>result</c>.</summary>
    Result,

    /// <summary><c>{ success, errors, messages }</c> without a result.</summary>
    NoResult,
}
