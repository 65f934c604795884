using System.Text.Json;

namespace CfGen;

/// <summary>
/// Reads and writes the JSON of a type of your own in the place of a schema or a format of the document. The section <c>types</c> of the
/// Names file names the type and its codec. A codec is any class or struct, or the type itself.
/// </summary>
/// <typeparam name="T">The type that is read and written.</typeparam>
/// <example>
/// <code>
/// public sealed class MoneyCodec : IJsonCodec&lt;Money&gt;
/// {
///     public static Money Read(ref Utf8JsonReader reader) => Money.Parse(reader.GetString()!);
///
///     public static void Write(Utf8JsonWriter writer, Money value) => writer.WriteStringValue(value.ToString());
/// }
/// </code>
/// </example>
public interface IJsonCodec<T>
{
    /// <summary>Reads a value. It is not called for null.</summary>
    /// <param name="reader">The reader, on the first token of the value. It has to be left on the last token of the value.</param>
    /// <returns>The value, which is not null.</returns>
    /// <exception cref="FormatException">
    /// The JSON is not a value of the type. So do <see cref="JsonException"/>, <see cref="InvalidOperationException"/>,
    /// <see cref="ArgumentException"/>, <see cref="OverflowException"/> and <see cref="KeyNotFoundException"/>: the response then violates
    /// the document. All other exceptions go to the caller.
    /// </exception>
    static abstract T Read(ref Utf8JsonReader reader);

    /// <summary>Writes a value as one JSON value. It is not called for null.</summary>
    /// <param name="writer">The writer, in the place of the value.</param>
    /// <param name="value">The value.</param>
    static abstract void Write(Utf8JsonWriter writer, T value);
}
