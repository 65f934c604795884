using CfGen.Changes.Bases;

namespace CfGen.Changes.Wire;

/// <summary>Checks that a client with safe changes only sends and reads the same as the old one.</summary>
internal static class WireCheck
{
    /// <summary>Makes the calls of the old client with the new one.</summary>
    public static WireResult Check(BaseDocument document, ClientUnderTest client)
    {
        IReadOnlyList<RecordedCall> old = document.Calls.Calls;
        IReadOnlyList<RecordedCall> current = document.Calls.Repeat(document.Name, client);
        List<string> differences = [];
        int compared = 0;
        foreach ((RecordedCall before, RecordedCall after) in old.Zip(current))
        {
            // What could not be sent breaks no longer: that is safe.
            if (before.IsFailed)
                continue;
            compared++;
            if (!before.Requests.SequenceEqual(after.Requests))
                differences.Add(
                    $"{before.Name} sends\n{string.Join('\n', after.Requests)}\ninstead of\n{string.Join('\n', before.Requests)}"
                );
            else if (before.Result != after.Result)
                differences.Add($"{before.Name} reads\n{after.Result}\ninstead of\n{before.Result}\nfrom {before.Body}");
        }

        return new WireResult(compared, old.Count, differences);
    }
}
