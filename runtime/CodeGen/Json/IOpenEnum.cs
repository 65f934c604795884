using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CfGen.Serialization;

namespace CfGen.CodeGen;

#pragma warning disable CA1033 // implemented for generated structs, which have no derived types

/// <summary>An enumeration that keeps values that its document does not list.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[TypeConverter(typeof(OpenEnumTypeConverter))]
public interface IOpenEnum : ISpanFormattable
{
    /// <summary>The value as text, exactly as it is in the JSON.</summary>
    string Value { get; }

    /// <summary>True for the default of the struct, which holds no value.</summary>
    internal bool IsUnset { get; }

    /// <summary>Returns a value of the same type.</summary>
    /// <exception cref="FormatException">The text cannot be a value of the type.</exception>
    internal IOpenEnum ParseSame(string text);

    /// <summary>Returns the value as text. There is one format.</summary>
    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => Value;

    /// <summary>Writes the value as text. There is one format.</summary>
    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        string text = Value;
        charsWritten = text.TryCopyTo(destination) ? text.Length : 0;
        return charsWritten == text.Length;
    }
}

/// <inheritdoc cref="IOpenEnum"/>
/// <remarks>Everything that needs no field of the type is here, so that a generated enum has few members.</remarks>
/// <typeparam name="T">The type itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IOpenEnum<T> : IOpenEnum, IEquatable<T>, ISpanParsable<T>
    where T : struct, IOpenEnum<T>
{
    /// <summary>The values that the document lists.</summary>
    static abstract OpenEnumTable Table { get; }

    /// <summary>Creates the value from its text. An enum of integers has only the other method.</summary>
    static virtual T From(string value) => T.From(long.Parse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));

    /// <summary>Creates the value from its number. An enum of strings has only the other method.</summary>
    static virtual T From(long value) => T.From(value.ToString(CultureInfo.InvariantCulture));

    bool IOpenEnum.IsUnset => Equals(default);

    IOpenEnum IOpenEnum.ParseSame(string text) => OpenEnumText.Parse<T>(text);

    static T IParsable<T>.Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return OpenEnumText.Parse<T>(s);
    }

    static T ISpanParsable<T>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => OpenEnumText.Parse<T>(s.ToString());

    /// <summary>Converts a text to a value, whether the document lists it or not. ASP.NET Core finds this method by its name.</summary>
    static new bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out T result) =>
        OpenEnumText.TryParse(s, out result);

    static bool IParsable<T>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out T result) =>
        OpenEnumText.TryParse(s, out result);

    static bool ISpanParsable<T>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out T result) =>
        OpenEnumText.TryParse(s.ToString(), out result);
}
