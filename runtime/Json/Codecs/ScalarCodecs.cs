using System.ComponentModel;
using System.Net;
using System.Text.Json;

namespace CfGen.Infrastructure;

/// <summary>Codec of a string.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct StringCodec : IJsonCodec<string>
{
    /// <inheritdoc/>
    public static string Read(ref JsonModelReader r) => r.TakeString();

    /// <inheritdoc/>
    public static void Write(ref JsonModelWriter w, string value) => w.PutString(value);
}

/// <summary>Codec of a boolean.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct BooleanCodec : IJsonCodec<bool>
{
    /// <inheritdoc/>
    public static bool Read(ref JsonModelReader r) => r.TakeBoolean();

    /// <inheritdoc/>
    public static void Write(ref JsonModelWriter w, bool value) => w.PutBoolean(value);
}

/// <summary>Codec of a 32-bit integer; 1.0 is one.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct Int32Codec : IJsonCodec<int>
{
    /// <inheritdoc/>
    public static int Read(ref JsonModelReader r) => r.TakeInt32();

    /// <inheritdoc/>
    public static void Write(ref JsonModelWriter w, int value) => w.PutInt64(value);
}

/// <summary>Codec of a 64-bit integer; 1.0 is one.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct Int64Codec : IJsonCodec<long>
{
    /// <inheritdoc/>
    public static long Read(ref JsonModelReader r) => r.TakeInt64();

    /// <inheritdoc/>
    public static void Write(ref JsonModelWriter w, long value) => w.PutInt64(value);
}

/// <summary>Codec of a single-precision number.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct SingleCodec : IJsonCodec<float>
{
    /// <inheritdoc/>
    public static float Read(ref JsonModelReader r) => r.TakeSingle();

    /// <inheritdoc/>
    public static void Write(ref JsonModelWriter w, float value) => w.PutSingle(value);
}

/// <summary>Codec of a double-precision number.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct DoubleCodec : IJsonCodec<double>
{
    /// <inheritdoc/>
    public static double Read(ref JsonModelReader r) => r.TakeDouble();

    /// <inheritdoc/>
    public static void Write(ref JsonModelWriter w, double value) => w.PutDouble(value);
}

/// <summary>Codec of a decimal number.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct DecimalCodec : IJsonCodec<decimal>
{
    /// <inheritdoc/>
    public static decimal Read(ref JsonModelReader r) => r.TakeDecimal();

    /// <inheritdoc/>
    public static void Write(ref JsonModelWriter w, decimal value) => w.PutDecimal(value);
}

/// <summary>Codec of a uuid.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct GuidCodec : IJsonCodec<Guid>
{
    /// <inheritdoc/>
    public static Guid Read(ref JsonModelReader r) => r.TakeGuid();

    /// <inheritdoc/>
    public static void Write(ref JsonModelWriter w, Guid value) => w.PutGuid(value);
}

/// <summary>Codec of an RFC 3339 date and time; without an offset it is UTC.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct DateTimeCodec : IJsonCodec<DateTimeOffset>
{
    /// <inheritdoc/>
    public static DateTimeOffset Read(ref JsonModelReader r) => r.TakeDateTime();

    /// <inheritdoc/>
    public static void Write(ref JsonModelWriter w, DateTimeOffset value) => w.PutDateTime(value);
}

/// <summary>Codec of an RFC 3339 full-date.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct DateCodec : IJsonCodec<DateOnly>
{
    /// <inheritdoc/>
    public static DateOnly Read(ref JsonModelReader r) => r.TakeDate();

    /// <inheritdoc/>
    public static void Write(ref JsonModelWriter w, DateOnly value) => w.PutDate(value);
}

/// <summary>Codec of an RFC 3339 time.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct TimeCodec : IJsonCodec<TimeOnly>
{
    /// <inheritdoc/>
    public static TimeOnly Read(ref JsonModelReader r) => r.TakeTime();

    /// <inheritdoc/>
    public static void Write(ref JsonModelWriter w, TimeOnly value) => w.PutTime(value);
}

/// <summary>Codec of an ISO 8601 duration.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct DurationCodec : IJsonCodec<TimeSpan>
{
    /// <inheritdoc/>
    public static TimeSpan Read(ref JsonModelReader r) => r.TakeDuration();

    /// <inheritdoc/>
    public static void Write(ref JsonModelWriter w, TimeSpan value) => w.PutDuration(value);
}

/// <summary>Codec of a URI or a reference.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct UriCodec : IJsonCodec<Uri>
{
    /// <inheritdoc/>
    public static Uri Read(ref JsonModelReader r) => r.TakeUri();

    /// <inheritdoc/>
    public static void Write(ref JsonModelWriter w, Uri value) => w.PutUri(value);
}

/// <summary>Codec of base64 text.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct BytesCodec : IJsonCodec<byte[]>
{
    /// <inheritdoc/>
    public static byte[] Read(ref JsonModelReader r) => r.TakeBytes();

    /// <inheritdoc/>
    public static void Write(ref JsonModelWriter w, byte[] value) => w.PutBytes(value);
}

/// <summary>Codec of an IPv4 or IPv6 address.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct IPAddressCodec : IJsonCodec<IPAddress>
{
    /// <inheritdoc/>
    public static IPAddress Read(ref JsonModelReader r) => r.TakeIPAddress();

    /// <inheritdoc/>
    public static void Write(ref JsonModelWriter w, IPAddress value) => w.PutIPAddress(value);
}

/// <summary>Codec of any JSON value.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct JsonElementCodec : IJsonCodec<JsonElement>
{
    /// <inheritdoc/>
    public static JsonElement Read(ref JsonModelReader r) => r.TakeElement();

    /// <inheritdoc/>
    public static void Write(ref JsonModelWriter w, JsonElement value) => w.PutElement(value);
}
