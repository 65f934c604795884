using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace CfGen;

/// <summary>
/// The codec of a type of number, such as <see cref="BigInteger"/> or <see cref="Half"/>: a JSON number. A string that holds a number is
/// read as well.
/// </summary>
/// <typeparam name="T">The type that is read and written.</typeparam>
public sealed class NumberJsonCodec<T> : IJsonCodec<T>
    where T : INumberBase<T>
{
    private NumberJsonCodec() { }

    /// <inheritdoc/>
    public static T Read(ref Utf8JsonReader reader)
    {
        string text =
            reader.TokenType == JsonTokenType.Number
                ? Encoding.ASCII.GetString(
                    reader.HasValueSequence ? System.Buffers.BuffersExtensions.ToArray(reader.ValueSequence) : reader.ValueSpan
                )
                : reader.GetString()!;
        return T.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, T value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteRawValue(value.ToString(null, CultureInfo.InvariantCulture));
    }
}
