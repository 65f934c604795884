using System.Globalization;
using System.Text.Json;

namespace CfGen.Pipeline.Authentication;

/// <summary>The response of a token URL: a token (RFC 6749, 5.1) or an error (5.2).</summary>
internal sealed class TokenResponse
{
    private TokenResponse(JsonElement root)
    {
        AccessToken = ReadText(root, "access_token"u8);
        TokenType = ReadText(root, "token_type"u8);
        Error = ReadText(root, "error"u8);
        ErrorDescription = ReadText(root, "error_description"u8);
        ExpiresIn = ReadSeconds(root);
    }

    public string? AccessToken { get; }

    public string? TokenType { get; }

    public string? Error { get; }

    public string? ErrorDescription { get; }

    /// <summary>The seconds until the token expires; null if the server does not say.</summary>
    public double? ExpiresIn { get; }

    /// <summary>Reads a response; null if it is no JSON object.</summary>
    public static TokenResponse? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? new TokenResponse(document.RootElement) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException) // text that is no Unicode
        {
            return null;
        }
    }

    private static string? ReadText(JsonElement root, ReadOnlySpan<byte> name) =>
        root.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    // Some servers write a number as text. Ten years are for ever, and no date overflows.
    private static double? ReadSeconds(JsonElement root)
    {
        if (!root.TryGetProperty("expires_in"u8, out JsonElement value))
            return null;
        string text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) && double.IsFinite(seconds)
            ? Math.Clamp(seconds, 0, 315_360_000)
            : null;
    }
}
