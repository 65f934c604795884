using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CfGen.Faults.Calls;

namespace CfGen.Faults.Server;

/// <summary>Finds the call of each request, counts it, and checks what the client sent.</summary>
internal sealed partial class ServerCheck
{
    private readonly ConcurrentDictionary<string, Call> _calls = new();
    private readonly ConcurrentQueue<string> _problems = new();

    public IEnumerable<string> Problems => _problems;

    public void Add(Call call) => _calls[call.Id] = call;

    public void Remove(Call call) => _calls.TryRemove(call.Id, out _);

    public void Report(string problem) => _problems.Enqueue(problem);

    /// <summary>Counts and checks a request; returns null for a call that is over.</summary>
    public Call? Receive(FaultServer server, ReceivedRequest request)
    {
        if (!_calls.TryGetValue(FindId().Match(request.Target).Value, out Call? call))
            return null;
        call.CountRequest();
        if (request.Method == "POST")
            call.CountProcessed();
        if (request["Cookie"] is not null)
            call.Report("A cookie of a response was sent back.");
        if (server == server.Servers.Foreign)
            CheckForeign(call, request);
        else
            CheckOwn(call, request);
        if (request.Body.Length > 0 && !HasRightBody(call, request.Body))
            call.Report("The body of the request is not that of the call.");
        return call;
    }

    private static void CheckForeign(Call call, ReceivedRequest request)
    {
        if (Secrets.IsIn(request.Head))
            call.Report($"A credential was sent to another origin: {request.Head}");
    }

    private static void CheckOwn(Call call, ReceivedRequest request)
    {
        string? sent = request["Authorization"];
        bool isRight = call.Fault.Client switch
        {
            ClientKind.Keyed => sent is null && CountKeys(request.Target) == 1,
            ClientKind.Provider => sent?.StartsWith("Bearer " + Secrets.Provided, StringComparison.Ordinal) == true,
            _ => sent == "Bearer " + Secrets.Token,
        };
        if (request[Secrets.HeaderName] != Secrets.Header)
            isRight = false;
        if (!isRight)
            call.Report($"The credential is missing, or not the right one: {request.Head}");
        if (call.Fault.HasIdempotencyKey)
            call.CheckIdempotencyKey(request["Idempotency-Key"]);
    }

    private static int CountKeys(string target) => target.Split("api_key=" + Secrets.Key).Length - 1;

    /// <summary>Compares a body with that of the call. The runtime writes times with their full precision.</summary>
    private static bool HasRightBody(Call call, byte[] body)
    {
        JsonNode sent = JsonNode.Parse(body)!;
        JsonObject expected = Values.CreateObject(call.Id, 0);
        bool hasSameTime = sent["at"]!.GetValue<DateTimeOffset>() == expected["at"]!.GetValue<DateTimeOffset>();
        sent["at"] = expected["at"]!.DeepClone();
        return hasSameTime && JsonNode.DeepEquals(sent, expected);
    }

    [GeneratedRegex(@"c\d{6}")]
    private static partial Regex FindId();
}
