using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CfGen.Benchmarks.Peers;

// The code of a developer who knows System.Text.Json well: settable members, because its source generator is slower with
// `required` and `init`; `[JsonRequired]` where the document requires a member; enums by name; only the members that are used.

/// <summary>The envelope.</summary>
public sealed class HandWrittenEnvelope
{
    [JsonRequired]
    public bool Success { get; set; }

    public List<HandWrittenError>? Errors { get; set; }

    public HandWrittenScore? Result { get; set; }
}

/// <summary>An entry of <c>errors</c>.</summary>
public sealed class HandWrittenError
{
    public int Code { get; set; }

    public string? Message { get; set; }
}

/// <summary>The risk score.</summary>
public sealed class HandWrittenScore
{
    [JsonRequired]
    public string Email { get; set; } = "";

    [JsonRequired]
    public List<HandWrittenEvent> Events { get; set; } = [];

    [JsonRequired]
    public string Name { get; set; } = "";

    public DateTimeOffset? LastResetTime { get; set; }

    public HandWrittenLevel? RiskLevel { get; set; }
}

/// <summary>An event.</summary>
public sealed class HandWrittenEvent
{
    [JsonRequired]
    public string Id { get; set; } = "";

    [JsonRequired]
    public string Name { get; set; } = "";

    [JsonRequired]
    public HandWrittenLevel RiskLevel { get; set; }

    [JsonRequired]
    public DateTimeOffset Timestamp { get; set; }

    public JsonElement? EventDetails { get; set; }
}

/// <summary>A risk level; a value that is not listed fails the whole read.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HandWrittenLevel>))]
public enum HandWrittenLevel
{
    [JsonStringEnumMemberName("low")]
    Low,

    [JsonStringEnumMemberName("medium")]
    Medium,

    [JsonStringEnumMemberName("high")]
    High,
}

// The same as records with required members, which is what CfGen emits.

/// <summary>The envelope.</summary>
public sealed record RecordEnvelope
{
    public required bool Success { get; init; }

    public IReadOnlyList<HandWrittenError>? Errors { get; init; }

    public RecordScore? Result { get; init; }
}

/// <summary>The risk score.</summary>
public sealed record RecordScore
{
    public required string Email { get; init; }

    public required IReadOnlyList<RecordEvent> Events { get; init; }

    public required string Name { get; init; }

    public DateTimeOffset? LastResetTime { get; init; }

    public HandWrittenLevel? RiskLevel { get; init; }
}

/// <summary>An event.</summary>
public sealed record RecordEvent
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required HandWrittenLevel RiskLevel { get; init; }

    public required DateTimeOffset Timestamp { get; init; }

    public JsonElement? EventDetails { get; init; }
}

/// <summary>System.Text.Json's source generator over both.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(HandWrittenEnvelope))]
[JsonSerializable(typeof(RecordEnvelope))]
internal sealed partial class HandWrittenContext : JsonSerializerContext;

/// <summary>
/// The hand-written call: one request, one check of the status, one of the envelope. It validates no argument and retries nothing.
/// </summary>
internal sealed class HandWrittenClient(HttpClient http)
{
    public async Task<HandWrittenScore> GetAsync(string accountId, string userId, CancellationToken cancellationToken = default)
    {
        using HttpRequestMessage request = new(
            HttpMethod.Get,
            $"accounts/{Uri.EscapeDataString(accountId)}/zt_risk_scoring/{Uri.EscapeDataString(userId)}"
        );
        using HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            .ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        HandWrittenEnvelope? envelope = await response
            .Content.ReadFromJsonAsync(HandWrittenContext.Default.HandWrittenEnvelope, cancellationToken)
            .ConfigureAwait(false);
        if (envelope is not { Success: true, Result: { } score })
            throw new HttpRequestException(
                envelope?.Errors is [{ } first, ..] ? $"{first.Code}: {first.Message}" : "The API reported a failure."
            );
        return score;
    }
}
