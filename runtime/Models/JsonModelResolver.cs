using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CfGen.CodeGen;

namespace CfGen;

/// <summary>
/// Finds for <see cref="JsonSerializer"/> the generated types that a program names, without reflection: for trimmed programs and NativeAOT.
/// A type that is not named is trimmed with its reader and writer.
/// </summary>
/// <example>
/// <code>
/// builder.Services.ConfigureHttpJsonOptions(o => o.SerializerOptions.TypeInfoResolverChain.Insert(0, new
/// JsonModelResolver().Add&lt;Order&gt;()));
/// </code>
/// </example>
/// <remarks>An instance is thread-safe after the last <c>Add</c>.</remarks>
public sealed class JsonModelResolver : IJsonTypeInfoResolver
{
    private readonly Dictionary<Type, Func<JsonSerializerOptions, JsonTypeInfo>> _types = [];

    /// <summary>Creates the contract of one generated type, for the overloads of <see cref="JsonSerializer"/> that take one.</summary>
    /// <typeparam name="T">A model or union.</typeparam>
    public static JsonTypeInfo<T> GetTypeInfo<T>()
        where T : IJsonModel<T> => Contract<T>.Instance;

    /// <summary>Adds a model or union, and its arrays, lists and maps.</summary>
    /// <typeparam name="T">The model or union.</typeparam>
    /// <returns>The same instance.</returns>
    public JsonModelResolver Add<T>()
        where T : IJsonModel<T>
    {
        _types[typeof(T)] = CreateInfo<T>;
        return AddCollections<T>();
    }

    /// <summary>Adds an open enum, and its arrays, lists and maps.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <returns>The same instance.</returns>
    public JsonModelResolver AddEnum<T>()
        where T : struct, IOpenEnum<T>
    {
        _types[typeof(T)] = static options => JsonMetadataServices.CreateValueInfo<T>(options, new OpenEnumConverter<T>());
        _types[typeof(T?)] = static options =>
            JsonMetadataServices.CreateValueInfo<T?>(
                options,
                JsonMetadataServices.GetNullableConverter((JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)))
            );
        return AddCollections<T>();
    }

    /// <inheritdoc/>
    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(options);
        return _types.TryGetValue(type, out Func<JsonSerializerOptions, JsonTypeInfo>? create) ? create(options) : null;
    }

    private static JsonTypeInfo<T> CreateInfo<T>(JsonSerializerOptions options)
        where T : IJsonModel<T> => JsonMetadataServices.CreateValueInfo<T>(options, new JsonModelConverter<T>());

    private JsonModelResolver AddCollections<T>()
    {
        _types[typeof(T[])] = static options => JsonMetadataServices.CreateArrayInfo(options, new JsonCollectionInfoValues<T[]>());
        _types[typeof(List<T>)] = static options =>
            JsonMetadataServices.CreateListInfo<List<T>, T>(
                options,
                new JsonCollectionInfoValues<List<T>> { ObjectCreator = static () => [] }
            );
        _types[typeof(IReadOnlyList<T>)] = static options =>
            JsonMetadataServices.CreateIEnumerableInfo<IReadOnlyList<T>, T>(options, new JsonCollectionInfoValues<IReadOnlyList<T>>());
        _types[typeof(IEnumerable<T>)] = static options =>
            JsonMetadataServices.CreateIEnumerableInfo<IEnumerable<T>, T>(options, new JsonCollectionInfoValues<IEnumerable<T>>());
        _types[typeof(IAsyncEnumerable<T>)] = static options =>
            JsonMetadataServices.CreateIAsyncEnumerableInfo<IAsyncEnumerable<T>, T>(
                options,
                new JsonCollectionInfoValues<IAsyncEnumerable<T>>()
            );
        _types[typeof(Dictionary<string, T>)] = static options =>
            JsonMetadataServices.CreateDictionaryInfo<Dictionary<string, T>, string, T>(
                options,
                new JsonCollectionInfoValues<Dictionary<string, T>> { ObjectCreator = static () => [], KeyInfo = CreateKeyInfo(options) }
            );
        _types[typeof(IReadOnlyDictionary<string, T>)] = static options =>
            JsonMetadataServices.CreateIReadOnlyDictionaryInfo<IReadOnlyDictionary<string, T>, string, T>(
                options,
                new JsonCollectionInfoValues<IReadOnlyDictionary<string, T>> { KeyInfo = CreateKeyInfo(options) }
            );
        return this;
    }

    private static JsonTypeInfo<string> CreateKeyInfo(JsonSerializerOptions options) =>
        JsonMetadataServices.CreateValueInfo<string>(options, JsonMetadataServices.StringConverter);

    private static class Contract<T>
        where T : IJsonModel<T>
    {
        public static readonly JsonTypeInfo<T> Instance = Create();

        private static JsonTypeInfo<T> Create()
        {
            JsonSerializerOptions options = new() { TypeInfoResolver = new JsonModelResolver().Add<T>() };
            options.MakeReadOnly();
            return (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        }
    }
}
