using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace CfGen.Cases.Tests.Own;

/// <summary>A struct that reads and writes itself.</summary>
public readonly record struct Money(decimal Amount, string Currency) : IJsonCodec<Money>
{
    public static Money Read(ref Utf8JsonReader reader)
    {
        using JsonDocument json = JsonDocument.ParseValue(ref reader);
        return new Money(
            decimal.Parse(json.RootElement.GetProperty("amount").GetString()!, CultureInfo.InvariantCulture),
            json.RootElement.GetProperty("currency").GetString()!
        );
    }

    public static void Write(Utf8JsonWriter writer, Money value)
    {
        writer.WriteStartObject();
        writer.WriteString("amount", value.Amount.ToString(CultureInfo.InvariantCulture));
        writer.WriteString("currency", value.Currency);
        writer.WriteEndObject();
    }
}

/// <summary>An enum that a resolver knows.</summary>
public enum Status
{
    Open,
    Closed,
}

/// <summary>A class that a resolver knows.</summary>
public sealed record Address(string? Street, string? City);

public sealed record Labels(IReadOnlyDictionary<string, string> Values);

internal sealed class LabelsCodec : IJsonCodec<Labels>
{
    public static Labels Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new FormatException("Not an object.");
        Dictionary<string, string> values = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            values[name] = reader.GetString()!;
        }

        return new Labels(values);
    }

    public static void Write(Utf8JsonWriter writer, Labels value)
    {
        writer.WriteStartObject();
        foreach ((string name, string text) in value.Values)
            writer.WriteString(name, text);
        writer.WriteEndObject();
    }
}

public sealed record Box<T>(T Content);

internal readonly struct BoxCodec : IJsonCodec<Box<int>>
{
    public static Box<int> Read(ref Utf8JsonReader reader)
    {
        using JsonDocument json = JsonDocument.ParseValue(ref reader);
        return new Box<int>(json.RootElement.GetProperty("content").GetInt32());
    }

    public static void Write(Utf8JsonWriter writer, Box<int> value)
    {
        writer.WriteStartObject();
        writer.WriteNumber("content", value.Content);
        writer.WriteEndObject();
    }
}

public static class Shapes
{
    /// <summary>A class within another one, which reads and writes itself.</summary>
    public sealed class Round : IJsonCodec<Round>
    {
        public double Radius { get; init; }

        static Round IJsonCodec<Round>.Read(ref Utf8JsonReader reader)
        {
            using JsonDocument json = JsonDocument.ParseValue(ref reader);
            return new Round { Radius = json.RootElement.GetProperty("radius").GetDouble() };
        }

        static void IJsonCodec<Round>.Write(Utf8JsonWriter writer, Round value)
        {
            writer.WriteStartObject();
            writer.WriteNumber("radius", value.Radius);
            writer.WriteEndObject();
        }
    }
}

internal sealed class VersionCodec : IJsonCodec<Version>
{
    public static Version Read(ref Utf8JsonReader reader) => Version.Parse(reader.GetString()!);

    public static void Write(Utf8JsonWriter writer, Version value) => writer.WriteStringValue(value.ToString());
}

internal sealed class InstantCodec : IJsonCodec<Instant>
{
    public static Instant Read(ref Utf8JsonReader reader) => InstantPattern.ExtendedIso.Parse(reader.GetString()!).GetValueOrThrow();

    public static void Write(Utf8JsonWriter writer, Instant value) => writer.WriteStringValue(InstantPattern.ExtendedIso.Format(value));
}

public sealed record Code(string Text) : IParsable<Code>, IFormattable
{
    public static Code Parse(string s, IFormatProvider? provider) =>
        s.StartsWith("c-", StringComparison.Ordinal) ? new Code(s) : throw new FormatException(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out Code result)
    {
        result = new Code(s ?? "");
        return true;
    }

    public string ToString(string? format, IFormatProvider? formatProvider) => Text;

    public override string ToString() => Text;
}

[JsonSerializable(typeof(Status))]
[JsonSerializable(typeof(Address))]
[JsonSerializable(typeof(ImmutableArray<string>))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
internal sealed partial class OwnContext : JsonSerializerContext;
