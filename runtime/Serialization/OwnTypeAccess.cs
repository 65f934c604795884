using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CfGen.CodeGen;

namespace CfGen.Serialization;

/// <summary>Reads and writes values of a type that is not ours.</summary>
/// <typeparam name="T">The type.</typeparam>
internal interface IOwnTypeAccess<T>
{
    /// <summary>The code that reads and writes, for messages.</summary>
    static abstract string Name { get; }

    static abstract T? Read(ref Utf8JsonReader reader, JsonSerializerOptions? options);

    static abstract void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions? options);

    /// <summary>True if a value has JSON without options.</summary>
    static abstract bool CanWrite(JsonSerializerOptions? options);
}

/// <summary>A codec of the program.</summary>
internal readonly struct CodecAccess<T, TCodec> : IOwnTypeAccess<T>
    where TCodec : IJsonCodec<T>
{
    public static string Name => typeof(TCodec).Name;

    public static T? Read(ref Utf8JsonReader reader, JsonSerializerOptions? options) => TCodec.Read(ref reader);

    public static void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions? options) => TCodec.Write(writer, value);

    public static bool CanWrite(JsonSerializerOptions? options) => true;
}

/// <summary>A codec of the program as one that the readers and writers of models take.</summary>
internal readonly struct OwnTypeCodec<T, TCodec> : IValueCodec<T>
    where TCodec : IJsonCodec<T>
{
    public static T Read(ref JsonModelReader r) => r.Own<T, TCodec>();

    public static void Write(ref JsonModelWriter w, T value) => w.Own<T, TCodec>(value);
}

/// <summary>The contract that the serializer options of a client, or those of a caller's <see cref="JsonSerializer"/>, have for a type.</summary>
internal readonly struct TypeInfoAccess<T> : IOwnTypeAccess<T>
{
    public static string Name => $"the JsonTypeInfo of {typeof(T).Name}";

    public static T? Read(ref Utf8JsonReader reader, JsonSerializerOptions? options) =>
        JsonSerializer.Deserialize(ref reader, GetTypeInfo(options));

    public static void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions? options) =>
        JsonSerializer.Serialize(writer, value, GetTypeInfo(options));

    public static bool CanWrite(JsonSerializerOptions? options) => options is not null;

    private static JsonTypeInfo<T> GetTypeInfo(JsonSerializerOptions? options)
    {
        if (options is null)
            throw new ApiOptionsException(
                $"{typeof(T)} cannot be read or written: it has no codec, and JsonSerializerOptions of the options is not set. "
                    + "Set it to options whose TypeInfoResolver knows the type, or name a codec in the Names file.",
                nameof(ApiClientOptions.JsonSerializerOptions)
            );
        try
        {
            return (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        }
        catch (NotSupportedException e)
        {
            throw new ApiOptionsException(
                $"{typeof(T)} cannot be read or written: it has no codec, and the TypeInfoResolver of JsonSerializerOptions does not know it. "
                    + "Add [JsonSerializable] for the type to the context, or name a codec in the Names file.",
                nameof(ApiClientOptions.JsonSerializerOptions),
                e
            );
        }
    }
}
