using System.ComponentModel;

namespace CfGen.CodeGen;

/// <summary>A body that is sent as <c>application/x-www-form-urlencoded</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IFormModel
{
    /// <summary>Writes each value that is not null.</summary>
    void Write(FormWriter w);
}
