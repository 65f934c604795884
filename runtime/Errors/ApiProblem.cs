using System.Text.Json;
using CfGen.CodeGen;

namespace CfGen;

/// <summary>
/// The body of an error that is a problem (RFC 9457, <c>application/problem+json</c>), as ASP.NET Core and others return it:
/// <see cref="ApiStatusException.TryGetBody{T}"/> reads it, whether the document describes it or not.
/// </summary>
public sealed record ApiProblem : IJsonModel<ApiProblem>
{
    /// <summary>The URI of the kind of problem.</summary>
    public string? Type { get; init; }

    /// <summary>The name of the kind of problem.</summary>
    public string? Title { get; init; }

    /// <summary>The status that the body names.</summary>
    public int? Status { get; init; }

    /// <summary>The description of this problem.</summary>
    public string? Detail { get; init; }

    /// <summary>The URI of this problem.</summary>
    public string? Instance { get; init; }

    /// <summary>The errors by field (<c>errors</c>), as validation in ASP.NET Core returns them; empty without any.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Errors { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>All other members, such as <c>traceId</c>, and <c>errors</c> of another form.</summary>
    public IReadOnlyDictionary<string, JsonElement> Extensions { get; init; } = new Dictionary<string, JsonElement>();

    static ApiProblem IJsonModel<ApiProblem>.Read(ref JsonModelReader r)
    {
        Dictionary<string, JsonElement> members = r.ReadMapValue<JsonElement, JsonElementCodec>();
        var problem = new ApiProblem
        {
            Type = Take(members, "type", JsonValueKind.String)?.GetString(),
            Title = Take(members, "title", JsonValueKind.String)?.GetString(),
            Detail = Take(members, "detail", JsonValueKind.String)?.GetString(),
            Instance = Take(members, "instance", JsonValueKind.String)?.GetString(),
            Status =
                members.TryGetValue("status", out JsonElement status)
                && status.ValueKind == JsonValueKind.Number
                && status.TryGetInt32(out int number)
                && members.Remove("status")
                    ? number
                    : null,
        };
        return ReadErrors(members) is { } errors
            ? problem with
            {
                Errors = errors,
                Extensions = members,
            }
            : problem with
            {
                Extensions = members,
            };
    }

    static void IJsonModel<ApiProblem>.Write(ref JsonModelWriter w, ApiProblem value)
    {
        w.WriteStartObject();
        w.String("type"u8, value.Type);
        w.String("title"u8, value.Title);
        w.Int32("status"u8, value.Status);
        w.String("detail"u8, value.Detail);
        w.String("instance"u8, value.Instance);
        if (value.Errors.Count > 0)
            w.Value<IReadOnlyDictionary<string, IReadOnlyList<string>>, MapCodec<IReadOnlyList<string>, ListCodec<string, StringCodec>>>(
                "errors"u8,
                value.Errors
            );
        w.AdditionalProperties<JsonElement, JsonElementCodec>(value.Extensions);
        w.WriteEndObject();
    }

    private static JsonElement? Take(Dictionary<string, JsonElement> members, string name, JsonValueKind kind) =>
        members.TryGetValue(name, out JsonElement value) && value.ValueKind == kind && members.Remove(name) ? value : null;

    private static Dictionary<string, IReadOnlyList<string>>? ReadErrors(Dictionary<string, JsonElement> members)
    {
        if (!members.TryGetValue("errors", out JsonElement all) || all.ValueKind != JsonValueKind.Object)
            return null;
        Dictionary<string, IReadOnlyList<string>> errors = new(StringComparer.Ordinal);
        foreach (JsonProperty field in all.EnumerateObject())
        {
            if (field.Value.ValueKind == JsonValueKind.String)
                errors[field.Name] = [field.Value.GetString()!];
            else if (
                field.Value.ValueKind == JsonValueKind.Array
                && field.Value.EnumerateArray().All(text => text.ValueKind == JsonValueKind.String)
            )
                errors[field.Name] = [.. field.Value.EnumerateArray().Select(text => text.GetString()!)];
            else
                return null;
        }

        members.Remove("errors");
        return errors;
    }
}
