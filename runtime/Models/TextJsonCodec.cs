using System.Globalization;
using System.Text.Json;

namespace CfGen;

/// <summary>
/// The codec of a type that has a text: a JSON string that <c>Parse</c> of the type reads and <c>ToString</c> writes, both in the invariant
/// culture and in the default format.
/// </summary>
/// <typeparam name="T">The type that is read and written.</typeparam>
public sealed class TextJsonCodec<T> : IJsonCodec<T>
    where T : IParsable<T>, IFormattable
{
    private TextJsonCodec() { }

    /// <inheritdoc/>
    public static T Read(ref Utf8JsonReader reader) => T.Parse(reader.GetString()!, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, T value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToString(null, CultureInfo.InvariantCulture));
    }
}
