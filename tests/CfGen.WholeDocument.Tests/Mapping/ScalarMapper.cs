using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CfGen.WholeDocument.Tests.Mapping;

/// <summary>The values of C# that are one JSON value.</summary>
internal static class ScalarMapper
{
    private static readonly Dictionary<Type, Func<JsonNode, object>> s_readers = new()
    {
        [typeof(string)] = n => n.GetValue<string>(),
        [typeof(bool)] = n => n.GetValue<bool>(),
        [typeof(int)] = n => (int)n.GetValue<decimal>(),
        [typeof(long)] = n => (long)n.GetValue<decimal>(),
        [typeof(float)] = n => n.GetValue<float>(),
        [typeof(double)] = n => n.GetValue<double>(),
        [typeof(decimal)] = n => n.GetValue<decimal>(),
        [typeof(Guid)] = n => Guid.ParseExact(n.GetValue<string>(), "D"),
        [typeof(DateTimeOffset)] = n =>
            DateTimeOffset.Parse(n.GetValue<string>(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        [typeof(DateOnly)] = n => DateOnly.ParseExact(n.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture),
        [typeof(TimeOnly)] = n => TimeOnly.Parse(n.GetValue<string>(), CultureInfo.InvariantCulture),
        [typeof(TimeSpan)] = n => System.Xml.XmlConvert.ToTimeSpan(n.GetValue<string>()),
        [typeof(Uri)] = n => new Uri(n.GetValue<string>(), UriKind.RelativeOrAbsolute),
        [typeof(byte[])] = n => Convert.FromBase64String(n.GetValue<string>()),
        [typeof(IPAddress)] = n => IPAddress.Parse(n.GetValue<string>()),
    };

    public static bool CanMap(Type type) => s_readers.ContainsKey(type) || typeof(IPAddress).IsAssignableFrom(type);

    public static object Read(Type type, JsonNode json, string at)
    {
        try
        {
            return s_readers[type](json);
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or OverflowException)
        {
            throw new MappingException($"{at}: {type.Name} is no {json.GetValueKind()}");
        }
    }

    public static JsonNode Write(object value) =>
        value switch
        {
            Uri uri => uri.OriginalString,
            IPAddress address => address.ToString(),
            TimeSpan duration => System.Xml.XmlConvert.ToString(duration),
            byte[] bytes => Convert.ToBase64String(bytes),
            _ => JsonSerializer.SerializeToNode(value, value.GetType())!,
        };
}
