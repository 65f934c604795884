using System.Text.Json;

namespace CfGen.CodeGen;

// Strings, booleans and numbers. Each reads the value of the property on whose name the reader stands and moves to the next name.
public ref partial struct JsonModelReader
{
    /// <summary>Reads a string.</summary>
    public string String()
    {
        MoveToValue();
        var value = ReadStringValue();
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads a string, or null.</summary>
    public string? StringOrNull()
    {
        MoveToValue();
        string? value = _reader.TokenType == JsonTokenType.Null ? null : ReadStringValue();
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads a boolean.</summary>
    public bool Boolean()
    {
        MoveToValue();
        var value = ReadBooleanValue();
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads a boolean, or null.</summary>
    public bool? BooleanOrNull()
    {
        MoveToValue();
        bool? value = _reader.TokenType == JsonTokenType.Null ? null : ReadBooleanValue();
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads a 32-bit integer; 1.0 is one.</summary>
    public int Int32()
    {
        MoveToValue();
        var value = ReadInt32Value();
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads a 32-bit integer; 1.0 is one, or null.</summary>
    public int? Int32OrNull()
    {
        MoveToValue();
        int? value = _reader.TokenType == JsonTokenType.Null ? null : ReadInt32Value();
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads a 64-bit integer; 1.0 is one.</summary>
    public long Int64()
    {
        MoveToValue();
        var value = ReadInt64Value();
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads a 64-bit integer; 1.0 is one, or null.</summary>
    public long? Int64OrNull()
    {
        MoveToValue();
        long? value = _reader.TokenType == JsonTokenType.Null ? null : ReadInt64Value();
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads a single-precision number.</summary>
    public float Single()
    {
        MoveToValue();
        var value = ReadSingleValue();
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads a single-precision number, or null.</summary>
    public float? SingleOrNull()
    {
        MoveToValue();
        float? value = _reader.TokenType == JsonTokenType.Null ? null : ReadSingleValue();
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads a double-precision number.</summary>
    public double Double()
    {
        MoveToValue();
        var value = ReadDoubleValue();
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads a double-precision number, or null.</summary>
    public double? DoubleOrNull()
    {
        MoveToValue();
        double? value = _reader.TokenType == JsonTokenType.Null ? null : ReadDoubleValue();
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads a decimal number.</summary>
    public decimal Decimal()
    {
        MoveToValue();
        var value = ReadDecimalValue();
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads a decimal number, or null.</summary>
    public decimal? DecimalOrNull()
    {
        MoveToValue();
        decimal? value = _reader.TokenType == JsonTokenType.Null ? null : ReadDecimalValue();
        MoveToNextProperty();
        return value;
    }
}
