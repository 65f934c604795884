using System.ComponentModel;

namespace CfGen.CodeGen;

/// <summary>Reads and writes the JSON of one C# type. Implementations are empty structs that are composed as type arguments.</summary>
/// <typeparam name="T">The C# type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IValueCodec<T>
{
    /// <summary>Reads a value. <paramref name="r"/> stands on its first token and is left on its last token.</summary>
    static abstract T Read(ref JsonModelReader r);

    /// <summary>Writes <paramref name="value"/> as one JSON value.</summary>
    static abstract void Write(ref JsonModelWriter w, T value);
}
