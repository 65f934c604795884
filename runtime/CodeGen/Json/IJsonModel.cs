using System.ComponentModel;

namespace CfGen.CodeGen;

/// <summary>A type that reads and writes its own JSON.</summary>
/// <typeparam name="T">The type itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonModel<T>
    where T : IJsonModel<T>
{
    /// <summary>Reads a value. <paramref name="r"/> stands on its first token and is left on its last token.</summary>
    /// <exception cref="NotSupportedException">The type is only sent.</exception>
    static virtual T Read(ref JsonModelReader r) =>
        throw new NotSupportedException(
            $"{typeof(T).Name} is only sent, so it has no JSON reader. Json=\"both\" on the OpenApiClient item generates one for every type."
        );

    /// <summary>Writes <paramref name="value"/> as one JSON value.</summary>
    /// <exception cref="NotSupportedException">The type is only received.</exception>
    static virtual void Write(ref JsonModelWriter w, T value) =>
        throw new NotSupportedException(
            $"{typeof(T).Name} is only received, and Json=\"used\" on the OpenApiClient item leaves out its JSON writer."
        );
}
