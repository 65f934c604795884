using System.Net;
using CfGen.CodeGen;

namespace CfGen.Pipeline;

/// <summary>Follows redirects, which handlers would do with credentials that must stay at the origin of the base URL.</summary>
internal static class RedirectPolicy
{
    private const int MaxRedirects = 10;

    /// <summary>Where the answer that the call holds sends it, or null where it is the last one.</summary>
    /// <exception cref="ApiConnectionException">The redirect cannot be followed.</exception>
    public static Uri? GetNextTarget(ApiRequestBuilder call)
    {
        HttpResponseMessage response = call.Response!;
        RejectForeignResponse(call, response);
        if (
            response.StatusCode
                is not (
                    HttpStatusCode.MovedPermanently
                    or HttpStatusCode.Found
                    or HttpStatusCode.SeeOther
                    or HttpStatusCode.TemporaryRedirect
                    or HttpStatusCode.PermanentRedirect
                )
            || response.Headers.Location is not { } location
        )
            return null;
        Uri from = call.Target!;
        if (!Uri.TryCreate(from, location, out Uri? to) || (to.Scheme != Uri.UriSchemeHttps && to.Scheme != Uri.UriSchemeHttp))
            throw CreateRejection(call, "to something that is no http or https URL");
        if (from.Scheme == Uri.UriSchemeHttps && to.Scheme == Uri.UriSchemeHttp)
            throw CreateRejection(call, "from https to http");
        if (++call.RedirectCount > MaxRedirects)
            throw CreateRejection(call, $"more than {MaxRedirects} times");
        if (
            response.StatusCode == HttpStatusCode.SeeOther
                ? call.Method != HttpMethod.Head
                : call.Method == HttpMethod.Post && response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found
        )
            call.SwitchToGet();
        if (call.Method == call.Operation.Method && !call.IsBodyReplayable)
            throw CreateRejection(call, "after its body was sent, which can be read only once");
        response.Dispose();
        call.Request?.Dispose();
        return to;
    }

    /// <summary>A handler that followed redirects by itself has sent our headers along: the answer is not used.</summary>
    private static void RejectForeignResponse(ApiRequestBuilder call, HttpResponseMessage response)
    {
        if (response.RequestMessage?.RequestUri is not { IsAbsoluteUri: true } final || ReferenceEquals(final, call.Target))
            return;
        if (
            string.Equals(BaseUrlNormalizer.GetOrigin(final), BaseUrlNormalizer.GetOrigin(call.Target!), StringComparison.OrdinalIgnoreCase)
        )
            return;
        throw new ApiConnectionException(
            $"{call.Describe()} was redirected by the {(call.Connection.Transport.IsBorrowed ? "HttpClient" : "handler")} that was passed in to {BaseUrlNormalizer.GetOrigin(final)}, and its headers may have gone with it. "
                + "Make it with AllowAutoRedirect = false (new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })): redirects are followed here, without credentials."
        )
        {
            OperationId = call.Operation.Id,
            Attempts = call.Attempts,
        };
    }

    private static ApiConnectionException CreateRejection(ApiRequestBuilder call, string how) =>
        new($"{call.Describe()} was redirected {how}, which is not followed.")
        {
            OperationId = call.Operation.Id,
            Attempts = call.Attempts,
        };
}
