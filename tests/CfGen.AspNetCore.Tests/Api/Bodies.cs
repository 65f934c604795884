using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CfGen.AspNetCore.Tests.Api;

/// <summary>Each number that System.Text.Json writes.</summary>
public sealed record Numbers(
    byte Byte,
    sbyte SByte,
    short Short,
    ushort UShort,
    int Int,
    uint UInt,
    long Long,
    ulong ULong,
    float Float,
    double Double,
    decimal Decimal
);

/// <summary>Values that are texts in JSON, and a boolean.</summary>
public sealed record Texts(string Text, char Letter, Guid Id, Uri Link, Version Version, bool Flag, byte[] Bytes);

/// <summary>Each type of time.</summary>
public sealed record Times(DateTime Local, DateTimeOffset At, DateOnly Day, TimeOnly Hour, TimeSpan Elapsed);

/// <summary>Nullable values of each kind.</summary>
public sealed record Nullables(
    int? Number,
    decimal? Amount,
    bool? Flag,
    Guid? Id,
    DateOnly? Day,
    TimeOnly? Hour,
    TimeSpan? Elapsed,
    DateTimeOffset? At,
    string? Text,
    byte[]? Bytes,
    Color? Color,
    Level? Level,
    Address? Address,
    List<string?>? Names,
    Dictionary<string, int?>? Counts
);

/// <summary>Members that must be there, said in each way.</summary>
public sealed class Requirements
{
    public required string Keyword { get; init; }

    public required string? KeywordNullable { get; init; }

    [Required]
    public string Attribute { get; set; } = "";

    [JsonRequired]
    public int Json { get; set; }

    public int Defaulted { get; set; } = 7;

    public string Optional { get; set; } = "optional";

    [JsonPropertyName("re-named")]
    public string? Renamed { get; set; }

    [JsonIgnore]
    public string Ignored { get; set; } = "";

    public string ReadOnly => "read-only";
}

/// <summary>Lists, sets and dictionaries.</summary>
public sealed record Collections(
    List<int> List,
    Guid[] Array,
    HashSet<string> Set,
    IReadOnlyList<Address> Objects,
    Dictionary<string, decimal> Amounts,
    Dictionary<Color, int> ByColor,
    Dictionary<int, string> ByNumber,
    Dictionary<Guid, Address> ById,
    Dictionary<string, Dictionary<string, long>> Nested,
    Dictionary<string, List<DateOnly>> Days,
    int[][] Matrix,
    List<Dictionary<string, string>> Maps
);

/// <summary>Enums as texts and as numbers.</summary>
public sealed record Enums(
    Color Color,
    Color? MaybeColor,
    Level Level,
    Level? MaybeLevel,
    Access Access,
    List<Color> Colors,
    Level[] Levels,
    Priority Priority
);

[JsonConverter(typeof(JsonStringEnumConverter<Color>))]
public enum Color
{
    Red,
    DarkGreen,
    Blue,
}

public enum Level
{
    Low,
    Mid = 5,
    High = 10,
}

[Flags]
public enum Access
{
    None = 0,
    Read = 1,
    Write = 2,
    All = Read | Write,
}

[JsonConverter(typeof(JsonStringEnumConverter<Priority>))]
public enum Priority
{
    [JsonStringEnumMemberName("very-low")]
    VeryLow,

    [JsonStringEnumMemberName("very-high")]
    VeryHigh,
}

/// <summary>Any JSON, in each of its types.</summary>
public sealed record Anything(JsonElement Element, JsonNode? Node, JsonObject Object, JsonArray Array, object? Value);

/// <summary>Members that are not named.</summary>
public sealed class Open
{
    public required string Name { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? More { get; set; }
}

public sealed record Address(string Street, string? City);

public sealed record Tree(string Name, List<Tree>? Children, Tree? Parent);

public sealed record Page<T>(IReadOnlyList<T> Items, int Total);

public sealed record Pair<TLeft, TRight>(TLeft Left, TRight? Right);

public class Person
{
    public required string Name { get; init; }
}

public sealed class Employee : Person
{
    public required decimal Salary { get; init; }
}

public sealed record Order(Guid Id, string Customer, decimal Total, DateTimeOffset At, Color Color, Address? ShipTo);

/// <summary>Rules of data annotations.</summary>
public sealed class Rules
{
    [Range(1, 10)]
    public int Number { get; init; }

    [Range(0.5, 1.5)]
    public double Share { get; init; }

    [StringLength(5, MinimumLength = 2)]
    public required string Text { get; init; }

    [RegularExpression("^[A-Z]{3}$")]
    public string? Code { get; init; }

    [MinLength(1), MaxLength(2)]
    public required List<string> Tags { get; init; }

    [EmailAddress]
    public string? Email { get; init; }

    [Url]
    public string? Link { get; init; }
}
