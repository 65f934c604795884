using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using CfGen.CodeGen;

namespace CfGen;

/// <summary>
/// A value of one of several types that a document lists (oneOf, anyOf), or of none of them: what a newer API sends stays readable as
/// JSON. Two are equal where they hold equal values of the same type.
/// </summary>
public abstract class ApiUnion : IEquatable<ApiUnion>, IValidatable
{
    /// <summary>Holds <paramref name="value"/> as the arm of that number; 0 is JSON that no arm fits.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    protected ApiUnion(int arm, object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        CaseIndex = arm;
        Value = value;
    }

    /// <summary>The value, for <c>switch</c>: of one of the listed types, or a <see cref="JsonElement"/> where none of them fits.</summary>
    public object Value { get; }

    /// <summary>Whether none of the listed types fits; <see cref="Value"/> is a <see cref="JsonElement"/> then.</summary>
    public bool IsUnknown => CaseIndex == 0;

    /// <summary>The number of the type among the listed ones, from 1; 0 where none fits.</summary>
    protected int CaseIndex { get; }

    /// <summary>Whether the value is a <typeparamref name="T"/>, and if so which.</summary>
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

#pragma warning disable CA1033 // emitted classes are sealed, and nobody else derives
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

    /// <summary>The text of the value.</summary>
    public override string ToString() => Value.ToString() ?? "";

    /// <summary>Whether both hold equal values of the same type.</summary>
    public static bool operator ==(ApiUnion? left, ApiUnion? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether they hold other values, or values of other types.</summary>
    public static bool operator !=(ApiUnion? left, ApiUnion? right) => !(left == right);

#if NET9_0_OR_GREATER
    private static bool JsonEquals(JsonElement left, JsonElement right) => JsonElement.DeepEquals(left, right);
#else
    private static bool JsonEquals(JsonElement left, JsonElement right) =>
        string.Equals(left.GetRawText(), right.GetRawText(), StringComparison.Ordinal);
#endif
}
