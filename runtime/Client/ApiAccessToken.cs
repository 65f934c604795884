using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Serialization;

namespace CfGen;

/// <summary>An access token of a token provider. A class and not a record, because the text of a record prints the token.</summary>
public sealed class ApiAccessToken
{
    /// <summary>Creates an access token.</summary>
    /// <param name="token">The token, without the word <c>Bearer</c>.</param>
    /// <param name="expiresOn">The end of its validity; null to use it until the server refuses it.</param>
    public ApiAccessToken(string token, DateTimeOffset? expiresOn = null)
    {
        Token = token;
        ExpiresOn = expiresOn;
    }

    /// <summary>The token.</summary>
    [JsonIgnore]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Token { get; }

    /// <summary>
    /// The end of its validity. The client asks for another one shortly before; null to use it until the server refuses it.
    /// </summary>
    public DateTimeOffset? ExpiresOn { get; }

    /// <summary>Gets the type and the end of validity; never the token.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{nameof(ApiAccessToken)} {{ ExpiresOn = {ExpiresOn?.ToString("O", null) ?? "(none)"} }}"
        );
}
