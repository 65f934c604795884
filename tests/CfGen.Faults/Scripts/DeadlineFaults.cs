using CfGen.Faults.Calls;
using CfGen.Faults.Server;

namespace CfGen.Faults.Scripts;

/// <summary>Total timeouts, idle timeouts, and token providers that ignore their token.</summary>
internal static class DeadlineFaults
{
    private static readonly Operation[] s_reading =
    [
        Operations.GetItem,
        Operations.GetText,
        Operations.GetFile,
        Operations.Create,
        Operations.ListLines,
        Operations.ListPages,
    ];

    public static IEnumerable<Fault> Create() => [.. CreateTotal(), .. CreateIdle(), .. CreateProviders()];

    private static IEnumerable<Fault> CreateTotal()
    {
        foreach (Operation operation in s_reading)
        {
            yield return Limit(new("silence and a total timeout", operation, x => x.KeepSilentAsync(), Ending.Timeout)) with
            {
                Client = ClientKind.Retrying,
            };
            yield return Limit(
                new("silence and a total timeout of the call alone", operation, x => x.KeepSilentAsync(), Ending.Timeout)
            ) with
            {
                Client = ClientKind.Retrying,
                Configure = o => (o.Timeout, o.TotalTimeout) = (Timeout.InfiniteTimeSpan, FaultClock.Brief),
            };
            if (operation != Operations.Create)
                yield return Limit(
                    new(
                        "a failure, silence and a total timeout",
                        operation,
                        x => x.Number == 1 ? x.RespondAsync(503, "") : x.KeepSilentAsync(),
                        Ending.Timeout
                    )
                ) with
                {
                    Client = ClientKind.Retrying,
                };
        }
    }

    private static IEnumerable<Fault> CreateIdle()
    {
        foreach (ClientKind client in (ClientKind[])[ClientKind.Retrying, ClientKind.Provider, ClientKind.Keyed])
            yield return new("a silent file with an idle timeout", Operations.GetFile, SendThenSilenceAsync, Ending.Timeout)
            {
                Client = client,
                Requests = 1,
                Configure = o => o.IdleTimeout = FaultClock.Brief,
            };
    }

    private static IEnumerable<Fault> CreateProviders()
    {
        foreach (Operation operation in s_reading)
        {
            Fault ignoring = new("a provider that ignores its token", operation, x => x.RespondAsync(), Ending.Canceled)
            {
                Client = ClientKind.Provider,
                Requests = 0,
                IsCanceled = true,
                Provide = (_, _) => new ValueTask<string>(new TaskCompletionSource<string>().Task),
            };
            yield return ignoring;
            yield return Limit(
                ignoring with
                {
                    Name = "a provider that ignores its token and a total timeout",
                    IsCanceled = false,
                    Endings = [Ending.Timeout],
                }
            );
            yield return ignoring with
            {
                Name = "a provider that fails after the call",
                Requests = null,
                Endings = [Ending.Canceled, Ending.Credentials],
                Provide = async (_, _) =>
                {
                    await Task.Delay(120, CancellationToken.None);
                    throw new InvalidOperationException("Nobody waits for this any more.");
                },
            };
        }
    }

    private static Fault Limit(Fault fault) => fault with { Configure = o => o.TotalTimeout = FaultClock.Brief };

    private static async Task SendThenSilenceAsync(Exchange x)
    {
        await x.BeginChunksAsync();
        await x.SendChunkAsync(x.Body[..3]);
        await x.KeepSilentAsync();
    }
}
