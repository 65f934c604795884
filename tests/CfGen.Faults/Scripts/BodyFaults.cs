using System.Text;
using System.Text.Json.Nodes;
using CfGen.Faults.Calls;
using CfGen.Faults.Server;

namespace CfGen.Faults.Scripts;

/// <summary>Successful responses whose body is not what the document says.</summary>
internal static class BodyFaults
{
    private static readonly Operation[] s_items = [Operations.GetItem, Operations.GetResponse, Operations.Create, Operations.Replace];

    public static IEnumerable<Fault> Create() => [.. CreateTexts(), .. CreateEdits(), .. CreateAccepted(), .. CreateEnvelopes()];

    private static IEnumerable<Fault> CreateTexts()
    {
        (string Name, Func<Exchange, string> Body)[] broken =
        [
            ("nothing", _ => ""),
            ("HTML", _ => "<!DOCTYPE html><html><body>Sign in to the network</body></html>"),
            ("truncated JSON", x => GetText(x)[..^1]),
            ("half of the JSON", x => GetText(x)[..(GetText(x).Length / 2)]),
            ("null", _ => "null"),
            ("a list for an object", x => "[" + GetText(x) + "]"),
            ("a string for an object", _ => "\"ok\""),
            ("a number for an object", _ => "42"),
            ("an empty object", _ => "{}"),
            ("white space", _ => " \r\n\t "),
            ("two documents", x => GetText(x) + GetText(x)),
            ("text behind the JSON", x => GetText(x) + " // done"),
            ("a NUL behind the JSON", x => GetText(x) + "\0"),
            ("a comma too many", x => GetText(x)[..^1] + ",}"),
            ("a comment", x => "/* item */" + GetText(x)),
            ("quotes of another kind", x => GetText(x).Replace('"', '\'')),
            ("JSON behind a guard", x => ")]}',\n" + GetText(x)),
            ("100,000 open brackets", _ => new string('[', 100_000)),
            ("deep JSON in an unknown member", x => $"{{\"new\":{new string('[', 5000)}{new string(']', 5000)},{GetText(x)[1..]}"),
        ];
        foreach ((string name, Func<Exchange, string> body) in broken)
        {
            foreach (Operation operation in s_items)
                yield return new(name, operation, x => x.RespondAsync(200, body(x)), Ending.Format) { Requests = 1 };
        }
    }

    private static IEnumerable<Fault> CreateEdits()
    {
        (string Name, Action<JsonObject> Edit)[] wrong =
        [
            ("a string for a number", item => item["count"] = "7"),
            ("a fraction for an integer", item => item["count"] = 7.5),
            ("a number of 20 digits", item => item["count"] = JsonNode.Parse("99999999999999999999")),
            ("a number of 1e400", item => item["count"] = JsonNode.Parse("1e400")),
            ("a number of 1e-400", item => item["count"] = JsonNode.Parse("1e-400")),
            ("a boolean for a number", item => item["count"] = true),
            ("null for a number", item => item["count"] = null),
            ("null for a string", item => item["name"] = null),
            ("a missing string", item => item.Remove("id")),
            ("an object for a string", item => item["name"] = new JsonObject()),
            ("a date that is none", item => item["at"] = "2026-02-30T25:61:00Z"),
            ("a number for a date", item => item["at"] = 1770000000),
            ("an object for a list", item => item["tags"] = new JsonObject { ["0"] = "a" }),
            ("a null in a list", item => item["tags"] = new JsonArray("a", null)),
            ("a number in a list", item => item["tags"] = new JsonArray("a", 5)),
            ("a string for a list", item => item["tags"] = "a,b"),
            ("a list for an enum", item => item["level"] = new JsonArray("low")),
        ];
        foreach ((string name, Action<JsonObject> edit) in wrong)
        {
            foreach (Operation operation in s_items)
                yield return new(name, operation, x => x.RespondAsync(200, Edit(x, edit)), Ending.Format) { Requests = 1 };
        }
    }

    /// <summary>Bodies that are odd, and that a client has to read all the same.</summary>
    private static IEnumerable<Fault> CreateAccepted()
    {
        foreach (Operation operation in s_items)
        {
            yield return new("10,000 unknown members", operation, x => x.RespondAsync(200, AddUnknown(x)), Ending.Value);
            yield return new("a member twice", operation, x => x.RespondAsync(200, "{\"name\":\"first\"," + GetText(x)[1..]), Ending.Value);
            yield return new(
                "escaped member names",
                operation,
                x => x.RespondAsync(200, GetText(x).Replace("\"id\"", "\"\\u0069d\"")),
                Ending.Value
            );
            yield return new(
                "white space around the JSON",
                operation,
                x => x.RespondAsync(200, "\r\n\t " + GetText(x) + "\r\n\r\n"),
                Ending.Value
            );
            yield return new("a media type of text", operation, x => x.RespondAsync(200, x.Body, "text/html"), Ending.Value, Ending.Format);
            yield return new("no media type", operation, SendUntypedAsync, Ending.Value, Ending.Format);
            yield return new(
                "a media type that is none",
                operation,
                x => x.RespondAsync(200, x.Body, "json;;=;"),
                Ending.Value,
                Ending.Format
            );
            yield return new("201 for 200", operation, x => x.RespondAsync(201, x.Body, x.MediaType), Ending.Value);
            yield return new("206 for 200", operation, x => x.RespondAsync(206, x.Body, x.MediaType), Ending.Value);
            yield return new("299 for 200", operation, x => x.RespondAsync(299, x.Body, x.MediaType), Ending.Value);
        }

        yield return new("an empty text", Operations.GetText, x => x.RespondAsync(200, [], x.MediaType), Endings.Empty);
        yield return new("an empty file", Operations.GetFile, x => x.RespondAsync(200, [], x.MediaType), Endings.Empty);
        yield return new("a file that nobody reads", Operations.GetFile, x => x.RespondAsync(), Ending.After(0)) { Take = 0 };
        yield return new("an endless file that nobody reads", Operations.GetFile, SendEndlessAsync, Ending.After(0)) { Take = 0 };
    }

    private static IEnumerable<Fault> CreateEnvelopes()
    {
        (string Name, Func<Exchange, string> Body, Ending Ending)[] bodies =
        [
            (
                "success: false",
                _ => """{"success":false,"errors":[{"code":7003,"message":"No route"}],"messages":[],"result":null}""",
                s_failure
            ),
            ("nothing for an envelope", _ => "", Ending.Format),
            ("success: false and an integer", _ => """{"success":false,"errors":7003,"messages":[],"result":null}""", Ending.Status(200)),
            ("success: false and a text", _ => """{"success":false,"errors":"broken","messages":null,"result":null}""", Ending.Status(200)),
            ("success: false and null", _ => """{"success":false,"errors":null,"result":null}""", Ending.Status(200)),
            ("success: false with a result", x => GetEnvelope(x).Replace("true", "false"), Ending.Status(200)),
            ("success: false first", _ => """{"success":false}""", Ending.Status(200)),
            ("success without a result", _ => """{"success":true,"errors":[],"messages":[]}""", Ending.Format),
            ("success with null", _ => """{"success":true,"errors":[],"messages":[],"result":null}""", Ending.Format),
            ("no success", x => GetEnvelope(x).Replace("\"success\"", "\"succeeded\""), Ending.Format),
            ("a text for success", x => GetEnvelope(x).Replace("true", "\"yes\""), Ending.Format),
            ("an envelope that is cut", x => GetEnvelope(x)[..^10], Ending.Format),
            ("a list for the result", _ => """{"success":true,"errors":[],"messages":[],"result":[]}""", Ending.Format),
            ("HTML for an envelope", _ => "<html></html>", Ending.Format),
            ("null for an envelope", _ => "null", Ending.Format),
            (
                "errors in a success",
                x => GetEnvelope(x).Replace("\"errors\":[]", "\"errors\":[{\"code\":1000,\"message\":\"note\"}]"),
                Ending.Value
            ),
        ];
        foreach ((string name, Func<Exchange, string> body, Ending ending) in bodies)
            yield return new(name, Operations.GetWrapped, x => x.RespondAsync(200, body(x)), ending) { Requests = 1 };
        yield return new(
            "success at the end",
            Operations.GetWrapped,
            x => x.RespondAsync(200, $$"""{"messages":[],"errors":[],"result":{{Values.CreateJson(x.Call.Id, 0)}},"success":true}"""),
            Ending.Value
        );
    }

    private static readonly Ending s_failure = Ending.Status(200, e => e.Errors is [{ Code: 7003, Message: "No route" }]);

    private static string GetText(Exchange x) => Values.CreateJson(x.Call.Id, 0);

    private static string GetEnvelope(Exchange x) => Encoding.UTF8.GetString(x.Body);

    private static string Edit(Exchange x, Action<JsonObject> edit)
    {
        JsonObject item = Values.CreateObject(x.Call.Id, 0);
        edit(item);
        return item.ToJsonString();
    }

    private static string AddUnknown(Exchange x) =>
        "{" + string.Concat(Enumerable.Range(0, 10_000).Select(i => $"\"u{i}\":[{i}],")) + GetText(x)[1..];

    private static Task SendUntypedAsync(Exchange x) => x.SendAsync($"HTTP/1.1 200 OK\r\nContent-Length: {x.Body.Length}\r\n\r\n", x.Body);

    private static async Task SendEndlessAsync(Exchange x)
    {
        await x.BeginChunksAsync();
        byte[] piece = new byte[8192];
        while (true)
            await x.SendChunkAsync(piece);
    }
}
