using CfGen.Faults.Calls;
using CfGen.Faults.Server;

namespace CfGen.Faults.Scripts;

/// <summary>Redirects: within the origin, to other ones, and to nowhere.</summary>
internal static class RedirectFaults
{
    private static readonly Operation[] s_reading = [Operations.GetItem, Operations.GetText, Operations.GetWrapped, Operations.GetFile];

    public static IEnumerable<Fault> Create() => [.. CreateFollowed(), .. CreateRejected(), .. CreateMethods(), .. CreateKeyed()];

    private static IEnumerable<Fault> CreateFollowed()
    {
        foreach (Operation operation in s_reading)
        {
            foreach (int status in (int[])[301, 302, 303, 307, 308])
            {
                yield return new(
                    $"{status} within the origin",
                    operation,
                    x => x.Number == 1 ? RedirectAsync(x, status, $"/moved/{x.Call.Id}") : x.RespondAsync(),
                    Ending.Value
                )
                {
                    Requests = 2,
                };
                yield return new(
                    $"{status} to another origin",
                    operation,
                    x => x.IsForeign ? x.RespondAsync() : RedirectAsync(x, status, $"{x.Servers.Foreign.Url}{x.Call.Id}"),
                    Ending.Value
                )
                {
                    Requests = 2,
                    Client = status % 2 == 0 ? ClientKind.Single : ClientKind.Provider,
                };
            }

            yield return new(
                "a redirect to another origin with user-info",
                operation,
                x =>
                    x.IsForeign
                        ? x.RespondAsync()
                        : RedirectAsync(x, 302, $"http://user:pass@{x.Servers.Foreign.Url.Authority}/{x.Call.Id}"),
                Ending.Value,
                Ending.Connection
            );
            yield return new("a redirect from the other origin back", operation, BounceAsync, Ending.Value) { Requests = 3 };
            yield return new(
                "a redirect of a key to another origin",
                operation,
                x => x.IsForeign ? x.RespondAsync() : RedirectAsync(x, 302, $"{x.Servers.Foreign.Url}{x.Call.Id}"),
                Ending.Value
            )
            {
                Client = ClientKind.Keyed,
                Requests = 2,
            };
        }
    }

    private static IEnumerable<Fault> CreateRejected()
    {
        (string Name, Func<Exchange, string> Location)[] rejected =
        [
            ("a redirect to itself", x => x.Request.Target),
            ("redirects without an end", x => $"/moved/{x.Call.Id}?n={x.Number}"),
            ("a redirect to a file", _ => "file:///etc/passwd"),
            ("a redirect to a script", _ => "javascript:alert(1)"),
            ("a redirect to ftp", _ => "ftp://127.0.0.1/x"),
            ("a redirect to a closed port", x => $"{x.Servers.Closed}{x.Call.Id}"),
            ("a redirect between origins without an end", x => (x.IsForeign ? x.Servers.Api : x.Servers.Foreign).Url + x.Call.Id),
        ];
        foreach ((string name, Func<Exchange, string> location) in rejected)
        {
            foreach (Operation operation in s_reading)
                yield return new(name, operation, x => RedirectAsync(x, 302, location(x)), Ending.Connection);
        }

        foreach (Operation operation in s_reading)
        {
            yield return new("a redirect without a location", operation, x => x.RespondAsync(302, ""), Ending.Status(302)) { Requests = 1 };
            yield return new(
                "a redirect to nothing that is a URL",
                operation,
                x => RedirectAsync(x, 302, "http://[::1:/"),
                Ending.Status(302),
                Ending.Connection
            );
            yield return new(
                "a redirect from https to http",
                operation,
                x => x.IsForeign ? x.RespondAsync() : RedirectAsync(x, 302, $"{x.Servers.Foreign.Url}{x.Call.Id}"),
                Ending.Connection
            )
            {
                Client = ClientKind.Secure,
                Requests = 1,
            };
            yield return new("https", operation, x => x.RespondAsync(), Ending.Value) { Client = ClientKind.Secure, Requests = 1 };
            yield return new("https that is closed", operation, x => x.CloseAsync(), Ending.Connection) { Client = ClientKind.Secure };
        }
    }

    private static IEnumerable<Fault> CreateMethods()
    {
        foreach (int status in (int[])[307, 308])
            yield return new(
                $"{status} of a POST",
                Operations.Create,
                x => x.Number == 1 ? RedirectAsync(x, status, $"/moved/{x.Call.Id}") : RespondToAsync(x, "POST"),
                Ending.Value
            )
            {
                Requests = 2,
            };
        foreach (int status in (int[])[307, 308])
        {
            foreach (Operation operation in (Operation[])[Operations.Create, Operations.Replace, Operations.Pay])
                yield return new(
                    $"{status} of a body to another origin",
                    operation,
                    x => x.IsForeign ? x.RespondAsync() : RedirectAsync(x, status, $"{x.Servers.Foreign.Url}{x.Call.Id}"),
                    Ending.Connection
                )
                {
                    Requests = 1,
                };
        }

        foreach (int status in (int[])[301, 302, 303])
            yield return new(
                $"{status} of a POST",
                Operations.Create,
                x => x.Number == 1 ? RedirectAsync(x, status, $"/moved/{x.Call.Id}") : RespondToAsync(x, "GET"),
                Ending.Value
            )
            {
                Requests = 2,
            };
    }

    /// <summary>A key in the query stays within the origin, and is sent once.</summary>
    private static IEnumerable<Fault> CreateKeyed()
    {
        foreach (int status in (int[])[301, 302, 303, 307, 308])
        {
            yield return new(
                $"{status} of a key within the origin",
                Operations.GetItem,
                x => x.Number == 1 ? RedirectAsync(x, status, $"/moved/{x.Call.Id}?a=1") : x.RespondAsync(),
                Ending.Value
            )
            {
                Client = ClientKind.Keyed,
                Requests = 2,
            };
            yield return new(
                $"{status} to a URL that has the key",
                Operations.GetItem,
                x => x.Number == 1 ? RedirectAsync(x, status, $"/moved/{x.Call.Id}?api_key={Secrets.Key}&a=1") : x.RespondAsync(),
                Ending.Value
            )
            {
                Client = ClientKind.Keyed,
                Requests = 2,
            };
        }
    }

    private static Task RedirectAsync(Exchange x, int status, string location) =>
        x.RespondAsync(status, "moved", $"Location: {location}\r\n");

    private static Task RespondToAsync(Exchange x, string method) =>
        x.Request.Method == method && (x.Request.Body.Length > 0) == (method == "POST") ? x.RespondAsync() : x.RespondAsync(418, "");

    private static Task BounceAsync(Exchange x) =>
        x.Number switch
        {
            1 => RedirectAsync(x, 302, $"{x.Servers.Foreign.Url}{x.Call.Id}"),
            2 => RedirectAsync(x, 302, $"{x.Servers.Api.Url}items/{x.Call.Id}"),
            _ => x.RespondAsync(),
        };
}
