namespace CfGen;

/// <summary>
/// A value of a request that may be absent (not sent), null (sent as null), or there. The default is absent.
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
public readonly record struct Optional<T>
{
    private readonly bool _null;

    /// <summary>A value that is sent; a null reference is sent as null.</summary>
    public Optional(T? value)
    {
        Value = value;
        IsSet = true;
        _null = value is null;
    }

    private Optional(bool isNull)
    {
        IsSet = true;
        _null = isNull;
    }

    /// <summary>An explicit null.</summary>
    public static Optional<T> Null => new(isNull: true);

    /// <summary>Nothing: the property is not sent.</summary>
    public static Optional<T> Absent => default;

    /// <summary>Whether anything is sent: a value or null.</summary>
    public bool IsSet { get; }

    /// <summary>Whether null is sent.</summary>
    public bool IsNull => _null;

    /// <summary>The value; the default of its type where it is absent or null.</summary>
    public T? Value { get; }

    /// <summary>A value that is sent; a null reference is sent as null.</summary>
    public static implicit operator Optional<T>(T? value) => new(value);

    /// <summary>As the conversion: a value that is sent.</summary>
    public static Optional<T> FromT(T? value) => new(value);

    /// <summary>The value, <c>null</c>, or <c>(absent)</c>.</summary>
    public override string ToString() =>
        !IsSet ? "(absent)"
        : _null ? "null"
        : Value!.ToString() ?? "";
}
