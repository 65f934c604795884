using System.Net;
using System.Text.Json;

namespace CfGen.Infrastructure;

// Values of properties: each reads the value of the property on whose name the reader stands and moves to the next name.
public ref partial struct JsonModelReader
{
    /// <summary>Reads a string.</summary>
    public string Str()
    {
        Enter();
        var value = TakeString();
        Advance();
        return value;
    }

    /// <summary>Reads a string, or null.</summary>
    public string? StrOrNull()
    {
        Enter();
        string? value = _json.TokenType == JsonTokenType.Null ? null : TakeString();
        Advance();
        return value;
    }

    /// <summary>Reads a boolean.</summary>
    public bool Bool()
    {
        Enter();
        var value = TakeBoolean();
        Advance();
        return value;
    }

    /// <summary>Reads a boolean, or null.</summary>
    public bool? BoolOrNull()
    {
        Enter();
        bool? value = _json.TokenType == JsonTokenType.Null ? null : TakeBoolean();
        Advance();
        return value;
    }

    /// <summary>Reads a 32-bit integer; 1.0 is one.</summary>
    public int Int32()
    {
        Enter();
        var value = TakeInt32();
        Advance();
        return value;
    }

    /// <summary>Reads a 32-bit integer; 1.0 is one, or null.</summary>
    public int? Int32OrNull()
    {
        Enter();
        int? value = _json.TokenType == JsonTokenType.Null ? null : TakeInt32();
        Advance();
        return value;
    }

    /// <summary>Reads a 64-bit integer; 1.0 is one.</summary>
    public long Int64()
    {
        Enter();
        var value = TakeInt64();
        Advance();
        return value;
    }

    /// <summary>Reads a 64-bit integer; 1.0 is one, or null.</summary>
    public long? Int64OrNull()
    {
        Enter();
        long? value = _json.TokenType == JsonTokenType.Null ? null : TakeInt64();
        Advance();
        return value;
    }

    /// <summary>Reads a single-precision number.</summary>
    public float Single()
    {
        Enter();
        var value = TakeSingle();
        Advance();
        return value;
    }

    /// <summary>Reads a single-precision number, or null.</summary>
    public float? SingleOrNull()
    {
        Enter();
        float? value = _json.TokenType == JsonTokenType.Null ? null : TakeSingle();
        Advance();
        return value;
    }

    /// <summary>Reads a double-precision number.</summary>
    public double Double()
    {
        Enter();
        var value = TakeDouble();
        Advance();
        return value;
    }

    /// <summary>Reads a double-precision number, or null.</summary>
    public double? DoubleOrNull()
    {
        Enter();
        double? value = _json.TokenType == JsonTokenType.Null ? null : TakeDouble();
        Advance();
        return value;
    }

    /// <summary>Reads a decimal number.</summary>
    public decimal Decimal()
    {
        Enter();
        var value = TakeDecimal();
        Advance();
        return value;
    }

    /// <summary>Reads a decimal number, or null.</summary>
    public decimal? DecimalOrNull()
    {
        Enter();
        decimal? value = _json.TokenType == JsonTokenType.Null ? null : TakeDecimal();
        Advance();
        return value;
    }

    /// <summary>Reads a uuid.</summary>
    public System.Guid Guid()
    {
        Enter();
        var value = TakeGuid();
        Advance();
        return value;
    }

    /// <summary>Reads a uuid, or null.</summary>
    public System.Guid? GuidOrNull()
    {
        Enter();
        System.Guid? value = _json.TokenType == JsonTokenType.Null ? null : TakeGuid();
        Advance();
        return value;
    }

    /// <summary>Reads an RFC 3339 date and time; without an offset it is UTC.</summary>
    public DateTimeOffset DateTime()
    {
        Enter();
        var value = TakeDateTime();
        Advance();
        return value;
    }

    /// <summary>Reads an RFC 3339 date and time; without an offset it is UTC, or null.</summary>
    public DateTimeOffset? DateTimeOrNull()
    {
        Enter();
        DateTimeOffset? value = _json.TokenType == JsonTokenType.Null ? null : TakeDateTime();
        Advance();
        return value;
    }

    /// <summary>Reads an RFC 3339 full-date.</summary>
    public DateOnly Date()
    {
        Enter();
        var value = TakeDate();
        Advance();
        return value;
    }

    /// <summary>Reads an RFC 3339 full-date, or null.</summary>
    public DateOnly? DateOrNull()
    {
        Enter();
        DateOnly? value = _json.TokenType == JsonTokenType.Null ? null : TakeDate();
        Advance();
        return value;
    }

    /// <summary>Reads an RFC 3339 time.</summary>
    public TimeOnly Time()
    {
        Enter();
        var value = TakeTime();
        Advance();
        return value;
    }

    /// <summary>Reads an RFC 3339 time, or null.</summary>
    public TimeOnly? TimeOrNull()
    {
        Enter();
        TimeOnly? value = _json.TokenType == JsonTokenType.Null ? null : TakeTime();
        Advance();
        return value;
    }

    /// <summary>Reads an ISO 8601 duration.</summary>
    public TimeSpan Duration()
    {
        Enter();
        var value = TakeDuration();
        Advance();
        return value;
    }

    /// <summary>Reads an ISO 8601 duration, or null.</summary>
    public TimeSpan? DurationOrNull()
    {
        Enter();
        TimeSpan? value = _json.TokenType == JsonTokenType.Null ? null : TakeDuration();
        Advance();
        return value;
    }

    /// <summary>Reads a URI or a reference.</summary>
    public System.Uri Uri()
    {
        Enter();
        var value = TakeUri();
        Advance();
        return value;
    }

    /// <summary>Reads a URI or a reference, or null.</summary>
    public System.Uri? UriOrNull()
    {
        Enter();
        System.Uri? value = _json.TokenType == JsonTokenType.Null ? null : TakeUri();
        Advance();
        return value;
    }

    /// <summary>Reads base64 text.</summary>
    public byte[] Bytes()
    {
        Enter();
        var value = TakeBytes();
        Advance();
        return value;
    }

    /// <summary>Reads base64 text, or null.</summary>
    public byte[]? BytesOrNull()
    {
        Enter();
        byte[]? value = _json.TokenType == JsonTokenType.Null ? null : TakeBytes();
        Advance();
        return value;
    }

    /// <summary>Reads an IPv4 or IPv6 address.</summary>
    public System.Net.IPAddress IPAddress()
    {
        Enter();
        var value = TakeIPAddress();
        Advance();
        return value;
    }

    /// <summary>Reads an IPv4 or IPv6 address, or null.</summary>
    public System.Net.IPAddress? IPAddressOrNull()
    {
        Enter();
        System.Net.IPAddress? value = _json.TokenType == JsonTokenType.Null ? null : TakeIPAddress();
        Advance();
        return value;
    }

    /// <summary>Reads any JSON value.</summary>
    public JsonElement Json()
    {
        Enter();
        var value = TakeElement();
        Advance();
        return value;
    }

    /// <summary>Reads any JSON value, or null.</summary>
    public JsonElement? JsonOrNull()
    {
        Enter();
        JsonElement? value = _json.TokenType == JsonTokenType.Null ? null : TakeElement();
        Advance();
        return value;
    }

    /// <summary>Reads a model.</summary>
    public T Model<T>()
        where T : IJsonModel<T>
    {
        Enter();
        var value = T.Read(ref this);
        Advance();
        return value;
    }

    /// <summary>Reads a model, or null.</summary>
    public T? ModelOrNull<T>()
        where T : class, IJsonModel<T>
    {
        Enter();
        T? value = _json.TokenType == JsonTokenType.Null ? null : T.Read(ref this);
        Advance();
        return value;
    }

    /// <summary>Reads an open enum.</summary>
    public T Enum<T>()
        where T : struct, IOpenEnum<T>
    {
        Enter();
        var value = TakeEnum<T>();
        Advance();
        return value;
    }

    /// <summary>Reads an open enum, or null.</summary>
    public T? EnumOrNull<T>()
        where T : struct, IOpenEnum<T>
    {
        Enter();
        T? value = _json.TokenType == JsonTokenType.Null ? null : TakeEnum<T>();
        Advance();
        return value;
    }

    /// <summary>Reads an array of models.</summary>
    public IReadOnlyList<T> List<T>()
        where T : IJsonModel<T>
    {
        Enter();
        var value = TakeList<T, ModelCodec<T>>();
        Advance();
        return value;
    }

    /// <summary>Reads an array of models, or null.</summary>
    public IReadOnlyList<T>? ListOrNull<T>()
        where T : IJsonModel<T>
    {
        Enter();
        IReadOnlyList<T>? value = _json.TokenType == JsonTokenType.Null ? null : TakeList<T, ModelCodec<T>>();
        Advance();
        return value;
    }

    /// <summary>Reads an object as a map of models; of equal keys the last wins.</summary>
    public IReadOnlyDictionary<string, T> Map<T>()
        where T : IJsonModel<T>
    {
        Enter();
        var value = TakeMap<T, ModelCodec<T>>();
        Advance();
        return value;
    }

    /// <summary>Reads an object as a map of models, or null.</summary>
    public IReadOnlyDictionary<string, T>? MapOrNull<T>()
        where T : IJsonModel<T>
    {
        Enter();
        IReadOnlyDictionary<string, T>? value = _json.TokenType == JsonTokenType.Null ? null : TakeMap<T, ModelCodec<T>>();
        Advance();
        return value;
    }

    /// <summary>Reads a value by its codec.</summary>
    public T Value<T, TCodec>()
        where TCodec : struct, IJsonCodec<T>
    {
        Enter();
        var value = TCodec.Read(ref this);
        Advance();
        return value;
    }

    /// <summary>Reads a value of a class by its codec, or null.</summary>
    public T? ValueOrNull<T, TCodec>()
        where T : class
        where TCodec : struct, IJsonCodec<T>
    {
        Enter();
        T? value = _json.TokenType == JsonTokenType.Null ? null : TCodec.Read(ref this);
        Advance();
        return value;
    }

    /// <summary>Reads a value of a struct by its codec, or null.</summary>
    public T? ValueOrNullS<T, TCodec>()
        where T : struct
        where TCodec : struct, IJsonCodec<T>
    {
        Enter();
        T? value = _json.TokenType == JsonTokenType.Null ? null : TCodec.Read(ref this);
        Advance();
        return value;
    }

    /// <summary>Reads a value that may be absent or null, too.</summary>
    public Optional<T> Optional<T, TCodec>()
        where TCodec : struct, IJsonCodec<T>
    {
        Enter();
        Optional<T> value = _json.TokenType == JsonTokenType.Null ? CfGen.Optional<T>.Null : new Optional<T>(TCodec.Read(ref this));
        Advance();
        return value;
    }
}
