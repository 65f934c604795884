using System.Text.Json;

namespace CfGen.CodeGen;

// Models, enums, lists, maps and any JSON. Each reads the value of the property at hand and moves to the next name.
public ref partial struct JsonModelReader
{
    /// <summary>Reads any JSON value.</summary>
    public JsonElement Json()
    {
        MoveToValue();
        var value = ReadElementValue();
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads any JSON value, or null.</summary>
    public JsonElement? JsonOrNull()
    {
        MoveToValue();
        JsonElement? value = _reader.TokenType == JsonTokenType.Null ? null : ReadElementValue();
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads a model.</summary>
    public T Model<T>()
        where T : IJsonModel<T>
    {
        MoveToValue();
        var value = T.Read(ref this);
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads a model, or null.</summary>
    public T? ModelOrNull<T>()
        where T : class, IJsonModel<T>
    {
        MoveToValue();
        T? value = _reader.TokenType == JsonTokenType.Null ? null : T.Read(ref this);
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads an open enum.</summary>
    public T Enum<T>()
        where T : struct, IOpenEnum<T>
    {
        MoveToValue();
        var value = ReadEnumValue<T>();
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads an open enum, or null.</summary>
    public T? EnumOrNull<T>()
        where T : struct, IOpenEnum<T>
    {
        MoveToValue();
        T? value = _reader.TokenType == JsonTokenType.Null ? null : ReadEnumValue<T>();
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads an array of models.</summary>
    public IReadOnlyList<T> List<T>()
        where T : IJsonModel<T>
    {
        MoveToValue();
        var value = ReadListValue<T, ModelCodec<T>>();
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads an array of models, or null.</summary>
    public IReadOnlyList<T>? ListOrNull<T>()
        where T : IJsonModel<T>
    {
        MoveToValue();
        IReadOnlyList<T>? value = _reader.TokenType == JsonTokenType.Null ? null : ReadListValue<T, ModelCodec<T>>();
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads an object as a map of models; of equal keys the last wins.</summary>
    public IReadOnlyDictionary<string, T> Map<T>()
        where T : IJsonModel<T>
    {
        MoveToValue();
        var value = ReadMapValue<T, ModelCodec<T>>();
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads an object as a map of models, or null.</summary>
    public IReadOnlyDictionary<string, T>? MapOrNull<T>()
        where T : IJsonModel<T>
    {
        MoveToValue();
        IReadOnlyDictionary<string, T>? value = _reader.TokenType == JsonTokenType.Null ? null : ReadMapValue<T, ModelCodec<T>>();
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads a value by its codec.</summary>
    public T Value<T, TCodec>()
        where TCodec : struct, IJsonCodec<T>
    {
        MoveToValue();
        var value = TCodec.Read(ref this);
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads a value of a class by its codec, or null.</summary>
    public T? ValueOrNull<T, TCodec>()
        where T : class
        where TCodec : struct, IJsonCodec<T>
    {
        MoveToValue();
        T? value = _reader.TokenType == JsonTokenType.Null ? null : TCodec.Read(ref this);
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads a value of a struct by its codec, or null.</summary>
    public T? NullableValue<T, TCodec>()
        where T : struct
        where TCodec : struct, IJsonCodec<T>
    {
        MoveToValue();
        T? value = _reader.TokenType == JsonTokenType.Null ? null : TCodec.Read(ref this);
        MoveToNextProperty();
        return value;
    }

    /// <summary>Reads a value that may be absent or null, too.</summary>
    public Optional<T> Optional<T, TCodec>()
        where TCodec : struct, IJsonCodec<T>
    {
        MoveToValue();
        Optional<T> value = _reader.TokenType == JsonTokenType.Null ? CfGen.Optional<T>.Null : new Optional<T>(TCodec.Read(ref this));
        MoveToNextProperty();
        return value;
    }
}
