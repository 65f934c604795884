#nullable enable annotations
#nullable disable warnings
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using CfGen.CodeGen;

namespace CfGen.Runtime.Tests.Support;

// Written by hand the way emitted code looks.
[JsonConverter(typeof(JsonModelConverter<Score>))]
public sealed partial record Score : IJsonModel<Score>
{
    private readonly UnknownProperties? _extras;

    public required string Email { get; init; }

    public required IReadOnlyList<Event> Events { get; init; }

    public required string Name { get; init; }

    public DateTimeOffset? LastResetTime { get; init; }

    public RiskLevel? RiskLevel { get; init; }

    public Score() { }

    [SetsRequiredMembers]
    private Score(ref JsonModelReader r)
    {
        var outer = r.ReadStartObject();
        for (; r.HasMoreProperties(); r.CaptureUnknown())
        {
            if (r.IsProperty("email"u8, 0b001))
                Email = r.String();
            if (r.IsProperty("events"u8, 0b010))
                Events = r.List<Event>();
            if (r.IsProperty("name"u8, 0b100))
                Name = r.String();
            if (r.IsProperty("last_reset_time"u8))
                LastResetTime = r.DateTimeOrNull();
            if (r.IsProperty("risk_level"u8))
                RiskLevel = r.EnumOrNull<RiskLevel>();
        }

        _extras = r.ReadEndObject(outer, 0b111, "email\0events\0name"u8);
    }

    static Score IJsonModel<Score>.Read(ref JsonModelReader r) => new(ref r);

    static void IJsonModel<Score>.Write(ref JsonModelWriter w, Score value)
    {
        w.WriteStartObject();
        w.String("email"u8, value.Email);
        w.List("events"u8, value.Events);
        w.String("name"u8, value.Name);
        w.DateTime("last_reset_time"u8, value.LastResetTime);
        w.Enum("risk_level"u8, value.RiskLevel);
        w.WriteEndObject(value._extras);
    }
}

[JsonConverter(typeof(JsonModelConverter<Event>))]
public sealed partial record Event : IJsonModel<Event>
{
    private readonly UnknownProperties? _extras;

    public required string Id { get; init; }

    public required string Name { get; init; }

    public required RiskLevel RiskLevel { get; init; }

    public required DateTimeOffset Timestamp { get; init; }

    public JsonElement? EventDetails { get; init; }

    public Event() { }

    [SetsRequiredMembers]
    private Event(ref JsonModelReader r)
    {
        var outer = r.ReadStartObject();
        for (; r.HasMoreProperties(); r.CaptureUnknown())
        {
            if (r.IsProperty("id"u8, 0b0001))
                Id = r.String();
            if (r.IsProperty("name"u8, 0b0010))
                Name = r.String();
            if (r.IsProperty("risk_level"u8, 0b0100))
                RiskLevel = r.Enum<RiskLevel>();
            if (r.IsProperty("timestamp"u8, 0b1000))
                Timestamp = r.DateTime();
            if (r.IsProperty("event_details"u8))
                EventDetails = r.JsonOrNull();
        }

        _extras = r.ReadEndObject(outer, 0b1111, "id\0name\0risk_level\0timestamp"u8);
    }

    static Event IJsonModel<Event>.Read(ref JsonModelReader r) => new(ref r);

    static void IJsonModel<Event>.Write(ref JsonModelWriter w, Event value)
    {
        w.WriteStartObject();
        w.String("id"u8, value.Id);
        w.String("name"u8, value.Name);
        w.Enum("risk_level"u8, value.RiskLevel);
        w.DateTime("timestamp"u8, value.Timestamp);
        w.Json("event_details"u8, value.EventDetails);
        w.WriteEndObject(value._extras);
    }
}

[JsonConverter(typeof(OpenEnumConverter<RiskLevel>))]
public readonly partial record struct RiskLevel : IOpenEnum<RiskLevel>
{
    private static readonly OpenEnumTable s_table = new("low", "medium", "high");
    private readonly string? _value;

    public RiskLevel(string value) => _value = value;

    public string Value => _value ?? "";

    public static RiskLevel Low => new("low");

    public static RiskLevel Medium => new("medium");

    public static RiskLevel High => new("high");

    public Known AsKnown => (Known)s_table.FindOrdinal(_value);

    public static implicit operator RiskLevel(string value) => new(value);

    public override string ToString() => Value;

    static OpenEnumTable IOpenEnum<RiskLevel>.Table => s_table;

    static RiskLevel IOpenEnum<RiskLevel>.From(string value) => new(value);

    public enum Known
    {
        Unrecognized,
        Low,
        Medium,
        High,
    }
}
