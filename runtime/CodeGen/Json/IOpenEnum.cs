using System.ComponentModel;

namespace CfGen.CodeGen;

/// <summary>An enumeration that keeps values that its document does not list.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IOpenEnum
{
    /// <summary>The value as text, exactly as it is in the JSON.</summary>
    string Value { get; }
}

/// <inheritdoc cref="IOpenEnum"/>
/// <typeparam name="T">The type itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IOpenEnum<T> : IOpenEnum
    where T : struct, IOpenEnum<T>
{
    /// <summary>The values that the document lists.</summary>
    static abstract OpenEnumTable Table { get; }

    /// <summary>Creates the value from its text.</summary>
    static abstract T From(string value);

    /// <summary>Creates the value from its number.</summary>
    static virtual T From(long value) => T.From(value.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
