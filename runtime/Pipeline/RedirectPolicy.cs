using System.Net;

namespace CfGen.Pipeline;

/// <summary>Decides on redirects. Handlers would follow them with the credentials, which only the origin of the base URL may see.</summary>
internal static class RedirectPolicy
{
    private const int MaxRedirects = 10;

    /// <summary>Gets the URL that a response redirects to, or null if it is no redirect.</summary>
    /// <exception cref="ApiConnectionException">The redirect cannot be followed.</exception>
    public static Uri? GetNextTarget(ApiMessage message)
    {
        HttpResponseMessage response = message.Response!;
        RejectForeignResponse(message, response);
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
        Uri from = message.Target!;
        if (!Uri.TryCreate(from, location, out Uri? to) || (to.Scheme != Uri.UriSchemeHttps && to.Scheme != Uri.UriSchemeHttp))
            throw CreateRejection(message, "to a URL that is not http or https");
        if (from.Scheme == Uri.UriSchemeHttps && to.Scheme == Uri.UriSchemeHttp)
            throw CreateRejection(message, "from https to http");
        if (++message.RedirectCount > MaxRedirects)
            throw CreateRejection(message, $"more than {MaxRedirects} times");
        if (
            response.StatusCode == HttpStatusCode.SeeOther
                ? message.Method != HttpMethod.Head
                : message.Method == HttpMethod.Post && response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found
        )
            message.SwitchToGet();
        if (message.Method == message.Request.Operation.Method && !message.Request.IsBodyReplayable)
            throw CreateRejection(message, "after its body was sent, which cannot be read again");
        message.DisposeHttp();
        return to;
    }

    /// <summary>Rejects the response of another origin: a handler that followed a redirect by itself has sent the headers along.</summary>
    private static void RejectForeignResponse(ApiMessage message, HttpResponseMessage response)
    {
        if (response.RequestMessage?.RequestUri is not { IsAbsoluteUri: true } final || ReferenceEquals(final, message.Target))
            return;
        if (BaseUrlNormalizer.HaveSameOrigin(final, message.Target!))
            return;
        throw new ApiConnectionException(
            $"{message.Request.Describe()} was redirected by the {(message.Request.Connection.Transport.IsBorrowed ? "HttpClient" : "handler")} that was passed in to {BaseUrlNormalizer.GetOrigin(final)}, and its headers may have gone with it. "
                + "Make it with AllowAutoRedirect = false (new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })): redirects are followed here, without credentials."
        )
        {
            OperationId = message.Request.Operation.Id,
            Attempts = message.Attempt,
        };
    }

    private static ApiConnectionException CreateRejection(ApiMessage message, string how) =>
        new($"{message.Request.Describe()} was redirected {how}. Such a redirect is not followed.")
        {
            OperationId = message.Request.Operation.Id,
            Attempts = message.Attempt,
        };
}
