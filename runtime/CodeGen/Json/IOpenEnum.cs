using System.ComponentModel;

namespace CfGen.CodeGen;

/// <summary>An enumeration that keeps values which its document does not know.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IOpenEnum
{
    /// <summary>The exact text on the wire.</summary>
    string Value { get; }
}

/// <inheritdoc cref="IOpenEnum"/>
/// <typeparam name="T">The type itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IOpenEnum<T> : IOpenEnum
    where T : struct, IOpenEnum<T>
{
    /// <summary>The values that the document knows, in its order.</summary>
    static abstract OpenEnumTable Table { get; }

    /// <summary>The value whose text on the wire is <paramref name="value"/>.</summary>
    static abstract T From(string value);

    /// <summary>The value whose number on the wire is <paramref name="value"/>.</summary>
    static virtual T From(long value) => T.From(value.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
