using System.ComponentModel;

namespace CfGen.CodeGen;

/// <summary>A body that is sent as <c>multipart/form-data</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IMultipartModel
{
    /// <summary>Writes each part that is not null.</summary>
    void Write(MultipartWriter w);
}
