using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using CfGen.CodeGen;

namespace CfGen;

/// <summary>
/// A value of one of several types that the document lists (<c>oneOf</c>, <c>anyOf</c>). A value that fits none of them, which a newer
/// version of the API may send, is kept as JSON. Two unions are equal if they hold equal values of the same type.
/// </summary>
public abstract class ApiUnion : IEquatable<ApiUnion>, IValidatable
{
    /// <summary>Creates a union that holds <paramref name="value"/>.</summary>
    /// <param name="caseIndex">The number of the type in the document's list, from 1, or 0 for JSON that fits none.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    protected ApiUnion(int caseIndex, object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        CaseIndex = caseIndex;
        Value = value;
    }

    /// <summary>Creates a union that holds the value of another.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    protected ApiUnion(ApiUnion other)
    {
        ArgumentNullException.ThrowIfNull(other);
        CaseIndex = other.CaseIndex;
        Value = other.Value;
    }

    /// <summary>The value, for <c>switch</c>: one of the listed types, or a <see cref="JsonElement"/> if none of them fits.</summary>
    public object Value { get; }

    /// <summary>True if none of the listed types fits. <see cref="Value"/> is then a <see cref="JsonElement"/>.</summary>
    public bool IsUnknown => CaseIndex == 0;

    /// <summary>The number of the type in the document's list, from 1, or 0 if none fits.</summary>
    protected int CaseIndex { get; }

    /// <summary>Returns true and the value if it is a <typeparamref name="T"/>.</summary>
    public bool TryGet<T>([NotNullWhen(true)] out T? value)
    {
        if (Value is T found)
        {
            value = found;
            return true;
        }

        value = default;
        return false;
    }

#pragma warning disable CA1033 // generated classes are sealed, and no other class derives from this one
    void IValidatable.Validate(BodyValidator v)
    {
        if (Value is IValidatable inner)
            inner.Validate(v);
    }
#pragma warning restore CA1033

    /// <inheritdoc/>
    public bool Equals(ApiUnion? other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (other is null || other.GetType() != GetType() || other.CaseIndex != CaseIndex)
            return false;
        return Value is JsonElement json && other.Value is JsonElement otherJson ? JsonEquals(json, otherJson) : Value.Equals(other.Value);
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ApiUnion);

    /// <inheritdoc/>
    public override int GetHashCode() => Value is JsonElement json ? (int)json.ValueKind : Value.GetHashCode();

    /// <summary>Returns the text of the value.</summary>
    public override string ToString() => Value.ToString() ?? "";

    /// <summary>Returns true if both hold equal values of the same type.</summary>
    public static bool operator ==(ApiUnion? left, ApiUnion? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Returns true if they hold different values or values of different types.</summary>
    public static bool operator !=(ApiUnion? left, ApiUnion? right) => !(left == right);

#if NET9_0_OR_GREATER
    private static bool JsonEquals(JsonElement left, JsonElement right) => JsonElement.DeepEquals(left, right);
#else
    private static bool JsonEquals(JsonElement left, JsonElement right) =>
        string.Equals(left.GetRawText(), right.GetRawText(), StringComparison.Ordinal);
#endif
}
