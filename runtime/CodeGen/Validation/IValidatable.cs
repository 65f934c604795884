using System.ComponentModel;

namespace CfGen.CodeGen;

/// <summary>A body, or a part of one, that knows the rules of its document.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IValidatable
{
    /// <summary>Reports every rule that the value breaks.</summary>
    void Validate(BodyValidator v);
}
