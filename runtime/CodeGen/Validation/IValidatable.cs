using System.ComponentModel;

namespace CfGen.CodeGen;

/// <summary>A body, or a part of one, that checks itself against the rules of its document.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IValidatable
{
    /// <summary>Adds a violation for every rule that the value breaks.</summary>
    void Validate(BodyValidator v);
}
