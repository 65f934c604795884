using System.Globalization;
using System.Text;
using CfGen.Faults.Calls;
using CfGen.Faults.Server;

namespace CfGen.Faults.Scripts;

/// <summary>Error statuses, their bodies, and retries.</summary>
internal static class StatusFaults
{
    private static readonly Operation[] s_reading = [Operations.GetItem, Operations.GetText, Operations.GetWrapped, Operations.ListLines];

    public static IEnumerable<Fault> Create() =>
        [.. CreateKinds(), .. CreateBodies(), .. CreateUnreadable(), .. CreateEncoded(), .. CreateRetries(), .. CreateRetryAfter()];

    private static IEnumerable<Fault> CreateKinds()
    {
        int[] statuses =
        [
            300,
            304,
            400,
            401,
            402,
            403,
            404,
            405,
            408,
            409,
            410,
            418,
            422,
            425,
            429,
            451,
            499,
            500,
            501,
            502,
            503,
            504,
            520,
            599,
            999,
        ];
        foreach (int status in statuses)
        {
            Operation operation = s_reading[status % s_reading.Length];
            bool isBodyless = status == 304;
            yield return new(
                $"status {status}",
                operation,
                x => isBodyless ? x.SendAsync("HTTP/1.1 304 Not Modified\r\n\r\n") : x.RespondAsync(status, s_problem),
                Ending.Status(status, e => isBodyless || e.Errors is [{ Code: 1001, Message: "It broke." }])
            )
            {
                Requests = 1,
            };
        }

        foreach (Operation operation in (Operation[])[Operations.Create, Operations.Start, Operations.Pay])
        {
            foreach (int status in (int[])[409, 429, 503])
                yield return new($"status {status} for a POST", operation, x => x.RespondAsync(status, s_problem), Ending.Status(status))
                {
                    Client = operation == Operations.Pay ? ClientKind.Single : ClientKind.Retrying,
                    Requests = 1,
                };
        }
    }

    private static IEnumerable<Fault> CreateBodies()
    {
        (string Name, string Body)[] bodies =
        [
            ("an error without a body", ""),
            ("an error in HTML", "<html><body>Bad gateway</body></html>"),
            ("an error as an integer", "{\"error\":5}"),
            ("errors as an integer", "{\"errors\":5}"),
            ("errors as null", "{\"errors\":null,\"message\":null}"),
            ("errors of null", "{\"errors\":[null,1,true,[],{}]}"),
            ("an error as a list", "[{\"message\":\"x\"}]"),
            ("an error as a text", "\"broken\""),
            ("an error that is cut", "{\"errors\":[{\"code\":1,\"mess"),
            ("a code of 30 digits", "{\"errors\":[{\"code\":123456789012345678901234567890,\"message\":\"m\"}]}"),
            ("an error of 100,000 brackets", new string('[', 100_000)),
            ("an error of deep objects", string.Concat(Enumerable.Repeat("{\"error\":", 20_000))),
            ("a chain of errors", string.Concat(Enumerable.Repeat("{\"errors\":[{\"message\":\"m\",\"error_chain\":[", 200))),
            ("an error of control characters", "{\"message\":\"one\\r\\ntwo\\u0000three\\u2028four\"}"),
            ("an error with a long message", "{\"message\":\"" + new string('m', 100_000) + "\"}"),
            ("an error that is a problem", "{\"type\":\"about:blank\",\"title\":\"t\",\"status\":400,\"detail\":\"d\"}"),
        ];
        foreach ((string name, string body) in bodies)
        {
            foreach (int status in (int[])[400, 404, 500])
                yield return new(name, s_reading[status / 4 % 4], x => x.RespondAsync(status, body), Ending.Status(status, IsSingleLine))
                {
                    Requests = 1,
                };
        }

        yield return new("an error that repeats the credential", Operations.GetItem, RepeatCredentialAsync, Ending.Status(400));
        yield return new("a format fault that repeats the credential", Operations.GetItem, x => RepeatInNamesAsync(x), Ending.Format);
        yield return new("headers that repeat the credential", Operations.GetItem, RepeatInHeadersAsync, Ending.Status(500));
    }

    /// <summary>An error status wins over the fault of its body.</summary>
    private static IEnumerable<Fault> CreateUnreadable()
    {
        (string Name, Func<Exchange, int, Task> Respond)[] unreadable =
        [
            ("gzip that is none", (x, status) => x.RespondAsync(status, s_problem, "Content-Encoding: gzip\r\n")),
            ("gzip that ends early", (x, status) => SendErrorAsync(x, status, EncodingFaults.Compress(Encode(s_problem))[..^20], "gzip")),
            ("gzip that is a bomb", (x, status) => SendErrorAsync(x, status, s_bomb, "gzip")),
            ("a cut body", SendCutAsync),
            ("a body that is too large", (x, status) => x.RespondAsync(status, s_problem + new string(' ', 2_000_000))),
            ("an unknown charset", (x, status) => SendErrorAsync(x, status, Encode(s_problem), null, "; charset=x-none")),
        ];
        foreach ((string name, Func<Exchange, int, Task> respond) in unreadable)
        {
            foreach (int status in (int[])[429, 500, 503])
            {
                Operation operation = s_reading[status % 3];
                yield return Retry($"an error with {name} once", operation, x => x.Number == 1 ? respond(x, status) : x.RespondAsync(), 2);
                yield return Retry($"an error with {name}", operation, x => respond(x, status), 3, Ending.Status(status, IsSingleLine));
            }
        }
    }

    /// <summary>Errors that a client reads in any encoding, and keeps a bounded number of.</summary>
    private static IEnumerable<Fault> CreateEncoded()
    {
        (string Name, Encoding Encoding, string Charset, bool HasMark)[] charsets =
        [
            ("UTF-16", Encoding.Unicode, "utf-16", false),
            ("UTF-16 with a mark", Encoding.Unicode, "utf-16", true),
            ("UTF-16, big end first", Encoding.BigEndianUnicode, "utf-16BE", false),
            ("UTF-16 that nothing announces", Encoding.Unicode, "", true),
            ("UTF-8 with a mark", Encoding.UTF8, "utf-8", true),
            ("Latin-1", Encoding.Latin1, "iso-8859-1", false),
        ];
        foreach ((string name, Encoding encoding, string charset, bool hasMark) in charsets)
        {
            byte[] body = [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(s_accent)];
            foreach (int status in (int[])[400, 500])
                yield return new(
                    $"an error in {name}",
                    s_reading[status / 4 % 4],
                    x => SendErrorAsync(x, status, body, null, charset.Length == 0 ? "" : "; charset=" + charset),
                    Ending.Status(status, e => e.Errors is [{ Code: 1001, Message: "It bröke." }])
                )
                {
                    Requests = 1,
                };
        }

        foreach (Operation operation in s_reading)
            yield return new(
                "10,000 errors",
                operation,
                x => x.RespondAsync(400, s_many),
                Ending.Status(400, e => IsSingleLine(e) && (e.Errors.Count, e.ErrorCount, e.Errors[99].Code) == (100, 10_000, 99))
            )
            {
                Requests = 1,
            };
    }

    private static IEnumerable<Fault> CreateRetries()
    {
        foreach (Operation operation in (Operation[])[.. s_reading[..3], Operations.Replace])
        {
            foreach (int status in (int[])[408, 409, 429, 500, 502, 503, 599])
                yield return Retry(
                    $"status {status} once",
                    operation,
                    x => x.Number == 1 ? x.RespondAsync(status, s_problem) : x.RespondAsync(),
                    2
                );
            yield return Retry("status 503 twice", operation, x => x.Number < 3 ? x.RespondAsync(503, s_problem) : x.RespondAsync(), 3);
            yield return Retry("status 503 always", operation, x => x.RespondAsync(503, s_problem), 3, Ending.Status(503));
            yield return Retry(
                "status 500 and then 404",
                operation,
                x => x.RespondAsync(x.Number == 1 ? 500 : 404, s_problem),
                2,
                Ending.Status(404)
            );
            yield return Retry("a request to retry", operation, x => Ask(x, 400, "true"), 2);
            yield return Retry("a request not to retry", operation, x => Ask(x, 503, "false"), 1, Ending.Status(503));
            yield return Retry("a request to retry that is none", operation, x => Ask(x, 503, "perhaps"), 2);
        }
    }

    private static IEnumerable<Fault> CreateRetryAfter()
    {
        string[] headers =
        [
            "Retry-After: 0",
            "Retry-After: 7",
            "Retry-After: 3.5",
            "Retry-After: 99999999999999999999999",
            "Retry-After: 1e308",
            "Retry-After: -5",
            "Retry-After: NaN",
            "Retry-After: Infinity",
            "Retry-After: soon",
            "Retry-After:",
            "Retry-After: Wed, 21 Oct 2015 07:28:00 GMT",
            "Retry-After: Fri, 31 Dec 9999 23:59:59 GMT",
            "Retry-After: Sunday, 06-Nov-94 08:49:37 GMT",
            "Retry-After: 5\r\nRetry-After: 6",
            "retry-after-ms: 250",
            "retry-after-ms: many\r\nRetry-After: 1",
            "retry-after-ms: -1",
        ];
        foreach (string header in headers)
        {
            foreach (int status in (int[])[429, 503])
                yield return Retry(
                    header.Replace("\r\n", ", ", StringComparison.Ordinal),
                    s_reading[status % 3],
                    x => x.Number == 1 ? x.RespondAsync(status, s_problem, header + "\r\n") : x.RespondAsync(),
                    2
                );
        }
    }

    private const string s_problem = """{"success":false,"errors":[{"code":1001,"message":"It broke."}],"messages":[],"result":null}""";

    private const string s_accent = """{"errors":[{"code":1001,"message":"It bröke."}]}""";

    private static readonly byte[] s_bomb = EncodingFaults.Compress(new byte[20_000_000]);

    private static readonly string s_many =
        $$"""{"errors":[{{string.Join(',', Enumerable.Range(0, 10_000).Select(i => $$"""{"code":{{i}},"message":"m"}"""))}}]}""";

    private static byte[] Encode(string text) => Encoding.UTF8.GetBytes(text);

    private static Task SendErrorAsync(Exchange x, int status, byte[] body, string? encoding, string charset = "") =>
        x.RespondAsync(status, body, "application/json" + charset, encoding is null ? "" : $"Content-Encoding: {encoding}\r\n");

    private static async Task SendCutAsync(Exchange x, int status)
    {
        await x.SendAsync(
            string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} Status\r\nContent-Length: 5000\r\n\r\n") + s_problem
        );
        await x.CloseAsync();
    }

    private static Fault Retry(string name, Operation operation, Func<Exchange, Task> respond, int requests, Ending? ending = null) =>
        new(name, operation, respond, ending ?? Ending.Value) { Client = ClientKind.Retrying, Requests = requests };

    private static Task Ask(Exchange x, int status, string answer) =>
        x.Number == 1 ? x.RespondAsync(status, s_problem, $"x-should-retry: {answer}\r\n") : x.RespondAsync();

    /// <summary>No part of a message may look like another entry of a log.</summary>
    private static bool IsSingleLine(ApiStatusException e) => e.Message.Length < 2000 && !e.Message.Any(char.IsControl);

    private static Task RepeatCredentialAsync(Exchange x) =>
        x.RespondAsync(
            400,
            $$"""{"errors":[{"code":"{{Secrets.Token}}","message":"The token {{Secrets.Token}} is wrong","field":"{{Secrets.Token}}"}],"message":"{{x.Request["Authorization"]}}"}"""
        );

    private static Task RepeatInNamesAsync(Exchange x) =>
        x.RespondAsync(
            200,
            Encoding.UTF8.GetBytes($$"""{"{{Secrets.Token}}":[1,2,{"{{Secrets.Token}}":}"""),
            $"text/{Secrets.Token}",
            $"cf-ray: {Secrets.Token}\r\n"
        );

    private static Task RepeatInHeadersAsync(Exchange x) =>
        x.SendAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"HTTP/1.1 500 {Secrets.Token}\r\nx-request-id: {Secrets.Token}\r\nWWW-Authenticate: Bearer {Secrets.Token}\r\nContent-Length: 0\r\n\r\n"
            )
        );
}
