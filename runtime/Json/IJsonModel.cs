using System.ComponentModel;

namespace CfGen.Infrastructure;

/// <summary>A type that reads and writes its own JSON.</summary>
/// <typeparam name="T">The type itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonModel<T>
    where T : IJsonModel<T>
{
    /// <summary>Reads a value; <paramref name="r"/> stands on its first token and is left on its last.</summary>
    static abstract T Read(ref JsonModelReader r);

    /// <summary>Writes <paramref name="value"/> as one JSON value.</summary>
    static abstract void Write(ref JsonModelWriter w, T value);
}
