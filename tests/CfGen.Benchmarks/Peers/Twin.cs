using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CfGen.Benchmarks.Peers;

// What somebody writes by hand who knows System.Text.Json well: settable members, because its source generator is slower at
// `required` and `init`; the members that the document requires are required; enums by name; nothing read that nobody uses.

/// <summary>The envelope.</summary>
public sealed class TwinEnvelope
{
    [JsonRequired]
    public bool Success { get; set; }

    public List<TwinError>? Errors { get; set; }

    public TwinScore? Result { get; set; }
}

/// <summary>An entry of <c>errors</c>.</summary>
public sealed class TwinError
{
    public int Code { get; set; }

    public string? Message { get; set; }
}

/// <summary>The risk score.</summary>
public sealed class TwinScore
{
    [JsonRequired]
    public string Email { get; set; } = "";

    [JsonRequired]
    public List<TwinEvent> Events { get; set; } = [];

    [JsonRequired]
    public string Name { get; set; } = "";

    public DateTimeOffset? LastResetTime { get; set; }

    public TwinLevel? RiskLevel { get; set; }
}

/// <summary>An event.</summary>
public sealed class TwinEvent
{
    [JsonRequired]
    public string Id { get; set; } = "";

    [JsonRequired]
    public string Name { get; set; } = "";

    [JsonRequired]
    public TwinLevel RiskLevel { get; set; }

    [JsonRequired]
    public DateTimeOffset Timestamp { get; set; }

    public JsonElement? EventDetails { get; set; }
}

/// <summary>A risk level; a value that is not listed makes the whole answer unreadable.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TwinLevel>))]
public enum TwinLevel
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

    public IReadOnlyList<TwinError>? Errors { get; init; }

    public RecordScore? Result { get; init; }
}

/// <summary>The risk score.</summary>
public sealed record RecordScore
{
    public required string Email { get; init; }

    public required IReadOnlyList<RecordEvent> Events { get; init; }

    public required string Name { get; init; }

    public DateTimeOffset? LastResetTime { get; init; }

    public TwinLevel? RiskLevel { get; init; }
}

/// <summary>An event.</summary>
public sealed record RecordEvent
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required TwinLevel RiskLevel { get; init; }

    public required DateTimeOffset Timestamp { get; init; }

    public JsonElement? EventDetails { get; init; }
}

/// <summary>System.Text.Json's source generator over both.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(TwinEnvelope))]
[JsonSerializable(typeof(RecordEnvelope))]
internal sealed partial class TwinContext : JsonSerializerContext;

/// <summary>The call by hand: one request, one check of the status, one of the envelope. No argument is checked and nothing is repeated.</summary>
internal sealed class TwinClient(HttpClient http)
{
    public async Task<TwinScore> GetAsync(string accountId, string userId, CancellationToken cancellationToken = default)
    {
        using HttpRequestMessage request = new(
            HttpMethod.Get,
            $"accounts/{Uri.EscapeDataString(accountId)}/zt_risk_scoring/{Uri.EscapeDataString(userId)}"
        );
        using HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            .ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        TwinEnvelope? envelope = await response
            .Content.ReadFromJsonAsync(TwinContext.Default.TwinEnvelope, cancellationToken)
            .ConfigureAwait(false);
        if (envelope is not { Success: true, Result: { } score })
            throw new HttpRequestException(
                envelope?.Errors is [{ } first, ..] ? $"{first.Code}: {first.Message}" : "The API reported a failure."
            );
        return score;
    }
}
