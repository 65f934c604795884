using System.ComponentModel;

namespace CfGen.CodeGen;

/// <summary>What the answers of an operation are wrapped in.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum EnvelopeKind
{
    /// <summary>Nothing: the body is the value.</summary>
    None,

    /// <summary><c>{ success, errors, messages, result }</c>; the value is <c>result</c>.</summary>
    Result,

    /// <summary><c>{ success, errors, messages }</c> without a result.</summary>
    NoResult,
}
