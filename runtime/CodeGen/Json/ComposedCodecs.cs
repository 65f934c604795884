using System.ComponentModel;
using System.Text.Json;
using CfGen.Serialization;

namespace CfGen.CodeGen;

/// <summary>The codec of a model.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct ModelCodec<T> : IValueCodec<T>
    where T : IJsonModel<T>
{
    /// <inheritdoc/>
    public static T Read(ref JsonModelReader r) => T.Read(ref r);

    /// <inheritdoc/>
    public static void Write(ref JsonModelWriter w, T value)
    {
        if (w.IsFull)
            w.WriteOmission();
        else
            T.Write(ref w, value);
    }
}

/// <summary>The codec of an open enum.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct EnumCodec<T> : IValueCodec<T>
    where T : struct, IOpenEnum<T>
{
    /// <inheritdoc/>
    public static T Read(ref JsonModelReader r) => r.ReadEnumValue<T>();

    /// <inheritdoc/>
    public static void Write(ref JsonModelWriter w, T value) => w.WriteEnumValue(value);
}

/// <summary>The codec of an array.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct ListCodec<T, TCodec> : IValueCodec<IReadOnlyList<T>>
    where TCodec : struct, IValueCodec<T>
{
    /// <inheritdoc/>
    public static IReadOnlyList<T> Read(ref JsonModelReader r) => r.ReadListValue<T, TCodec>();

    /// <inheritdoc/>
    public static void Write(ref JsonModelWriter w, IReadOnlyList<T> value)
    {
        w.WriteStartArray();
        for (int i = 0; i < value.Count; i++)
        {
            if (w.IsLast(i))
            {
                w.WriteOmission(value.Count - i);
                break;
            }

            TCodec.Write(ref w, value[i]);
        }

        w.WriteEndArray();
    }
}

/// <summary>The codec of an object that is a map. When a key repeats, the last value counts.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct MapCodec<T, TCodec> : IValueCodec<IReadOnlyDictionary<string, T>>
    where TCodec : struct, IValueCodec<T>
{
    /// <inheritdoc/>
    public static IReadOnlyDictionary<string, T> Read(ref JsonModelReader r) => r.ReadMapValue<T, TCodec>();

    /// <inheritdoc/>
    public static void Write(ref JsonModelWriter w, IReadOnlyDictionary<string, T> value)
    {
        w.WriteStartObject();
        int index = 0;
        foreach ((string key, T item) in value)
        {
            if (w.IsLast(index++))
            {
                w.WritePropertyName(JsonText.OmittedName);
                w.WriteOmission(value.Count - index + 1);
                break;
            }

            w.WritePropertyName(key);
            TCodec.Write(ref w, item);
        }

        w.WriteEndObject();
    }
}

/// <summary>The codec of a nullable struct.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct NullableValueCodec<T, TCodec> : IValueCodec<T?>
    where T : struct
    where TCodec : struct, IValueCodec<T>
{
    /// <inheritdoc/>
    public static T? Read(ref JsonModelReader r) => r.TokenType == JsonTokenType.Null ? null : TCodec.Read(ref r);

    /// <inheritdoc/>
    public static void Write(ref JsonModelWriter w, T? value)
    {
        if (value is { } item)
            TCodec.Write(ref w, item);
        else
            w.WriteNullValue();
    }
}

/// <summary>The codec of a nullable class.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct NullableReferenceCodec<T, TCodec> : IValueCodec<T?>
    where T : class
    where TCodec : struct, IValueCodec<T>
{
    /// <inheritdoc/>
    public static T? Read(ref JsonModelReader r) => r.TokenType == JsonTokenType.Null ? null : TCodec.Read(ref r);

    /// <inheritdoc/>
    public static void Write(ref JsonModelWriter w, T? value)
    {
        if (value is null)
            w.WriteNullValue();
        else
            TCodec.Write(ref w, value);
    }
}
