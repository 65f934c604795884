using System.ComponentModel;
using System.Net;
using System.Text.Json;

namespace CfGen.CodeGen;

/// <summary>The codec of a string.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct StringCodec : IValueCodec<string>
{
    /// <inheritdoc/>
    public static string Read(ref JsonModelReader r) => r.ReadStringValue();

    /// <inheritdoc/>
    public static void Write(ref JsonModelWriter w, string value) => w.WriteStringValue(value);
}

/// <summary>The codec of a boolean.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct BooleanCodec : IValueCodec<bool>
{
    /// <inheritdoc/>
    public static bool Read(ref JsonModelReader r) => r.ReadBooleanValue();

    /// <inheritdoc/>
    public static void Write(ref JsonModelWriter w, bool value) => w.WriteBooleanValue(value);
}

/// <summary>The codec of a 32-bit integer. 1.0 is an integer.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct Int32Codec : IValueCodec<int>
{
    /// <inheritdoc/>
    public static int Read(ref JsonModelReader r) => r.ReadInt32Value();

    /// <inheritdoc/>
    public static void Write(ref JsonModelWriter w, int value) => w.WriteInt64Value(value);
}

/// <summary>The codec of a 64-bit integer. 1.0 is an integer.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct Int64Codec : IValueCodec<long>
{
    /// <inheritdoc/>
    public static long Read(ref JsonModelReader r) => r.ReadInt64Value();

    /// <inheritdoc/>
    public static void Write(ref JsonModelWriter w, long value) => w.WriteInt64Value(value);
}

/// <summary>The codec of a single-precision number.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct SingleCodec : IValueCodec<float>
{
    /// <inheritdoc/>
    public static float Read(ref JsonModelReader r) => r.ReadSingleValue();

    /// <inheritdoc/>
    public static void Write(ref JsonModelWriter w, float value) => w.WriteSingleValue(value);
}

/// <summary>The codec of a double-precision number.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct DoubleCodec : IValueCodec<double>
{
    /// <inheritdoc/>
    public static double Read(ref JsonModelReader r) => r.ReadDoubleValue();

    /// <inheritdoc/>
    public static void Write(ref JsonModelWriter w, double value) => w.WriteDoubleValue(value);
}

/// <summary>The codec of a decimal number.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct DecimalCodec : IValueCodec<decimal>
{
    /// <inheritdoc/>
    public static decimal Read(ref JsonModelReader r) => r.ReadDecimalValue();

    /// <inheritdoc/>
    public static void Write(ref JsonModelWriter w, decimal value) => w.WriteDecimalValue(value);
}

/// <summary>The codec of a UUID.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct GuidCodec : IValueCodec<Guid>
{
    /// <inheritdoc/>
    public static Guid Read(ref JsonModelReader r) => r.ReadGuidValue();

    /// <inheritdoc/>
    public static void Write(ref JsonModelWriter w, Guid value) => w.WriteGuidValue(value);
}

/// <summary>The codec of an RFC 3339 date and time. Without an offset it is UTC.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct DateTimeCodec : IValueCodec<DateTimeOffset>
{
    /// <inheritdoc/>
    public static DateTimeOffset Read(ref JsonModelReader r) => r.ReadDateTimeValue();

    /// <inheritdoc/>
    public static void Write(ref JsonModelWriter w, DateTimeOffset value) => w.WriteDateTimeValue(value);
}

/// <summary>The codec of an RFC 3339 date.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct DateCodec : IValueCodec<DateOnly>
{
    /// <inheritdoc/>
    public static DateOnly Read(ref JsonModelReader r) => r.ReadDateValue();

    /// <inheritdoc/>
    public static void Write(ref JsonModelWriter w, DateOnly value) => w.WriteDateValue(value);
}

/// <summary>The codec of an RFC 3339 time.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct TimeCodec : IValueCodec<TimeOnly>
{
    /// <inheritdoc/>
    public static TimeOnly Read(ref JsonModelReader r) => r.ReadTimeValue();

    /// <inheritdoc/>
    public static void Write(ref JsonModelWriter w, TimeOnly value) => w.WriteTimeValue(value);
}

/// <summary>The codec of an ISO 8601 duration.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct DurationCodec : IValueCodec<TimeSpan>
{
    /// <inheritdoc/>
    public static TimeSpan Read(ref JsonModelReader r) => r.ReadDurationValue();

    /// <inheritdoc/>
    public static void Write(ref JsonModelWriter w, TimeSpan value) => w.WriteDurationValue(value);
}

/// <summary>The codec of an absolute or relative URI.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct UriCodec : IValueCodec<Uri>
{
    /// <inheritdoc/>
    public static Uri Read(ref JsonModelReader r) => r.ReadUriValue();

    /// <inheritdoc/>
    public static void Write(ref JsonModelWriter w, Uri value) => w.WriteUriValue(value);
}

/// <summary>The codec of Base64 text.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct BytesCodec : IValueCodec<byte[]>
{
    /// <inheritdoc/>
    public static byte[] Read(ref JsonModelReader r) => r.ReadBytesValue();

    /// <inheritdoc/>
    public static void Write(ref JsonModelWriter w, byte[] value) => w.WriteBytesValue(value);
}

/// <summary>The codec of an IPv4 or IPv6 address.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct IPAddressCodec : IValueCodec<IPAddress>
{
    /// <inheritdoc/>
    public static IPAddress Read(ref JsonModelReader r) => r.ReadIPAddressValue();

    /// <inheritdoc/>
    public static void Write(ref JsonModelWriter w, IPAddress value) => w.WriteIPAddressValue(value);
}

/// <summary>The codec of any JSON value.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct JsonElementCodec : IValueCodec<JsonElement>
{
    /// <inheritdoc/>
    public static JsonElement Read(ref JsonModelReader r) => r.ReadElementValue();

    /// <inheritdoc/>
    public static void Write(ref JsonModelWriter w, JsonElement value) => w.WriteElementValue(value);
}
