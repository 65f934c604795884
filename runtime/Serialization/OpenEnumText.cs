using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CfGen.CodeGen;

namespace CfGen.Serialization;

/// <summary>Converts texts to values of open enums.</summary>
internal static class OpenEnumText
{
    /// <summary>Converts any text to an enum of strings, and the text of an integer to one of integers.</summary>
    /// <returns>False for no text, and for an empty text that the document does not list.</returns>
    public static bool TryParse<T>([NotNullWhen(true)] string? text, out T value)
        where T : struct, IOpenEnum<T>
    {
        value = default;
        if (text is null)
            return false;
        if (T.Table.IsInteger)
        {
            if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number))
                return false;
            value = T.From(number);
            return true;
        }

        if (text.Length == 0 && T.Table.FindOrdinal(text) == 0)
            return false;
        value = T.From(text);
        return true;
    }

    /// <inheritdoc cref="TryParse"/>
    /// <exception cref="FormatException">The text cannot be a value of the enum.</exception>
    public static T Parse<T>(string text)
        where T : struct, IOpenEnum<T> =>
        TryParse(text, out T value)
            ? value
            : throw new FormatException(
                $"The text cannot be a value of {typeof(T).Name}. It must be {(T.Table.IsInteger ? "an integer" : "a text that is not empty")}."
            );
}
