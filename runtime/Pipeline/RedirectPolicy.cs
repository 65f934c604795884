using System.Net;

namespace CfGen.Pipeline;

/// <summary>Decides on redirects. Handlers would follow them with the credentials, which only the origin of the base URL may see.</summary>
internal static class RedirectPolicy
{
    private const int MaxRedirects = 10;

    /// <summary>Gets the URL that a response redirects to, or null if it is no redirect.</summary>
    /// <exception cref="ApiConnectionException">The redirect cannot be followed.</exception>
    public static Uri? GetNextTarget(in PreparedRequest prepared, ApiMessage message)
    {
        HttpResponseMessage response = message.Response!;
        AcceptFinalTarget(message, response);
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
        if (!Uri.TryCreate(from, location, out Uri? to) || !(BaseUrlNormalizer.IsHttp(to) || BaseUrlNormalizer.HaveSameOrigin(to, from)))
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
        bool sendsBody = message.Request.Body is not null && message.Method == message.Request.Operation.Method;
        if (sendsBody && !message.Request.IsBodyReplayable)
            throw CreateRejection(message, "after its body was sent, which cannot be read again");
        if (BaseUrlNormalizer.HaveSameOrigin(to, prepared.Url))
            to = prepared.AddCredentials(to);
        else if (!message.Request.Settings.AllowCrossOriginRedirects)
            RejectUnsafeCrossing(message, to, sendsBody);
        message.DisposeHttp();
        message.Response = null;
        return to;
    }

    /// <summary>
    /// Takes over the URL that a handler went to by itself. It has sent the headers along, so that another origin is rejected.
    /// </summary>
    private static void AcceptFinalTarget(ApiMessage message, HttpResponseMessage response)
    {
        if (response.RequestMessage?.RequestUri is not { IsAbsoluteUri: true } final || ReferenceEquals(final, message.Target))
            return;
        if (!BaseUrlNormalizer.IsHttp(message.Target!))
            return; // the handlers make http or https of it, and do so again with the next request
        if (!BaseUrlNormalizer.HaveSameOrigin(final, message.Target!) && !message.Request.Settings.AllowCrossOriginRedirects)
            throw CreateException(
                message,
                $"{message.Request.Describe()} was redirected by the {DescribeTransport(message)} to {BaseUrlNormalizer.GetOrigin(final)}, and its headers may have gone with it. "
                    + "Make it with AllowAutoRedirect = false (new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })): redirects are followed here, without credentials."
            );
        message.Target = final;
    }

    /// <summary>Rejects a redirect to another origin if something would go with it that only the origin of the base URL may see.</summary>
    private static void RejectUnsafeCrossing(ApiMessage message, Uri to, bool sendsBody)
    {
        Transport transport = message.Request.Connection.Transport;
        if (sendsBody)
            throw CreateCrossingRejection(message, to, "its body would go with it");
        if (transport.Client?.DefaultRequestHeaders is { } defaults)
        {
            foreach ((string name, _) in defaults.NonValidated)
            {
                if (
                    !name.Equals("Accept", StringComparison.OrdinalIgnoreCase)
                    && !name.Equals("User-Agent", StringComparison.OrdinalIgnoreCase)
                )
                    throw CreateCrossingRejection(
                        message,
                        to,
                        $"{name} of the DefaultRequestHeaders of the HttpClient would go with it; DefaultHeaders of the options would not"
                    );
            }
        }

        if (!transport.AddsNoHeaders)
            throw CreateCrossingRejection(message, to, $"headers that the {DescribeTransport(message)} adds may go with it");
    }

    private static string DescribeTransport(ApiMessage message) =>
        message.Request.Connection.Transport.IsBorrowed ? "HttpClient that was passed in" : "handler that was passed in";

    private static ApiConnectionException CreateCrossingRejection(ApiMessage message, Uri to, string reason) =>
        CreateException(
            message,
            $"{message.Request.Describe()} was redirected to another origin, {BaseUrlNormalizer.GetOrigin(to)}. The redirect is not followed: {reason}. Set AllowCrossOriginRedirects to follow it all the same."
        );

    private static ApiConnectionException CreateRejection(ApiMessage message, string how) =>
        CreateException(message, $"{message.Request.Describe()} was redirected {how}. Such a redirect is not followed.");

    private static ApiConnectionException CreateException(ApiMessage message, string text) =>
        new(text) { OperationId = message.Request.Operation.Id, Attempts = message.Attempt };
}
