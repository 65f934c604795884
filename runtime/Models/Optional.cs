namespace CfGen;

/// <summary>
/// A value of a request that is absent (not sent), null (sent as null) or set. The default is absent.
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
public readonly record struct Optional<T>
{
    private readonly bool _isNull;

    /// <summary>A value that is sent. A null reference is sent as null.</summary>
    public Optional(T? value)
    {
        Value = value;
        IsSet = true;
        _isNull = value is null;
    }

    private Optional(bool isNull)
    {
        IsSet = true;
        _isNull = isNull;
    }

    /// <summary>An explicit null.</summary>
    public static Optional<T> Null => new(isNull: true);

    /// <summary>An absent value: the property is not sent.</summary>
    public static Optional<T> Absent => default;

    /// <summary>True if a value or null is sent.</summary>
    public bool IsSet { get; }

    /// <summary>True if null is sent.</summary>
    public bool IsNull => _isNull;

    /// <summary>The value, or the default of its type if it is absent or null.</summary>
    public T? Value { get; }

    /// <summary>A value that is sent. A null reference is sent as null.</summary>
    public static implicit operator Optional<T>(T? value) => new(value);

    /// <summary>Same as the conversion: a value that is sent.</summary>
    public static Optional<T> FromT(T? value) => new(value);

    /// <summary>Returns the text of the value, <c>null</c> or <c>(absent)</c>.</summary>
    public override string ToString() =>
        !IsSet ? "(absent)"
        : _isNull ? "null"
        : Value!.ToString() ?? "";
}
