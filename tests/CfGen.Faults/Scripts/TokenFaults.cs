using System.Globalization;
using CfGen.Faults.Calls;
using CfGen.Faults.Server;

namespace CfGen.Faults.Scripts;

/// <summary>Tokens that expire, and token providers that fail.</summary>
internal static class TokenFaults
{
    private static readonly Operation[] s_all =
    [
        Operations.GetItem,
        Operations.GetText,
        Operations.Create,
        Operations.Replace,
        Operations.ListLines,
    ];

    public static IEnumerable<Fault> Create() => [.. CreateExpired(), .. CreateProviders()];

    private static IEnumerable<Fault> CreateExpired()
    {
        foreach (Operation operation in s_all[..4])
        {
            yield return new(
                "a token that expired",
                operation,
                x => HasToken(x, 2) ? x.RespondAsync() : x.RespondAsync(401, "{}"),
                Ending.Value
            )
            {
                Client = ClientKind.Provider,
                Requests = 2,
            };
        }

        foreach (Operation operation in s_all)
        {
            yield return new("a token that is never right", operation, x => x.RespondAsync(401, "{}"), Ending.Status(401))
            {
                Client = ClientKind.Provider,
                Requests = 2,
            };
            yield return new("a 401 without a provider", operation, x => x.RespondAsync(401, "{}"), Ending.Status(401))
            {
                Client = ClientKind.Retrying,
                Requests = 1,
            };
            yield return new("a 403 with a provider", operation, x => x.RespondAsync(403, "{}"), Ending.Status(403))
            {
                Client = ClientKind.Provider,
                Requests = 1,
            };
            yield return new(
                "a provided token that the server repeats",
                operation,
                x => x.RespondAsync(400, $$"""{"message":"{{x.Request["Authorization"]}}"}""", $"cf-ray: {x.Request["Authorization"]}\r\n"),
                Ending.Status(400)
            )
            {
                Client = ClientKind.Provider,
                Requests = 1,
            };
        }
    }

    private static IEnumerable<Fault> CreateProviders()
    {
        (string Name, Func<CancellationToken, ValueTask<string>> Provide)[] broken =
        [
            ("a provider that returns nothing", _ => ValueTask.FromResult("")),
            ("a provider that returns null", _ => ValueTask.FromResult<string>(null!)),
            ("a provider that returns a line end", _ => ValueTask.FromResult(Secrets.Provided + "1\r\nX-Other: 1")),
            ("a provider that throws", _ => throw new InvalidOperationException("No token.")),
            ("a provider that fails later", _ => FailAsync(new InvalidOperationException("No token."))),
            ("a provider that cannot connect", _ => FailAsync(new HttpRequestException("No connection."))),
            ("a provider that cancels itself", _ => FailAsync(new OperationCanceledException())),
            ("a provider that returns other letters", _ => ValueTask.FromResult(Secrets.Provided + "\u00fc")),
        ];
        foreach ((string name, Func<CancellationToken, ValueTask<string>> provide) in broken)
        {
            foreach (Operation operation in s_all)
                yield return new(name, operation, x => x.RespondAsync(), Ending.Credentials)
                {
                    Client = ClientKind.Provider,
                    Requests = 0,
                    Provide = (_, token) => provide(token),
                };
        }

        foreach (Operation operation in s_all)
            yield return new("a provider that waits for the call's token", operation, x => x.RespondAsync(), Ending.Canceled)
            {
                Client = ClientKind.Provider,
                Requests = 0,
                IsCanceled = true,
                Provide = async (_, token) =>
                {
                    await Task.Delay(Timeout.Infinite, token);
                    return "";
                },
            };
    }

    private static async ValueTask<string> FailAsync(Exception e)
    {
        await Task.Yield();
        throw e;
    }

    private static bool HasToken(Exchange x, int number) =>
        x.Request["Authorization"] == "Bearer " + Secrets.Provided + number.ToString(CultureInfo.InvariantCulture);
}
