using System.Text;
using CfGen.Pipeline.Parameters;

namespace CfGen.Pipeline.Hooks;

/// <summary>Decides on the correlation id of a call.</summary>
internal static class CorrelationId
{
    private const string DefaultHeader = "X-Correlation-ID";

    /// <summary>Gets the header that sends the id.</summary>
    public static string GetHeader(ConnectionSettings settings) => settings.CorrelationHeader ?? DefaultHeader;

    /// <summary>Gets the id of a call: that of the call, that of the client's provider, or a new one. Null if the call has none.</summary>
    /// <exception cref="ApiConnectionException">The provider threw, or its id cannot be sent.</exception>
    public static string? Create(ApiRequest request)
    {
        ConnectionSettings settings = request.Settings;
        RequestOptions? options = request.Options;
        if (settings.CorrelationHeader is null && options?.CorrelationId is null)
            return null;
        string header = GetHeader(settings);
        return Find(options?.HeadersOrNull, header)
            ?? options?.CorrelationId
            ?? Find(settings.Headers, header)
            ?? GetProvided(request)
            ?? Guid.NewGuid().ToString();
    }

    private static string? GetProvided(ApiRequest request)
    {
        string? id;
        try
        {
            id = request.Settings.CorrelationIdProvider?.Invoke();
        }
#pragma warning disable CA1031 // A provider throws what it wants, and a call throws an ApiException.
        catch (Exception e)
#pragma warning restore CA1031
        {
            throw CreateException(request, "its CorrelationIdProvider failed, which the inner exception describes.", e);
        }

        return id is null || (Ascii.IsValid(id) && HeaderFormat.IsValidValue(id))
            ? id
            : throw CreateException(request, "its CorrelationIdProvider returned an id that a header cannot carry. Return ASCII.", null);
    }

    private static ApiConnectionException CreateException(ApiRequest request, string reason, Exception? inner) =>
        new($"{request.Describe()} was not sent: {reason}", inner) { OperationId = request.Operation.Id };

    private static string? Find(IEnumerable<KeyValuePair<string, string>>? headers, string header)
    {
        foreach ((string name, string value) in headers ?? [])
        {
            if (string.Equals(name, header, StringComparison.OrdinalIgnoreCase))
                return value;
        }

        return null;
    }
}
