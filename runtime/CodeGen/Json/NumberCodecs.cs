using System.ComponentModel;
using System.Numerics;
using System.Text.Json;

namespace CfGen.CodeGen;

/// <summary>The codec of an unsigned 64-bit integer. 1.0 is an integer.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct UInt64Codec : IValueCodec<ulong>
{
    /// <inheritdoc/>
    public static ulong Read(ref JsonModelReader r) => r.ReadNumber<ulong>(JsonTokenType.Number, "an unsigned 64-bit integer");

    /// <inheritdoc/>
    public static void Write(ref JsonModelWriter w, ulong value) => w.WriteUInt64Value(value);
}

/// <summary>The codec of a 128-bit integer. 1.0 is an integer.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct Int128Codec : IValueCodec<Int128>
{
    /// <inheritdoc/>
    public static Int128 Read(ref JsonModelReader r) => r.ReadNumber<Int128>(JsonTokenType.Number, "a 128-bit integer");

    /// <inheritdoc/>
    public static void Write(ref JsonModelWriter w, Int128 value) => w.WriteNumber(value, asText: false);
}

/// <summary>The codec of an unsigned 128-bit integer. 1.0 is an integer.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct UInt128Codec : IValueCodec<UInt128>
{
    /// <inheritdoc/>
    public static UInt128 Read(ref JsonModelReader r) => r.ReadNumber<UInt128>(JsonTokenType.Number, "an unsigned 128-bit integer");

    /// <inheritdoc/>
    public static void Write(ref JsonModelWriter w, UInt128 value) => w.WriteNumber(value, asText: false);
}

/// <summary>The codec of a number that may also come as a string. It is written as a number.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct NumberOrTextCodec<T, TCodec> : IValueCodec<T>
    where T : struct, INumberBase<T>
    where TCodec : struct, IValueCodec<T>
{
    /// <inheritdoc/>
    public static T Read(ref JsonModelReader r) =>
        r.TokenType == JsonTokenType.String
            ? r.ReadNumber<T>(JsonTokenType.String, "a number, or a number in a string")
            : TCodec.Read(ref r);

    /// <inheritdoc/>
    public static void Write(ref JsonModelWriter w, T value) => TCodec.Write(ref w, value);
}

/// <summary>The codec of a number that is written as a string. It is read from a string or a number.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct NumberAsTextCodec<T, TCodec> : IValueCodec<T>
    where T : struct, INumberBase<T>
    where TCodec : struct, IValueCodec<T>
{
    /// <inheritdoc/>
    public static T Read(ref JsonModelReader r) => NumberOrTextCodec<T, TCodec>.Read(ref r);

    /// <inheritdoc/>
    public static void Write(ref JsonModelWriter w, T value) => w.WriteNumber(value, asText: true);
}
