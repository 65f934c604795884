using System.Text.Json;
using System.Text.Json.Serialization;

namespace CfGen;

// The types of the program in the places of schemas.
public abstract partial class ApiClientOptions
{
    private JsonSerializerOptions? _jsonSerializerOptions;

    /// <summary>
    /// The options that read and write types of your own that have no codec: their <c>TypeInfoResolver</c> returns the contracts. Types of the
    /// document do not use them. They cannot be changed any more once they are set.
    /// </summary>
    /// <exception cref="ArgumentException">The options have no <c>TypeInfoResolver</c>.</exception>
    [JsonIgnore]
    public JsonSerializerOptions? JsonSerializerOptions
    {
        get => _jsonSerializerOptions;
        set
        {
            if (value is { TypeInfoResolver: null })
                throw new ArgumentException(
                    "JsonSerializerOptions must have a TypeInfoResolver, such as a JsonSerializerContext.",
                    nameof(JsonSerializerOptions)
                );
            value?.MakeReadOnly();
            _jsonSerializerOptions = value;
        }
    }
}
