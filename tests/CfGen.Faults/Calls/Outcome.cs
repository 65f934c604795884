namespace CfGen.Faults.Calls;

/// <summary>The outcome of a call, as its caller sees it.</summary>
/// <param name="Results">The texts of the results, in order.</param>
/// <param name="Exception">The exception that ended the call, or null.</param>
internal sealed record Outcome(IReadOnlyList<string> Results, Exception? Exception)
{
    /// <summary>The kind of the ending, for the report.</summary>
    public string Kind => Exception?.GetType().Name ?? "success";

    /// <summary>Makes a call and waits for its end.</summary>
    public static async Task<Outcome> GetAsync(Call call, Acme.Faults.FaultsClient client)
    {
        List<string> results = [];
        Exception? exception = null;
        try
        {
            await foreach (string result in call.Fault.Operation.Run(client, call))
            {
                results.Add(result);
                if (results.Count == call.Fault.Take)
                    break;
            }
        }
        catch (Exception e)
        {
            exception = e;
        }

        return new Outcome(results, exception);
    }

    /// <summary>Finds what is wrong with this outcome.</summary>
    public IEnumerable<string> FindProblems(Call call)
    {
        Fault fault = call.Fault;
        if (!IsRightEnding(call))
            yield return $"ended with {Kind} after {Results.Count} results, not with {string.Join(" or ", fault.Endings.Select(e => e.Name))}: {Exception}";
        for (int i = 0; i < Results.Count; i++)
        {
            if (Results[i] != GetExpected(call, i))
                yield return $"returned a wrong value: {Shorten(Results[i])}, not {Shorten(GetExpected(call, i))}";
        }

        if (Secrets.IsIn(Exception?.ToString()))
            yield return $"shows a credential: {Exception}";
        if (!IsOfFamily(call))
            yield return $"threw what is not an exception of the client: {Exception}";
        if (Exception is ApiException api && api.OperationId != fault.Operation.Id)
            yield return $"threw an exception of the operation '{api.OperationId}'";
        if (!call.IsCanceled && fault.Requests is { } requests && call.Requests != requests)
            yield return $"sent {call.Requests} requests, not {requests}";
        if (fault.Operation.IsUnsafe && fault.Requests is null && call.Processed > 1)
            yield return $"sent {call.Processed} POST requests";
        if (Exception is ApiStatusException status && !call.IsCanceled && fault.Requests is { } sent && status.Attempts != sent)
            yield return $"reports {status.Attempts} attempts, not {sent}";
    }

    private string GetExpected(Call call, int index) =>
        call.Fault.Endings.FirstOrDefault(e => e.Result is not null)?.Result ?? call.Fault.Operation.CreateResult(call.Id, index);

    private bool IsRightEnding(Call call) =>
        call.Fault.Endings.Any(e => e.Results == Results.Count && e.Matches(Exception))
        || (call.IsCanceled && Exception is OperationCanceledException);

    /// <summary>Decides whether the exception is the client's, an argument's, or the caller's own cancellation.</summary>
    private bool IsOfFamily(Call call) =>
        Exception switch
        {
            null or ApiException or ArgumentException => true,
            OperationCanceledException canceled => call.Token.IsCancellationRequested && canceled.CancellationToken == call.Token,
            // A stream that the caller reads fails as streams do.
            IOException or InvalidDataException => call.Fault.Operation == Operations.GetFile,
            _ => false,
        };

    private static string Shorten(string text) => text.Length < 200 ? text : text[..200] + "…";
}
