using System.Globalization;
using CfGen.Faults.Calls;
using CfGen.Faults.Server;

namespace CfGen.Faults.Scripts;

/// <summary>Connections that close, reset, or stay silent.</summary>
internal static class ConnectionFaults
{
    private static readonly Operation[] s_reading =
    [
        Operations.GetItem,
        Operations.GetResponse,
        Operations.GetWrapped,
        Operations.GetText,
        Operations.GetFile,
        Operations.Replace,
    ];

    public static IEnumerable<Fault> Create() =>
        [.. CreateClosed(), .. CreateCut(), .. CreateTransient(), .. CreateSilent(), .. CreateSent(), .. CreateKeyed()];

    private static IEnumerable<Fault> CreateClosed()
    {
        foreach (Operation operation in s_reading)
        {
            yield return new("close before the head", operation, x => x.CloseAsync(), Ending.Connection);
            yield return new("reset before the head", operation, x => x.ResetAsync(), Ending.Connection);
        }

        yield return new(
            "close in the head",
            Operations.GetItem,
            x => SendAndCloseAsync(x, "HTTP/1.1 200 OK\r\nContent-Ty"),
            Ending.Connection
        );
        yield return new("close in the status line", Operations.GetText, x => SendAndCloseAsync(x, "HTT"), Ending.Connection);
        yield return new(
            "close after the first header line",
            Operations.Replace,
            x => SendAndCloseAsync(x, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n"),
            Ending.Connection
        );
    }

    private static IEnumerable<Fault> CreateCut()
    {
        foreach (Operation operation in s_reading)
        {
            Ending[] cut = operation == Operations.GetFile ? [Ending.Connection, Endings.ReadFailure] : [Ending.Connection];
            yield return new("close after the head", operation, x => SendCutAsync(x, 0, isReset: false), cut);
            yield return new("close in the body", operation, x => SendCutAsync(x, x.Body.Length / 2, isReset: false), cut);
            yield return new("close before the last byte", operation, x => SendCutAsync(x, x.Body.Length - 1, isReset: false), cut);
            yield return new("reset in the body", operation, x => SendCutAsync(x, x.Body.Length / 2, isReset: true), cut);
            yield return new("close in a chunk", operation, SendCutChunkAsync, cut);
            yield return new("close between chunks", operation, SendUnfinishedChunksAsync, cut);
        }
    }

    /// <summary>The first attempt fails, the second one succeeds.</summary>
    private static IEnumerable<Fault> CreateTransient()
    {
        foreach (Operation operation in s_reading)
        {
            yield return new("reset once", operation, x => x.Number == 1 ? x.ResetAsync() : x.RespondAsync(), Ending.Value)
            {
                Client = ClientKind.Retrying,
            };
            if (operation != Operations.GetFile)
                yield return new(
                    "cut once",
                    operation,
                    x => x.Number == 1 ? SendCutAsync(x, x.Body.Length / 3, isReset: false) : x.RespondAsync(),
                    Ending.Value
                )
                {
                    Client = ClientKind.Retrying,
                    Requests = 2,
                };
        }

        yield return new("cut always", Operations.GetItem, x => SendCutAsync(x, 3, isReset: false), Ending.Connection)
        {
            Client = ClientKind.Retrying,
            Requests = 3,
        };
    }

    private static IEnumerable<Fault> CreateSilent()
    {
        foreach (Operation operation in s_reading)
        {
            foreach (ClientKind client in (ClientKind[])[ClientKind.Single, ClientKind.Retrying])
                yield return new("silence", operation, x => x.KeepSilentAsync(), Ending.Timeout) { Client = client, IsEndless = true };
            yield return new("silence and a canceled call", operation, x => x.KeepSilentAsync(), Ending.Canceled) { IsCanceled = true };
        }

        foreach (Operation operation in (Operation[])[Operations.GetItem, Operations.GetText, Operations.GetWrapped, Operations.Replace])
        {
            yield return new("silence after the head", operation, x => SendThenSilenceAsync(x, 0), Ending.Timeout) { IsEndless = true };
            yield return new("silence in the body", operation, x => SendThenSilenceAsync(x, x.Body.Length / 2), Ending.Timeout)
            {
                IsEndless = true,
                Client = ClientKind.Retrying,
            };
            yield return new("a byte now and then", operation, SendForeverAsync, Ending.Timeout) { IsEndless = true };
            yield return new("a slow body", operation, SendSlowlyAsync, Ending.Value);
            yield return new("silence in the body and a canceled call", operation, x => SendThenSilenceAsync(x, 5), Ending.Canceled)
            {
                IsCanceled = true,
            };
        }

        yield return new(
            "silence once",
            Operations.GetItem,
            x => x.Number == 1 ? x.KeepSilentAsync() : x.RespondAsync(),
            Ending.Value,
            Ending.Timeout
        )
        {
            Client = ClientKind.Retrying,
            IsEndless = true,
        };
    }

    /// <summary>A request that was sent once and has no response stays sent once.</summary>
    private static IEnumerable<Fault> CreateSent()
    {
        yield return new("a POST without a response", Operations.Create, x => x.CloseAsync(), Ending.Connection)
        {
            Client = ClientKind.Retrying,
            Requests = 1,
        };
        yield return new("a POST that is reset", Operations.Create, x => x.ResetAsync(), Ending.Connection)
        {
            Client = ClientKind.Retrying,
            Requests = 1,
        };
        yield return new("a POST with half a response", Operations.Create, x => SendCutAsync(x, 9, isReset: false), Ending.Connection)
        {
            Client = ClientKind.Retrying,
            Requests = 1,
        };
        yield return new(
            "a POST that is allowed twice",
            Operations.Create,
            x => x.Number == 1 ? x.ResetAsync() : x.RespondAsync(),
            Ending.Value
        )
        {
            Client = ClientKind.Retrying,
            Requests = 2,
            Configure = o => o.RetryNonIdempotent = true,
        };
        foreach (ClientKind client in (ClientKind[])[ClientKind.Single, ClientKind.Retrying, ClientKind.Borrowed])
        {
            yield return new("a POST without a body and without a response", Operations.Start, x => x.CloseAsync(), Ending.Connection)
            {
                Client = client,
                Requests = 1,
            };
            yield return new("a POST without a body that is reset", Operations.Start, x => x.ResetAsync(), Ending.Connection)
            {
                Client = client,
                Requests = 1,
            };
        }
    }

    /// <summary>A request that has an idempotency key may be sent again.</summary>
    private static IEnumerable<Fault> CreateKeyed()
    {
        (string Name, Func<Exchange, Task> Fail)[] failures =
        [
            ("is closed", x => x.CloseAsync()),
            ("is reset", x => x.ResetAsync()),
            ("fails", x => x.RespondAsync(503, "")),
        ];
        foreach ((string name, Func<Exchange, Task> fail) in failures)
            yield return new(
                $"a POST with a key of the client that {name}",
                Operations.Pay,
                x => x.Number == 1 ? fail(x) : x.RespondAsync(),
                Ending.Value
            )
            {
                Client = ClientKind.Retrying,
                Requests = 2,
                HasIdempotencyKey = true,
            };
        yield return new("a POST with a key that always fails", Operations.Pay, x => x.CloseAsync(), Ending.Connection)
        {
            Client = ClientKind.Retrying,
            Requests = 3,
            HasIdempotencyKey = true,
        };
        yield return new("a POST with a key", Operations.Pay, x => x.Number == 1 ? x.CloseAsync() : x.RespondAsync(), Ending.Value)
        {
            Client = ClientKind.Retrying,
            Requests = 2,
            HasIdempotencyKey = true,
            Configure = o => o.IdempotencyKey = "key-of-the-caller",
        };
    }

    private static async Task SendAndCloseAsync(Exchange x, string text)
    {
        await x.SendAsync(text);
        await x.CloseAsync();
    }

    private static Task SendHeadAsync(Exchange x, int length, byte[] body) =>
        x.SendAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"HTTP/1.1 200 OK\r\nContent-Type: {x.MediaType}\r\nContent-Length: {length}\r\n\r\n"
            ),
            body
        );

    private static async Task SendCutAsync(Exchange x, int length, bool isReset)
    {
        await SendHeadAsync(x, x.Body.Length, x.Body[..length]);
        await (isReset ? x.ResetAsync() : x.CloseAsync());
    }

    private static async Task SendCutChunkAsync(Exchange x)
    {
        await x.BeginChunksAsync();
        await x.SendAsync("ffff\r\n", x.Body[..(x.Body.Length / 2)]);
        await x.CloseAsync();
    }

    private static async Task SendUnfinishedChunksAsync(Exchange x)
    {
        await x.BeginChunksAsync();
        await x.SendChunkAsync(x.Body);
        await x.CloseAsync();
    }

    private static async Task SendThenSilenceAsync(Exchange x, int length)
    {
        await SendHeadAsync(x, x.Body.Length, x.Body[..length]);
        await x.KeepSilentAsync();
    }

    /// <summary>Each byte comes in time; the whole body never does.</summary>
    private static async Task SendForeverAsync(Exchange x)
    {
        await SendHeadAsync(x, 100_000, []);
        for (int i = 0; i < 2000; i++)
        {
            await x.SendAsync(" ");
            await Task.Delay(20);
        }
    }

    private static async Task SendSlowlyAsync(Exchange x)
    {
        byte[] body = x.Body;
        await SendHeadAsync(x, body.Length, []);
        for (int i = 0; i < 5; i++)
        {
            await x.SendAsync(body[(body.Length * i / 5)..(body.Length * (i + 1) / 5)]);
            await Task.Delay(5);
        }
    }
}
