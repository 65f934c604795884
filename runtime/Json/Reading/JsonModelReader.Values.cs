using System.Text.Json;

namespace CfGen.Infrastructure;

// Strings, booleans and numbers. Each reads the value of the property on whose name the reader stands and moves to the next name.
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
}
